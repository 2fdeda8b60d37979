import CloudAPI

/// What operations do to a stack in time.
extension FakeCloudFormation {
    mutating func execute(_ form: [String: String], _ elapsed: Duration) throws(FakeRefusal) -> String {
        let id = form["ChangeSetName"] ?? ""
        guard let index = stacks.firstIndex(where: { $0.changeSets.contains { $0.id == id } }),
            let set = stacks[index].changeSets.first(where: { $0.id == id })
        else {
            if let token = form["ClientRequestToken"], stacks.contains(where: { $0.tokens.contains(token) }) {
                throw FakeRefusal(code: "TokenAlreadyExistsException", message: "the token was used")
            }
            throw FakeRefusal(code: "ChangeSetNotFound", message: "ChangeSet [\(id)] does not exist")
        }
        if let token = form["ClientRequestToken"] { stacks[index].tokens.insert(token) }
        stacks[index].changeSets = []
        stacks[index].operations += 1
        let isCreate = stacks[index].status == "REVIEW_IN_PROGRESS" && set.type != "IMPORT"
        let verb = set.type == "IMPORT" ? "IMPORT" : isCreate ? "CREATE" : "UPDATE"
        let before = FakeStack.resources(stacks[index].template)
        let changed = FakeStack.resources(set.template).filter { new in isCreate || !before.contains { $0.id == new.id }
        }
        var at = elapsed
        plan(index, at, .stack("\(verb)_IN_PROGRESS", reason: "User Initiated"))
        var broken = false
        for resource in changed {
            at += pace
            plan(index, at, .resource(resource.id, type: resource.type, status: "CREATE_IN_PROGRESS", reason: ""))
            at += pace
            if let reason = failing[resource.id] {
                plan(index, at, .resource(resource.id, type: resource.type, status: "CREATE_FAILED", reason: reason))
                broken = true
                break
            }
            plan(index, at, .resource(resource.id, type: resource.type, status: "CREATE_COMPLETE", reason: ""))
        }
        guard broken else {
            plan(index, at, .becomes(set.template))
            plan(index, at + pace, .stack("\(verb)_COMPLETE", reason: ""))
            return ""
        }
        let rollback = isCreate ? "ROLLBACK" : "UPDATE_ROLLBACK"
        plan(index, at, .stack("\(rollback)_IN_PROGRESS", reason: "The following resource(s) failed"))
        plan(index, at + pace, .stack(rollbackFails ? "\(rollback)_FAILED" : "\(rollback)_COMPLETE", reason: ""))
        return ""
    }

    mutating func delete(_ form: [String: String], _ elapsed: Duration) -> String {
        guard let index = stacks.lastIndex(where: { $0.id == form["StackName"] || $0.name == form["StackName"] }),
            !["DELETE_IN_PROGRESS", "DELETE_COMPLETE"].contains(stacks[index].status)
        else { return "" }
        if stacks[index].status == "REVIEW_IN_PROGRESS" {
            stacks[index].status = "DELETE_COMPLETE"
            return ""
        }
        stacks[index].operations += 1
        stacks[index].agenda = []
        let retained = form.filter { $0.key.hasPrefix("RetainResources.member.") }.values
        var at = elapsed
        plan(index, at, .stack("DELETE_IN_PROGRESS", reason: "User Initiated"))
        var stuck = false
        for resource in FakeStack.resources(stacks[index].template).reversed() where !retained.contains(resource.id) {
            at += pace
            plan(index, at, .resource(resource.id, type: resource.type, status: "DELETE_IN_PROGRESS", reason: ""))
            at += pace
            let isStuck = undeletable.contains(resource.id)
            stuck = stuck || isStuck
            let status = isStuck ? "DELETE_FAILED" : "DELETE_COMPLETE"
            plan(
                index, at,
                .resource(resource.id, type: resource.type, status: status, reason: isStuck ? "not empty" : ""))
        }
        plan(index, at + pace, .stack(stuck ? "DELETE_FAILED" : "DELETE_COMPLETE", reason: ""))
        return ""
    }

    mutating func cancel(_ index: Int, _ elapsed: Duration) throws(FakeRefusal) -> String {
        guard stacks[index].status == "UPDATE_IN_PROGRESS" else {
            throw FakeRefusal(
                code: "ValidationError",
                message: "CancelUpdateStack cannot be called from current stack status \(stacks[index].status)")
        }
        stacks[index].agenda = []
        plan(index, elapsed, .stack("UPDATE_ROLLBACK_IN_PROGRESS", reason: "User Initiated"))
        plan(index, elapsed + pace, .stack("UPDATE_ROLLBACK_COMPLETE", reason: ""))
        return ""
    }

    mutating func goBack(_ action: String, _ index: Int, _ elapsed: Duration) throws(FakeRefusal) -> String {
        let needed = action == "RollbackStack" ? ["UPDATE_FAILED", "CREATE_FAILED"] : ["UPDATE_ROLLBACK_FAILED"]
        guard needed.contains(stacks[index].status) else {
            throw FakeRefusal(code: "ValidationError", message: "\(action) is not possible in \(stacks[index].status)")
        }
        plan(index, elapsed, .stack("UPDATE_ROLLBACK_IN_PROGRESS", reason: "User Initiated"))
        plan(index, elapsed + pace, .stack("UPDATE_ROLLBACK_COMPLETE", reason: ""))
        return ""
    }

    private mutating func plan(_ index: Int, _ at: Duration, _ work: FakeStack.Work) {
        stacks[index].agenda.append((at, work))
    }
}

/// What CloudFormation answers with 400.
struct FakeRefusal: Error {
    let code: String
    let message: String
}
