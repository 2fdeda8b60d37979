package import CloudFormation

extension Template {
    /// A template with nothing in it.
    package static let empty = Template(
        description: "", parameters: [], mappings: [], conditions: [], entries: [], outputs: [], handedOver: [:])

    /// A value as whoever reads this template sees it: references as the functions they become, in their long form.
    package func read(_ value: Value) -> Value? {
        try? TemplateReader(lines: YAML.Lines()).value(of: node(of: value), at: [])
    }
}
