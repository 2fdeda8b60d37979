/// Places for the nodes of a graph: columns by how much stands below a node, rows so that edges are short (layered drawing
/// after Sugiyama, Tagawa and Toda, 1981, with the median heuristic). In points.
struct GraphLayout: Sendable {
    struct Box: Sendable, Hashable {
        let x: Double
        let y: Double
        let width: Double
        let height: Double
    }

    let boxes: [String: Box]
    let width: Double
    let height: Double

    private static let rowHeight = 46.0
    private static let rowGap = 12.0
    private static let columnGap = 70.0
    private static let margin = 16.0
    private static let characterWidth = 7.4

    init(_ graph: ResourceGraph) {
        let order = Self.columns(graph)
        var boxes: [String: Box] = [:]
        var x = Self.margin
        let tallest = order.map(\.count).max() ?? 0
        let height = Double(tallest) * (Self.rowHeight + Self.rowGap) - Self.rowGap + 2 * Self.margin
        for column in order {
            let longest = column.map { max($0.label.count, $0.type.count) }.max() ?? 0
            let width = max(90, Double(longest) * Self.characterWidth + 24)
            let used = Double(column.count) * (Self.rowHeight + Self.rowGap) - Self.rowGap
            var y = (height - used) / 2
            for node in column {
                boxes[node.id] = Box(x: x, y: y, width: width, height: Self.rowHeight)
                y += Self.rowHeight + Self.rowGap
            }
            x += width + Self.columnGap
        }
        self.boxes = boxes
        width = x - Self.columnGap + Self.margin
        self.height = max(height, 2 * Self.margin)
    }

    /// What needs nothing stands left; who needs it, further right.
    private static func columns(_ graph: ResourceGraph) -> [[ResourceGraph.Node]] {
        let needs = Dictionary(grouping: graph.edges, by: \.from).mapValues { $0.map(\.to) }
        let users = Dictionary(grouping: graph.edges, by: \.to).mapValues { $0.map(\.from) }
        var depth: [String: Int] = [:]
        for node in graph.nodes { _ = Self.depth(of: node.id, needs, &depth, on: []) }
        var columns = [[ResourceGraph.Node]](repeating: [], count: (depth.values.max() ?? -1) + 1)
        for node in graph.nodes { columns[depth[node.id] ?? 0].append(node) }
        for sweep in 0..<8 {
            let neighbours = sweep.isMultiple(of: 2) ? needs : users
            let rows = columns.flatMap { column in
                column.enumerated().map { ($0.element.id, Double($0.offset) / Double(max(column.count, 1))) }
            }
            let places = Dictionary(uniqueKeysWithValues: rows)
            columns = columns.map { column in
                column.enumerated()
                    .map { index, node -> (Double, Int, ResourceGraph.Node) in
                        let around = (neighbours[node.id] ?? []).compactMap { places[$0] }.sorted()
                        let median = around.isEmpty ? places[node.id] ?? 0 : around[around.count / 2]
                        return (median, index, node)
                    }
                    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
                    .map(\.2)
            }
        }
        return columns
    }

    /// The longest way down; an edge that closes a circle counts for nothing.
    private static func depth(
        of id: String, _ needs: [String: [String]], _ known: inout [String: Int], on way: Set<String>
    )
        -> Int
    {
        if let depth = known[id] { return depth }
        let below = (needs[id] ?? []).filter { !way.contains($0) && $0 != id }
        let depth = below.map { Self.depth(of: $0, needs, &known, on: way.union([id])) + 1 }.max() ?? 0
        known[id] = depth
        return depth
    }
}

extension ResourceGraph.Node {
    /// The id without its kind, which stands below it.
    var label: String { type.isEmpty || cloud == .aws ? id : String(id.dropFirst(type.count + 1)) }
}
