import InfraDSL
import Testing

@testable import Deploy

@Suite struct GraphTests {
    private func graph() throws -> ResourceGraph { ResourceGraph(try Shop().after) }

    @Test func `every edge joins two nodes, and each need is drawn once`() throws {
        let graph = try graph()
        let ids = Set(graph.nodes.map(\.id))
        #expect(graph.edges.allSatisfy { ids.contains($0.from) && ids.contains($0.to) && $0.from != $0.to })
        #expect(Set(graph.edges.map { [$0.from, $0.to] }).count == graph.edges.count)
        #expect(graph.edges.contains { $0.from == "LoaderRole" && $0.to == "Lake" })
        #expect(
            graph.edges.contains { $0.from == "ROLE SHOP_READER" && $0.to == "DATABASE SHOP" && $0.label == "USAGE" })
    }

    @Test func `what is needed stands left of who needs it, and no two boxes overlap`() throws {
        let graph = try graph()
        let boxes = GraphLayout(graph).boxes
        for edge in graph.edges {
            let from = try #require(boxes[edge.from])
            let to = try #require(boxes[edge.to])
            #expect(to.x + to.width < from.x)
        }
        let all = Array(boxes.values)
        for (index, one) in all.enumerated() {
            for other in all[(index + 1)...] {
                let isApart =
                    one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y
                    || other.y + other.height <= one.y
                #expect(isApart)
            }
        }
    }

    @Test func `a circle of names ends`() {
        let nodes = ["a", "b", "c"].map { ResourceGraph.Node(id: $0, type: "", cloud: .aws) }
        let edges = [("a", "b"), ("b", "c"), ("c", "a")].map { ResourceGraph.Edge(from: $0.0, to: $0.1, label: "") }
        #expect(GraphLayout(ResourceGraph(nodes: nodes, edges: edges)).boxes.count == 3)
    }

    @Test func `the drawing is the same text each time`() throws {
        let svg = GraphSVG(graph: try graph(), title: "Shop").text
        #expect(svg == GraphSVG(graph: try self.graph(), title: "Shop").text)
        Screen.expect(svg, is: "graph.svg")
        Screen.expect(GraphMermaid(graph: try graph()).text, is: "graph.mmd")
    }

    @Test func `names that mean something to Mermaid or SVG are text`() {
        let nodes = [ResourceGraph.Node(id: "\"<x>#", type: "T", cloud: .aws)]
        let graph = ResourceGraph(nodes: nodes, edges: [])
        #expect(GraphMermaid(graph: graph).text.contains("[\"#quot;#lt;x#gt;#35;<br/>T\"]"))
        #expect(GraphSVG(graph: graph, title: "t").text.contains("&quot;&lt;x&gt;#"))
    }
}
