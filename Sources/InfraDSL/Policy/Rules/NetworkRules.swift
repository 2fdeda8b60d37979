import CloudFormation

/// Ways in that are shut, ways out that exist.
enum NetworkRules {
    static let all = [openIngress, openEgress, gatewayPolicy, unreachable, container]

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

    static let gatewayPolicy = Rule(
        "SL-NET-003", "A gateway endpoint without policy carries data into any bucket of anybody.",
        fix: "Set PolicyDocument and name the buckets.", of: ["AWS::EC2::VPCEndpoint"]
    ) { endpoint, _ in
        let isGateway = endpoint["VpcEndpointType"].map { $0.literal == "Gateway" } ?? true
        return isGateway && endpoint["PolicyDocument"] == nil ? "it has no policy" : nil
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
