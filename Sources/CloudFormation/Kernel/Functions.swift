/// Texts that CloudFormation computes at deploy (Intrinsic function reference). Swift's own operators are for what is known
/// before.
extension Text {
    /// One item of a list, counted from 0.
    public static func select(_ index: Int, from list: Value) -> Text { call("Fn::Select", [.int(index), list]) }

    /// One part of a text that a separator divides, counted from 0.
    public static func part(_ index: Int, of text: some TextConvertible, splitBy separator: String) -> Text {
        select(index, from: .map([.init("Fn::Split", [.text(Text(separator)), text.value])]))
    }

    /// The items of a list as one text.
    public static func join(_ list: Value, by separator: String) -> Text {
        call("Fn::Join", [.text(Text(separator)), list])
    }

    /// One zone of the region that is deployed to, counted from 0.
    public static func availabilityZone(_ index: Int) -> Text {
        select(index, from: .map([.init("Fn::GetAZs", "")]))
    }

    /// One of `count` equal blocks of a network, counted from 0; `hostBits` are left to each.
    public static func block(_ index: Int, of count: Int, in network: Text, hostBits: Int) -> Text {
        select(index, from: .map([.init("Fn::Cidr", [.text(network), .int(count), .int(hostBits)])]))
    }

    public static func base64(_ text: Text) -> Text { call("Fn::Base64", .text(text)) }

    /// One text or another, as a condition turns out.
    public static func when(_ condition: Condition, _ text: Text, otherwise other: Text) -> Text {
        call("Fn::If", [.text(condition.mention), .text(text), .text(other)])
    }

    static func call(_ function: String, _ arguments: Value) -> Text {
        Text(.computed(.map([.init(function, arguments)])))
    }
}

extension TypedReference {
    /// One of two references of the same kind, as a condition turns out.
    public static func when(_ condition: Condition, _ reference: Self, otherwise other: Self) -> Self {
        Self(.when(condition, reference.text, otherwise: other.text))
    }
}

/// A value that CloudFormation reads from a store at deploy, so that it stands in no template (Dynamic references).
public enum DynamicReference {
    /// A secret's text, or the value under one key of its JSON.
    public static func secret(_ secret: any Designator<SecretsManager.Secret>, key: String = "") -> Text {
        "{{resolve:secretsmanager:\(secret.text):SecretString:\(key)}}"
    }

    /// A parameter of the Systems Manager; the latest version where none is named.
    public static func parameter(_ name: Name<SSM.Parameter>, version: Int? = nil) -> Text {
        "{{resolve:ssm:\(name)\(version.map { ":\($0)" } ?? "")}}"
    }

    /// An encrypted parameter of the Systems Manager; only some properties take one (Dynamic references, `ssm-secure`).
    public static func secureParameter(_ name: Name<SSM.Parameter>, version: Int? = nil) -> Text {
        "{{resolve:ssm-secure:\(name)\(version.map { ":\($0)" } ?? "")}}"
    }
}
