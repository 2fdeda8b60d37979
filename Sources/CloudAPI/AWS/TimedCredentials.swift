/// Credentials and how long they are good for.
package struct TimedCredentials: Sendable, Hashable {
    package var credentials: AWSCredentials
    /// Nil if they do not end, or their source does not say.
    package var expiration: Timestamp?

    package init(_ credentials: AWSCredentials, until expiration: Timestamp? = nil) {
        self.credentials = credentials
        self.expiration = expiration
    }
}
