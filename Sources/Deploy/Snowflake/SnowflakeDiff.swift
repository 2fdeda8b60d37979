import InfraDSL

/// One statement to run on Snowflake, why, and what it changes.
struct SnowflakeChange: Sendable {
    let action: Action
    let id: String
    let statement: SQL
    let purpose: String
    let properties: [PropertyChange]
    /// Rows, files or history go with it.
    let losesData: Bool
}

/// What differs between declared and shown; pure.
struct SnowflakeDiff: Sendable {
    let changes: [SnowflakeChange]
    /// What stands in the way: an object that is not ours, a column whose type would have to change.
    let conflicts: [String]

    init(
        _ resources: [any SnowflakeResource],
        live: LiveSnowflake,
        known: KnownValues,
        marker: String,
        adopting: Bool = false
    ) {
        var changes: [SnowflakeChange] = []
        var conflicts: [String] = []
        for resource in resources {
            switch resource.declaration {
            case .grant(let grant):
                guard live.grants[grant.id] == nil else { continue }
                changes.append(
                    SnowflakeChange(
                        action: .create, id: grant.id, statement: grant.statement, purpose: "", properties: [],
                        losesData: false))
            case .object(let object):
                guard let found = live.objects[object.name.id] else {
                    changes.append(Self.creation(of: object, marker))
                    continue
                }
                if !found.comment.contains(marker), !adopting {
                    conflicts.append(
                        "\(object.name.id) exists and is not marked as this stack's; rename ours, or take it over with --adopt"
                    )
                    continue
                }
                changes += Self.alterations(of: object, found, known, marker)
                conflicts += Self.typeConflicts(of: object, found)
            }
        }
        self.changes = changes
        self.conflicts = conflicts
    }

    private static func creation(of object: SnowflakeObject, _ marker: String) -> SnowflakeChange {
        SnowflakeChange(
            action: .create, id: object.name.id, statement: object.creation(marker: marker), purpose: object.purpose,
            properties: [], losesData: false)
    }

    private static func alterations(
        of object: SnowflakeObject,
        _ found: LiveObject,
        _ known: KnownValues,
        _ marker: String
    ) -> [SnowflakeChange] {
        var changes: [SnowflakeChange] = []
        func change(_ statement: SQL, _ properties: [PropertyChange]) {
            changes.append(
                SnowflakeChange(
                    action: .update, id: object.name.id, statement: statement, purpose: object.purpose,
                    properties: properties, losesData: false))
        }
        let differing = object.properties.filter { property in
            guard !property.isCreateOnly, let shown = found.properties[property.key] else { return false }
            return shown != Canonical.form(property, known)
        }
        let clauses = differing.filter { $0.value == .clause }
        let options = differing.filter { $0.value != .clause }
        // Managed access is the one clause, and has a statement of its own (ALTER SCHEMA).
        for clause in clauses {
            change(
                "ALTER SCHEMA \(object.name) ENABLE MANAGED ACCESS",
                [PropertyChange(path: [clause.key], before: found.properties[clause.key], after: "true")])
        }
        if !options.isEmpty {
            change(
                object.alteration(setting: options),
                options.map {
                    PropertyChange(
                        path: [$0.key], before: found.properties[$0.key],
                        after: Canonical.form($0, known) ?? "(known after apply)")
                })
        }
        let present = Set(found.columns.map(\.name))
        let missing = object.columns.filter { !present.contains($0.name) }
        if !missing.isEmpty {
            change(
                object.adding(missing),
                missing.map { PropertyChange(path: ["columns", $0.name], before: nil, after: $0.type) })
        }
        let comment = object.comment(marker).known ?? ""
        if found.comment != comment {
            change(
                object.recommenting(marker: marker),
                [PropertyChange(path: ["COMMENT"], before: found.comment, after: comment)])
        }
        return changes
    }

    private static func typeConflicts(of object: SnowflakeObject, _ found: LiveObject) -> [String] {
        object.columns.compactMap { column in
            guard let shown = found.columns.first(where: { $0.name == column.name }), shown.type != column.type else {
                return nil
            }
            return
                "\(object.name.id).\(column.name) is \(shown.type) and declared \(column.type); change it by hand, no row is cast for you"
        }
    }
}
