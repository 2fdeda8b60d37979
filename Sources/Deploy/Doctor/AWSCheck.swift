import CloudAPI
import CloudCredentials
import CloudFormation
import InfraDSL

/// Who the deployer is in AWS, what it may do there, and whether both clocks agree.
struct AWSCheck {
    let environment: Environment
    let assemblies: [Assembly]

    private static let signIn = "AWS sign-in"

    /// Every step of the search, then who it found.
    func findings(_ real: RealAWS) -> [Observation] {
        var findings = real.search.steps.map { step in
            switch step.outcome {
            case .absent(let reason): Observation(Self.signIn, .note, "\(step.place): \(reason)")
            case .found(let what): Observation(Self.signIn, .ok, "\(step.place): \(what)")
            case .failed(let why):
                Observation(Self.signIn, .failed, "\(step.place): \(why)", advice: real.search.problem?.advice)
            }
        }
        if let end = real.search.provider?.expiration {
            findings.append(
                Observation(
                    Self.signIn, .note, "good until \(end.iso8601), renewed five minutes before where they can be"))
        }
        for (service, endpoint) in real.endpoints.services.sorted(by: { $0.key < $1.key }) {
            findings.append(Observation(Self.signIn, .note, "\(service) is reached at \(endpoint)"))
        }
        if let all = real.endpoints.all { findings.append(Observation(Self.signIn, .note, "AWS is reached at \(all)")) }
        if let bundle = real.endpoints.caBundle {
            findings.append(Observation(Self.signIn, .note, "trusted roots: \(bundle)"))
        }
        let regions = ["AWS_REGION", "AWS_DEFAULT_REGION"].compactMap { ProcessVariables.current[$0] }
        if let other = regions.first, other != environment.region {
            findings.append(
                Observation(
                    Self.signIn, .note,
                    "the environment's region \(environment.region) is used, and not \(other) of AWS_REGION"))
        }
        guard real.search.provider != nil else {
            if !findings.contains(where: { $0.verdict == .failed }) {
                findings.append(
                    Observation(Self.signIn, .failed, "there are no credentials", advice: real.search.problem?.advice))
            }
            return findings
        }
        do {
            return findings + self.findings(try real.configuration())
        } catch {
            return findings + [Observation(Self.signIn, .failed, "\(error)")]
        }
    }

    func findings(_ aws: AWSConfiguration) -> [Observation] {
        let caller: (account: String, arn: String)
        do {
            caller = try STSClient(aws).callerIdentity()
        } catch {
            let failure = Failure(reporting: error)
            return [Observation(Self.signIn, .failed, failure.message, advice: failure.advice)] + clock(aws)
        }
        let isRight = caller.account == environment.account
        let identity = Observation(
            Self.signIn, isRight ? .ok : .failed, "\(caller.arn) in account \(caller.account)",
            advice: isRight
                ? nil
                : "\(environment.name) is account \(environment.account): sign in there, or correct stacks/Environments.swift."
        )
        return [identity] + clock(aws) + (isRight ? permissions(aws, caller.arn) + assetBucket(aws) : [])
    }

    /// Signatures are good for five minutes; the deployer corrects its own clock by the answers, other programs do not.
    private func clock(_ aws: AWSConfiguration) -> [Observation] {
        let address =
            aws.endpoints["STS"] ?? aws.endpoint ?? "https://sts.\(aws.region).\(AWSPartition.suffix(of: aws.region))"
        guard let answer = try? aws.transport.send(HTTPRequest(url: address + "/", timeout: .seconds(5))),
            let theirs = answer.header("Date").flatMap(Timestamp.init(rfc1123:))
        else { return [Observation("clock", .warning, "\(address) does not say what time it is")] }
        let seconds = abs((theirs - aws.clock.now()).components.seconds)
        return [
            Observation(
                "clock", seconds < 60 ? .ok : seconds < 300 ? .warning : .failed,
                "\(seconds) s between this clock and AWS's",
                advice: seconds < 60
                    ? nil : "Set the clock (timedatectl set-ntp true): AWS refuses signatures five minutes off.")
        ]
    }

