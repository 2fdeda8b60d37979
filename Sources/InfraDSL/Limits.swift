/// What CloudFormation takes at most (CloudFormation quotas).
enum Limits {
    static let resources = 500
    static let parameters = 200
    static let outputs = 200
    /// A template uploaded to S3, in bytes.
    static let templateBytes = 1_000_000

    static func problems(of assembly: Assembly) -> [Problem] {
        let template = assembly.template
        let counts = [
            ("resources", template.entries.count, resources),
            ("parameters", template.parameters.count, parameters),
            ("outputs", template.outputs.count, outputs),
            ("bytes of template", template.yaml.utf8.count, templateBytes),
        ]
        return counts.filter { $0.1 > $0.2 }.map { what, count, limit in
            Problem(
                .limit("\(count) \(what), and CloudFormation takes \(limit); split the stack"),
                declared: assembly.stack.declared
            )
        }
    }
}
