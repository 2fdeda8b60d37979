import CloudAPI

/// Credentials of a container (ECS, EKS Pod Identity, CloudShell, CodeBuild).
struct ContainerEndpoint: Sendable, Hashable {
    let url: String
    /// A file that holds the value of `Authorization`, read anew each time.
    var tokenFile: String?
    /// The value itself, where no file is named.
    var token: String?

    /// Nil when no variable names one.
    init?(_ variables: ProcessVariables) {
        if let path = variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
            url = "http://169.254.170.2" + (path.hasPrefix("/") ? path : "/\(path)")
        } else if let full = variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] {
            url = full
        } else {
            return nil
        }
        tokenFile = variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"]
        token = variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
    }

    func fetch(_ world: SignInWorld) throws -> TimedCredentials {
        guard let address = HTTPURL(url), address.isAllowedEndpoint || address.isLinkLocal else {
            throw SignInProblem(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI is plain http to another machine: \(url)",
                advice: "Only https, this machine, and the link-local addresses of containers are taken.")
        }
        var request = HTTPRequest(url: url, timeout: .seconds(5))
        if let tokenFile {
            guard let text = world.text(tokenFile)?.trimmed, !text.isEmpty else {
                throw SignInProblem("The container's authorization token file \(tokenFile) is missing or empty.")
            }
            request.setHeader("Authorization", text)
        } else if let token {
            request.setHeader("Authorization", token)
        }
        let response: HTTPResponse
        do {
            response = try world.transport.send(request)
        } catch let failure as TransportFailure {
            throw SignInProblem("The container's credentials do not answer: \(failure)")
        }
        guard response.isSuccess, let json = try? JSON.parse(response.body) else {
            throw SignInProblem("The container's credentials answered HTTP \(response.status) without credentials.")
        }
        return try timedCredentials(in: json, from: "The container")
    }
}

/// Credentials of an EC2 instance, by version 2 of its metadata service alone: version 1 answers anybody.
enum InstanceMetadata {
    /// Nil when it may be asked; else why not.
    static func reasonNotToAsk(_ variables: ProcessVariables) -> String? {
        variables["AWS_EC2_METADATA_DISABLED"]?.isYes == true ? "AWS_EC2_METADATA_DISABLED is set" : nil
    }

    static func fetch(_ world: SignInWorld) throws -> TimedCredentials {
        let isV6 = world.variables["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.lowercased() == "ipv6"
        let base =
            world.variables["AWS_EC2_METADATA_SERVICE_ENDPOINT"].map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
            ?? (isV6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254")
        let ask = HTTPRequest(
            method: "PUT", url: "\(base)/latest/api/token",
            headers: [HTTPHeader("X-aws-ec2-metadata-token-ttl-seconds", "21600")], timeout: .seconds(1))
        guard let answer = try? world.transport.send(ask), answer.isSuccess else {
            throw SignInProblem("no instance metadata answers at \(base)")
        }
        let token = HTTPHeader("X-aws-ec2-metadata-token", String(decoding: answer.body, as: UTF8.self))
        let list = "\(base)/latest/meta-data/iam/security-credentials/"
        let names = try text(HTTPRequest(url: list, headers: [token], timeout: .seconds(5)), world)
        guard let role = names.split(whereSeparator: \.isNewline).first.map(String.init), !role.isEmpty else {
            throw SignInProblem("The instance has no role.", advice: "Attach an instance profile to it.")
        }
        let document = try text(
            HTTPRequest(url: list + PercentEncoding.encode(role), headers: [token], timeout: .seconds(5)), world)
        guard let json = try? JSON.parse(Array(document.utf8)), json["Code"]?.string ?? "Success" == "Success" else {
            throw SignInProblem("The instance metadata give no credentials of its role \(role).")
        }
        return try timedCredentials(in: json, from: "The instance metadata")
    }

    private static func text(_ request: HTTPRequest, _ world: SignInWorld) throws -> String {
        let response: HTTPResponse
        do {
            response = try world.transport.send(request)
        } catch let failure as TransportFailure {
            throw SignInProblem("The instance metadata stopped answering: \(failure)")
        }
        guard response.isSuccess else {
            throw SignInProblem(
                response.status == 404
                    ? "The instance has no role." : "The instance metadata answered HTTP \(response.status).")
        }
        return String(decoding: response.body, as: UTF8.self)
    }
}
