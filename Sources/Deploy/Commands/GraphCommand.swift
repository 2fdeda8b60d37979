import ArgumentParser
import InfraDSL

/// Draws what stands on what; needs no network.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draw what of an environment stands on what; needs no network.",
        discussion: """
              swift run deploy graph --env prod > prod.svg
              swift run deploy graph --env prod --format mermaid       for Markdown on GitHub

            Boxes with round ends are Snowflake's. An arrow goes from what needs to what is needed; grants are arrows from \
            the role.
            """)

    @OptionGroup var target: EnvironmentOption

    /// How a graph is drawn.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case svg
        case mermaid
    }

    @Option(help: "svg or mermaid.")
    var format = Format.svg

    func run() throws {
        let assemblies = try target.assemblies
        let graph = ResourceGraph(joining: assemblies.map { ResourceGraph($0) })
        switch format {
        case .svg: Console.result(GraphSVG(graph: graph, title: "Resources of \(target.name)").text)
        case .mermaid: Console.result(GraphMermaid(graph: graph).text)
        }
    }
}
