import InfraDSL

/// The statements that take a stack's objects away again: what owns others last, nothing that is not ours.
enum SnowflakeRemoval {
    static func changes(of resources: [any SnowflakeResource], live: LiveSnowflake, marker: String) -> [SnowflakeChange]
    {
        resources.reversed().compactMap { resource in
            guard case .object(let object) = resource.declaration, let found = live.objects[object.name.id],
                object.name.kind.carriesComment, found.comment.contains(marker),
                !isDroppedWithOwner(object.name, live, marker)
            else { return nil }
            return SnowflakeChange(
                action: .delete,
                id: object.name.id,
                statement: object.removal,
                purpose: object.purpose,
                loss: object.name.kind == .database ? "every table in it goes along" : nil,
                declared: resource.declared
            )
        }
    }

    /// A database takes its schemas and all in them along.
    private static func isDroppedWithOwner(_ name: ObjectName, _ live: LiveSnowflake, _ marker: String) -> Bool {
        guard name.parts.count > 1 else { return false }
        let database = ObjectName(name.parts[0], kind: .database)
        return live.objects[database.id]?.comment.contains(marker) ?? false
    }
}
