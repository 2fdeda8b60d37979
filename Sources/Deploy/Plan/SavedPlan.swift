import CloudAPI
import Foundation
import InfraDSL

/// A plan in a file: looked at by people, applied later exactly as it stands or refused as stale. It holds what the screen
/// shows and hashes of what it rests on; no secret is in it.
struct SavedPlan: Sendable {
    let environment: String
    let account: String
    let region: String
    let snowflake: String
    /// The stacks it is for, all of the environment or one.
    let stacks: [Stack]
    let isAdopting: Bool
    /// With what would lose data on Snowflake, which is held back otherwise.
    let isReleasing: Bool
    /// ISO 8601.
    let made: String
    /// What ``PlanJSON`` gives, without CloudFormation's own verdicts: these are asked for anew.
    let changes: JSON

    struct Stack: Sendable, Hashable {
        let name: String
        let digest: StateDigest
    }

    static let format = "snowline-plan"
    static let version = 1

    init(
        _ plan: EnvironmentPlan, environment: Environment, isAdopting: Bool, isReleasing: Bool = false, made: Timestamp
    ) {
        self.environment = environment.name
        account = environment.account
        region = environment.region
        snowflake = environment.snowflake.identifier
        stacks = plan.plans.map { Stack(name: $0.assembly.stack.name, digest: $0.digest) }
        self.isAdopting = isAdopting
        self.isReleasing = isReleasing
        self.made = made.iso8601
        changes = PlanJSON(view: PlanView(plan.unreviewed, environment: environment)).json
    }

    var text: String {
        let seal = Self.seal(body)
        return String(decoding: JSON.object(body + [.init("seal", .string(seal))]).bytes, as: UTF8.self) + "\n"
    }

    private var body: [JSON.Member] {
        [
            .init("format", .string(Self.format)), .init("version", .integer(Self.version)),
            .init("made", .string(made)),
            .init("environment", .string(environment)), .init("account", .string(account)),
            .init("region", .string(region)), .init("snowflake", .string(snowflake)), .init("adopt", .bool(isAdopting)),
            .init("release", .bool(isReleasing)),
            .init(
                "stacks",
                .array(
                    stacks.map { stack in
                        .object([
                            .init("name", .string(stack.name)), .init("declared", .string(stack.digest.declared)),
                            .init("aws", .string(stack.digest.aws)),
                            .init("snowflake", .string(stack.digest.snowflake)),
                        ])
                    })),
            .init("plan", changes),
        ]
    }

    /// Tells a file that was edited or cut from one that was not; it is no signature.
    private static func seal(_ body: [JSON.Member]) -> String { Hex.encode(SHA256.digest(JSON.object(body).bytes)) }

    /// - Parameter path: named in errors.
    init(reading text: String, _ path: String) throws(Failure) {
        func malformed(_ reason: String) -> Failure {
            Failure(
                "\(path) is no plan that can be applied: \(reason).",
                advice: "Make one with `swift run deploy diff --env … --out \(path)`.", code: .invalid)
        }
        guard let json = try? JSON.parse(Array(text.utf8)), let members = json.members,
            json["format"]?.string == Self.format
        else { throw malformed("it is not one of this program's") }
        guard let version = json["version"]?.int else { throw malformed("it has no version") }
        guard version == Self.version else {
            throw malformed("its format is version \(version), and this program reads \(Self.version)")
        }
        guard json["seal"]?.string == Self.seal(members.filter { $0.name != "seal" }) else {
            throw malformed("it was changed after it was made")
        }
        guard let environment = json["environment"]?.string, let account = json["account"]?.string,
            let region = json["region"]?.string, let snowflake = json["snowflake"]?.string,
            let made = json["made"]?.string, let isAdopting = json["adopt"]?.bool,
            let isReleasing = json["release"]?.bool, let changes = json["plan"],
            let stacks = json["stacks"]?.elements
        else { throw malformed("something is missing in it") }
        self.environment = environment
        self.account = account
        self.region = region
        self.snowflake = snowflake
        self.made = made
        self.isAdopting = isAdopting
        self.isReleasing = isReleasing
        self.changes = changes
        self.stacks = stacks.compactMap { stack in
            guard let name = stack["name"]?.string, let declared = stack["declared"]?.string,
                let aws = stack["aws"]?.string, let snowflake = stack["snowflake"]?.string
            else { return nil }
            return Stack(name: name, digest: StateDigest(declared: declared, aws: aws, snowflake: snowflake))
        }
    }

    /// Why the plan can not be applied: what it rests on has changed. Nil when everything is as it was.
    ///
    /// - Parameter plan: made now, of the same stacks.
    func staleness(against plan: EnvironmentPlan, environment: Environment) -> Failure? {
        var reasons: [String] = []
        let now = SavedPlan(plan, environment: environment, isAdopting: isAdopting, made: Timestamp(seconds: 0))
        if (account, region, snowflake) != (now.account, now.region, now.snowflake) {
            reasons.append("it was made for other accounts")
        }
        for (saved, current) in zip(stacks, now.stacks) {
            if saved.digest.declared != current.digest.declared {
                reasons.append("what is declared of \(saved.name), or its programs, changed")
            }
            if saved.digest.aws != current.digest.aws { reasons.append("AWS changed under \(saved.name)") }
            if saved.digest.snowflake != current.digest.snowflake {
                reasons.append("Snowflake changed under \(saved.name)")
            }
        }
        if stacks.map(\.name) != now.stacks.map(\.name) { reasons.append("the environment has other stacks now") }
        if reasons.isEmpty, changes != now.changes { reasons.append("this program plans it differently") }
        guard !reasons.isEmpty else { return nil }
        return Failure(
            "The plan of \(made) is stale: \(reasons.joined(separator: "; ")).",
            advice: "Nothing was changed. Make and review a new one: "
                + "`swift run deploy diff --env \(environment.name) --out plan.json`.",
            code: .busy)
    }
}

extension EnvironmentPlan {
    /// Without CloudFormation's own verdicts, which tell of moments and not of states.
    var unreviewed: EnvironmentPlan {
        EnvironmentPlan(
            plans: plans.map { plan in
                var plan = plan
                plan.review = nil
                return plan
            })
    }
}
