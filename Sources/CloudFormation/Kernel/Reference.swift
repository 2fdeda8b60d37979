/// A value that only a provider can fill in.
public enum Reference: Hashable, Sendable {
    /// One attribute of a resource, by the resource's id; ``refAttribute`` stands for what `Ref` gives.
    case attribute(of: String, String)
    /// Something of the account deployed into.
    case account(Pseudo)
    /// A template parameter, filled by the deployer.
    case parameter(String)
    /// What another stack of the account and region exports under a name (`Fn::ImportValue`).
    case imported(String)
    /// What an intrinsic function gives; the value is its call, such as `{"Fn::Select": …}` (Intrinsic function reference).
    case computed(Value)

    /// The attribute name that renders as `Ref` and not as `Fn::GetAtt`.
    public static let refAttribute = "Ref"

    /// The resource whose attribute this is.
    public var resource: String? {
        if case .attribute(let resource, _) = self { resource } else { nil }
    }
}

/// CloudFormation's pseudo parameters (Pseudo parameters reference).
public enum Pseudo: String, Hashable, Sendable, CaseIterable {
    case accountID = "AWS::AccountId"
    case partition = "AWS::Partition"
    case region = "AWS::Region"
    case stackID = "AWS::StackId"
    case stackName = "AWS::StackName"
    case urlSuffix = "AWS::URLSuffix"
}
