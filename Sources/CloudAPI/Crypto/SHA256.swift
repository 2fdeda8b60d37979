/// SHA-256 (FIPS 180-4), at once or in pieces.
package enum SHA256 {
    package static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let running = Running()
        running.update(bytes)
        return running.digest()
    }

    package static func hex(_ bytes: some Collection<UInt8>) -> String {
        Hex.encode(digest(bytes))
    }

    /// A digest of what comes in pieces; not for two threads.
    package final class Running {
        private let digester = OpenSSL.Digest(.sha256)

        package init() {}

        package func update(_ bytes: UnsafeRawBufferPointer) {
            digester.update(bytes)
        }

        package func update(_ bytes: some Collection<UInt8>) {
            let done: Void? = bytes.withContiguousStorageIfAvailable { digester.update(UnsafeRawBufferPointer($0)) }
            if done == nil { Array(bytes).withUnsafeBytes { digester.update($0) } }
        }

        /// Of all bytes so far; more may follow.
        package func digest() -> [UInt8] {
            digester.value()
        }
    }
}

/// HMAC with SHA-256 (RFC 2104).
package enum HMACSHA256 {
    package static func code(for message: some Collection<UInt8>, key: some Collection<UInt8>) -> [UInt8] {
        OpenSSL.hmacSHA256(message, key: key)
    }
}

/// Bytes of the system's cryptographic random generator.
package func randomBytes(_ count: Int) -> [UInt8] {
    OpenSSL.random(count)
}

/// SHA-1 (FIPS 180-4), for names that others chose to make with it; never for proof.
package enum SHA1 {
    package static func hex(_ bytes: some Collection<UInt8>) -> String {
        let digest = OpenSSL.Digest(.sha1)
        Array(bytes).withUnsafeBytes(digest.update)
        return Hex.encode(digest.value())
    }
}
