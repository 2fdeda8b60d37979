extension PolicyCase {
    static let templates = [
        PolicyCase("SL-TPL-001", resource("AWS::SQS", "{}"), replacing: "AWS::SQS", with: "AWS::SQS::Queue"),
        PolicyCase(
            "SL-TPL-001", bad: "{Resource: {A: {Type: 'AWS::SQS::Queue'}}}",
            good: "{Resources: {A: {Type: 'AWS::SQS::Queue'}}}"),
        PolicyCase(
            "SL-TPL-002", resource("AWS::SQS::Queue", "{QueueName: !Sub 'a-${Nobody}-${!x}'}"), replacing: "Nobody",
            with: "AWS::Region"),
        PolicyCase(
            "SL-TPL-002", resource("AWS::SQS::Queue", "{}, DependsOn: [Nobody]"), replacing: "[Nobody]", with: "[]"),
        PolicyCase(
            "SL-TPL-003",
            "{Resources: {A: {Type: 'AWS::SQS::Queue', Properties: {QueueName: !GetAtt B.QueueName}}, B: {Type: 'AWS::SQS::Queue', DependsOn: A}}}",
            replacing: ", DependsOn: A", with: ""),
        PolicyCase(
            "SL-TPL-004", resource("AWS::SQS::Queue", "{QueueName: !Join ['-']}"), replacing: "['-']",
            with: "['-', [a, b]]"),
        PolicyCase(
            "SL-TPL-004", resource("AWS::SQS::Queue", "{QueueName: {'Fn::Nothing': a}}"), replacing: "Fn::Nothing",
            with: "Fn::ImportValue"),
        PolicyCase(
            "SL-TPL-005", bad: "{Resources: {a-b: {Type: 'AWS::SQS::Queue'}}}",
            good: "{Resources: {ab: {Type: 'AWS::SQS::Queue'}}}"),
    ]

    static let shapes = [
        PolicyCase(
            "SL-TPL-001", bad: "{Resources: {A: {Type: 'AWS::SQS::Queue'}}, Output: {}}",
            good: "{Resources: {A: {Type: 'AWS::SQS::Queue'}}, Outputs: {}}"),
        PolicyCase(
            "SL-TPL-002", "{Resources: {A: {Type: 'AWS::SQS::Queue', Condition: C}}, Conditions: {D: !Equals [a, b]}}",
            replacing: "Condition: C}", with: "Condition: D}"),
        PolicyCase(
            "SL-TPL-002", resource("AWS::SQS::Queue", "{}", more: ", S: {Type: 'AWS::SQS::Queue', DependsOn: Q}"),
            replacing: "DependsOn: Q", with: "DependsOn: R"),
        PolicyCase(
            "SL-TPL-002", resource("AWS::SQS::Queue", "{QueueName: !FindInMap [M, a, c]}}}, Mappings: {M: {a: {b: c}"),
            replacing: "a, c]", with: "a, b]"),
        PolicyCase(
            "SL-TPL-002",
            "{Conditions: {C: !Not [!Condition D], E: !Equals [a, b]}, Resources: {A: {Type: 'AWS::SQS::Queue'}}}",
            replacing: "Condition D", with: "Condition E"),
        PolicyCase(
            "SL-TPL-002", resource("AWS::SQS::Queue", "{QueueName: !Ref 'AWS::Regoin'}"), replacing: "Regoin",
            with: "Region"),
        PolicyCase(
            "SL-TPL-002", "{Conditions: {C: !Equals [!Ref A, b]}, Resources: {A: {Type: 'AWS::SQS::Queue'}}}",
            replacing: "!Ref A", with: "!Ref 'AWS::Region'"),
        PolicyCase(
            "SL-TPL-004", resource("AWS::SQS::Queue", "{QueueName: !Select [2, [a, b]]}"), replacing: "[2", with: "[1"),
        PolicyCase(
            "SL-TPL-004", resource("AWS::SQS::Queue", "{QueueName: !Join [[a], [a]]}"), replacing: "[[a]", with: "['a'"),
        PolicyCase(
            "SL-TPL-004", resource("AWS::SQS::Queue", "{QueueName: {'Fn::Jion': ['', []]}}"), replacing: "Jion",
            with: "Join"),
        PolicyCase(
            "SL-TPL-006",
            resource(
                "AWS::SQS::Queue", "{}", more: ", S: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !GetAtt R.Ran}}"),
            replacing: "R.Ran", with: "R.Arn"),
        PolicyCase(
            "SL-TPL-006",
            resource(
                "AWS::SQS::Queue", "{}",
                more: ", S: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Sub 'x${R.Name}'}}"),
            replacing: "R.Name", with: "R.QueueName"),
        PolicyCase(
            "SL-TPL-007", resource("AWS::SQS::Queue", "{}, DependOn: R"), replacing: ", DependOn: R", with: ""),
        PolicyCase(
            "SL-TPL-007", resource("AWS::SQS::Queue", "{}, DeletionPolicy: Keep"), replacing: "Keep", with: "Retain"),
        PolicyCase(
            "SL-TPL-008", resource("AWS::SQS::Queue", "{}}}, Parameters: {P: {Type: Sting"), replacing: "Sting",
            with: "String"),
        PolicyCase(
            "SL-TPL-008",
            resource("AWS::SQS::Queue", "{}}}, Parameters: {P: {Type: String, Default: a, AllowedValues: [b]"),
            replacing: "[b]", with: "[a]"),
        PolicyCase(
            "SL-TPL-010",
            "{Resources: {R: {Type: 'AWS::SQS::Queue'}}, Conditions: {C: {'Fn::Or': [a, b], 'Fn::Not': [c]}}}",
            replacing: "{'Fn::Or': [a, b], 'Fn::Not': [c]}", with: "!Equals [a, b]"),
        PolicyCase(
            "SL-TPL-010",
            "{Resources: {R: {Type: 'AWS::SQS::Queue'}}, Conditions: {C: !Not [!Condition D], D: !Not [!Condition C]}}",
            replacing: "!Not [!Condition C]", with: "!Equals [a, b]"),
        PolicyCase(
            "SL-TPL-009", resource("AWS::SQS::Queue", "{}}}, Outputs: {P: {Vlaue: a"), replacing: "Vlaue", with: "Value"
        ),
    ]
}
