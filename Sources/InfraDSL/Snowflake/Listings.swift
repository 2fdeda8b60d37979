extension ObjectKind {
    /// `SHOW …` of the whole account.
    public var listing: SQL { .code("SHOW \(plural)") }

    /// `SHOW … IN DATABASE …` or `… IN SCHEMA …`.
    public func listing(in container: ObjectName) -> SQL {
        .code("SHOW \(plural) IN \(container.kind.rawValue) ") + "\(container)"
    }

    /// `DESC …`, where all integrations are one kind.
    public func description(of name: ObjectName) -> SQL { .code("DESC \(generalWords) ") + "\(name)" }
}
