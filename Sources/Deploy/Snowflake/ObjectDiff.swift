import CloudFormation
import InfraDSL

/// What brings one object to what is declared.
struct ObjectDiff {
    private(set) var changes: [SnowflakeChange] = []
    /// Statements that follow when everything stands.
    private(set) var completions: [SnowflakeChange] = []
    private(set) var conflicts: [String] = []

    private let object: SnowflakeObject
    private let known: KnownValues
    private let marker: String
    private let declared: SourceLocation

    init(
        _ object: SnowflakeObject,
        _ found: LiveObject?,
        _ known: KnownValues,
        marker: String,
        declared: SourceLocation,
        adopting: Bool
    ) {
        self.object = object
        self.known = known
        self.marker = marker
        self.declared = declared
        guard let found else {
            change(
                .create, object.creation(marker: marker),
                need: .creation(object.name.kind, in: Array(object.name.parts.dropLast())))
            completions = object.completion.filter(\.followsCreation).map(completing)
            return
        }
        if object.name.kind.carriesComment, !found.comment.contains(marker), !adopting {
            conflicts.append(
                "\(object.name.id) exists and is not marked as this stack's; rename ours, or take it over with --adopt")
            return
        }
        alter(found)
        let unfinished = object.completion.filter { completion in
            found.properties[completion.key].map { $0 != completion.value } ?? false
        }
        if object.name.kind == .dbtProject {
            // The comment says which revision was deployed, so it is changed last.
            changes = unfinished.map(completing) + changes
        } else {
            completions = unfinished.map(completing)
        }
    }

    private mutating func alter(_ found: LiveObject) {
        let differing = object.properties.filter { isDifferent($0, found) }
        let replacing = differing.filter { $0.change == .replace }
        let isOtherBody = object.body.map { !isSame($0, found.body) } ?? false
        if !replacing.isEmpty || (isOtherBody && !object.name.kind.isChangedWhole) {
            return replace(found, replacing, isOtherBody)
        }
        if object.name.kind.isChangedWhole {
            return changeWhole(found, differing, isOtherBody)
        }
        setOptions(found, differing)
        changeColumns(found)
        if object.name.kind.carriesComment, let comment = commentChange(found) {
            change(.update, object.recommenting(marker: marker), [comment])
        }
    }

    /// Not shown is not different, except where absence says that it is not set.
    private func isDifferent(_ property: SnowflakeObject.Property, _ found: LiveObject) -> Bool {
        guard !property.isCreateOnly else { return false }
        guard let shown = found.properties[property.key] else { return object.name.kind.isChangedWhole }
        guard let wanted = Canonical.form(property, known) else { return true }
        // Either of a user's two keys will do: they are rotated by turns.
        if property.key == "RSA_PUBLIC_KEY", found.properties["RSA_PUBLIC_KEY_2"] == wanted { return false }
        return shown != wanted
    }

    /// SHOW gives a query alone, or with the statement that made its holder.
    private func isSame(_ body: SQL, _ shown: String?) -> Bool {
        guard let shown, let wanted = body.rendered(known.value).map(Canonical.sql) else { return false }
        let text = Canonical.sql(shown)
        return text == wanted || text.uppercased().hasSuffix("AS " + wanted.uppercased()) && text.hasSuffix(wanted)
    }

    // MARK: Another in its place

    private mutating func replace(_ found: LiveObject, _ differing: [SnowflakeObject.Property], _ isOtherBody: Bool) {
        let loss: String? =
            switch object.name.kind {
            case .stream: "what the stream has not been read of yet is lost"
            case .pipe: "the pipe forgets which files it has loaded, and loads what comes again twice"
            case .secret: "the value that it has is lost"
            default: nil
            }
        let body = isOtherBody ? [PropertyChange(path: ["AS"], before: "…", after: "…")] : []
        change(
            .replace, object.replacement(marker: marker), differing.map { propertyChange($0, found) } + body, loss: loss
        )
    }

