import CloudAPI
import TestSupport
import Testing

@testable import CloudCredentials

@Suite struct CredentialSearchTests {
    private static let key = ["AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s"]

    @Test func `the environment comes before every profile but one named on the command line`() throws {
        let files = [FakeWorld.credentials: "[default]\naws_access_key_id=AKIAFILE\naws_secret_access_key=x\n"]
        let variables = Self.key.merging(["AWS_PROFILE": "default"]) { $1 }
        let world = FakeWorld(variables, files: files)
        #expect(try world.search().provider?.current().accessKeyID == "AKIAENV")
        #expect(try world.search("default").provider?.current().accessKeyID == "AKIAFILE")
    }

    @Test func `nothing anywhere names each place once`() {
        let search = FakeWorld().search()
        #expect(search.provider == nil)
        let message = search.problem?.message ?? ""
        for place in ["environment:", "web identity:", "profile default:", "container:", "instance metadata:"] {
            #expect(message.components(of: place) == 1, "\(place) in \(message)")
        }
        #expect(message.components(of: "credentials") < 4)
    }

    @Test func `half an access key is said and not taken`() {
        let search = FakeWorld(["AWS_ACCESS_KEY_ID": "AKIAENV"]).search()
        #expect(search.problem?.message.contains("AWS_ACCESS_KEY_ID is set without its other half") == true)
    }

    @Test func `an unknown profile ends the search and lists those there are`() {
        let search = FakeWorld(["AWS_PROFILE": "prd"], files: [FakeWorld.config: "[profile prod]\nregion=x\n"]).search()
        #expect(search.problem?.message == "There is no AWS profile \"prd\".")
        #expect(search.problem?.advice == "There are: prod.")
    }

    @Test func `a profile with a region only is passed over, but not when it is named`() {
        let world = FakeWorld(Self.key, files: [FakeWorld.config: "[default]\nregion=eu-west-1\n"])
        #expect(world.search().provider != nil)
        #expect(world.search("default").problem?.message == "Profile default names no credentials.")
    }

