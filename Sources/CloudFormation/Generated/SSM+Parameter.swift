// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SSM {
    /// `AWS::SSM::Parameter`
    public struct Parameter: GeneratedResource {
        public static let type = "AWS::SSM::Parameter"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Name",
            createOnly: "Name",
            readOnly: "Arn",
            writeOnly: "Description Tier AllowedPattern Policies",
            permissions: [.create: "ssm:AddTagsToResource ssm:GetParameters ssm:PutParameter", .read: "ssm:GetParameters ssm:ListTagsForResource", .update: "ssm:AddTagsToResource ssm:GetParameters ssm:PutParameter ssm:RemoveTagsFromResource", .delete: "ssm:DeleteParameter", .list: "ssm:DescribeParameters"],
            tagProperty: "Tags",
            tagShape: .map
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// Never read back.
        public var allowedPattern: Text?
        public var dataType: DataType?
        /// Never read back.
        public var description: Text?
        /// A change replaces the resource.
        public var name: Text?
        /// Never read back.
        public var policies: Text?
        public var tags: [String: Text]?
        /// Never read back.
        public var tier: Tier?
        public var type: TypeChoice
        public var value: Text

        public init(
            _ logicalID: LogicalID,
            type: TypeChoice,
            value: Text,
            allowedPattern: Text? = nil,
            dataType: DataType? = nil,
            description: Text? = nil,
            name: Text? = nil,
            policies: Text? = nil,
            tags: [String: Text]? = nil,
            tier: Tier? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.allowedPattern = allowedPattern
            self.dataType = dataType
            self.description = description
            self.name = name
            self.policies = policies
            self.tags = tags
            self.tier = tier
            self.type = type
            self.value = value
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AllowedPattern", allowedPattern)
            map.put("DataType", dataType)
            map.put("Description", description)
            map.put("Name", name)
            map.put("Policies", policies)
            map.put("Tags", tags)
            map.put("Tier", tier)
            map.put("Type", type)
            map.put("Value", value)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<SSM.Parameter> { Name<SSM.Parameter>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<SSM.Parameter> { ARN<SSM.Parameter>(Text(.attribute(of: id, "Arn"))) }

        public struct DataType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var text: Self { Self("text") }
            public static var awsEc2Image: Self { Self("aws:ec2:image") }
        }

        public struct Tier: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var standard: Self { Self("Standard") }
            public static var advanced: Self { Self("Advanced") }
            public static var intelligentTiering: Self { Self("Intelligent-Tiering") }
        }

        public struct TypeChoice: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var string: Self { Self("String") }
            public static var stringList: Self { Self("StringList") }
        }
    }
}
