import CloudAPI
import Foundation
import InfraDSL
import Stacks

/// The embedded clouds: MiniStack as AWS and the emulator in `local/` as Snowflake, two processes on this machine.
struct LocalClouds: Sendable {
    let settings: LocalSettings
    private let checkout: Checkout
    private let aws: DetachedProcess
    private let snowflake: DetachedProcess

    init(_ checkout: Checkout) throws {
        self.checkout = checkout
        settings = try LocalSettings(checkout)
        aws = DetachedProcess("aws", mark: "ministack", in: settings.folder)
        snowflake = DetachedProcess("snowflake", mark: "emulator", in: settings.folder)
    }

    /// Starts what does not run and waits until it answers; returns at once when all does.
    func start() throws {
        try PythonEnvironment.aws(checkout).prepare()
        try PythonEnvironment.snowflake(checkout).prepare()
        try FileManager.default.createDirectory(at: settings.folder, withIntermediateDirectories: true)
        try makeDeployerKey()
        // Both ports before either start: a refusal leaves nothing running for nothing.
        try refuseForeign(settings.awsPort, "SNOWLINE_AWS_PORT", aws)
        try refuseForeign(settings.snowflakePort, "SNOWLINE_SNOWFLAKE_PORT", snowflake)
        if aws.pid == nil { try startAWS() }
        try wait(for: aws, awsHealth)
        let credentials = try LocalCredentials(settings).prepare()
        if snowflake.pid == nil { try startSnowflake(credentials) }
        try wait(for: snowflake, snowflakeHealth)
    }

    /// Ends both; the Snowflake first, since it reads from the AWS. The names of those that ran.
    func stop() -> [String] { [snowflake, aws].filter { $0.stop() }.map(\.name) }

    /// What runs, and where.
    var status: [CloudStatus] {
        [
            CloudStatus(
                name: "aws", pid: aws.pid.map(Int.init), endpoint: settings.awsEndpoint, answers: answers(awsHealth),
                log: aws.logFile.path),
            CloudStatus(
                name: "snowflake", pid: snowflake.pid.map(Int.init), endpoint: settings.snowflakeEndpoint,
                answers: answers(snowflakeHealth), log: snowflake.logFile.path),
        ]
    }

    struct CloudStatus: Sendable {
        let name: String
        let pid: Int?
        let endpoint: String
        let answers: Bool
        let log: String
    }

    private var awsHealth: String { settings.awsEndpoint + "/_ministack/health" }

    private var snowflakeHealth: String { settings.snowflakeEndpoint + "/_emulator/health" }

    private func startAWS() throws {
        Console.step("starting the embedded AWS on \(settings.awsEndpoint)")
        let state = settings.folder.appending(path: "aws")
        let temporary = state.appending(path: "tmp")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        var variables = inherited
        variables.merge([
            "AUTH": "true", "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": "\(settings.awsPort)",
            "IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0", "MINISTACK_REGION": Environment.local.region,
            "AWS_ENDPOINT_URL": settings.awsEndpoint, "TMPDIR": temporary.path,
            "STATE_DIR": state.appending(path: "state").path, "S3_DATA_DIR": state.appending(path: "s3").path,
            "LAMBDA_EXECUTOR": "local", "PERSIST_STATE": "1", "S3_PERSIST": "1",
        ]) { $1 }
        let program = PythonEnvironment.aws(checkout).program("ministack")
        try aws.start([program], environment: variables)
    }

    private func startSnowflake(_ credentials: AWSCredentials) throws {
        Console.step("starting the embedded Snowflake on \(settings.snowflakeEndpoint)")
        var variables = inherited
        variables.merge([
            "PYTHONPATH": checkout.path("local"), "PYTHONDONTWRITEBYTECODE": "1",
            "AWS_ACCESS_KEY_ID": credentials.accessKeyID, "AWS_SECRET_ACCESS_KEY": credentials.secretAccessKey,
        ]) { $1 }
        try snowflake.start(
            [
                PythonEnvironment.snowflake(checkout).program("python"), "-m", "emulator",
                "--port", "\(settings.snowflakePort)", "--state", settings.folder.appending(path: "snowflake").path,
                "--account", Environment.local.snowflake.identifier, "--admin-user", LocalSettings.snowflakeUser,
                "--admin-public-key", settings.deployerPublicKey.path,
                "--aws-endpoint", settings.awsEndpoint, "--region", Environment.local.region,
            ],
            environment: variables)
    }

    /// What a server needs of this command's environment; credentials and proxies stay outside.
    private var inherited: [String: String] {
        let names = ["PATH", "HOME", "LANG", "LC_ALL", "USER", "LD_LIBRARY_PATH"]
        return ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
    }

    private func makeDeployerKey() throws {
        if FileManager.default.isReadableFile(atPath: settings.deployerKey.path),
            FileManager.default.isReadableFile(atPath: settings.deployerPublicKey.path)
        {
            return
        }
        let key = try PrivateKey.generateRSA()
        try checkout.write(key.pkcs8PEM(), to: ".snowline/local/deployer.p8", privately: true)
        let der = Base64.encode(key.publicKeyDER())
        try checkout.write(
            "-----BEGIN PUBLIC KEY-----\n\(der)\n-----END PUBLIC KEY-----\n", to: ".snowline/local/deployer.pub")
    }

    /// A port on which something listens that we did not start belongs to somebody else, whatever it speaks.
    private func refuseForeign(_ port: Int, _ variable: String, _ process: DetachedProcess) throws {
        // A program of ours that was killed a moment ago may still be letting go of its port.
        for _ in 0..<30 {
            guard process.pid == nil, LoopbackPort.isTaken(port) else { return }
            usleep(100_000)
        }
        throw Failure(
            "Port \(port) is taken by a program that this checkout did not start.",
            advice: "End that program, or choose another port with \(variable).", code: .busy)
    }

    private func wait(for process: DetachedProcess, _ health: String) throws {
        for _ in 0..<300 {
            if answers(health) { return }
            guard process.pid != nil else { break }
            usleep(100_000)
        }
        let words = process.lastWords()
        process.stop()
        throw Failure(
            "The embedded \(process.name) did not start. Its last lines:\n\(words)",
            advice: "The whole log is \(process.logFile.path).")
    }

    private func answers(_ url: String) -> Bool { (try? get(url))?.isSuccess ?? false }

    private func get(_ url: String) throws -> HTTPResponse {
        try CurlTransport.shared.send(HTTPRequest(url: url, timeout: .seconds(2)))
    }
}
