import CloudFormation

/// Ways in that are shut, ways out that exist.
enum NetworkRules {
    static let all = [openIngress, openEgress, endpointPolicy, unreachable, unreachableTask, cutOff, container]

    private static func isWorld(_ rule: Value) -> Bool {
        rule["CidrIp"]?.literal == "0.0.0.0/0" || rule["CidrIpv6"]?.literal == "::/0"
    }

    static let openIngress = Rule(
        "SL-NET-001", "A port open to the world is tried within minutes.",
        fix: "Name the security group or range that may call.",
        of: ["AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress"]
    ) { group, _ in
        let rules =
            group.type == "AWS::EC2::SecurityGroup"
            ? group["SecurityGroupIngress"]?.items ?? [] : [group.body["Properties"] ?? .map([])]
        return rules.contains(where: isWorld) ? "open to the world" : nil
    }

    static let openEgress = Rule(
        "SL-NET-002", "A group that does not say what may go out lets everything out.",
        fix: "State SecurityGroupEgress, by protocol and port.", of: ["AWS::EC2::SecurityGroup"]
    ) { group, _ in
        guard let rules = group["SecurityGroupEgress"]?.items else { return "what may go out is not stated" }
        let all = rules.contains { isWorld($0) && ["-1", "all"].contains($0["IpProtocol"]?.literal ?? "") }
        return all ? "everything may go out to everywhere" : nil
    }

    static let endpointPolicy = Rule(
        "SL-NET-003", "An endpoint without policy carries data to anybody's buckets, queues and topics.",
        fix: "Set PolicyDocument, and name the resources or bind aws:ResourceAccount.", of: ["AWS::EC2::VPCEndpoint"]
    ) { endpoint, _ in
        let type = endpoint["VpcEndpointType"].map { $0.literal ?? "" } ?? "Gateway"
        let service = endpoint["ServiceName"]?.flat ?? ""
        // Services of others behind PrivateLink, and load balancers, take no policy.
        let takesPolicy = type == "Gateway" || (type == "Interface" && service.isServiceOfAWS)
        return takesPolicy && endpoint["PolicyDocument"] == nil ? "it has no policy" : nil
    }

    private static let services = [
        ("s3:", "s3"), ("secretsmanager:", "secretsmanager"), ("sns:Publish", "sns"), ("dynamodb:", "dynamodb"),
        ("states:", "states"), ("ssm:", "ssm"),
    ]

    static let unreachable = Rule(
        "SL-NET-004", "A function in a private network reaches only services with an endpoint there.",
        fix: "Add the endpoint, or take the function out of the network.", of: ["AWS::Lambda::Function"]
    ) { function, subject in
        guard function["VpcConfig"] != nil, let role = subject.role(of: function),
            !subject.resources(of: "AWS::EC2::VPC").isEmpty, subject.resources(of: "AWS::EC2::NatGateway").isEmpty
        else { return nil }
        let actions = subject.identityStatements(of: role).filter(\.isAllow).flatMap(\.actions)
        let reached = subject.resources(of: "AWS::EC2::VPCEndpoint").compactMap { $0["ServiceName"]?.flat }
        let lacking = services.filter { prefix, service in
            actions.contains { $0.hasPrefix(prefix) } && !reached.contains { $0.hasSuffix(".\(service)") }
        }
        return lacking.isEmpty ? nil : "no endpoint for \(lacking.map(\.1).joined(separator: ", "))"
    }

    /// What Fargate needs to start a task that logs to CloudWatch, when there is no way to the Internet.
    static let unreachableTask = Rule(
        "SL-NET-006", "A task in a private network starts only when its image, its log and its secrets can be reached.",
        fix: "Add the endpoints, or a way out of the network."
    ) { subject in
        guard !subject.resources(of: "AWS::EC2::VPC").isEmpty,
            subject.resources(of: ["AWS::EC2::NatGateway", "AWS::EC2::InternetGateway"]).isEmpty
        else { return [] }
        let reached = subject.resources(of: "AWS::EC2::VPCEndpoint").compactMap { $0["ServiceName"]?.flat }
        return subject.resources(of: "AWS::ECS::TaskDefinition").compactMap { task in
            let containers = task["ContainerDefinitions"]?.items ?? []
            var wanted: [String] = []
            if containers.contains(where: { $0["Image"]?.flat?.isImageOfAWS ?? true }) {
                wanted += ["ecr.api", "ecr.dkr", "s3"]
            }
            if containers.contains(where: { $0["LogConfiguration"]?["LogDriver"]?.literal == "awslogs" }) {
                wanted.append("logs")
            }
            if containers.contains(where: { !($0["Secrets"]?.items.isEmpty ?? true) }) {
                wanted.append("secretsmanager")
            }
            let lacking = wanted.filter { service in !reached.contains { $0.hasSuffix(".\(service)") } }
            return lacking.isEmpty ? nil : Breach(task, "no endpoint for \(lacking.joined(separator: ", "))")
        }
    }

