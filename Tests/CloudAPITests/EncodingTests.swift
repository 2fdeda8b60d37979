import CloudAPI
import Foundation
import Testing

@Suite struct EncodingTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ])
    func `Base 64 is that of RFC 4648`(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
        #expect(Base64.decode(encoded.replacingOccurrences(of: "=", with: "")) == Array(text.utf8))
    }

    @Test func `all bytes survive Base 64 in both alphabets`() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 251) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(Base64.decode(Base64.encodeURL(bytes)) == bytes)
            #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
        }
        #expect(Base64.encodeURL([0xFB, 0xFF]) == "-_8")
    }

    @Test(arguments: ["Z", "Zg=", "Zm9v=", "Zm 9v", "Zm9v\n", "=", "====", "Zg==Zg=="])
    func `what is not Base 64 is refused`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func `hexadecimal goes both ways`() {
        #expect(Hex.encode([0, 0x0F, 0xA0, 0xFF]) == "000fa0ff")
        #expect(Hex.decode("000fA0Ff") == [0, 0x0F, 0xA0, 0xFF])
        #expect(Hex.decode("0") == nil)
        #expect(Hex.decode("0g") == nil)
    }

    @Test func `percent encoding leaves the unreserved characters alone`() {
        #expect(PercentEncoding.encode("aZ09-._~") == "aZ09-._~")
        #expect(PercentEncoding.encode("a/b c+ü%*'") == "a%2Fb%20c%2B%C3%BC%25%2A%27")
        #expect(PercentEncoding.encode("a/b c", keepingSlashes: true) == "a/b%20c")
        #expect(PercentEncoding.query([("a", "x y"), ("b", "")]) == "a=x%20y&b=")
    }

    @Test func `decoding happens once`() {
        #expect(
            PercentEncoding.decode("inbox/sales+2025%2B%C3%A9%2541.csv", plusIsSpace: true)
                == "inbox/sales 2025+é%41.csv")
        #expect(PercentEncoding.decode("a+b") == "a+b")
        for text in ["%", "%4", "%4g", "%FF", "%C3"] { #expect(PercentEncoding.decode(text) == nil) }
    }

    @Test func `an address is taken apart`() throws {
        let url = try #require(HTTPURL("HTTPS://Example.COM:443/a%20b?x=1&y"))
        #expect(url.hostField == "example.com")
        #expect(url.path == "/a%20b")
        #expect(url.query == "x=1&y")
        #expect(url.origin == "https://example.com")
        #expect(HTTPURL("http://h:8080")?.hostField == "h:8080")
        #expect(HTTPURL("http://[::1]:81/")?.hostField == "[::1]:81")
        #expect(HTTPURL("http://h?q")?.path == "/")
    }

    @Test(arguments: [
        "", "host", "ftp://h/", "http://", "http:///x", "http://u@h/", "http://u:p@h/", "http://h:0/",
        "http://h:99999/",
        "http://h:x/", "http://h/#f", "http://[::1/", "http://[x]/", "http://h h/",
    ])
    func `what is no plain address is refused`(text: String) {
        #expect(HTTPURL(text) == nil)
    }

    @Test(arguments: [
        ("http://127.0.0.1:4566", true), ("http://127.1.2.3", true), ("http://localhost:1", true),
        ("http://[::1]", true),
        ("https://example.com", true), ("http://example.com", false), ("http://127.0.0.1.example.com", false),
        ("http://localhost.example.com", false), ("http://127.0.0.256", false), ("http://1.127.0.0", false),
        ("http://169.254.169.254", false),
    ])
    func `plain http stays on this machine`(text: String, isAllowed: Bool) {
        #expect(HTTPURL(text)?.isAllowedEndpoint == isAllowed)
    }
}
