extension CloudFormationClient {
    /// The names of the stacks that import an export of this account and region; none for one that nobody imports.
    package func imports(of export: String) throws -> [String] {
        var names: [String] = []
        var token: String?
        repeat {
            var parameters = QueryParameters()
            parameters.add("ExportName", export)
            parameters.add("NextToken", token)
            do {
                let page = try call("ListImports", parameters)
                names += page.members("Imports").map(\.text)
                token = page.text("NextToken").flatMap { $0.isEmpty ? nil : $0 }
            } catch let error as CloudError
                where error.code == "ValidationError"
                && (error.message.utf8.holds("is not imported by any stack") || Self.saysAbsent(error))
            {
                return names
            }
        } while token != nil
        return names
    }
}