    /// What the bucket of archives, leases and journals lacks of its protections.
    private func assetBucket(_ aws: AWSConfiguration) -> [Observation] {
        let section = "asset bucket"
        let bucket = AssetBucket(environment, aws)
        do {
            guard try bucket.exists else {
                return [Observation(section, .note, "\(bucket.name) is not there yet; the first deploy makes it")]
            }
            let lacks = try bucket.lacks()
            return AssetBucket.Protection.allCases.filter { $0 != .transport || environment.hosting == .clouds }.map {
                let isThere = !lacks.contains($0)
                return Observation(
                    section, isThere ? .ok : .warning, "\(isThere ? "" : "not so: ")\($0.rawValue) (\(bucket.name))",
                    advice: isThere ? nil : "The next deploy with changes sets it.")
            }
        } catch {
            return [
                Observation(
                    section, .failed, "\(bucket.name): \(Self.code(error))",
                    advice: "A bucket of that name may belong to another account: then nothing is put into it.")
            ]
        }
    }

    private static let section = "AWS permissions"

    /// By IAM's own simulation, which no action is carried out for; where that is not allowed, by reading.
    private func permissions(_ aws: AWSConfiguration, _ arn: String) -> [Observation] {
        let actions = neededActions
        do {
            let denied = try IAMClient(aws).denied(actions, to: try principal(of: arn, aws))
            guard denied.isEmpty else {
                return [
                    Observation(
                        Self.section, .failed,
                        "\(denied.count) of \(actions.count) actions are denied: \(denied.joined(separator: ", "))",
                        advice:
                            "Allow them to \(arn); a permissions boundary or an organisation's policy may deny them too."
                    )
                ]
            }
            return [Observation(Self.section, .ok, "\(actions.count) actions are allowed, says IAM's simulation")]
        } catch {
            return [
                Observation(
                    Self.section, .note, "IAM's simulation is not to be had (\(Self.code(error))); reading instead")
            ]
                + probes(aws)
        }
    }

    /// What the deployer does itself, and what CloudFormation does with its credentials.
    var neededActions: [String] {
        var actions = Set(Self.ownActions)
        for type in Set(assemblies.flatMap { $0.template.entries.map(\.type) }) {
            let permissions = ResourceFacts.of(type)?.permissions ?? [:]
            for operation in [ResourceFacts.Operation.create, .update, .delete] {
                actions.formUnion(permissions[operation] ?? [])
            }
        }
        return actions.sorted()
    }

    private static let ownActions = [
        "cloudformation:CreateChangeSet", "cloudformation:DeleteChangeSet", "cloudformation:DeleteStack",
        "cloudformation:DescribeChangeSet", "cloudformation:DescribeStackEvents", "cloudformation:DescribeStacks",
        "cloudformation:ExecuteChangeSet", "cloudformation:GetTemplate", "cloudformation:ListChangeSets",
        "cloudformation:ListStackResources", "iam:GetRole", "iam:PassRole", "iam:UpdateAssumeRolePolicy",
        "lambda:GetFunction", "lambda:InvokeFunction", "logs:FilterLogEvents", "s3:CreateBucket", "s3:DeleteObject",
        "s3:GetObject", "s3:ListBucket", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration", "s3:PutObject",
        "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue",
    ]

    /// The role behind a session: `arn:aws:sts::1:assumed-role/NAME/who` names no path, so IAM is asked.
    private func principal(of arn: String, _ aws: AWSConfiguration) throws -> String {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[5].hasPrefix("assumed-role/") else { return arn }
        let name = String(parts[5].split(separator: "/")[1])
        return try IAMClient(aws).role(name: name)?.arn ?? "arn:\(parts[1]):iam::\(parts[4]):role/\(name)"
    }

    private func probes(_ aws: AWSConfiguration) -> [Observation] {
        let bucket = "snowline-assets-\(environment.account)-\(environment.region)"
        let stack = assemblies.first?.stack.stackName ?? "snowline"
        let role = "snowline-probe"
        let probes: [(String, () throws -> Void)] = [
            ("cloudformation:DescribeStacks", { _ = try CloudFormationClient(aws).describeStack(stack) }),
            ("s3:ListBucket of \(bucket)", { _ = try S3Client(aws).bucketExists(bucket) }),
            ("iam:GetRole", { _ = try IAMClient(aws).role(name: role) }),
            ("lambda:GetFunction", { _ = try LambdaClient(aws).function(name: role) }),
        ]
        return probes.map { name, probe in
            do {
                try probe()
                return Observation(Self.section, .ok, name)
            } catch {
                return Observation(Self.section, .failed, "\(name): \(Self.code(error))")
            }
        }
    }

    private static func code(_ error: any Error) -> String { (error as? CloudError)?.code ?? "\(error)" }
}
