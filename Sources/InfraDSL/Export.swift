public import CloudFormation

/// A reference that one stack gives away and other stacks of the same environment use, of the same kind on both sides.
///
/// Listed among the outputs of the stack it comes from. CloudFormation holds on to an export that is imported: to retire one, deploy
/// the stacks that use it without it first, then take it away.
public struct Export<Exported: TypedReference>: Sendable {
    /// The output of the stack it comes from.
    public let output: Output
    private let exportName: String

    /// - Parameters:
    ///   - name: the output's name, letters and digits.
    ///   - stack: the name of the stack that lists it.
    public init(
        _ name: StaticString,
        _ value: Exported,
        from stack: String,
        in environment: Environment,
        _ description: String
    ) {
        exportName = "\(stack)-\(environment.name):\(name)"
        output = Output("\(name)", value, description, exportedAs: exportName)
    }

    /// The reference as another stack knows it.
    public var imported: Exported { Exported(Text(.imported(exportName))) }
}
