public import CloudFormation

extension Dashboard {
    /// One thing on a dashboard (CloudWatch API reference, "Dashboard body structure and syntax").
    public struct Widget: Hashable, Sendable {
        let type: String
        /// Columns of 24; nil shares what the row leaves.
        let width: Int?
        /// Rows of the grid, 1 to 1000.
        let height: Int
        let properties: Value
        var metrics: [Metric] = []
        var ownFaults: [String] = []

        /// How numbers are drawn.
        public enum Style: Hashable, Sendable {
            case lines
            case stackedAreas
            case bars
            /// The newest number alone.
            case number
        }

        /// Words, as Markdown.
        public static func text(_ markdown: Text, width: Int? = nil, height: Int = 2) -> Widget {
            Widget(type: "text", width: width, height: height, properties: ["markdown": .text(markdown)])
        }

        /// Metrics over time.
        ///
        /// - Parameter period: seconds that one point stands for: whole minutes.
        public static func graph(
            _ title: Text,
            _ metrics: [Metric],
            as style: Style = .lines,
            period: Int = 300,
            width: Int? = nil,
            height: Int = 6
        ) -> Widget {
            var properties: [Value.Entry] = [
                .init("title", .text(title)),
                .init("view", .text(Text(style.view))),
            ]
            if style == .lines || style == .stackedAreas { properties.append(.init("stacked", .bool(style != .lines))) }
            properties += [
                .init("region", "\(Pseudo.region)"),
                .init("period", .int(period)),
                .init("metrics", .list(metrics.map(\.row))),
            ]
            var widget = Widget(
                type: "metric", width: width, height: height, properties: .map(properties), metrics: metrics)
            if metrics.isEmpty { widget.ownFaults.append("a graph shows no metric") }
            if metrics.count > 500 { widget.ownFaults.append("a graph shows \(metrics.count) metrics, at most 500") }
            if period <= 0 || period % 60 != 0 {
                widget.ownFaults.append("a period of \(period) s is no whole minutes")
            }
            return widget
        }

        /// Which of all the alarms these have are off, on, or without data.
        public static func alarms(
            _ title: Text,
            _ sources: any Alarming...,
            width: Int? = nil,
            height: Int = 3
        ) -> Widget {
            let arns = sources.flatMap(\.alarmARNs)
            var widget = Widget(
                type: "alarm", width: width, height: height,
                properties: ["title": .text(title), "alarms": .list(arns.map(\.value))])
            if !(1...100).contains(arns.count) {
                widget.ownFaults.append("a status shows \(arns.count) alarms; 1 to 100 are taken")
            }
            return widget
        }

        /// Lines of logs that a query of CloudWatch Logs Insights finds.
        ///
        /// - Parameter query: such as `fields @timestamp, @message | filter level = 'ERROR' | limit 20`; without a source.
        public static func logs(
            _ title: Text,
            from logs: [Log],
            _ query: String,
            width: Int? = nil,
            height: Int = 6
        ) -> Widget {
            var text: Text = ""
            for log in logs { text = "\(text)SOURCE '\(log.name)' | " }
            var widget = Widget(
                type: "log", width: width, height: height,
                properties: [
                    "title": .text(title), "view": "table", "region": "\(Pseudo.region)",
                    "query": .text("\(text)\(query)"),
                ])
            if !(1...50).contains(logs.count) {
                widget.ownFaults.append("a query reads \(logs.count) logs, not 1 to 50")
            }
            if query.isEmpty || query.utf8.count > 10_000 {
                widget.ownFaults.append("a query takes \(query.utf8.count) characters, not 1 to 10000")
            }
            return widget
        }

        var faults: [String] {
            var found = ownFaults + metrics.flatMap(\.faults)
            if let width, !(1...Dashboard.columns).contains(width) {
                found.append("a widget is \(width) columns wide; 1 to \(Dashboard.columns) are there")
            }
            if !(1...1000).contains(height) { found.append("a widget is \(height) high; 1 to 1000 are taken") }
            return found
        }
    }
}

/// The log group that a program of the stack writes to.
public struct Log: Hashable, Sendable {
    public let name: Name<Logs.LogGroup>
    let arn: ARN<Logs.LogGroup>

    init(_ group: Logs.LogGroup) {
        name = group.ref
        arn = group.arn
    }
}

extension Dashboard.Widget.Style {
    var view: String {
        switch self {
        case .lines, .stackedAreas: "timeSeries"
        case .bars: "bar"
        case .number: "singleValue"
        }
    }
}

extension Metric {
    /// Namespace, name, dimensions, and how to count.
    fileprivate var row: Value {
        .list(
            [.text(Text(namespace)), .text(Text(name))]
                + dimensions.flatMap { [.text(Text($0.name)), .text($0.value)] as [Value] }
                + [["stat": .text(Text(statistic.word))]])
    }
}
