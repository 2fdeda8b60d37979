extension SnowflakeGrant {
    /// The statement that takes a privilege back; nil for words that are not of the grammar.
    ///
    /// - Parameters:
    ///   - kind: in the words of a grant, such as `FILE FORMAT`.
    ///   - object: the name's parts.
    public static func revocation(of privilege: String, on kind: String, _ object: [String], from role: ObjectName)
        -> SQL?
    {
        guard isWords(privilege), isWords(kind), let first = object.first else { return nil }
        let name = object.dropFirst().reduce(ObjectName(first, kind: .database)) { $0.child($1, kind: .table) }
        return .code("REVOKE \(privilege) ON \(kind) ") + "\(name) FROM ROLE \(role)"
    }

    /// - Parameter kinds: in the plural.
    public static func revocation(
        of privilege: String,
        onFuture kinds: String,
        in schema: ObjectName,
        from role: ObjectName
    ) -> SQL? {
        guard isWords(privilege), isWords(kinds) else { return nil }
        return .code("REVOKE \(privilege) ON FUTURE \(kinds) IN SCHEMA ") + "\(schema) FROM ROLE \(role)"
    }

    /// - Parameter kinds: in the plural.
    public static func revocation(
        of privilege: String,
        onEvery kinds: String,
        in schema: ObjectName,
        from role: ObjectName
    ) -> SQL? {
        guard isWords(privilege), isWords(kinds) else { return nil }
        return .code("REVOKE INHERITED \(privilege) ON ALL \(kinds) IN SCHEMA ") + "\(schema) FROM ROLE \(role)"
    }

    /// What an account shows becomes code only where it can be nothing else.
    private static func isWords(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x20 }
    }
}
