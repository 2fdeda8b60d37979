// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension S3 {
    /// `AWS::S3::BucketPolicy`
    public struct BucketPolicy: GeneratedResource {
        public static let type = "AWS::S3::BucketPolicy"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Bucket",
            createOnly: "Bucket",
            permissions: [.create: "s3:GetBucketPolicy s3:PutBucketPolicy", .read: "s3:GetBucketPolicy", .update: "s3:GetBucketPolicy s3:PutBucketPolicy", .delete: "s3:DeleteBucketPolicy s3:GetBucketPolicy", .list: "s3:GetBucketPolicy s3:ListAllMyBuckets"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var bucket: Name<S3.Bucket>
        public var policyDocument: Value

        public init(
            _ logicalID: LogicalID,
            bucket: Name<S3.Bucket>,
            policyDocument: Value,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.bucket = bucket
            self.policyDocument = policyDocument
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Bucket", bucket)
            map.put("PolicyDocument", policyDocument)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }
    }
}
