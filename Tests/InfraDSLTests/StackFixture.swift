import InfraDSL
import Testing

/// The parts of a small pipeline that other resources hang on to.
struct StackFixture {
    let env: Environment
    let key: Key
    let alerts: Topic
    let queue: Queue
    let function: Function

    init(_ env: Environment = .test, alarmingFunction: Bool = false) {
        self.env = env
        key = Key("DataKey", purpose: "Data at rest.", usedBy: Key.Sender.allCases)
        alerts = Topic("Alerts", in: env, encryptedBy: key, hearing: [.alarms, .budgets])
        queue = Queue("Arrivals", in: env, encryptedBy: key, forWorkOf: 60, alarming: alerts)
        function = Function(
            "Ingest", running: "IngestLambda", consuming: queue, encryptedBy: key, timeout: 60, environment: [:],
            allow: [.publish(to: alerts)], alarming: alarmingFunction ? alerts : nil)
    }

    /// Everything, rules and limits included.
    func assembly(_ more: [any Resource]) throws -> Assembly {
        try Assembly(
            Stack("s", in: env) {
                [key, alerts, queue, function] as [any Resource]
                more
            })
    }

    /// What stands in the template under a logical id.
    func properties(_ id: String, _ more: [any Resource]) throws -> Value {
        try #require(assembly(more).template.entries.first { $0.logicalID.name == id }).properties
    }

    /// Why the stack is refused.
    func refusal(_ more: [any Resource]) -> String {
        #expect(throws: Problems.self) { try assembly(more) }?.description ?? ""
    }
}

extension Environment {
    static let test = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-TEST"))

    static let protected = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-TEST"), isProtected: true
    )
}

extension Value {
    /// A text of the tree as the template shows it, holes as `${…}`.
    var shown: String? {
        guard case .text(let text) = self else { return nil }
        return text.resolved { reference in
            switch reference {
            case .account(let pseudo): "${\(pseudo.rawValue)}"
            case .parameter(let name): "${\(name)}"
            case .attribute(let id, Reference.refAttribute): "${\(id)}"
            case .attribute(let id, let attribute): "${\(id).\(attribute)}"
            case .imported(let name): "${import \(name)}"
            case .computed: "${computed}"
            }
        }
    }

    /// What stands at a path of keys and, as digits, indices.
    func at(_ path: String...) -> Value? {
        path.reduce(self as Value?) { value, step in
            if case .list(let items)? = value, let index = Int(step), items.indices.contains(index) {
                return items[index]
            }
            return value?[step]
        }
    }
}
