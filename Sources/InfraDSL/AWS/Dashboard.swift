public import CloudFormation

/// A page of graphs, written as rows of widgets.
///
///     Dashboard("Overview", in: env, [
///         [.text("# Retail"), .alarms("Alarms", ingest, arrivals)],
///         [.graph("Calls", [.invocations(of: ingest), .errors(of: ingest)])],
///     ])
public struct Dashboard: AWSResource, Adjustable, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let environment: Environment
    private let name: String?
    private let rows: [[Widget]]

    /// Columns of the page.
    static let columns = 24

    /// - Parameter name: letters, digits, `-` and `_`; part of the page's address. CloudFormation gives one where it is left out.
    public init(
        _ id: LogicalID,
        in environment: Environment,
        named name: String? = nil,
        _ rows: [[Widget]],
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.environment = environment
        self.name = name
        self.rows = rows
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var entries: [TemplateEntry] {
        let dashboard = CloudWatch.Dashboard(
            logicalID,
            dashboardBody: JSONText.encode(["widgets": .list(widgets)]),
            dashboardName: name.map { Text($0) },
            file: declared.file,
            line: declared.line
        )
        return adjusted([dashboard.entry])
    }

    /// Each row stands below the highest widget of the row above.
    private var widgets: [Value] {
        var top = 0
        var placed: [Value] = []
        for row in rows {
            var left = 0
            for (widget, width) in zip(row, Self.widths(of: row)) {
                placed.append(
                    [
                        "type": .text(Text(widget.type)), "x": .int(left), "y": .int(top), "width": .int(width),
                        "height": .int(widget.height), "properties": widget.properties,
                    ])
                left += width
            }
            top += row.map(\.height).max() ?? 0
        }
        return placed
    }

    /// Widgets without a width share what the others leave.
    static func widths(of row: [Widget]) -> [Int] {
        let open = row.filter { $0.width == nil }.count
        let free = max(0, columns - row.compactMap(\.width).reduce(0, +))
        return row.map { $0.width ?? (open > 0 ? free / open : 0) }
    }

    /// Limits of CloudWatch dashboards (CloudWatch user guide, "CloudWatch service quotas"; API reference, PutDashboard).
    public var faults: [String] {
        var found: [String] = []
        if let name, !(1...255).contains(name.utf8.count) || !name.utf8.allSatisfy(Self.isNameCharacter) {
            found.append("\"\(name.prefix(60))\" is no name of a dashboard; use 1 to 255 letters, digits, - and _")
        }
        let widgets = rows.flatMap { $0 }
        if widgets.isEmpty { found.append("it shows nothing; add a widget") }
        if widgets.count > 500 { found.append("it has \(widgets.count) widgets, at most 500 are taken") }
        let metrics = widgets.map(\.metrics.count).reduce(0, +)
        if metrics > 2500 { found.append("it shows \(metrics) metrics, at most 2500 are taken") }
        for (index, row) in rows.enumerated() {
            let stated = row.compactMap(\.width).reduce(0, +)
            let isFull = stated > Self.columns || Self.widths(of: row).contains { $0 < 1 }
            if isFull { found.append("row \(index + 1) needs more than \(Self.columns) columns") }
            found += row.flatMap(\.faults).map { "row \(index + 1): \($0)" }
        }
        return found
    }

    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
