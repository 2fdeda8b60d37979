import CloudFormation
import InfraDSL

/// A resource that keeps its physical self and gets another logical id, as `formerly` says in the stack.
struct ResourceMove: Sendable, Hashable {
    let from: String
    let to: String
    let type: String

    /// The moves that are still to be made: the deployed template has the old id, of the same type, and not the new one.
    static func all(of assembly: Assembly, in deployed: TemplateDocument) -> [ResourceMove] {
        let types = Dictionary(deployed.resources.map { ($0.key, $0.value["Type"]?.string ?? "") }) { first, _ in first
        }
        return assembly.template.entries.compactMap { entry in
            guard let old = entry.options.formerly?.name, types[old] == entry.type, types[entry.logicalID.name] == nil
            else { return nil }
            return ResourceMove(from: old, to: entry.logicalID.name, type: entry.type)
        }
    }
}

extension [ResourceMove] {
    /// New ids by old ones.
    var ids: [String: String] { Dictionary(map { ($0.from, $0.to) }) { first, _ in first } }
}
