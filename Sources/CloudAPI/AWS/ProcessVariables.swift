#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The variables of the process environment, or others in their place.
package struct ProcessVariables: Sendable {
    private let lookUp: @Sendable (String) -> String?

    package static let current = ProcessVariables { name in getenv(name).map { String(cString: $0) } }

    package init(_ lookUp: @escaping @Sendable (String) -> String?) {
        self.lookUp = lookUp
    }

    package init(_ variables: [String: String]) {
        self.init { variables[$0] }
    }

    /// Nil when missing or empty.
    package subscript(_ name: String) -> String? {
        lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
    }
}
