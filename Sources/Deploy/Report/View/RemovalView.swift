import CloudFormation
import InfraDSL

extension StackView {
    /// What a destroy takes away, and what stays.
    init(_ removal: Removal) {
        let declared = Declarations(removal.assembly)
        name = removal.stackName
        let resources = removal.stack?.resources ?? []
        let gone = resources.filter { !$0.isKept }.map { resource in
            var change = Change(action: .delete, id: resource.id, type: resource.type)
            change.physicalID = resource.physicalID
            change.declared = declared[resource.id]
            return change
        }
        let stack = removal.stack.map { stack in
            [Change(action: .delete, id: "stack \(removal.stackName)", type: stack.status)] + gone
        }
        let buckets = removal.buckets.filter(\.isRemoved).map { bucket in
            Change(
                action: .delete, id: "bucket \(bucket.name)", type: "",
                note: bucket.isEmpty ? nil : "and everything in it, old versions and delete markers included")
        }
        groups = [
            Group(
                title: "Snowflake, before the stack", changes: removal.after.map { Change(removing: $0, declared) }),
            Group(title: "AWS", changes: stack ?? []),
            Group(title: "Buckets", changes: buckets),
            Group(
                title: "Snowflake, after the stack", changes: removal.before.map { Change(removing: $0, declared) }),
        ].filter { !$0.changes.isEmpty }
        counts = [.delete: groups.reduce(0) { $0 + $1.changes.count }]
        access = []
        let emptied = removal.buckets.filter { $0.isRemoved && !$0.isEmpty }.map {
            "bucket \($0.name) with all it holds"
        }
        losses =
            emptied + (removal.after + removal.before).filter(\.losesData).map { "\($0.id) and every table in it" }
            + resources.filter { !$0.isKept && DataLoss.statefulTypes.contains($0.type) }
            .map { "\($0.id) (\($0.type)) goes with what it holds" }
        let kept =
            removal.buckets.filter { !$0.isRemoved }.map {
                "bucket \($0.name) holds data and is kept (--empty-buckets removes it)"
            }
            + resources.filter { $0.isKept && $0.type != S3.Bucket.type }.map {
                "\($0.id) (\($0.type)) is kept, as its DeletionPolicy says"
            } + Self.kept(removal.kept)
        notes = kept.isEmpty ? [] : ["Kept"] + kept.map { "    \($0)" }
        conflicts = removal.obstacles.map(\.description)
    }
}

extension StackView {
    /// The databases by name, and what stays for their sake on one line.
    private static func kept(_ ids: [String]) -> [String] {
        let databases = ids.filter { $0.hasPrefix("DATABASE ") }
        let rest = ids.filter { !$0.hasPrefix("DATABASE ") }
        return databases.map { "\($0) holds tables and is kept (--drop-data removes it)" }
            + (rest.isEmpty ? [] : ["with it \(rest.joined(separator: ", "))"])
    }
}

extension StackView.Change {
    fileprivate init(removing statement: SnowflakeChange, _ declared: Declarations) {
        self.init(action: .delete, id: statement.id, type: "")
        self.declared = declared[statement.id]
        note = statement.losesData ? "and every table in it" : nil
    }
}
