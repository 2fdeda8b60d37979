import CloudFormation

/// The state machine of a transform (Amazon States Language with JSONata).
extension Transform {
    var machine: StepFunctions.StateMachine {
        StepFunctions.StateMachine(
            logicalID,
            roleArn: machineRole.arn,
            definition: definition,
            stateMachineName: machineName,
            stateMachineType: .standard,
            file: declared.file,
            line: declared.line
        )
    }

    var machineRole: Role {
        Role(
            logicalID.child("Role"),
            trustedBy: "states.amazonaws.com",
            of: machineARN,
            allow: [.run(task), .follow(task), .publish(to: alarming), .see(machineARN)],
            declared: declared)
    }

    private var machineARN: ARN<StepFunctions.StateMachine> {
        ARN(
            "arn:\(Pseudo.partition):states:\(Pseudo.region):\(Pseudo.accountID):stateMachine:\(machineName)")
    }

    /// A run waits behind the one before it, and behind one that somebody started elsewhere. A run that finds another waiting is done at once: the other begins later than this
    /// one came, so it sees everything this one would.
    private var definition: Value {
        [
            "Comment": .text("\(id): one run at a time, and an alert for each that fails."),
            "QueryLanguage": "JSONata",
            "StartAt": "Settle",
            // Long enough for two runs that wait for one another and then time out themselves.
            "TimeoutSeconds": .int(timeLimit * 60 * 3 + 600),
            "States": [
                "Settle": ["Type": "Wait", "Seconds": .int(Self.settling), "Next": "LookAround"],
                "LookAround": lookAround,
                "TakeTurn": [
                    "Type": "Choice",
                    "Choices": [
                        ["Condition": "{% $states.input.ahead = 0 %}", "Next": "Run"],
                        ["Condition": "{% $states.input.ahead > 1 %}", "Next": "Covered"],
                    ],
                    "Default": "Wait",
                ],
                "Wait": ["Type": "Wait", "Seconds": 60, "Next": "LookAround"],
                "Covered": ["Type": "Succeed"],
                "Run": run,
                "Done": ["Type": "Succeed"],
                "Judge": [
                    "Type": "Choice",
                    "Choices": [
                        ["Condition": "{% $states.input.Exit = 6 %}", "Next": "Busy"],
                        ["Condition": "{% $states.input.Exit in [1, 7] %}", "Next": "Failed"],
                    ],
                    "Default": "Tell",
                ],
                "Busy": ["Type": "Wait", "Seconds": 300, "Next": "Run"],
                "Tell": tell,
                "Failed": [
                    "Type": "Fail", "Error": "{% $states.input.Error %}", "Cause": "{% $states.input.Cause %}",
                ],
            ],
        ]
    }

    /// Seconds until a new execution is surely in the list of executions, which is eventually consistent.
    private static let settling = 10

    /// How many executions that still run began before this one; the list has the newest first. -1 where this one is not in it.
    private var lookAround: Value {
        let ahead: Text = """
            {% $reduce([$states.result.Executions.ExecutionArn], function($n, $arn) \
            { $arn = $states.context.Execution.Id ? 0 : ($n < 0 ? -1 : $n + 1) }, -1) %}
            """
        return [
            "Type": "Task",
            "Resource": "arn:\(Pseudo.partition):states:::aws-sdk:sfn:listExecutions",
            "Arguments": ["StateMachineArn": "{% $states.context.StateMachine.Id %}", "StatusFilter": "RUNNING"],
            "Output": ["ahead": .text(ahead)],
            "Retry": [
                ["ErrorEquals": ["States.ALL"], "IntervalSeconds": 5, "MaxAttempts": 6, "BackoffRate": 2]
            ],
            "Catch": [caught(next: "Tell")],
            "Next": "TakeTurn",
        ]
    }

