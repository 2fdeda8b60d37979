import InfraDSL

/// What carries the stack's mark or is granted to its roles and is not declared (any more). It is told and left alone: what
/// may hold rows, and what somebody else granted, is not the deployer's to take away.
enum UndeclaredObjects {
    static func all(in live: LiveSnowflake, declared resources: [any SnowflakeResource], marker: String) -> [String] {
        var objects: [String: SnowflakeObject] = [:]
        var grants: [SnowflakeGrant] = []
        for resource in resources {
            switch resource.declaration {
            case .object(let object): objects[object.name.id] = object
            case .grant(let grant): grants.append(grant)
            }
        }
        let marked = live.objects.values.filter { $0.comment.contains(marker) }
        let extraColumns = marked.flatMap { found in
            let columns = Set(objects[found.name.id]?.columns.map(\.name) ?? [])
            return columns.isEmpty
                ? [] : found.columns.filter { !columns.contains($0.name) }.map { "\(found.name.id).\($0.name)" }
        }
        let known = Set(grants.map(\.id))
        let extraGrants = live.grants.values.filter { grant in
            !known.contains(grant.id) && !grants.contains { $0.implies(grant) }
        }
        return marked.map(\.name.id).filter { objects[$0] == nil }.sorted() + extraColumns.sorted()
            + extraGrants.map(\.id).sorted()
    }
}

extension SnowflakeGrant {
    /// A future grant becomes one on each object as it is made.
    fileprivate func implies(_ other: LiveGrant) -> Bool {
        guard case .future(let privilege, let kind, let schema, let role) = self else { return false }
        return other.privilege == privilege.rawValue && other.kind.map { $0 + "S" } == kind.rawValue
            && other.grantee == role && other.object.count == 3 && Array(other.object.prefix(2)) == schema.parts
    }
}
