/// Where and as whom statements run. Names are those of `SHOW`: capitals unless created in quotes.
package struct SnowflakeSession: Sendable {
    package let account: String
    package let user: String
    package var role: String?
    package var warehouse: String?
    package var database: String?
    package var schema: String?
    /// Scheme and host, without a slash at the end.
    package let endpoint: String
    package var authentication: SnowflakeAuthentication

    /// Of a key pair; nil for a token.
    package var key: PrivateKey? { if case .keyPair(let key) = authentication { key } else { nil } }

    package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    /// - Parameter endpoint: if not `https://<account>.snowflakecomputing.com` (PrivateLink, local emulator); plain http
    ///   is taken for this machine only, since the token would be readable on the way.
    package init(
        account: String,
        user: String,
        role: String? = nil,
        warehouse: String? = nil,
        database: String? = nil,
        schema: String? = nil,
        endpoint: String? = nil,
        key: PrivateKey
    ) throws(Problem) {
        try self.init(
            account: account, user: user, role: role, warehouse: warehouse, database: database, schema: schema,
            endpoint: endpoint, authentication: .keyPair(key))
    }

    /// - Parameter user: may be empty with a token, which names its user itself.
    package init(
        account: String,
        user: String,
        role: String? = nil,
        warehouse: String? = nil,
        database: String? = nil,
        schema: String? = nil,
        endpoint: String? = nil,
        authentication: SnowflakeAuthentication
    ) throws(Problem) {
        let isName = account.utf8.allSatisfy { $0.isUnreserved && $0 != UInt8(ascii: "~") }
        guard !account.isEmpty, isName, account.utf8.first != UInt8(ascii: ".") else {
            throw Problem(
                description: "\"\(account)\" is not a Snowflake account identifier like MYORG-MYACCOUNT")
        }
        guard !user.isEmpty || authentication.namesUser else {
            throw Problem(description: "the name of the Snowflake user is missing")
        }
        // Host names have no underscores; Snowflake answers to hyphens in their place.
        let host = String(
            decoding: account.lowercasedASCII.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 },
            as: UTF8.self
        )
        let address = endpoint ?? "https://\(host).snowflakecomputing.com"
        guard let url = HTTPURL(address), url.path == "/", url.query == nil else {
            throw Problem(
                description: "the Snowflake endpoint \"\(address)\" is not an address like https://host")
        }
        guard url.isAllowedEndpoint else {
            throw Problem(
                description: "the Snowflake endpoint \"\(address)\" is plain http; only this machine may be reached so")
        }
        self.endpoint = url.origin
        self.account = account
        self.user = user
        self.role = role
        self.warehouse = warehouse
        self.database = database
        self.schema = schema
        self.authentication = authentication
    }
}
