public import CloudFormation

/// What a statement of a policy speaks of: an ARN, or a pattern of ARNs with `*` and `?` (IAM user guide, "Resource").
public struct ARNPattern: ARNReference, ExpressibleByStringInterpolation {
    public let text: Text

    public init(_ text: Text) { self.text = text }

    /// One resource and no other.
    public init(_ arn: some ARNReference) { text = arn.text }

    public init(stringLiteral value: String) { text = Text(value) }

    public init(stringInterpolation: Text.Interpolation) { text = Text(stringInterpolation: stringInterpolation) }
}
