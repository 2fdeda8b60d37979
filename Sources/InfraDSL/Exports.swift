/// A stack imports InfraDSL alone: the values its resources are made of, and the generated structs, come along.
@_exported public import CloudFormation
