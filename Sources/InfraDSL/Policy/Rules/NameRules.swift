import CloudFormation

/// Physical names that the services take (the naming rules of each service).
enum NameRules {
    static let all = [name]

    private struct Form {
        let key: String
        let lengths: ClosedRange<Int>
        /// What may stand in it, beside letters and digits.
        let others: String
        var takesCapitals = true
        var takesPath = false
    }

    private static let forms: [String: Form] = [
        "AWS::S3::Bucket": Form(key: "BucketName", lengths: 3...63, others: "-.", takesCapitals: false),
        "AWS::SQS::Queue": Form(key: "QueueName", lengths: 1...80, others: "-_."),
        "AWS::SNS::Topic": Form(key: "TopicName", lengths: 1...256, others: "-_."),
        "AWS::Lambda::Function": Form(key: "FunctionName", lengths: 1...64, others: "-_", takesPath: true),
        "AWS::IAM::Role": Form(key: "RoleName", lengths: 1...64, others: "-_+=,.@"),
        "AWS::IAM::ManagedPolicy": Form(key: "ManagedPolicyName", lengths: 1...128, others: "-_+=,.@"),
        "AWS::Logs::LogGroup": Form(key: "LogGroupName", lengths: 1...512, others: "-_./#"),
        "AWS::SecretsManager::Secret": Form(key: "Name", lengths: 1...512, others: "-_/+=.@!"),
        "AWS::Events::Rule": Form(key: "Name", lengths: 1...64, others: "-_."),
        "AWS::Scheduler::Schedule": Form(key: "Name", lengths: 1...64, others: "-_."),
        "AWS::StepFunctions::StateMachine": Form(key: "StateMachineName", lengths: 1...80, others: "-_"),
        "AWS::KMS::Alias": Form(key: "AliasName", lengths: 1...256, others: "-_/:"),
        "AWS::ECR::Repository": Form(key: "RepositoryName", lengths: 2...256, others: "-_./", takesCapitals: false),
        "AWS::ECS::Cluster": Form(key: "ClusterName", lengths: 1...255, others: "-_"),
        "AWS::DynamoDB::Table": Form(key: "TableName", lengths: 3...255, others: "-_."),
    ]

    static let name = Rule(
        "SL-NAM-002", "A name that is too long, or has characters that the service does not take, fails the deploy.",
        fix: "Shorten or respell it."
    ) { subject in
        subject.resources.compactMap { resource in
            guard let form = forms[resource.type], let value = resource[form.key], let name = value.flat,
                !name.contains("{{resolve:"), value.intrinsic?.key != "Ref"
            else { return nil }
            return fault(of: name, form).map { Breach(resource, at: ["Properties", form.key], $0) }
        }
    }

    /// Only what stands in the template counts: a hole is taken for nothing, an account for its twelve digits.
    private static func fault(of name: String, _ form: Form) -> String? {
        let filled = name.replacing("${AWS::AccountId}", with: "123456789012")
        let known = Value.withoutHoles(filled)
        let isWhole = known == filled
        if known.utf8.count > form.lengths.upperBound {
            return
                "\(form.key) has \(known.utf8.count) characters at least, and \(form.lengths.upperBound) are the most"
        }
        if isWhole, known.utf8.count < form.lengths.lowerBound {
            return "\(form.key) has \(known.utf8.count) characters, and \(form.lengths.lowerBound) are the least"
        }
        // An ARN in place of a name.
        if form.takesPath, known.hasPrefix("arn:") { return nil }
        let other = known.unicodeScalars.first { scalar in
            let isDigit = ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
            let isCapital = ("A"..."Z").contains(scalar)
            return !isDigit && !(isCapital && form.takesCapitals) && !form.others.unicodeScalars.contains(scalar)
        }
        return other.map { "\(form.key) holds \(shown($0)), which is not taken" }
    }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x21 || scalar.value > 0x7E
            ? "U+\(String(scalar.value, radix: 16, uppercase: true))" : "\"\(scalar)\""
    }
}
