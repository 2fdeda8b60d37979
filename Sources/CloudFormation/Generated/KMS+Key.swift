// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension KMS {
    /// `AWS::KMS::Key`
    public struct Key: GeneratedResource {
        public static let type = "AWS::KMS::Key"
        public static let facts = ResourceFacts(
            primaryIdentifier: "KeyId",
            readOnly: "Arn KeyId",
            writeOnly: "PendingWindowInDays BypassPolicyLockoutSafetyCheck RotationPeriodInDays",
            permissions: [.create: "kms:CreateKey kms:DisableKey kms:EnableKeyRotation kms:PutKeyPolicy kms:TagResource", .read: "kms:DescribeKey kms:GetKeyPolicy kms:GetKeyRotationStatus kms:ListResourceTags", .update: "kms:DescribeKey kms:DisableKey kms:DisableKeyRotation kms:EnableKey kms:EnableKeyRotation kms:ListResourceTags kms:PutKeyPolicy kms:TagResource kms:UntagResource kms:UpdateKeyDescription", .delete: "kms:DescribeKey kms:ScheduleKeyDeletion", .list: "kms:DescribeKey kms:ListKeys"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// Never read back.
        public var bypassPolicyLockoutSafetyCheck: Scalar<Bool>?
        public var description: Text?
        public var enableKeyRotation: Scalar<Bool>?
        public var enabled: Scalar<Bool>?
        public var keyPolicy: Value?
        public var keySpec: KeySpec?
        public var keyUsage: KeyUsage?
        public var multiRegion: Scalar<Bool>?
        public var origin: Origin?
        /// Never read back.
        public var pendingWindowInDays: Scalar<Int>?
        /// Never read back.
        public var rotationPeriodInDays: Scalar<Int>?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            bypassPolicyLockoutSafetyCheck: Scalar<Bool>? = nil,
            description: Text? = nil,
            enableKeyRotation: Scalar<Bool>? = nil,
            enabled: Scalar<Bool>? = nil,
            keyPolicy: Value? = nil,
            keySpec: KeySpec? = nil,
            keyUsage: KeyUsage? = nil,
            multiRegion: Scalar<Bool>? = nil,
            origin: Origin? = nil,
            pendingWindowInDays: Scalar<Int>? = nil,
            rotationPeriodInDays: Scalar<Int>? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.bypassPolicyLockoutSafetyCheck = bypassPolicyLockoutSafetyCheck
            self.description = description
            self.enableKeyRotation = enableKeyRotation
            self.enabled = enabled
            self.keyPolicy = keyPolicy
            self.keySpec = keySpec
            self.keyUsage = keyUsage
            self.multiRegion = multiRegion
            self.origin = origin
            self.pendingWindowInDays = pendingWindowInDays
            self.rotationPeriodInDays = rotationPeriodInDays
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("BypassPolicyLockoutSafetyCheck", bypassPolicyLockoutSafetyCheck)
            map.put("Description", description)
            map.put("EnableKeyRotation", enableKeyRotation)
            map.put("Enabled", enabled)
            map.put("KeyPolicy", keyPolicy)
            map.put("KeySpec", keySpec)
            map.put("KeyUsage", keyUsage)
            map.put("MultiRegion", multiRegion)
            map.put("Origin", origin)
            map.put("PendingWindowInDays", pendingWindowInDays)
            map.put("RotationPeriodInDays", rotationPeriodInDays)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<KMS.Key> { ID<KMS.Key>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<KMS.Key> { ARN<KMS.Key>(Text(.attribute(of: id, "Arn"))) }

        public var keyId: ID<KMS.Key> { ID<KMS.Key>(Text(.attribute(of: id, "KeyId"))) }

        public struct KeySpec: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var symmetricDefault: Self { Self("SYMMETRIC_DEFAULT") }
            public static var rsa2048: Self { Self("RSA_2048") }
            public static var rsa3072: Self { Self("RSA_3072") }
            public static var rsa4096: Self { Self("RSA_4096") }
            public static var eccNistP256: Self { Self("ECC_NIST_P256") }
            public static var eccNistP384: Self { Self("ECC_NIST_P384") }
            public static var eccNistP521: Self { Self("ECC_NIST_P521") }
            public static var eccSecgP256k1: Self { Self("ECC_SECG_P256K1") }
            public static var hmac224: Self { Self("HMAC_224") }
            public static var hmac256: Self { Self("HMAC_256") }
            public static var hmac384: Self { Self("HMAC_384") }
            public static var hmac512: Self { Self("HMAC_512") }
            public static var sm2: Self { Self("SM2") }
            public static var mlDsa44: Self { Self("ML_DSA_44") }
            public static var mlDsa65: Self { Self("ML_DSA_65") }
            public static var mlDsa87: Self { Self("ML_DSA_87") }
            public static var eccNistEdwards25519: Self { Self("ECC_NIST_EDWARDS25519") }
        }

        public struct KeyUsage: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var encryptDecrypt: Self { Self("ENCRYPT_DECRYPT") }
            public static var signVerify: Self { Self("SIGN_VERIFY") }
            public static var generateVerifyMac: Self { Self("GENERATE_VERIFY_MAC") }
            public static var keyAgreement: Self { Self("KEY_AGREEMENT") }
        }

        public struct Origin: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var awsKms: Self { Self("AWS_KMS") }
            public static var external: Self { Self("EXTERNAL") }
        }
    }
}