    /// Tried again only where no container was started: what a run left undone the next one does, but one that fails by itself
    /// would only fail again.
    private var run: Value {
        [
            "Type": "Task",
            "Resource": "arn:\(Pseudo.partition):states:::ecs:runTask.sync",
            "TimeoutSeconds": .int(timeLimit * 60),
            "Arguments": [
                "Cluster": task.clusterARN.value,
                "TaskDefinition": task.arn.value,
                "LaunchType": "FARGATE",
                "PropagateTags": "TASK_DEFINITION",
                "NetworkConfiguration": [
                    "AwsvpcConfiguration": [
                        "AssignPublicIp": "DISABLED",
                        "Subnets": task.network.subnetIDs.value,
                        "SecurityGroups": [task.network.groupID.value],
                    ]
                ],
            ],
            "Retry": [
                [
                    "ErrorEquals": ["ECS.AmazonECSException", "ECS.ServerException", "ECS.ThrottlingException"],
                    "IntervalSeconds": 30, "MaxAttempts": 4, "BackoffRate": 2,
                ]
            ],
            "Catch": [caught(next: "Judge")],
            "Next": "Done",
        ]
    }

    /// What is known of an error. Of ECS's answer, a page of JSON, the reason and the exit code are what people can use.
    private func caught(next: Text) -> Value {
        let exit: Text = """
            {% ($exit := $match($string($states.errorOutput.Cause), /"ExitCode":([0-9]+)/)[0].groups[0]; \
            $exit ? $number($exit) : -1) %}
            """
        let reason: Text = """
            {% ($reason := $match($string($states.errorOutput.Cause), /"StoppedReason":"([^"]*)"/)[0].groups[0]; \
            $reason ? $reason : 'No reason was given') %}
            """
        let cause: Text = """
            {% $states.errorOutput.Cause ? $substring($string($states.errorOutput.Cause), 0, 2000) : 'none given' %}
            """
        return [
            "ErrorEquals": ["States.ALL"],
            "Output": [
                "Error": "{% $states.errorOutput.Error %}", "Cause": .text(cause), "Exit": .text(exit),
                "Reason": .text(reason),
            ],
            "Next": .text(next),
        ]
    }

    /// The alert for what the program could not tell itself.
    private var tell: Value {
        let message: Text = """
            {% 'A run of the transform failed.\\n\\n' \
            & 'What:       \(id) of \(Pseudo.stackName)\\n' \
            & 'Why:        ' & $states.input.Error & '. ' & $states.input.Reason \
            & ($states.input.Exit >= 0 ? '. Exit code ' & $states.input.Exit : '') & '\\n' \
            & 'Log:        group \(task.log.name)\\n' \
            & 'Execution:  ' & $states.context.Execution.Id & '\\n' \
            & 'What to do: Read the log; mend the cause; the next run does what this one left, or start one by hand.\\n' %}
            """
        return [
            "Type": "Task",
            "Resource": "arn:\(Pseudo.partition):states:::sns:publish",
            "Arguments": [
                "TopicArn": alarming.arn.value,
                "Subject": "[snowline] transform failed: \(Pseudo.stackName)",
                "Message": .text(message),
            ],
            "Output": "{% $states.input %}",
            "Retry": [
                ["ErrorEquals": ["States.ALL"], "IntervalSeconds": 5, "MaxAttempts": 4, "BackoffRate": 2]
            ],
            "Next": "Failed",
        ]
    }
}

extension Permission {
    /// Sees a task end, and stops it at its time limit, by an event rule that Step Functions keeps for the purpose
    /// (Step Functions developer guide, "IAM policies for calling Amazon ECS").
    fileprivate static func follow(_ task: FargateTask) -> Permission {
        let account: Text = "\(Pseudo.region):\(Pseudo.accountID)"
        return Permission(statements: [
            PolicyStatement(
                sid: "Follow\(task.id)",
                actions: ["ecs:DescribeTasks", "ecs:StopTask"],
                resources: ["arn:\(Pseudo.partition):ecs:\(account):task/\(task.clusterName)/*"]
            ),
            PolicyStatement(
                sid: "HearOf\(task.id)",
                actions: ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
                resources: [
                    "arn:\(Pseudo.partition):events:\(account):rule/StepFunctionsGetEventsForECSTaskRule"
                ]
            ),
        ])
    }

    /// Sees which executions of a state machine run.
    fileprivate static func see(_ machine: ARN<StepFunctions.StateMachine>) -> Permission {
        Permission(statements: [
            PolicyStatement(sid: "SeeRuns", actions: ["states:ListExecutions"], resources: [.init(machine)])
        ])
    }
}
