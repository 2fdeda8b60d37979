import InfraDSL
import Testing

@Suite struct FargateTaskTests {
    private let fixture = StackFixture()
    private let network = Network("Net", in: .test, out: .closed, reaching: [.images, .logs, .secrets])
    private let images = Repository("Images", named: "dbt", in: .test)
    private var token: Secret { Secret("Token", named: "token", .supplied, encryptedBy: fixture.key, purpose: "p") }

    private func task(_ image: ContainerImage? = nil, size: FargateSize = .small, scratch: String = "/scratch")
        -> FargateTask
    {
        FargateTask(
            "Job", running: image ?? images.image(of: "dbt"), in: network, size: size, encryptedBy: fixture.key,
            scratch: scratch, environment: ["A": "b"], secrets: ["TOKEN": token],
            allow: [.publish(to: fixture.alerts)])
    }

    private func refusal(_ task: FargateTask) -> String { fixture.refusal([network, images, token, task]) }

    @Test func `the program is nobody, in a file system it can not write but for one folder`() throws {
        let container = try fixture.properties("Job", [network, images, token, task()]).at("ContainerDefinitions", "0")
        #expect(container?["User"] == "10001:10001")
        #expect(container?["ReadonlyRootFilesystem"] == true)
        #expect(container?["Privileged"] == false)
        #expect(container?.at("LinuxParameters", "Capabilities", "Drop", "0") == "ALL")
        #expect(container?.at("MountPoints", "0", "ContainerPath") == "/scratch")
    }

    @Test func `a secret is named and never shown`() throws {
        let container = try fixture.properties("Job", [network, images, token, task()]).at("ContainerDefinitions", "0")
        #expect(container?.at("Secrets", "0", "ValueFrom")?.shown == "${Token}")
        guard case .list(let shown)? = container?["Environment"] else {
            Issue.record("no environment")
            return
        }
        #expect(shown.map { $0["Name"] } == ["A"])
    }

    @Test func `who starts the program may not do its work, and the other way round`() throws {
        func actions(_ role: String) throws -> [String] {
            let properties = try fixture.properties(role, [network, images, token, task()])
            let actions = properties.texts.compactMap(\.known)
            return actions.filter { $0.contains(":") && !$0.contains("::") }
        }
        #expect(try actions("JobStartRole").contains("ecr:BatchGetImage"))
        #expect(try actions("JobStartRole").contains("secretsmanager:GetSecretValue"))
        #expect(try !actions("JobStartRole").contains("sns:Publish"))
        #expect(try actions("JobRole").contains("sns:Publish"))
        #expect(try !actions("JobRole").contains("secretsmanager:GetSecretValue"))
    }

    @Test func `both roles are assumed for tasks of the account alone`() throws {
        for role in ["JobRole", "JobStartRole"] {
            let trust = try fixture.properties(role, [network, images, token, task()])
                .at("AssumeRolePolicyDocument", "Statement", "0")
            #expect(trust?.at("Principal", "Service") == "ecs-tasks.amazonaws.com")
            #expect(trust?.at("Condition", "StringEquals", "aws:SourceAccount")?.shown == "${AWS::AccountId}")
        }
    }

    @Test func `an image of a folder is a parameter named by its content`() throws {
        let assembly = try fixture.assembly([network, images, token, task()])
        #expect(assembly.template.parameters.map(\.name).contains("ImagesTag"))
        #expect(assembly.images.map(\.folder) == ["dbt"])
    }

    @Test func `what is pulled from elsewhere is pinned`() {
        #expect(refusal(task(.published("public.ecr.aws/x/y:latest"))).contains("is not pinned"))
        #expect(refusal(task(images.image(digest: "sha256:abc"))).contains("is no sha256 digest"))
        let digest = String(repeating: "a", count: 64)
        #expect(throws: Never.self) {
            try fixture.assembly([network, images, token, task(.published("x/y@sha256:\(digest)"))])
        }
    }

    @Test(arguments: [
        (FargateSize(cpu: 512, memory: 512), "Fargate has no 512 MB with 512 CPU units; use 1024 to 4096"),
        (FargateSize(cpu: 300, memory: 1024), "Fargate has no size of 300 CPU units"),
    ])
    func `a size that Fargate does not have is refused`(size: FargateSize, why: String) {
        #expect(refusal(task(size: size)).contains(why))
    }

    @Test(arguments: ["scratch", "/", "/a b", "/a:b"])
    func `what it may write to is a folder`(scratch: String) {
        #expect(refusal(task(scratch: scratch)).contains("is no folder it may write to"))
    }
}
