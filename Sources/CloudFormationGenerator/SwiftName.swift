/// Names of Swift made from names of CloudFormation, always the same way.
enum SwiftName {
    /// `BucketName` → `bucketName`, `KMSMasterKeyID` → `kmsMasterKeyID`, `IPv6Native` → `ipv6Native`.
    static func member(_ name: String) -> String {
        let letters = Array(identifier(name))
        if letters.starts(with: "IPv") { return "ipv" + String(letters.dropFirst(3)) }
        let capitals = letters.prefix { $0.isUppercase }.count
        // The last capital of a run begins the next word, unless a digit or the end follows.
        let followedByWord = capitals > 1 && letters.dropFirst(capitals).first?.isLowercase == true
        let lowered = followedByWord ? capitals - 1 : capitals
        return String(letters.prefix(lowered)).lowercased() + String(letters.dropFirst(lowered))
    }

    /// `arnOrId` → `ArnOrId`.
    static func type(_ name: String) -> String {
        let letters = identifier(name)
        return letters.prefix(1).uppercased() + letters.dropFirst()
    }

    /// The type of one item of a list: `Architectures` → `Architecture`, `RuleList` → `Rule`.
    static func item(_ name: String) -> String {
        if name.hasSuffix("List"), name.count > 4 { return String(name.dropLast(4)) }
        if name.hasSuffix("ies") { return String(name.dropLast(3)) + "y" }
        let isPlural = name.hasSuffix("s") && !["ss", "us", "is"].contains { name.hasSuffix($0) }
        return isPlural ? String(name.dropLast()) : name
    }

    /// `aws:kms` → `awsKms`, `GREATER_THAN` → `greaterThan`, `s3:ObjectCreated:*` → `s3ObjectCreatedAll`.
    static func choice(_ word: String) -> String {
        let spelled = word.replacing("*", with: " all ").replacing("+", with: " plus ")
        var result = ""
        for part in spelled.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) }) {
            let isConstant = !part.contains { $0.isLowercase }
            let plain = isConstant ? part.lowercased() : String(part)
            if result.isEmpty {
                result = isConstant ? plain : member(plain)
            } else {
                // Two numbers stay two numbers: x86_64.
                if result.last?.isNumber == true, plain.first?.isNumber == true { result += "_" }
                result += plain.prefix(1).uppercased() + plain.dropFirst()
            }
        }
        if result.isEmpty { return "empty" }
        return result.first?.isNumber == true ? "_" + result : result
    }

    /// The name as it must be written: keywords in back-ticks.
    static func escaped(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

    /// A name that is not taken yet, by a number if need be.
    static func unused(_ name: String, _ taken: inout Set<String>) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(name)_\(number)"
            number += 1
        }
        return candidate
    }

    private static func identifier(_ name: String) -> String {
        let letters = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        let text = String(letters)
        return text.first?.isNumber == true ? "_" + text : text
    }

    /// Swift's reserved words that may not stand as a member name without back-ticks.
    private static let keywords: Set<String> = [
        "Any", "Self", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit",
        "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
        "import",
        "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
        "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
        "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    /// Type names that generated code means otherwise, or that Swift keeps for itself.
    static let reservedTypes: Set<String> = [
        "ARN", "ARNReference", "Any", "AnyARN", "Array", "Bool", "Choice", "Designator", "Dictionary", "Double",
        "GeneratedResource", "ID", "Indirect", "Int", "LogicalID",
        "Name", "Optional", "PropertyMap", "PropertyType", "Protocol", "Reference", "ResourceFacts", "ResourceOptions",
        "Scalar",
        "Self",
        "SourceLocation", "String", "Tag", "Text", "Type", "Value",
    ]

    /// Member names that every resource has already.
    static let reservedByResource: Set<String> = [
        "declared", "entries", "entry", "facts", "file", "id", "init", "line", "logicalID", "options", "properties",
        "ref", "self", "texts",
    ]

    static let reservedByProperty: Set<String> = ["init", "properties", "self"]

    /// Words that a leading dot would take for something else; `.none` would mean no value at all.
    static let reservedChoices: Set<String> = ["Protocol", "Type", "init", "none", "other", "self", "some"]
}
