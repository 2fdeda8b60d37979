import CloudFormation
import Foundation
import InfraDSL
import Stacks
import Testing

@testable import CloudAPI
@testable import Deploy

@Suite struct PlanScreenTests {
    /// Something of everything: changed in place, replaced, deleted, broadened, lost, changed by hand, left alone.
    private func plan() throws -> EnvironmentPlan {
        let shop = try Shop()
        var live = Shop.snowflake(shop.before)
        live.objects["WAREHOUSE SHOP_WH"]?.properties["AUTO_SUSPEND"] = "600"
        let extra = SnowflakeGrant.privilege(
            .monitor, on: ObjectName("SHOP_WH", kind: .warehouse), to: ObjectName("SHOP_READER", kind: .role))
        live.grants[extra.id] = LiveGrant(shownFor: extra)
        var plan = try shop.plan(shop.after, try shop.aws(), live)
        plan.review = ChangeSetReview(changes: [
            try Self.told("Lake", "AWS::S3::Bucket", "True", ["BucketName", "Always", "DirectModification", ""]),
            try Self.told("LoaderRole", "AWS::IAM::Role", "False", ["Policies", "Never", "DirectModification", ""]),
            try Self.told(
                "Loader", "AWS::Lambda::Function", "Conditional",
                ["Role", "Conditionally", "ResourceReference", "LoaderRole"]),
            try Self.told("Arrivals", "AWS::SQS::Queue", "False", ["Tags", "Never", "DirectModification", ""]),
        ])
        return EnvironmentPlan(plans: [plan])
    }

    private static func told(_ id: String, _ type: String, _ replacement: String, _ detail: [String]) throws
        -> CloudFormationClient.Change
    {
        let cause = detail[3].isEmpty ? "" : "<CausingEntity>\(detail[3])</CausingEntity>"
        let xml =
            "<ResourceChange><Action>Modify</Action><LogicalResourceId>\(id)</LogicalResourceId>"
            + "<PhysicalResourceId>physical-\(id)</PhysicalResourceId><ResourceType>\(type)</ResourceType>"
            + "<Replacement>\(replacement)</Replacement><Details><member><Target><Attribute>Properties</Attribute>"
            + "<Name>\(detail[0])</Name><RequiresRecreation>\(detail[1])</RequiresRecreation></Target>"
            + "<ChangeSource>\(detail[2])</ChangeSource>\(cause)</member></Details></ResourceChange>"
        return CloudFormationClient.Change(try CloudAPI.XMLElement.parse(Array(xml.utf8)))
    }

    private func view() throws -> PlanView { PlanView(try plan(), environment: try Shop().environment) }

    @Test func `the plan as text`() throws {
        Screen.expect(PlanFormat.text.write(try view()) + "\n", is: "plan.txt")
    }

    @Test func `the plan for a pull request`() throws {
        Screen.expect(PlanFormat.markdown.write(try view()), is: "plan.md")
    }

    @Test func `the plan as one page`() throws {
        let page = PlanFormat.html.write(try view())
        Screen.expect(page, is: "plan.html")
        for forbidden in ["<script", "http://", "https://", "src=", "@import", "url("] {
            let uses = page.components(separatedBy: forbidden).count - 1
            let known = forbidden == "http://" ? page.components(separatedBy: "xmlns=\"http://").count - 1 : 0
            let marker = forbidden == "url(" ? page.components(separatedBy: "url(#").count - 1 : 0
            #expect(uses == known + marker, "the page reaches outside by \(forbidden)")
        }
    }

    @Test func `the plan for programs`() throws {
        let text = PlanFormat.json.write(try view())
        Screen.expect(text + "\n", is: "plan.json")
        let json = try CloudAPI.JSON.parse(Array(text.utf8))
        #expect(json["version"]?.int == 1)
        #expect(json["approvals"]?.elements?.compactMap(\.string) == ["data-loss"])
        #expect(try plan().consents == [.broadening, .replace, .dataLoss])
    }

    @Test func `a first deploy as text`() throws {
        let shop = try Shop()
        let none = AWSReading(stack: nil, publicKeys: [:], leftBuckets: [], trustPolicies: [:])
        let plan = EnvironmentPlan(plans: [try shop.plan(shop.after, none, LiveSnowflake())])
        Screen.expect(PlanFormat.text.write(PlanView(plan, environment: shop.environment)) + "\n", is: "first.txt")
        #expect(plan.consents.isEmpty)
    }

    @Test func `a plan without changes says so in one line`() throws {
        let world = try World()
        let plan = try world.planner().plan([], try world.deployedAWS(), world.deployedSnowflake())
        let lines = PlanText(view: PlanView(EnvironmentPlan(plans: [plan]), environment: .dev)).lines
        #expect(lines.last == "No changes: both clouds are as declared.")
        #expect(lines.count == 2)
    }

    @Test func `what differs between two templates has the line of the newer file`() throws {
        let old = try TemplateDocument("Resources:\n  Q: {Type: 'AWS::SQS::Queue', Properties: {FifoQueue: true}}\n")
        let new = try TemplateDocument("Resources:\n  Q: {Type: 'AWS::SQS::Queue', Properties: {FifoQueue: false}}\n")
        let stack = StackView(from: old, to: new, file: "new.yaml")
        let lines = PlanText(view: PlanView(title: "old.yaml → new.yaml", identity: [], stacks: [stack])).lines
        #expect(lines.contains("  ± Q  AWS::SQS::Queue  replace, because of FifoQueue  (new.yaml:2)"))
    }

    @Test func `text that means something to HTML or Markdown is shown as text`() {
        let evil = "<img src=x onerror=alert(1)>|`_*"
        #expect(!HTML.escaped(evil).contains("<"))
        #expect(PlanMarkdown.escaped(evil) == "&lt;img src=x onerror=alert(1)&gt;\\|\\`\\_\\*")
        #expect(PlanMarkdown.code("a`b|c") == "`` a`b\\|c ``")
    }
}
