import CloudAPI

/// CloudFormation as a script: operations take time, events come a page at a time, resources fail when told to. What the
/// embedded AWS is too quick and too kind for.
package struct FakeCloudFormation {
    /// Between two events.
    package var pace = Duration.seconds(3)
    package var pageSize = 4
    /// Resources that fail, and why.
    package var failing: [String: String] = [:]
    /// A rollback stops half way.
    package var rollbackFails = false
    /// Resources that can not be deleted.
    package var undeletable: Set<String> = []

    var stacks: [FakeStack] = []
    let began: Timestamp
    private var count = 0

    init(began: Timestamp) { self.began = began }

    mutating func answer(_ request: HTTPRequest, at elapsed: Duration) -> HTTPResponse {
        for index in stacks.indices { stacks[index].advance(to: elapsed, began: began) }
        var form: [String: String] = [:]
        for pair in String(decoding: request.body, as: UTF8.self).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            form[parts[0]] = PercentEncoding.decode(parts.count > 1 ? parts[1] : "")
        }
        let action = form["Action"] ?? ""
        do {
            let result = try perform(action, form, elapsed)
            return HTTPResponse(
                status: 200,
                body: Array("<\(action)Response><\(action)Result>\(result)</\(action)Result></\(action)Response>".utf8))
        } catch {
            return HTTPResponse(
                status: 400,
                body: Array(
                    "<ErrorResponse><Error><Code>\(error.code)</Code><Message>\(error.message)</Message></Error></ErrorResponse>"
                        .utf8))
        }
    }

    /// The live stack of that name, or any of that id.
    private func index(_ name: String) -> Int? {
        stacks.lastIndex { $0.id == name || ($0.name == name && $0.status != "DELETE_COMPLETE") }
    }

    private func found(_ name: String) throws(FakeRefusal) -> Int {
        guard let index = index(name) else {
            throw FakeRefusal(code: "ValidationError", message: "Stack [\(name)] does not exist")
        }
        return index
    }

    private mutating func perform(_ action: String, _ form: [String: String], _ elapsed: Duration) throws(FakeRefusal)
        -> String
    {
        let name = form["StackName"] ?? ""
        switch action {
        case "DescribeStacks":
            let shown = name.isEmpty ? stacks.filter { $0.status != "DELETE_COMPLETE" } : [stacks[try found(name)]]
            return "<Stacks>\(shown.map(xml).joined())</Stacks>"
        case "DescribeStackEvents":
            return page(stacks[try found(name)], from: form["NextToken"].flatMap { Int($0) } ?? 0)
        case "GetTemplate":
            return "<TemplateBody>\(XMLText.escaped(stacks[try found(name)].template))</TemplateBody>"
        case "ListChangeSets":
            let sets = stacks[try found(name)].changeSets.map {
                "<member><ChangeSetName>\($0.name)</ChangeSetName><ChangeSetId>\($0.id)</ChangeSetId></member>"
            }
            return "<Summaries>\(sets.joined())</Summaries>"
        case "CreateChangeSet": return try create(form, name, elapsed)
        case "DescribeChangeSet": return try describe(form["ChangeSetName"] ?? "", elapsed)
        case "DeleteChangeSet":
            for index in stacks.indices { stacks[index].changeSets.removeAll { $0.id == form["ChangeSetName"] } }
            return ""
        case "ExecuteChangeSet": return try execute(form, elapsed)
        case "DeleteStack": return delete(form, elapsed)
        case "CancelUpdateStack": return try cancel(try found(name), elapsed)
        case "ContinueUpdateRollback", "RollbackStack": return try goBack(action, try found(name), elapsed)
        case "ListStackResources":
            let live = stacks[try found(name)]
            let members = FakeStack.resources(live.template).map {
                "<member><LogicalResourceId>\($0.id)</LogicalResourceId><ResourceType>\($0.type)</ResourceType>"
                    + "<ResourceStatus>\(undeletable.contains($0.id) ? "DELETE_FAILED" : "CREATE_COMPLETE")</ResourceStatus></member>"
            }
            return "<StackResourceSummaries>\(members.joined())</StackResourceSummaries>"
        default: throw FakeRefusal(code: "InvalidAction", message: action)
        }
    }

    private mutating func create(_ form: [String: String], _ name: String, _ elapsed: Duration) throws(FakeRefusal)
        -> String
    {
        let type = form["ChangeSetType"] ?? "UPDATE"
        if type != "UPDATE", index(name) == nil {
            count += 1
            stacks.append(
                FakeStack(id: "arn:aws:cloudformation:eu-west-1:111111111111:stack/\(name)/\(count)", name: name))
        }
        let index = try found(name)
        if type == "CREATE", stacks[index].status != "REVIEW_IN_PROGRESS" {
            throw FakeRefusal(
                code: "ValidationError", message: "Stack [\(name)] already exists and cannot be created again")
        }
        if type == "UPDATE", stacks[index].isBusy || stacks[index].status == "REVIEW_IN_PROGRESS" {
            throw FakeRefusal(
                code: "ValidationError",
                message: "Stack:\(name) is in \(stacks[index].status) state and can not be updated.")
        }
        let setName = form["ChangeSetName"] ?? ""
        if let same = stacks[index].changeSets.first(where: { $0.name == setName }) { return "<Id>\(same.id)</Id>" }
        let template = form["TemplateBody"] ?? ""
        let set = FakeStack.ChangeSet(
            id: "arn:aws:cloudformation:eu-west-1:111111111111:changeSet/\(setName)/1", name: setName, type: type,
            template: template, ready: elapsed + .seconds(2),
            isEmpty: type == "UPDATE" && template == stacks[index].template)
        stacks[index].changeSets.append(set)
        return "<Id>\(set.id)</Id><StackId>\(stacks[index].id)</StackId>"
    }

    private func describe(_ id: String, _ elapsed: Duration) throws(FakeRefusal) -> String {
        for stack in stacks {
            guard let set = stack.changeSets.first(where: { $0.id == id }) else { continue }
            let status = elapsed < set.ready ? "CREATE_IN_PROGRESS" : set.isEmpty ? "FAILED" : "CREATE_COMPLETE"
            let reason = set.isEmpty ? "The submitted information didn't contain changes." : ""
            return "<ChangeSetId>\(id)</ChangeSetId><StackId>\(stack.id)</StackId><Status>\(status)</Status>"
                + "<StatusReason>\(reason)</StatusReason><Changes></Changes>"
        }
        throw FakeRefusal(code: "ChangeSetNotFound", message: "ChangeSet [\(id)] does not exist")
    }

    private func page(_ stack: FakeStack, from start: Int) -> String {
        let newest = Array(stack.events.reversed())
        let end = min(start + pageSize, newest.count)
        let members = (start < end ? Array(newest[start..<end]) : []).map { event in
            "<member><EventId>\(event.id)</EventId><StackId>\(stack.id)</StackId><LogicalResourceId>\(event.resource)"
                + "</LogicalResourceId><ResourceType>\(event.type)</ResourceType><ResourceStatus>\(event.status)"
                + "</ResourceStatus><ResourceStatusReason>\(event.reason)</ResourceStatusReason><Timestamp>"
                + "\(event.moment.iso8601)</Timestamp></member>"
        }
        return "<StackEvents>\(members.joined())</StackEvents>"
            + (end < newest.count ? "<NextToken>\(end)</NextToken>" : "")
    }

    private func xml(_ stack: FakeStack) -> String {
        "<member><StackId>\(stack.id)</StackId><StackName>\(stack.name)</StackName><StackStatus>\(stack.status)"
            + "</StackStatus><Tags><member><Key>snowline:stack</Key><Value>mini</Value></member></Tags><CreationTime>\(began.iso8601)</CreationTime></member>"
    }
}

enum XMLText {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
