public import CloudFormation

/// A program in a container that runs once when it is asked to: on Fargate, in a private network, as nobody, with a root file
/// system it can not write. It has a cluster of its own, a log, and two roles: one with which ECS starts it, one it works with.
public struct FargateTask: AWSResource, Adjustable, RunsImage, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public let image: ContainerImage
    public var adjustments = Adjustments()
    let network: Network
    private let size: FargateSize
    private let key: Key?
    private let logRetentionDays: Int
    private let command: [String]
    private let scratch: String
    private let environment: [(name: String, value: Text)]
    private let secrets: [(name: String, secret: Secret)]
    private let allow: [Permission]

    /// The name of its only container.
    static let container = "program"

    /// Neither root nor anybody a distribution knows.
    static let user = "10001:10001"

    /// - Parameters:
    ///   - command: what the container runs; the image's own where it is empty.
    ///   - scratch: the one folder it may write to, empty at each start. The image must make it a `VOLUME` of user 10001, since
    ///     Fargate mounts it with the owner it has there (ECS developer guide, "Bind mounts").
    ///   - secrets: read by ECS at the start and handed over in the environment of the program; the template names them only.
    ///   - allow: what the program may do.
    public init(
        _ id: LogicalID,
        running image: ContainerImage,
        in network: Network,
        size: FargateSize = .small,
        encryptedBy key: Key? = nil,
        logRetentionDays: Int = 365,
        command: [String] = [],
        scratch: String = "/scratch",
        environment: KeyValuePairs<String, any TextConvertible> = [:],
        secrets: KeyValuePairs<String, Secret> = [:],
        allow: [Permission],
        file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            id, running: image, in: network, size: size, encryptedBy: key, logRetentionDays: logRetentionDays,
            command: command, scratch: scratch, environment: environment.map { ($0.key, $0.value.text) },
            secrets: secrets.map { ($0.key, $0.value) }, allow: allow,
            declared: SourceLocation(file: file, line: line))
    }

    init(
        _ id: LogicalID,
        running image: ContainerImage,
        in network: Network,
        size: FargateSize,
        encryptedBy key: Key?,
        logRetentionDays: Int,
        command: [String],
        scratch: String,
        environment: [(name: String, value: Text)],
        secrets: [(name: String, secret: Secret)],
        allow: [Permission],
        declared: SourceLocation
    ) {
        logicalID = id
        self.image = image
        self.network = network
        self.size = size
        self.key = key
        self.logRetentionDays = logRetentionDays
        self.command = command
        self.scratch = scratch
        self.environment = environment
        self.secrets = secrets
        self.allow = allow
        self.declared = declared
    }

    public var id: String { logicalID.name }

    /// The task definition with its revision.
    public var arn: ARN<ECS.TaskDefinition> { ARN(Text(.attribute(of: id, Reference.refAttribute))) }

    public var clusterARN: ARN<ECS.Cluster> { ARN(Text(.attribute(of: clusterID.name, "Arn"))) }

    var clusterName: Name<ECS.Cluster> { Name(Text(.attribute(of: clusterID.name, Reference.refAttribute))) }

    /// Where it writes what it does.
    public var log: Log { Log(logGroup) }

    public var parameters: [TemplateParameter] {
        guard let build = image.build else { return [] }
        return [
            TemplateParameter(
                build.tagParameter,
                description: "Tag of the image of \(build.folder)/, named by its content",
                allowedPattern: "[0-9a-f]{64}")
        ]
    }

    public var faults: [String] {
        var found = image.faults + size.faults + allow.flatMap(\.faults)
        if !scratch.hasPrefix("/") || scratch == "/" || scratch.contains(where: { $0 == ":" || $0.isWhitespace }) {
            found.append("\"\(scratch)\" is no folder it may write to; use a path such as /scratch")
        }
        let names = environment.map(\.name) + secrets.map(\.name)
        if Set(names).count < names.count { found.append("two variables of its environment have one name") }
        return found
    }

    private var clusterID: LogicalID { logicalID.child("Cluster") }

    private var logGroup: Logs.LogGroup {
        Logs.LogGroup(
            logicalID.child("Log"), kmsKeyId: key?.arn, retentionInDays: Scalar(logRetentionDays),
            file: declared.file, line: declared.line)
    }

    /// With which ECS pulls the image, reads the secrets and opens the log.
    var starter: Role {
        Role(
            logicalID.child("StartRole"),
            trustedBy: "ecs-tasks.amazonaws.com",
            of: ownTasks,
            allow: [image.repository.map { .pull(from: $0) }].compactMap { $0 } + [.log(to: log.arn)]
                + secrets.map { .read(valueOf: $0.secret) },
            declared: declared)
    }

    /// With which the program works.
    var worker: Role {
        Role(
            logicalID.child("Role"), trustedBy: "ecs-tasks.amazonaws.com", of: ownTasks, allow: allow,
            declared: declared)
    }

    /// ECS assumes both for tasks of this account and region (ECS developer guide, "Task IAM role").
    private var ownTasks: ARNPattern { "arn:\(Pseudo.partition):ecs:\(Pseudo.region):\(Pseudo.accountID):*" }

    public var entries: [TemplateEntry] {
        let cluster = ECS.Cluster(
            clusterID,
            capacityProviders: ["FARGATE"],
            clusterSettings: [.init(name: "containerInsights", value: "enabled")],
            file: declared.file,
            line: declared.line
        )
        return adjusted(
            [cluster.entry, logGroup.with(.onRemoval(.delete)).entry] + starter.entries + worker.entries
                + [definition.entry])
    }

    private var definition: ECS.TaskDefinition {
        ECS.TaskDefinition(
            logicalID,
            containerDefinitions: [program],
            cpu: Text("\(size.cpu)"),
            executionRoleArn: starter.arn,
            memory: Text("\(size.memory)"),
            networkMode: .awsvpc,
            requiresCompatibilities: [.fargate],
            runtimePlatform: .init(cpuArchitecture: .x86_64, operatingSystemFamily: .linux),
            taskRoleArn: worker.arn,
            volumes: [.init(name: "scratch")],
            file: declared.file,
            line: declared.line
        )
    }

    private var program: ECS.TaskDefinition.ContainerDefinition {
        .init(
            image: image.reference,
            name: Text(Self.container),
            command: command.isEmpty ? nil : command.map { Text($0) },
            environment: environment.isEmpty ? nil : environment.map { .init(name: Text($0.name), value: $0.value) },
            essential: true,
            linuxParameters: .init(capabilities: .init(drop: ["ALL"]), initProcessEnabled: true),
            logConfiguration: .init(
                logDriver: "awslogs",
                options: [
                    "awslogs-group": log.name.text, "awslogs-region": "\(Pseudo.region)",
                    "awslogs-stream-prefix": Text(Self.container),
                ]),
            mountPoints: [.init(containerPath: Text(scratch), readOnly: false, sourceVolume: "scratch")],
            privileged: false,
            readonlyRootFilesystem: true,
            secrets: secrets.isEmpty
                ? nil : secrets.map { .init(name: Text($0.name), valueFrom: $0.secret.secretID.text) },
            stopTimeout: 120,
            user: Text(Self.user)
        )
    }
}

extension Permission {
    /// Pulls images of one repository.
    static func pull(from repository: Repository) -> Permission {
        Permission(statements: [
            PolicyStatement(sid: "SignInToImages", actions: ["ecr:GetAuthorizationToken"], resources: ["*"]),
            PolicyStatement(
                sid: "Pull\(repository.id)",
                actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                resources: [.init(repository.arn)]
            ),
        ])
    }

    /// Runs a task, with its roles and no others, in its cluster and no other.
    static func run(_ task: FargateTask) -> Permission {
        Permission(statements: [
            PolicyStatement(
                sid: "Run\(task.id)",
                actions: ["ecs:RunTask"],
                resources: [.init(task.arn)],
                conditions: [.init("ArnEquals", "ecs:cluster", task.clusterARN.text)]
            ),
            PolicyStatement(
                sid: "PassRolesOf\(task.id)",
                actions: ["iam:PassRole"],
                resources: [.init(task.starter.arn), .init(task.worker.arn)],
                conditions: [.init("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com")]
            ),
        ])
    }
}
