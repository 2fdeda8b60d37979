import CloudAPI
import TestSupport
import Testing

@Suite struct CloudFormationClientTests {
    private func form(_ fixture: AWSFixture, _ index: Int) -> [String: String] {
        let pairs = String(decoding: fixture.transport.requests[index].body, as: UTF8.self).split(separator: "&").map {
            $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { PercentEncoding.decode($0) ?? "?" }
        }
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    }

    private func answer(_ operation: String, _ body: String) -> ScriptedTransport.Exchange {
        .init(
            "POST", "https://cloudformation.eu-west-1.amazonaws.com/",
            .status(
                200, [:],
                "<\(operation)Response><\(operation)Result>\(body)</\(operation)Result></\(operation)Response>"))
    }

    @Test func `a change set is asked for with flattened lists`() throws {
        let fixture = try AWSFixture([answer("CreateChangeSet", "<Id>arn:cs</Id><StackId>arn:s</StackId>")])
        let id = try CloudFormationClient(fixture.configuration).createChangeSet(
            stack: "s", name: "c1", type: .create, template: .body("{ü: &}"),
            parameters: [.init("A", "1=2&3"), .init("B", "")],
            capabilities: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
            tags: [.init("k", "v")], onStackFailure: "DELETE")
        #expect(id == "arn:cs")
        #expect(
            form(fixture, 0) == [
                "Action": "CreateChangeSet", "Version": "2010-05-15", "StackName": "s", "ChangeSetName": "c1",
                "ChangeSetType": "CREATE", "TemplateBody": "{ü: &}", "Parameters.member.1.ParameterKey": "A",
                "Parameters.member.1.ParameterValue": "1=2&3", "Parameters.member.2.ParameterKey": "B",
                "Parameters.member.2.ParameterValue": "", "Capabilities.member.1": "CAPABILITY_IAM",
                "Capabilities.member.2": "CAPABILITY_NAMED_IAM", "Tags.member.1.Key": "k", "Tags.member.1.Value": "v",
                "OnStackFailure": "DELETE", "ClientToken": "c1",
            ])
    }

    private func change(_ id: String) -> String {
        "<member><Type>Resource</Type><ResourceChange><Action>Modify</Action><LogicalResourceId>\(id)</LogicalResourceId>"
            + "<ResourceType>AWS::S3::Bucket</ResourceType><Replacement>True</Replacement><Scope><member>Tags</member></Scope>"
            + "<Details><member><Target><Attribute>Properties</Attribute><Name>BucketName</Name><AfterValue>b</AfterValue>"
            + "</Target><ChangeSource>DirectModification</ChangeSource></member></Details></ResourceChange></member>"
    }

    @Test func `all pages of a change set are read`() throws {
        let fixture = try AWSFixture([
            answer("DescribeChangeSet", "<Changes>\(change("A"))</Changes><NextToken>n</NextToken>"),
            answer("DescribeChangeSet", "<Changes>\(change("B"))</Changes><Status>CREATE_COMPLETE</Status>"),
        ])
        let description = try CloudFormationClient(fixture.configuration).describeChangeSet("arn:cs")
        #expect(description.changes.map(\.logicalResourceID) == ["A", "B"])
        #expect(description.status == "CREATE_COMPLETE")
        let first = try #require(description.changes.first)
        #expect(first.replacement == "True")
        #expect(first.scope == ["Tags"])
        #expect(first.details.map(\.name) == ["BucketName"])
        #expect(first.details[0].afterValue == "b")
        #expect(form(fixture, 0)["NextToken"] == nil)
        #expect(form(fixture, 1)["NextToken"] == "n")
        #expect(form(fixture, 1)["IncludePropertyValues"] == "true")
    }

    @Test func `what is left out for the sake of values is filled in`() throws {
        let warning = "[WARN] --include-property-values option can return incomplete ChangeSet data"
        let fixture = try AWSFixture([
            answer("DescribeChangeSet", "<Changes>\(change("A"))</Changes><StatusReason>\(warning)</StatusReason>"),
            answer("DescribeChangeSet", "<Changes>\(change("A"))\(change("B"))</Changes>"),
        ])
        let description = try CloudFormationClient(fixture.configuration).describeChangeSet("arn:cs")
        #expect(description.changes.map(\.logicalResourceID) == ["A", "B"])
        #expect(form(fixture, 1)["IncludePropertyValues"] == nil)
    }

    @Test(arguments: [
        ("FAILED", "The submitted information didn't contain changes. Submit different information", true),
        ("FAILED", "No updates are to be performed.", true), ("FAILED", "Template error", false),
        ("CREATE_COMPLETE", "No updates are to be performed.", false), ("FAILED", "", false),
    ])
    func `an empty change set is told from a failed one`(status: String, reason: String, isEmpty: Bool) throws {
        let body = "<Status>\(status)</Status><StatusReason>\(reason)</StatusReason>"
        let fixture = try AWSFixture([answer("DescribeChangeSet", body)])
        #expect(try CloudFormationClient(fixture.configuration).describeChangeSet("c").hasNoChanges == isEmpty)
    }

    private func events(_ ids: [String], _ next: String = "") -> ScriptedTransport.Exchange {
        let members = ids.map { "<member><EventId>\($0)</EventId><ClientRequestToken>t</ClientRequestToken></member>" }
        return answer("DescribeStackEvents", "<StackEvents>\(members.joined())</StackEvents>\(next)")
    }

    @Test func `events are read no further back than asked`() throws {
        let fixture = try AWSFixture([
            events(["e5", "e4"], "<NextToken>n1</NextToken>"), events(["e3", "e2"], "<NextToken>n2</NextToken>"),
            events(["e2", "e1"]),
        ])
        let client = CloudFormationClient(fixture.configuration)
        #expect(try client.events(of: "s", since: "e3").map(\.id) == ["e5", "e4"])
        #expect(try client.events(of: "s", since: nil).map(\.id) == ["e2", "e1"])
        #expect(form(fixture, 1)["NextToken"] == "n1")
        #expect(form(fixture, 2)["NextToken"] == nil)
    }

    @Test func `a missing stack is nil, another fault of validation is an error`() throws {
        let fixture = try AWSFixture([
            .init("POST", "/", .queryError(400, "ValidationError", "Stack with id s does not exist")),
            .init("POST", "/", .queryError(400, "ValidationError", "1 validation error detected")),
        ])
        let client = CloudFormationClient(fixture.configuration)
        #expect(try client.describeStack("s") == nil)
        #expect(throws: CloudError.self) { try client.describeStack("s") }
    }

    @Test func `an operation that was accepted before is accepted`() throws {
        let fixture = try AWSFixture([
            .init("POST", "/", .queryError(400, "Throttling")),
            .init("POST", "/", .queryError(400, "TokenAlreadyExistsException")),
        ])
        try CloudFormationClient(fixture.configuration).executeChangeSet("arn:cs", token: "plan-1")
        #expect(form(fixture, 0) == form(fixture, 1))
        #expect(form(fixture, 0)["ClientRequestToken"] == "plan-1")
        #expect(form(fixture, 0)["DisableRollback"] == "false")
        #expect(form(fixture, 0)["RetainExceptOnCreate"] == "true")
        fixture.expectFinished()
    }
}
