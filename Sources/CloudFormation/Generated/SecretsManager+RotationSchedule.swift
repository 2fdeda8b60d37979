// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SecretsManager {
    /// `AWS::SecretsManager::RotationSchedule`
    public struct RotationSchedule: GeneratedResource {
        public static let type = "AWS::SecretsManager::RotationSchedule"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "SecretId",
            readOnly: "Id",
            writeOnly: "RotateImmediatelyOnUpdate HostedRotationLambda HostedRotationLambda/ExcludeCharacters HostedRotationLambda/KmsKeyArn HostedRotationLambda/MasterSecretArn HostedRotationLambda/MasterSecretKmsKeyArn HostedRotationLambda/RotationLambdaName HostedRotationLambda/RotationType HostedRotationLambda/Runtime HostedRotationLambda/SuperuserSecretArn HostedRotationLambda/SuperuserSecretKmsKeyArn HostedRotationLambda/VpcSecurityGroupIds HostedRotationLambda/VpcSubnetIds",
            permissions: [.create: "iam:PassRole lambda:InvokeFunction secretsmanager:DescribeSecret secretsmanager:RotateSecret", .read: "secretsmanager:DescribeSecret", .update: "iam:PassRole lambda:InvokeFunction secretsmanager:DescribeSecret secretsmanager:RotateSecret", .delete: "secretsmanager:CancelRotateSecret secretsmanager:DescribeSecret", .list: "secretsmanager:DescribeSecret secretsmanager:ListSecrets"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var externalSecretRotationMetadata: [ExternalSecretRotationMetadataItem]?
        public var externalSecretRotationRoleArn: ARN<IAM.Role>?
        /// Never read back.
        public var hostedRotationLambda: HostedRotationLambda?
        /// Never read back.
        public var rotateImmediatelyOnUpdate: Scalar<Bool>?
        public var rotationLambdaARN: ARN<Lambda.Function>?
        public var rotationRules: RotationRules?
        /// A change replaces the resource.
        public var secretId: any Designator<SecretsManager.Secret>

        public init(
            _ logicalID: LogicalID,
            secretId: any Designator<SecretsManager.Secret>,
            externalSecretRotationMetadata: [ExternalSecretRotationMetadataItem]? = nil,
            externalSecretRotationRoleArn: ARN<IAM.Role>? = nil,
            hostedRotationLambda: HostedRotationLambda? = nil,
            rotateImmediatelyOnUpdate: Scalar<Bool>? = nil,
            rotationLambdaARN: ARN<Lambda.Function>? = nil,
            rotationRules: RotationRules? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.externalSecretRotationMetadata = externalSecretRotationMetadata
            self.externalSecretRotationRoleArn = externalSecretRotationRoleArn
            self.hostedRotationLambda = hostedRotationLambda
            self.rotateImmediatelyOnUpdate = rotateImmediatelyOnUpdate
            self.rotationLambdaARN = rotationLambdaARN
            self.rotationRules = rotationRules
            self.secretId = secretId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("ExternalSecretRotationMetadata", externalSecretRotationMetadata)
            map.put("ExternalSecretRotationRoleArn", externalSecretRotationRoleArn)
            map.put("HostedRotationLambda", hostedRotationLambda)
            map.put("RotateImmediatelyOnUpdate", rotateImmediatelyOnUpdate)
            map.put("RotationLambdaARN", rotationLambdaARN)
            map.put("RotationRules", rotationRules)
            map.put("SecretId", secretId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<SecretsManager.RotationSchedule> { ID<SecretsManager.RotationSchedule>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<SecretsManager.RotationSchedule> { ID<SecretsManager.RotationSchedule>(Text(.attribute(of: id, "Id"))) }

        public struct ExternalSecretRotationMetadataItem: PropertyType {
            public var key: Text
            public var value: Text

            public init(
                key: Text,
                value: Text
            ) {
                self.key = key
                self.value = value
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Key", key)
                map.put("Value", value)
                return map.value
            }
        }

        public struct HostedRotationLambda: PropertyType {
            public var excludeCharacters: Text?
            public var kmsKeyArn: ARN<KMS.Key>?
            public var masterSecretArn: (any ARNReference)?
            public var masterSecretKmsKeyArn: (any ARNReference)?
            public var rotationLambdaName: Text?
            public var rotationType: Text
            public var runtime: Text?
            public var superuserSecretArn: (any ARNReference)?
            public var superuserSecretKmsKeyArn: (any ARNReference)?
            public var vpcSecurityGroupIds: Text?
            public var vpcSubnetIds: Text?

            public init(
                rotationType: Text,
                excludeCharacters: Text? = nil,
                kmsKeyArn: ARN<KMS.Key>? = nil,
                masterSecretArn: (any ARNReference)? = nil,
                masterSecretKmsKeyArn: (any ARNReference)? = nil,
                rotationLambdaName: Text? = nil,
                runtime: Text? = nil,
                superuserSecretArn: (any ARNReference)? = nil,
                superuserSecretKmsKeyArn: (any ARNReference)? = nil,
                vpcSecurityGroupIds: Text? = nil,
                vpcSubnetIds: Text? = nil
            ) {
                self.excludeCharacters = excludeCharacters
                self.kmsKeyArn = kmsKeyArn
                self.masterSecretArn = masterSecretArn
                self.masterSecretKmsKeyArn = masterSecretKmsKeyArn
                self.rotationLambdaName = rotationLambdaName
                self.rotationType = rotationType
                self.runtime = runtime
                self.superuserSecretArn = superuserSecretArn
                self.superuserSecretKmsKeyArn = superuserSecretKmsKeyArn
                self.vpcSecurityGroupIds = vpcSecurityGroupIds
                self.vpcSubnetIds = vpcSubnetIds
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ExcludeCharacters", excludeCharacters)
                map.put("KmsKeyArn", kmsKeyArn)
                map.put("MasterSecretArn", masterSecretArn)
                map.put("MasterSecretKmsKeyArn", masterSecretKmsKeyArn)
                map.put("RotationLambdaName", rotationLambdaName)
                map.put("RotationType", rotationType)
                map.put("Runtime", runtime)
                map.put("SuperuserSecretArn", superuserSecretArn)
                map.put("SuperuserSecretKmsKeyArn", superuserSecretKmsKeyArn)
                map.put("VpcSecurityGroupIds", vpcSecurityGroupIds)
                map.put("VpcSubnetIds", vpcSubnetIds)
                return map.value
            }
        }

        public struct RotationRules: PropertyType {
            public var automaticallyAfterDays: Scalar<Int>?
            public var duration: Text?
            public var scheduleExpression: Text?

            public init(
                automaticallyAfterDays: Scalar<Int>? = nil,
                duration: Text? = nil,
                scheduleExpression: Text? = nil
            ) {
                self.automaticallyAfterDays = automaticallyAfterDays
                self.duration = duration
                self.scheduleExpression = scheduleExpression
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AutomaticallyAfterDays", automaticallyAfterDays)
                map.put("Duration", duration)
                map.put("ScheduleExpression", scheduleExpression)
                return map.value
            }
        }
    }
}
