import COpenSSL

/// libcrypto behind Swift types; the only file that imports COpenSSL.
enum OpenSSL {
    /// Fills with bytes of the system's random generator; nothing secret may be made if that fails.
    static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard RAND_bytes(&bytes, Int32(count)) == 1 else { fatalError("the system gives no random bytes") }
        return bytes
    }

    static func hmacSHA256(_ message: some Collection<UInt8>, key: some Collection<UInt8>) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let key = Array(key)
        let message = Array(message)
        _ = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &output, &length)
        return output
    }

    /// A running message digest.
    final class Digest {
        private let context: OpaquePointer

        init(_ kind: Kind) {
            guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, kind.method, nil) == 1 else {
                fatalError("libcrypto has no \(kind)")
            }
            self.context = context
        }

        private init(copying other: Digest) {
            guard let context = EVP_MD_CTX_new(), EVP_MD_CTX_copy_ex(context, other.context) == 1 else {
                fatalError("out of memory")
            }
            self.context = context
        }

        deinit {
            EVP_MD_CTX_free(context)
        }

        enum Kind {
            case sha1
            case sha256

            fileprivate var method: OpaquePointer? {
                switch self {
                case .sha1: EVP_sha1()
                case .sha256: EVP_sha256()
                }
            }
        }

        func update(_ bytes: UnsafeRawBufferPointer) {
            _ = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        }

        /// The digest so far; more may follow.
        func value() -> [UInt8] {
            let copy = Digest(copying: self)
            var output = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
            var length: UInt32 = 0
            _ = EVP_DigestFinal_ex(copy.context, &output, &length)
            return Array(output.prefix(Int(length)))
        }
    }

    /// An RSA key pair in libcrypto's memory.
    struct RSAKey: ~Copyable {
        private let key: OpaquePointer

        private init(_ key: OpaquePointer) {
            self.key = key
        }

        deinit {
            EVP_PKEY_free(key)
        }

        /// Nil if libcrypto cannot (too few bits, no randomness).
        static func generate(bits: Int) -> RSAKey? {
            guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nil) else { return nil }
            defer { EVP_PKEY_CTX_free(context) }
            var key: OpaquePointer?
            guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(bits)) == 1,
                EVP_PKEY_keygen(context, &key) == 1
            else { return nil }
            return checked(key)
        }

        /// Reads `PRIVATE KEY`, `ENCRYPTED PRIVATE KEY` or `RSA PRIVATE KEY`; nil if it is none of RSA or the passphrase is wrong.
        ///
        /// The callback answers in every case: libcrypto's own would ask the terminal.
        static func read(pem: [UInt8], passphrase: String?) -> RSAKey? {
            guard let memory = BIO_new_mem_buf(pem, Int32(pem.count)) else { return nil }
            defer { BIO_free(memory) }
            let secret = Passphrase(Array((passphrase ?? "").utf8))
            let key = PEM_read_bio_PrivateKey(
                memory,
                nil,
                { buffer, size, _, context in
                    guard let buffer, let context else { return -1 }
                    let bytes = Unmanaged<Passphrase>.fromOpaque(context).takeUnretainedValue().bytes
                    guard !bytes.isEmpty, bytes.count <= Int(size) else { return -1 }
                    for (index, byte) in bytes.enumerated() { buffer[index] = CChar(bitPattern: byte) }
                    return Int32(bytes.count)
                },
                Unmanaged.passUnretained(secret).toOpaque()
            )
            ERR_clear_error()
            return checked(key)
        }

        /// Reads PKCS#8 in DER.
        static func read(pkcs8: [UInt8]) -> RSAKey? {
            let key = pkcs8.withUnsafeBufferPointer { bytes in
                var start = bytes.baseAddress
                return d2i_AutoPrivateKey(nil, &start, bytes.count)
            }
            return checked(key)
        }

        private static func checked(_ key: OpaquePointer?) -> RSAKey? {
            guard let key else { return nil }
            guard EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA else {
                EVP_PKEY_free(key)
                return nil
            }
            return RSAKey(key)
        }

        var bits: Int { Int(EVP_PKEY_get_bits(key)) }

        /// PKCS#8 in DER, unencrypted.
        func pkcs8() -> [UInt8] {
            guard let memory = BIO_new(BIO_s_mem()) else { return [] }
            defer { BIO_free(memory) }
            guard i2d_PKCS8PrivateKey_bio(memory, key, nil, nil, 0, nil, nil) == 1 else { return [] }
            var start: UnsafeMutablePointer<CChar>?
            let count = snowline_bio_bytes(memory, &start)
            guard let start, count > 0 else { return [] }
            return Array(UnsafeRawBufferPointer(start: start, count: count))
        }

        /// SubjectPublicKeyInfo.
        func publicKeyDER() -> [UInt8] {
            var output: UnsafeMutablePointer<UInt8>?
            let count = i2d_PUBKEY(key, &output)
            guard let output, count > 0 else { return [] }
            defer { CRYPTO_free(output, "", 0) }
            return Array(UnsafeBufferPointer(start: output, count: Int(count)))
        }

        /// RSASSA-PKCS1-v1_5 over SHA-256; nil if libcrypto refuses.
        func signSHA256(_ message: [UInt8]) -> [UInt8]? {
            guard let context = EVP_MD_CTX_new() else { return nil }
            defer { EVP_MD_CTX_free(context) }
            var count = 0
            guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
                EVP_DigestSign(context, nil, &count, message, message.count) == 1
            else { return nil }
            var signature = [UInt8](repeating: 0, count: count)
            guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else { return nil }
            return Array(signature.prefix(count))
        }
    }

    private final class Passphrase {
        let bytes: [UInt8]
        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }
}
