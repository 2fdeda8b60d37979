/// A text that is known to be one particular thing of a resource: its ARN, its name or its id.
///
/// What it says is seldom known before a deploy, so none of them becomes a `String`. A property says which one it takes, and
/// the compiler refuses the others: the ARN of a topic is no ARN of a queue, and a name is no ARN.
public protocol TypedReference: TextConvertible, Hashable {
    init(_ text: Text)
}

/// Anything whose text can stand in a setting or an output.
public protocol TextConvertible: ValueConvertible, Sendable {
    var text: Text { get }
}

extension TextConvertible {
    public var value: Value { .text(text) }
}

extension Text: TextConvertible {
    public var text: Text { self }
}

extension String: TextConvertible {
    public var text: Text { Text(self) }
}

/// The Amazon Resource Name of any resource.
public protocol ARNReference: TypedReference {}

/// Any of the texts by which a service finds a resource of one type, where it takes several: ARN, name or id.
public protocol Designator<Target>: TypedReference {
    associatedtype Target
}

/// The Amazon Resource Name of a resource of one type.
public struct ARN<Target>: ARNReference, Designator {
    public let text: Text

    public init(_ text: Text) { self.text = text }

    /// The ARN of something that exists outside of the stack.
    public static func existing(_ arn: Text) -> ARN { ARN(arn) }
}

/// The Amazon Resource Name of a resource whose type no property asks for.
public struct AnyARN: ARNReference {
    public let text: Text

    public init(_ text: Text) { self.text = text }

    public init(_ arn: some ARNReference) { text = arn.text }

    /// The ARN of something that exists outside of the stack.
    public static func existing(_ arn: Text) -> AnyARN { AnyARN(arn) }
}

/// The physical name of a resource of one type.
public struct Name<Target>: Designator {
    public let text: Text

    public init(_ text: Text) { self.text = text }

    /// The name of something that exists outside of the stack.
    public static func existing(_ name: Text) -> Name { Name(name) }
}

/// What the provider identifies a resource of one type by, where that is neither name nor ARN: `vpc-0a1b`, the URL of a queue.
public struct ID<Target>: Designator {
    public let text: Text

    public init(_ text: Text) { self.text = text }

    /// The id of something that exists outside of the stack.
    public static func existing(_ id: Text) -> ID { ID(id) }
}

extension Text.Interpolation {
    /// A reference becomes a hole: `Fn::Sub` in a template.
    public mutating func appendInterpolation(_ reference: some TypedReference) { appendInterpolation(reference.text) }

    @available(*, unavailable, message: "say which attribute of the resource is meant, such as its arn or its name")
    public mutating func appendInterpolation(_ resource: some Resource) {}
}

extension TypedReference {
    @available(*, unavailable, message: "join references with interpolation into a Text: \"\\(arn)/*\"")
    public static func + (reference: Self, suffix: String) -> Text { reference.text }

    @available(*, unavailable, message: "join references with interpolation into a Text: \"prefix\\(arn)\"")
    public static func + (prefix: String, reference: Self) -> Text { reference.text }
}

/// Marks what must not become characters before a deploy. Two marks, and an interpolation into `String` for each, make that
/// ambiguous, hence an error; an `unavailable` one would be passed over for the one that takes anything.
public protocol HasNoValueBeforeDeploy {}
/// The second mark of ``HasNoValueBeforeDeploy``.
public protocol WriteItIntoATextAndNotIntoAString {}

extension ARN: HasNoValueBeforeDeploy, WriteItIntoATextAndNotIntoAString {}
extension AnyARN: HasNoValueBeforeDeploy, WriteItIntoATextAndNotIntoAString {}
extension Name: HasNoValueBeforeDeploy, WriteItIntoATextAndNotIntoAString {}
extension ID: HasNoValueBeforeDeploy, WriteItIntoATextAndNotIntoAString {}
extension Text: HasNoValueBeforeDeploy, WriteItIntoATextAndNotIntoAString {}

extension DefaultStringInterpolation {
    /// Not to be called: see ``HasNoValueBeforeDeploy``.
    public mutating func appendInterpolation<T: HasNoValueBeforeDeploy>(_ text: T) {}

    /// Not to be called: see ``HasNoValueBeforeDeploy``.
    public mutating func appendInterpolation<T: WriteItIntoATextAndNotIntoAString>(_ text: T) {}
}
