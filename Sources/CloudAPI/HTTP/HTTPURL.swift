/// An absolute http or https address, split but not decoded.
package struct HTTPURL: Sendable, Hashable {
    package var scheme: String
    /// Without brackets if an IPv6 address; lower case.
    package var host: String
    /// Nil if the scheme's own.
    package var port: Int?
    /// Percent-encoded, begins with `/`.
    package var path: String
    /// Percent-encoded, without `?`; nil if there is none.
    package var query: String?

    /// Nil unless the text is scheme, authority without user, optional path and query, and nothing else.
    package init?(_ text: String) {
        let lowered = text.prefix(8).lowercasedASCII.utf8
        scheme = lowered.starts(with: "https://".utf8) ? "https" : "http"
        guard scheme == "https" || lowered.starts(with: "http://".utf8) else { return nil }
        let rest = text.utf8.dropFirst(scheme.utf8.count + 3)
        guard !rest.contains(UInt8(ascii: "#")) else { return nil }
        let authority = Substring(rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
        let tail = rest[authority.endIndex...]
        let pathText = tail.prefix { $0 != UInt8(ascii: "?") }
        path = pathText.isEmpty ? "/" : String(Substring(pathText))
        query = pathText.endIndex == tail.endIndex ? nil : String(Substring(tail[pathText.endIndex...].dropFirst()))

        let hostText: Substring
        let portText: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            hostText = authority[authority.index(after: authority.startIndex)..<end]
            portText = authority[authority.index(after: end)...]
            guard hostText.utf8.allSatisfy({ $0.isHexDigit || $0 == 0x3A || $0 == 0x2E }) else { return nil }
        } else {
            hostText = authority.prefix { $0 != ":" }
            portText = authority[hostText.endIndex...]
            guard hostText.utf8.allSatisfy({ $0.isUnreserved }) else { return nil }
        }
        guard !hostText.isEmpty else { return nil }
        host = String(hostText).lowercasedASCII
        port = nil
        if !portText.isEmpty {
            guard portText.first == ":", let number = UInt16(portText.dropFirst()), number > 0 else { return nil }
            let isDefault = number == (scheme == "https" ? 443 : 80)
            port = isDefault ? nil : Int(number)
        }
    }

    /// What the `Host` field holds: the port only if it is not the scheme's own.
    package var hostField: String {
        let name = host.utf8.contains(0x3A) ? "[\(host)]" : host
        return port.map { "\(name):\($0)" } ?? name
    }

    package var origin: String { "\(scheme)://\(hostField)" }

    /// This very machine, so that plain http does not leave it.
    package var isLoopback: Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Substring.init)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The metadata services of instances and containers: on this machine's own link, never behind a proxy.
    package var isLinkLocal: Bool {
        let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Substring.init)
        if parts.count == 4 { return parts[0] == "169" && parts[1] == "254" && parts.allSatisfy { UInt8($0) != nil } }
        return host == "fd00:ec2::23" || host == "fd00:ec2::254"
    }

    /// https anywhere, plain http only on the loopback: the rule for every address taken from configuration.
    package var isAllowedEndpoint: Bool { scheme == "https" || isLoopback }
}

extension UInt8 {
    /// RFC 3986, 2.3.
    var isUnreserved: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    var isHexDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
