import CloudFormation

/// Roles that lack what their work needs: nothing fails at deploy, and the work is never done.
///
/// A role that is not in the template, or that carries managed policies other than the known ones, may have the right from
/// there: nothing is said of it.
enum PermissionRules {
    static let all = [logs, interfaces, schedule, containerSecrets]

    /// Whether a role of the template surely lacks an action, and on what.
    private static func lacks(_ role: SubjectResource, _ action: String, _ subject: PolicySubject) -> Bool {
        guard !subject.mayHaveMore(role) else { return false }
        return !subject.identityStatements(of: role).contains { $0.isAllow && $0.covers(action) }
    }

    static let logs = Rule(
        "SL-LOG-002", "A function that may not write its logs fails without a word.",
        fix: "Allow the role logs:CreateLogStream and logs:PutLogEvents on the function's log group.",
        of: ["AWS::Lambda::Function"]
    ) { function, subject in
        guard let role = subject.role(of: function) else { return nil }
        let missing = ["logs:CreateLogStream", "logs:PutLogEvents"].filter { lacks(role, $0, subject) }
        return missing.isEmpty ? nil : "its role \(role.id) lacks \(missing.joined(separator: ", "))"
    }

    static let interfaces = Rule(
        "SL-NET-005", "A function in a network needs network interfaces, which its role makes.",
        fix: "Allow the role ec2:CreateNetworkInterface, ec2:DescribeNetworkInterfaces and ec2:DeleteNetworkInterface.",
        of: ["AWS::Lambda::Function"]
    ) { function, subject in
        guard let network = function["VpcConfig"], network["SubnetIds"] != nil, let role = subject.role(of: function)
        else { return nil }
        let missing =
            ["Create", "Delete"].map { "ec2:\($0)NetworkInterface" }
            + ["ec2:DescribeNetworkInterfaces"]
        let lacking = missing.filter { lacks(role, $0, subject) }
        return lacking.isEmpty ? nil : "its role \(role.id) lacks \(lacking.joined(separator: ", "))"
    }

    /// What a schedule or rule needs of its role to start a target, by the target's type.
    private static let starts = [
        "AWS::Lambda::Function": "lambda:InvokeFunction", "AWS::SQS::Queue": "sqs:SendMessage",
        "AWS::SNS::Topic": "sns:Publish", "AWS::ECS::Cluster": "ecs:RunTask",
        "AWS::StepFunctions::StateMachine": "states:StartExecution",
    ]

    static let schedule = Rule(
        "SL-EVT-007", "A schedule starts its target with its role; what the role may not start never runs.",
        fix: "Allow the role the action on the target; for a task of ECS also iam:PassRole on the task's roles."
    ) { subject in
        var found: [Breach] = []
        func check(_ owner: SubjectResource, _ target: Value, at path: [String]) {
            guard let role = target["RoleArn"].flatMap({ subject[$0.referredIDs.first ?? ""] }),
                role.type == "AWS::IAM::Role", let into = subject.target(of: target["Arn"]),
                let action = starts[into.type]
            else { return }
            let missing = [action] + (target["EcsParameters"] == nil ? [] : ["iam:PassRole"])
            let lacking = missing.filter { lacks(role, $0, subject) }
            guard !lacking.isEmpty else { return }
            found.append(Breach(owner, at: path, "its role \(role.id) lacks \(lacking.joined(separator: ", "))"))
        }
        for schedule in subject.resources(of: "AWS::Scheduler::Schedule") {
            if let target = schedule["Target"] { check(schedule, target, at: ["Properties", "Target"]) }
        }
        for rule in subject.resources(of: "AWS::Events::Rule") {
            for (index, target) in (rule["Targets"]?.items ?? []).enumerated() {
                check(rule, target, at: ["Properties", "Targets", "\(index)"])
            }
        }
        return found
    }

    static let containerSecrets = Rule(
        "SL-ECS-002", "A container whose secrets can not be read does not start.",
        fix:
            "Allow the execution role secretsmanager:GetSecretValue on the secret, or ssm:GetParameters on the parameter.",
        of: ["AWS::ECS::TaskDefinition"]
    ) { task, subject in
        let secrets = (task["ContainerDefinitions"]?.items ?? []).flatMap { $0["Secrets"]?.items ?? [] }
        guard !secrets.isEmpty else { return nil }
        guard task["ExecutionRoleArn"] != nil else { return "it takes secrets and has no execution role" }
        guard let role = subject.role(of: task, "ExecutionRoleArn") else { return nil }
        let missing = secrets.compactMap { secret -> String? in
            guard let place = subject.target(of: secret["ValueFrom"]) else { return nil }
            switch place.type {
            case "AWS::SecretsManager::Secret": return "secretsmanager:GetSecretValue"
            case "AWS::SSM::Parameter": return "ssm:GetParameters"
            default: return nil
            }
        }
        guard let action = missing.first(where: { lacks(role, $0, subject) }) else { return nil }
        return "its execution role \(role.id) lacks \(action)"
    }
}

extension PolicySubject {
    /// Whether a role may have rights that the template does not show: of managed policies, or of a function's making.
    func mayHaveMore(_ role: SubjectResource) -> Bool {
        let managed = role["ManagedPolicyArns"]
        if let managed, managed.intrinsic != nil { return true }
        if managed?.items.contains(where: { target(of: $0) == nil }) ?? false { return true }
        return role["Policies"].map { $0.intrinsic != nil || $0.items.contains { $0.intrinsic != nil } } ?? false
    }
}
