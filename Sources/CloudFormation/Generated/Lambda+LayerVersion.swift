// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Lambda {
    /// `AWS::Lambda::LayerVersion`
    public struct LayerVersion: GeneratedResource {
        public static let type = "AWS::Lambda::LayerVersion"
        public static let facts = ResourceFacts(
            primaryIdentifier: "LayerVersionArn",
            createOnly: "CompatibleRuntimes LicenseInfo CompatibleArchitectures LayerName Description Content",
            readOnly: "LayerVersionArn",
            writeOnly: "Content",
            permissions: [.create: "lambda:PublishLayerVersion s3:GetObject s3:GetObjectVersion", .read: "lambda:GetLayerVersion", .delete: "lambda:DeleteLayerVersion lambda:GetLayerVersion", .list: "lambda:ListLayerVersions"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var compatibleArchitectures: [CompatibleArchitecture]?
        /// A change replaces the resource.
        public var compatibleRuntimes: [CompatibleRuntime]?
        /// A change replaces the resource. Never read back.
        public var content: Content
        /// A change replaces the resource.
        public var description: Text?
        /// A change replaces the resource.
        public var layerName: Text?
        /// A change replaces the resource.
        public var licenseInfo: Text?

        public init(
            _ logicalID: LogicalID,
            content: Content,
            compatibleArchitectures: [CompatibleArchitecture]? = nil,
            compatibleRuntimes: [CompatibleRuntime]? = nil,
            description: Text? = nil,
            layerName: Text? = nil,
            licenseInfo: Text? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.compatibleArchitectures = compatibleArchitectures
            self.compatibleRuntimes = compatibleRuntimes
            self.content = content
            self.description = description
            self.layerName = layerName
            self.licenseInfo = licenseInfo
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("CompatibleArchitectures", compatibleArchitectures)
            map.put("CompatibleRuntimes", compatibleRuntimes)
            map.put("Content", content)
            map.put("Description", description)
            map.put("LayerName", layerName)
            map.put("LicenseInfo", licenseInfo)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<Lambda.LayerVersion> { ARN<Lambda.LayerVersion>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var layerVersionArn: ARN<Lambda.LayerVersion> { ARN<Lambda.LayerVersion>(Text(.attribute(of: id, "LayerVersionArn"))) }

        public struct CompatibleArchitecture: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var arm64: Self { Self("arm64") }
            public static var x86_64: Self { Self("x86_64") }
        }

        public struct CompatibleRuntime: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var dotnet10: Self { Self("dotnet10") }
            public static var dotnet6: Self { Self("dotnet6") }
            public static var dotnet8: Self { Self("dotnet8") }
            public static var dotnetcore1_0: Self { Self("dotnetcore1.0") }
            public static var dotnetcore2_0: Self { Self("dotnetcore2.0") }
            public static var dotnetcore2_1: Self { Self("dotnetcore2.1") }
            public static var dotnetcore3_1: Self { Self("dotnetcore3.1") }
            public static var go1X: Self { Self("go1.x") }
            public static var java11: Self { Self("java11") }
            public static var java11Al2023: Self { Self("java11.al2023") }
            public static var java17: Self { Self("java17") }
            public static var java17Al2023: Self { Self("java17.al2023") }
            public static var java21: Self { Self("java21") }
            public static var java25: Self { Self("java25") }
            public static var java8: Self { Self("java8") }
            public static var java8Al2: Self { Self("java8.al2") }
            public static var java8Al2023: Self { Self("java8.al2023") }
            public static var nodejs: Self { Self("nodejs") }
            public static var nodejs10X: Self { Self("nodejs10.x") }
            public static var nodejs12X: Self { Self("nodejs12.x") }
            public static var nodejs14X: Self { Self("nodejs14.x") }
            public static var nodejs16X: Self { Self("nodejs16.x") }
            public static var nodejs18X: Self { Self("nodejs18.x") }
            public static var nodejs20X: Self { Self("nodejs20.x") }
            public static var nodejs22X: Self { Self("nodejs22.x") }
            public static var nodejs24X: Self { Self("nodejs24.x") }
            public static var nodejs26X: Self { Self("nodejs26.x") }
            public static var nodejs4_3: Self { Self("nodejs4.3") }
            public static var nodejs4_3Edge: Self { Self("nodejs4.3-edge") }
            public static var nodejs6_10: Self { Self("nodejs6.10") }
            public static var nodejs8_10: Self { Self("nodejs8.10") }
            public static var provided: Self { Self("provided") }
            public static var providedAl2: Self { Self("provided.al2") }
            public static var providedAl2023: Self { Self("provided.al2023") }
            public static var python2_7: Self { Self("python2.7") }
            public static var python3_10: Self { Self("python3.10") }
            public static var python3_11: Self { Self("python3.11") }
            public static var python3_12: Self { Self("python3.12") }
            public static var python3_13: Self { Self("python3.13") }
            public static var python3_14: Self { Self("python3.14") }
            public static var python3_15: Self { Self("python3.15") }
            public static var python3_6: Self { Self("python3.6") }
            public static var python3_7: Self { Self("python3.7") }
            public static var python3_8: Self { Self("python3.8") }
            public static var python3_9: Self { Self("python3.9") }
            public static var ruby2_5: Self { Self("ruby2.5") }
            public static var ruby2_7: Self { Self("ruby2.7") }
            public static var ruby3_2: Self { Self("ruby3.2") }
            public static var ruby3_3: Self { Self("ruby3.3") }
            public static var ruby3_4: Self { Self("ruby3.4") }
            public static var ruby4_0: Self { Self("ruby4.0") }
        }

        public struct Content: PropertyType {
            public var s3Bucket: Name<S3.Bucket>
            public var s3Key: Text
            public var s3ObjectStorageMode: S3ObjectStorageMode?
            public var s3ObjectVersion: Text?

            public init(
                s3Bucket: Name<S3.Bucket>,
                s3Key: Text,
                s3ObjectStorageMode: S3ObjectStorageMode? = nil,
                s3ObjectVersion: Text? = nil
            ) {
                self.s3Bucket = s3Bucket
                self.s3Key = s3Key
                self.s3ObjectStorageMode = s3ObjectStorageMode
                self.s3ObjectVersion = s3ObjectVersion
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("S3Bucket", s3Bucket)
                map.put("S3Key", s3Key)
                map.put("S3ObjectStorageMode", s3ObjectStorageMode)
                map.put("S3ObjectVersion", s3ObjectVersion)
                return map.value
            }

            public struct S3ObjectStorageMode: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var copy: Self { Self("COPY") }
                public static var reference: Self { Self("REFERENCE") }
            }
        }
    }
}