    private mutating func changeWhole(
        _ found: LiveObject,
        _ differing: [SnowflakeObject.Property],
        _ isOtherBody: Bool
    ) {
        let own = Set(object.properties.map(\.key) + object.completion.map(\.key) + ["STATE"])
        let extra = found.properties.filter { !own.contains($0.key) && !$0.value.isEmpty }.sorted { $0.key < $1.key }
        var properties = differing.map { propertyChange($0, found) }
        properties += extra.map { PropertyChange(path: [$0.key], before: $0.value, after: nil) }
        if isOtherBody { properties.append(PropertyChange(path: ["AS"], before: found.body, after: wantedBody)) }
        if let comment = commentChange(found) { properties.append(comment) }
        guard !properties.isEmpty else { return }
        change(.update, object.creation(marker: marker), properties)
    }

    private var wantedBody: String? { object.body?.rendered(known.value).map(Canonical.sql) }

    // MARK: Options

    private mutating func setOptions(_ found: LiveObject, _ differing: [SnowflakeObject.Property]) {
        // Managed access is the one clause, and has a statement of its own (ALTER SCHEMA).
        for clause in differing where clause.value == .clause {
            change(.update, "ALTER SCHEMA \(object.name) ENABLE MANAGED ACCESS", [propertyChange(clause, found)])
        }
        var options = differing.filter { $0.value != .clause }
        if object.name.kind == .resourceMonitor, !options.isEmpty {
            // Triggers are changed together with an option only.
            options = object.properties.filter {
                $0.key == "CREDIT_QUOTA" || $0.key == "TRIGGERS" || options.contains($0)
            }
        }
        let shortened = options.filter { isShortened($0, found) }
        for option in shortened {
            change(
                .update, object.alteration(setting: [option]), [propertyChange(option, found)],
                loss: "Time Travel forgets what is older than the shorter time")
        }
        let rest = options.filter { !shortened.contains($0) }
        guard !rest.isEmpty else { return }
        change(.update, object.alteration(setting: rest), rest.map { propertyChange($0, found) })
    }

    private func isShortened(_ option: SnowflakeObject.Property, _ found: LiveObject) -> Bool {
        guard option.key == "DATA_RETENTION_TIME_IN_DAYS", case .number(let days) = option.value,
            let before = found.properties[option.key].flatMap({ Int($0) })
        else { return false }
        return days < before
    }

    // MARK: Columns

    private mutating func changeColumns(_ found: LiveObject) {
        let diff = ColumnDiff(object, found)
        conflicts += diff.conflicts
        if !diff.missing.isEmpty {
            change(
                .update, object.adding(diff.missing),
                diff.missing.map { PropertyChange(path: ["columns", $0.name], before: nil, after: $0.type) })
        }
        if !diff.widened.isEmpty {
            change(
                .update, object.retyping(diff.widened.map(\.column)),
                diff.widened.map {
                    PropertyChange(path: ["columns", $0.column.name], before: $0.before, after: $0.column.type)
                })
        }
        if !diff.extra.isEmpty {
            change(
                .update, object.dropping(diff.extra.map(\.name)),
                diff.extra.map { PropertyChange(path: ["columns", $0.name], before: $0.type, after: nil) },
                loss: "what the \(diff.extra.count == 1 ? "column holds is" : "columns hold is") lost")
        }
    }

    // MARK: Parts

    private func commentChange(_ found: LiveObject) -> PropertyChange? {
        let comment = object.comment(marker).known ?? ""
        return found.comment == comment
            ? nil : PropertyChange(path: ["COMMENT"], before: found.comment, after: comment)
    }

    private func propertyChange(_ property: SnowflakeObject.Property, _ found: LiveObject) -> PropertyChange {
        PropertyChange(
            path: [property.key], before: found.properties[property.key],
            after: Canonical.form(property, known) ?? "(known after apply)")
    }

    private func completing(_ completion: SnowflakeObject.Completion) -> SnowflakeChange {
        SnowflakeChange(
            action: .update, id: object.name.id, statement: completion.statement, purpose: object.purpose,
            properties: [PropertyChange(path: [completion.key], before: nil, after: completion.value)],
            declared: declared)
    }

    private mutating func change(
        _ action: Action,
        _ statement: SQL,
        _ properties: [PropertyChange] = [],
        loss: String? = nil,
        need: SnowflakeChange.Need = .ownership
    ) {
        changes.append(
            SnowflakeChange(
                action: action, id: object.name.id, statement: statement, purpose: object.purpose,
                properties: properties, loss: loss, declared: declared, need: need))
    }
}