    static let cutOff = Rule(
        "SL-NET-007",
        "S3 has public addresses behind its gateway; a group that lets out to private ranges alone cuts it off.",
        fix: "Let port 443 out to S3's prefix list, or to 0.0.0.0/0 in a network without a way to the Internet.",
        of: ["AWS::Lambda::Function"]
    ) { function, subject in
        let hasGateway = subject.resources(of: "AWS::EC2::VPCEndpoint").contains {
            ($0["VpcEndpointType"].map { $0.literal == "Gateway" } ?? true)
                && $0["ServiceName"]?.flat?.hasSuffix(".s3") ?? false
        }
        guard hasGateway, let role = subject.role(of: function) else { return nil }
        let reads = subject.identityStatements(of: role).contains {
            $0.isAllow && $0.actions.contains { $0.hasPrefix("s3:") }
        }
        let groups = (function.at("VpcConfig", "SecurityGroupIds")?.items ?? []).map { subject.target(of: $0) }
        guard reads, !groups.isEmpty else { return nil }
        for group in groups {
            // Of a group that is not here nothing is known.
            guard let group, let rules = group["SecurityGroupEgress"]?.items else { return nil }
            let isOpen = rules.contains { rule in
                isWorld(rule) || rule["DestinationPrefixListId"] != nil
                    || (rule["CidrIp"].map { $0.literal == nil } ?? false)
            }
            if isOpen { return nil }
        }
        return "none of its security groups lets it reach S3"
    }

    static let container = Rule(
        "SL-ECS-001", "A container that is root, can write its own files or keeps no log is the easy way in.",
        fix: "Set User, ReadonlyRootFilesystem and LogConfiguration, and leave Privileged out."
    ) { subject in
        let tasks = subject.resources(of: "AWS::ECS::TaskDefinition").flatMap { task -> [Breach] in
            (task["ContainerDefinitions"]?.items ?? []).enumerated().compactMap { index, container in
                let faults = [
                    container["Privileged"]?.flag == true ? "is privileged" : nil,
                    ["", "0", "root", "0:0", "root:root"].contains(container["User"]?.flat ?? "")
                        ? "runs as root" : nil,
                    container["ReadonlyRootFilesystem"]?.flag != true ? "may write its root file system" : nil,
                    container["LogConfiguration"] == nil ? "keeps no log" : nil,
                ].compactMap { $0 }
                guard !faults.isEmpty else { return nil }
                let name = container["Name"]?.literal ?? "container \(index)"
                return Breach(
                    task, at: ["Properties", "ContainerDefinitions", "\(index)"],
                    "\(name) \(faults.joined(separator: ", "))")
            }
        }
        let exposed = subject.resources.compactMap { resource -> Breach? in
            var found: Breach?
            resource.body["Properties"]?.walk { path, value in
                if path.last == "AssignPublicIp", value.literal == "ENABLED" {
                    found = Breach(resource, at: ["Properties"] + path, "its task has a public address")
                }
            }
            return found
        }
        return tasks + exposed
    }
}

extension String {
    /// `com.amazonaws.eu-west-1.secretsmanager`, and not `com.amazonaws.vpce.…`, which is somebody else's.
    fileprivate var isServiceOfAWS: Bool { contains("com.amazonaws.") && !contains("com.amazonaws.vpce.") }

    /// An image of a private registry of ECR, or one that a parameter names.
    fileprivate var isImageOfAWS: Bool { contains(".dkr.ecr.") || hasPrefix("${") }
}