    @Test func `a role is taken on with its source, external id, duration and the digits of the device`() throws {
        let world = FakeWorld(
            ["AWS_PROFILE": "prod", "USER": "ana b/"],
            files: [
                FakeWorld.config: """
                [profile base]
                [profile prod]
                role_arn = arn:aws:iam::222222222222:role/deploy
                source_profile = base
                external_id = e-1
                duration_seconds = 7200
                mfa_serial = arn:aws:iam::1:mfa/ana
                """,
                FakeWorld.credentials: "[base]\naws_access_key_id=AKIABASE\naws_secret_access_key=x\n",
            ], exchanges: [.sts("AssumeRole")], answer: "123456\n")
        let search = world.search()
        #expect(try search.provider?.current().accessKeyID == "ASIAROLE")
        let request = try #require(world.transport.requests.first)
        let fields = form(request)
        #expect(fields["ExternalId"] == "e-1" && fields["DurationSeconds"] == "7200" && fields["TokenCode"] == "123456")
        #expect(fields["RoleSessionName"] == "snowline-anab")
        #expect(request.header("Authorization")?.contains("AKIABASE") == true)
        #expect(
            search.steps.last?.outcome
                == .found(
                    "role arn:aws:iam::222222222222:role/deploy, taken on with access key AKIABASE of profile base"))
    }

    @Test func `roles are chained through profiles, and a circle is named`() throws {
        let chain = """
            [profile a]
            role_arn = arn:aws:iam::1:role/a
            source_profile = b
            [profile b]
            role_arn = arn:aws:iam::1:role/b
            source_profile = c
            [profile c]
            aws_access_key_id = AKIAC
            aws_secret_access_key = x
            [profile d]
            role_arn = arn:aws:iam::1:role/d
            source_profile = e
            [profile e]
            role_arn = arn:aws:iam::1:role/e
            source_profile = d
            [profile f]
            role_arn = arn:aws:iam::1:role/f
            source_profile = f
            aws_access_key_id = AKIAF
            aws_secret_access_key = x
            """
        let world = FakeWorld(
            files: [FakeWorld.config: chain],
            exchanges: [.sts("AssumeRole", key: "ASIAB"), .sts("AssumeRole", key: "ASIAA")])
        #expect(try world.search("a").provider?.current().accessKeyID == "ASIAA")
        #expect(world.transport.requests.map { $0.header("Authorization")?.contains("ASIAB") } == [false, true])
        #expect(FakeWorld(files: [FakeWorld.config: chain]).search("d").problem?.message.contains("d → e → d") == true)
        let own = FakeWorld(files: [FakeWorld.config: chain], exchanges: [.sts("AssumeRole")])
        #expect(own.search("f").provider != nil)
    }

    @Test func `a role that is refused ends the search: nobody deploys as somebody else`() {
        let world = FakeWorld(
            files: [
                FakeWorld.config: """
                [default]
                role_arn = arn:aws:iam::1:role/a
                credential_source = EcsContainer
                """
            ],
            exchanges: [])
        let search = world.search()
        #expect(search.provider == nil)
        #expect(search.problem?.message.contains("no AWS_CONTAINER_CREDENTIALS_…_URI is set") == true)
    }

    @Test func `MFA without anybody to ask says what to do`() {
        let world = FakeWorld(
            files: [
                FakeWorld.config: """
                [default]
                role_arn = arn:aws:iam::1:role/a
                credential_source = Environment
                mfa_serial = arn:aws:iam::1:mfa/ana
                [profile x]
                source_profile = default
                """
            ])
        let search = FakeWorld(Self.key, files: [FakeWorld.config: world.file(FakeWorld.config) ?? ""]).search(
            "default")
        #expect(search.problem?.message.contains("nobody is here to type it") == true)
    }

    @Test func `credential_process is run without a shell, and its end is believed`() throws {
        let output =
            #"{"Version":1,"AccessKeyId":"AKIAP","SecretAccessKey":"s","SessionToken":"t","Expiration":"2025-01-11T08:30:00Z"}"#
        let config = "[default]\ncredential_process = /opt/get 'one two' $(touch x)\n"
        let world = FakeWorld(files: [FakeWorld.config: config], output: output)
        let search = world.search()
        #expect(try search.provider?.current().accessKeyID == "AKIAP")
        #expect(world.commands == [["/opt/get", "one two", "$(touch", "x)"]])
        world.clock.advance(by: .seconds(1600))
        _ = try search.provider?.current()
        #expect(world.commands.count == 2, "renewed before its end")
    }

    @Test func `a process that prints something else is said, and its output is not`() {
        let world = FakeWorld(
            files: [FakeWorld.config: "[default]\ncredential_process = get\n"], output: "SECRET-OUTPUT")
        let problem = world.search().problem
        #expect(problem?.message.contains("printed something else") == true)
        #expect(problem?.description.contains("SECRET-OUTPUT") == false)
    }

    @Test func `web identity sends its token unsigned`() throws {
        let world = FakeWorld(
            ["AWS_WEB_IDENTITY_TOKEN_FILE": "/var/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/ci"],
            files: ["/var/token": "ey.token\n"], exchanges: [.sts("AssumeRoleWithWebIdentity")])
        #expect(try world.search().provider?.current().sessionToken == "t")
        let request = try #require(world.transport.requests.first)
        #expect(form(request)["WebIdentityToken"] == "ey.token")
        #expect(request.header("Authorization") == nil)
    }

    @Test func `container credentials carry the token of the file, read anew each time`() throws {
        let answer = #"{"AccessKeyId":"ASIAC","SecretAccessKey":"s","Token":"t","Expiration":"2025-01-11T08:10:00Z"}"#
        let world = FakeWorld(
            [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/var/pod",
            ], files: ["/var/pod": "one\n"],
            exchanges: [.init("GET", "/v1/credentials", .status(200, [:], answer))])
        #expect(try world.search().provider?.current().accessKeyID == "ASIAC")
        #expect(world.transport.requests.first?.header("Authorization") == "one")
    }

    @Test func `container credentials over plain http from elsewhere are not asked for`() {
        let world = FakeWorld(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://evil.example/"])
        #expect(world.search().problem?.message.contains("plain http to another machine") == true)
        #expect(world.transport.requests.isEmpty)
    }

    @Test func `the instance is asked by version 2 of its metadata alone`() throws {
        let document =
            #"{"Code":"Success","AccessKeyId":"ASIAI","SecretAccessKey":"s","Token":"t","Expiration":"2025-01-11T14:00:00Z"}"#
        let world = FakeWorld(
            ["AWS_EC2_METADATA_DISABLED": "false"],
            exchanges: [
                .init("PUT", "/latest/api/token", .status(200, [:], "TOKEN")),
                .init("GET", "/security-credentials/", .status(200, [:], "deployer\n")),
                .init("GET", "/security-credentials/deployer", .status(200, [:], document)),
            ])
        #expect(try world.search().provider?.current().accessKeyID == "ASIAI")
        #expect(world.transport.requests.dropFirst().allSatisfy { $0.header("X-aws-ec2-metadata-token") == "TOKEN" })
    }

    @Test func `a source that fails for a moment leaves the credentials that are still good`() throws {
        let first =
            #"{"AccessKeyId":"ASIAC","SecretAccessKey":"s","Token":"t","Expiration":"2025-01-11T08:10:00Z"}"#
        let world = FakeWorld(
            ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2"],
            exchanges: [
                .init("GET", "169.254.170.2/v2", .status(200, [:], first)),
                .init("GET", "169.254.170.2/v2", .status(500)), .init("GET", "169.254.170.2/v2", .status(500)),
            ])
        let provider = try #require(world.search().provider)
        world.clock.advance(by: .seconds(400))
        #expect(try provider.current().accessKeyID == "ASIAC")
        world.clock.advance(by: .seconds(300))
        #expect(throws: SignInProblem.self) { try provider.current() }
    }

    @Test func `credentials that a service calls expired are fetched again, those without an end are not`() throws {
        let answer = { (key: String) in
            #"{"AccessKeyId":"\#(key)","SecretAccessKey":"s","Token":"t","Expiration":"2025-01-11T10:00:00Z"}"#
        }
        let world = FakeWorld(
            ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2"],
            exchanges: ["ONE", "TWO"].map { .init("GET", "/v2", .status(200, [:], answer($0))) })
        let provider = try #require(world.search().provider)
        provider.refuse(try provider.current())
        #expect(try provider.current().accessKeyID == "TWO")
        let fixed = try #require(FakeWorld(Self.key).search().provider)
        fixed.refuse(try fixed.current())
        #expect(try fixed.current().accessKeyID == "AKIAENV")
    }

    @Test func `endpoints of services win over the one for all, and may be switched off`() {
        let config = """
            [default]
            services = here
            endpoint_url = http://127.0.0.1:1
            ca_bundle = /etc/corp.pem
            [services here]
            cloudformation =
              endpoint_url = http://127.0.0.1:2
            """
        let read = { (variables: [String: String]) in
            EndpointSettings(
                FakeWorld(variables, files: [FakeWorld.config: config]).world, profile: nil,
                services: ["S3", "CLOUDFORMATION"])
        }
        #expect(read([:]).services == ["CLOUDFORMATION": "http://127.0.0.1:2"])
        #expect(read([:]).all == "http://127.0.0.1:1")
        #expect(read([:]).caBundle == "/etc/corp.pem")
        #expect(read(["AWS_ENDPOINT_URL": "http://127.0.0.1:3"]).services.isEmpty)
        #expect(read(["AWS_ENDPOINT_URL_S3": "http://127.0.0.1:4"]).services["S3"] == "http://127.0.0.1:4")
        #expect(read(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"]).all == nil)
        #expect(read(["AWS_CA_BUNDLE": "/my.pem"]).caBundle == "/my.pem")
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
