/// Percent encoding (RFC 3986) as AWS signs it: all but the unreserved characters, capital digits.
package enum PercentEncoding {
    /// - Parameter keepingSlashes: for a path; a slash of the data then stands as a slash.
    package static func encode(_ text: String, keepingSlashes: Bool = false) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte.isUnreserved || (keepingSlashes && byte == UInt8(ascii: "/")) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(Hex.digit(byte >> 4, upperCase: true))
                bytes.append(Hex.digit(byte & 15, upperCase: true))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes once; nil for a bad escape or bytes that are not UTF-8.
    ///
    /// - Parameter plusIsSpace: the form encoding, which keys in S3 event notifications use.
    package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var source = Array(text.utf8)[...]
        bytes.reserveCapacity(source.count)
        while let byte = source.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = source.popFirst().flatMap(Hex.value), let low = source.popFirst().flatMap(Hex.value)
                else { return nil }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// `name=value` pairs joined by `&`, in the order given.
    package static func query(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }
}
