public import CloudFormation

/// A place for container images: private, encrypted, scanned when they are pushed. A tag never changes what it stands for, and
/// old images go away.
public struct Repository: AWSResource, Adjustable, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public let name: String
    public var adjustments = Adjustments()
    private let key: Key?
    private let kept: Int
    private let isProtected: Bool

    /// - Parameters:
    ///   - name: 2 to 256 lower-case letters and digits, `/ - _ .` between them.
    ///   - kept: how many images are kept; older ones expire.
    public init(
        _ id: LogicalID,
        named name: String,
        in environment: Environment,
        encryptedBy key: Key? = nil,
        keeping kept: Int = 20,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.name = name
        self.key = key
        self.kept = kept
        isProtected = environment.isProtected
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    /// Known from the name, hence no one waits for the repository.
    public var arn: ARN<ECR.Repository> {
        ARN(Text("arn:\(Pseudo.partition):ecr:\(Pseudo.region):\(Pseudo.accountID):repository/\(name)", naming: id))
    }

    /// Where images are pushed to and pulled from, without a tag.
    public var address: Text {
        Text("\(Pseudo.accountID).dkr.ecr.\(Pseudo.region).\(Pseudo.urlSuffix)/\(name)", naming: id)
    }

    /// An image by the digest of its content: `sha256:` and 64 hexadecimal digits.
    public func image(digest: String) -> ContainerImage {
        ContainerImage(
            repository: self, reference: "\(address)@\(digest)", build: nil,
            faults: ContainerImage.isDigest(digest) ? [] : ["\"\(digest.prefix(80))\" is no sha256 digest"])
    }

    /// The image that a folder of the checkout with a `Dockerfile` gives. Its tag is the digest of the folder's content, so
    /// that a change of the folder is a change of the stack; the deployer fills it in.
    public func image(of folder: String) -> ContainerImage {
        let build = ContainerImage.Build(folder: folder, repository: name, tagParameter: "\(id)Tag")
        return ContainerImage(
            repository: self, reference: "\(address):\(Text(.parameter(build.tagParameter)))", build: build)
    }

    /// Limits of ECR (API reference, CreateRepository; user guide, "Lifecycle policies").
    public var faults: [String] {
        var found: [String] = []
        let isName = name.wholeMatch(of: /[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*/) != nil
        if !isName || !(2...256).contains(name.utf8.count) {
            found.append(
                "\"\(name.prefix(60))\" is no name of a repository; use 2 to 256 lower-case letters, digits, / - _ .")
        }
        if !(1...10_000).contains(kept) { found.append("it can not keep \(kept) images; use 1 to 10000") }
        return found
    }

    public var entries: [TemplateEntry] {
        let repository = ECR.Repository(
            logicalID,
            emptyOnDelete: isProtected ? nil : true,
            encryptionConfiguration: key.map { .init(encryptionType: .kms, kmsKey: $0.arn.text) },
            imageScanningConfiguration: .init(scanOnPush: true),
            imageTagMutability: .immutable,
            lifecyclePolicy: .init(lifecyclePolicyText: lifecycle),
            repositoryName: Text(name),
            file: declared.file,
            line: declared.line
        )
        return adjusted([repository.with(.onRemoval(isProtected ? .retain : .delete)).entry])
    }

    private var lifecycle: Text {
        JSONText.encode([
            "rules": [
                [
                    "rulePriority": 1, "description": "Images that lost their tag",
                    "selection": [
                        "tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 7,
                    ],
                    "action": ["type": "expire"],
                ],
                [
                    "rulePriority": 2, "description": "All but the newest",
                    "selection": [
                        "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": .int(kept),
                    ],
                    "action": ["type": "expire"],
                ],
            ]
        ])
    }
}

/// Runs a container.
public protocol RunsImage: AWSResource {
    var image: ContainerImage { get }
}

/// An image that a task runs.
public struct ContainerImage: Sendable {
    /// Where the account keeps it; nil for one of a public registry.
    let repository: Repository?
    let reference: Text
    /// What makes it, where the deployer does.
    let build: Build?
    var faults: [String] = []

    /// How an image comes about.
    public struct Build: Hashable, Sendable {
        /// A folder of the checkout with a `Dockerfile`.
        public let folder: String
        /// The repository's name.
        public let repository: String
        /// The template's parameter for the tag.
        public let tagParameter: String
    }

    /// An image of a public registry, such as `public.ecr.aws/docker/library/python@sha256:…`; pinned by its digest, since whoever
    /// owns a tag can point it elsewhere.
    public static func published(_ reference: String) -> ContainerImage {
        let digest = reference.split(separator: "@", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
        return ContainerImage(
            repository: nil, reference: Text(reference), build: nil,
            faults: isDigest(digest)
                ? [] : ["\(reference.prefix(80)) is not pinned; write it as name@sha256:<64 hexadecimal digits>"])
    }

    static func isDigest(_ text: String) -> Bool { text.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil }
}
