import InfraDSL

/// What carries the stack's mark or is granted to its roles and is not declared (any more): what the deployer made it takes
/// away again, what somebody else granted it tells and leaves alone.
struct UndeclaredObjects {
    /// Statements that drop and revoke, in the order to run them: revocations last, so that nothing that is still at work
    /// loses what it needs before its object is gone.
    let changes: [SnowflakeChange]
    /// What is left alone.
    let told: [String]

    init(in live: LiveSnowflake, declared resources: [any SnowflakeResource], marker: String) {
        var names: Set<String> = []
        var grants: [SnowflakeGrant] = []
        for resource in resources {
            switch resource.declaration {
            case .object(let object): names.insert(object.name.id)
            case .grant(let grant): grants.append(grant)
            }
        }
        let orphans = live.objects.values.filter { $0.comment.contains(marker) && !names.contains($0.name.id) }
        let orphanIDs = Set(orphans.map(\.name.id))
        // What owns others goes last, and takes what is in it along.
        let drops = orphans.filter { orphan in !orphan.name.owners.contains { orphanIDs.contains($0.id) } }
            .sorted { (Layer($0.name.kind), $0.name.id) > (Layer($1.name.kind), $1.name.id) }
            .map(Self.drop)
        let known = Set(grants.map(\.id))
        let extra = live.grants.values
            .filter { grant in !known.contains(grant.id) && !grants.contains { $0.implies(grant) } }
            .sorted { $0.id < $1.id }
        let revocations = extra.compactMap { Self.revocation(of: $0, by: live.reader) }
        changes = drops + revocations
        let revoked = Set(revocations.map(\.id))
        told = extra.map(\.id).filter { !revoked.contains($0) }
    }

    private static func drop(_ orphan: LiveObject) -> SnowflakeChange {
        SnowflakeChange(
            action: .delete, id: orphan.name.id, statement: orphan.name.removal, purpose: "",
            loss: orphan.name.kind.holdsData ? "what the \(orphan.name.kind.rawValue.lowercased()) holds is lost" : nil)
    }

    /// Only what the role that deploys has granted: it can have done so for this stack alone.
    private static func revocation(of grant: LiveGrant, by reader: String?) -> SnowflakeChange? {
        guard let reader, grant.grantor == reader, let statement = grant.revocation else { return nil }
        return SnowflakeChange(action: .delete, id: grant.id, statement: statement, purpose: "", need: .grant)
    }
}

extension ObjectName {
    /// The schema and the database that the object is in.
    fileprivate var owners: [ObjectName] {
        guard parts.count > 1 else { return [] }
        let database = ObjectName(parts[0], kind: .database)
        return parts.count == 2 ? [database] : [database, database.child(parts[1], kind: .schema)]
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
