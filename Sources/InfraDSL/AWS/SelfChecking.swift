public import CloudFormation

/// A resource that knows limits of its service which no type can state; synth asks it and reports what it says.
public protocol SelfChecking: AWSResource {
    /// What the service would refuse, one sentence each, without the resource's name.
    var faults: [String] { get }
}
