/// One element of an AWS answer: its name without prefix, its text, its child elements. Attributes are passed over.
package struct XMLElement: Sendable, Hashable {
    package var name: String
    /// Character data, white space as it came; empty for an element that holds others.
    package var text: String
    package var children: [XMLElement]

    package init(_ name: String, text: String = "", children: [XMLElement] = []) {
        self.name = name
        self.text = text
        self.children = children
    }

    /// The first child of that name.
    package subscript(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
    }

    /// The text at the end of a path of first children.
    package func text(_ path: String...) -> String? {
        path.reduce(self as XMLElement?) { $0?[$1] }?.text
    }

    /// The children of that name.
    package func all(_ name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }

    /// The `member` children of the list of that name, as the Query protocol writes lists.
    package func members(_ list: String) -> [XMLElement] {
        self[list]?.all("member") ?? []
    }

    /// The first element of that name in depth, this one included.
    package func first(_ name: String) -> XMLElement? {
        if self.name == name { return self }
        for child in children {
            if let found = child.first(name) { return found }
        }
        return nil
    }
}

extension XMLElement {
    /// Text as character data. Control characters become references, which is how S3 takes them in keys.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case 0..<0x20: bytes.append(contentsOf: "&#\(byte);".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
