import InfraDSL

/// Tasks that run one after another: none may be changed while its root is started, and the root is resumed last.
struct TaskGraph {
    private let predecessors: [ObjectName: [ObjectName]]
    private let started: Set<ObjectName>
    private let declared: Set<ObjectName>
    /// Those that are to be started, with the statement that does it.
    private let resumptions: [ObjectName: SnowflakeChange]

    init(_ resources: [any SnowflakeResource], _ live: LiveSnowflake) {
        var predecessors: [ObjectName: [ObjectName]] = [:]
        var resumptions: [ObjectName: SnowflakeChange] = [:]
        for case let task as Task in resources {
            predecessors[task.name] = task.predecessors
            guard case .object(let object) = task.declaration, let completion = object.completion.first else {
                continue
            }
            resumptions[task.name] = SnowflakeChange(
                action: .update, id: task.id, statement: completion.statement, purpose: object.purpose,
                properties: [PropertyChange(path: [completion.key], before: "suspended", after: completion.value)],
                declared: task.declared)
        }
        self.predecessors = predecessors
        self.resumptions = resumptions
        declared = Set(predecessors.keys)
        started = declared.filter { live.objects[$0.id]?.properties["STATE"] == "started" }
    }

    /// A task and all that lead to it.
    private func line(to task: ObjectName) -> Set<ObjectName> {
        var found: Set<ObjectName> = []
        var open = [task]
        while let next = open.popLast() {
            if found.insert(next).inserted { open += predecessors[next, default: []] }
        }
        return found
    }

    /// Started tasks that must be suspended before a task is changed.
    func suspended(for task: ObjectName) -> [ObjectName] {
        line(to: task).intersection(started).sorted { $0.id < $1.id }
    }

    func suspension(of task: ObjectName) -> SnowflakeChange {
        SnowflakeChange(
            action: .update, id: task.id, statement: "ALTER TASK \(task) SUSPEND", purpose: "",
            properties: [PropertyChange(path: ["STATE"], before: "started", after: "suspended")],
            declared: resumptions[task]?.declared)
    }

    /// What is resumed in the end: what the changes ask for and what was suspended for them, those at the end of a line first.
    func resumptions(_ completions: [SnowflakeChange], after suspended: Set<ObjectName>) -> [SnowflakeChange] {
        let ids = Set(completions.map(\.id) + suspended.map(\.id))
        let tasks = resumptions.filter { ids.contains($0.key.id) }
            .sorted { (line(to: $0.key).count, $0.key.id) > (line(to: $1.key).count, $1.key.id) }
        let taskIDs = Set(tasks.map(\.key.id))
        return completions.filter { !taskIDs.contains($0.id) } + tasks.map(\.value)
    }
}
