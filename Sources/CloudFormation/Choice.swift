/// One word of a list that the schema gives: `.enabled`, `.arm64`.
///
/// A struct and no `enum`, so that a word AWS adds tomorrow neither breaks a `switch` nor waits for a new schema:
/// `.other("Brand-New")` takes any text, a reference included. No literal becomes a choice by itself: a misspelt word
/// must not compile.
public protocol Choice: ValueConvertible, Hashable, Sendable {
    /// The word as CloudFormation spells it.
    var text: Text { get }
    init(_ text: Text)
}

extension Choice {
    public var value: Value { .text(text) }

    /// A word that the schema does not list, or a reference to one.
    public static func other(_ text: Text) -> Self { Self(text) }
}
