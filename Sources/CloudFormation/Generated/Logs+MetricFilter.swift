// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Logs {
    /// `AWS::Logs::MetricFilter`
    public struct MetricFilter: GeneratedResource {
        public static let type = "AWS::Logs::MetricFilter"
        public static let facts = ResourceFacts(
            primaryIdentifier: "LogGroupName FilterName",
            createOnly: "FilterName LogGroupName",
            permissions: [.create: "logs:DescribeMetricFilters logs:PutMetricFilter", .read: "logs:DescribeMetricFilters", .update: "logs:DescribeMetricFilters logs:PutMetricFilter", .delete: "logs:DeleteMetricFilter", .list: "logs:DescribeMetricFilters"],
            replacesByDeletingFirst: true
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var applyOnTransformedLogs: Scalar<Bool>?
        public var emitSystemFieldDimensions: [Text]?
        public var fieldSelectionCriteria: Text?
        /// A change replaces the resource.
        public var filterName: Text?
        public var filterPattern: Text
        /// A change replaces the resource.
        public var logGroupName: Name<Logs.LogGroup>
        public var metricTransformations: [MetricTransformation]

        public init(
            _ logicalID: LogicalID,
            filterPattern: Text,
            logGroupName: Name<Logs.LogGroup>,
            metricTransformations: [MetricTransformation],
            applyOnTransformedLogs: Scalar<Bool>? = nil,
            emitSystemFieldDimensions: [Text]? = nil,
            fieldSelectionCriteria: Text? = nil,
            filterName: Text? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.applyOnTransformedLogs = applyOnTransformedLogs
            self.emitSystemFieldDimensions = emitSystemFieldDimensions
            self.fieldSelectionCriteria = fieldSelectionCriteria
            self.filterName = filterName
            self.filterPattern = filterPattern
            self.logGroupName = logGroupName
            self.metricTransformations = metricTransformations
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("ApplyOnTransformedLogs", applyOnTransformedLogs)
            map.put("EmitSystemFieldDimensions", emitSystemFieldDimensions)
            map.put("FieldSelectionCriteria", fieldSelectionCriteria)
            map.put("FilterName", filterName)
            map.put("FilterPattern", filterPattern)
            map.put("LogGroupName", logGroupName)
            map.put("MetricTransformations", metricTransformations)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }

        public struct Dimension: PropertyType {
            public var key: Text
            public var value: Text

            public init(
                key: Text,
                value: Text
            ) {
                self.key = key
                self.value = value
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Key", key)
                map.put("Value", value)
                return map.value
            }
        }

        public struct MetricTransformation: PropertyType {
            public var defaultValue: Scalar<Double>?
            public var dimensions: [Dimension]?
            public var metricName: Text
            public var metricNamespace: Text
            public var metricValue: Text
            public var unit: Unit?

            public init(
                metricName: Text,
                metricNamespace: Text,
                metricValue: Text,
                defaultValue: Scalar<Double>? = nil,
                dimensions: [Dimension]? = nil,
                unit: Unit? = nil
            ) {
                self.defaultValue = defaultValue
                self.dimensions = dimensions
                self.metricName = metricName
                self.metricNamespace = metricNamespace
                self.metricValue = metricValue
                self.unit = unit
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DefaultValue", defaultValue)
                map.put("Dimensions", dimensions)
                map.put("MetricName", metricName)
                map.put("MetricNamespace", metricNamespace)
                map.put("MetricValue", metricValue)
                map.put("Unit", unit)
                return map.value
            }

            public struct Unit: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var seconds: Self { Self("Seconds") }
                public static var microseconds: Self { Self("Microseconds") }
                public static var milliseconds: Self { Self("Milliseconds") }
                public static var bytes: Self { Self("Bytes") }
                public static var kilobytes: Self { Self("Kilobytes") }
                public static var megabytes: Self { Self("Megabytes") }
                public static var gigabytes: Self { Self("Gigabytes") }
                public static var terabytes: Self { Self("Terabytes") }
                public static var bits: Self { Self("Bits") }
                public static var kilobits: Self { Self("Kilobits") }
                public static var megabits: Self { Self("Megabits") }
                public static var gigabits: Self { Self("Gigabits") }
                public static var terabits: Self { Self("Terabits") }
                public static var percent: Self { Self("Percent") }
                public static var count: Self { Self("Count") }
                public static var bytesSecond: Self { Self("Bytes/Second") }
                public static var kilobytesSecond: Self { Self("Kilobytes/Second") }
                public static var megabytesSecond: Self { Self("Megabytes/Second") }
                public static var gigabytesSecond: Self { Self("Gigabytes/Second") }
                public static var terabytesSecond: Self { Self("Terabytes/Second") }
                public static var bitsSecond: Self { Self("Bits/Second") }
                public static var kilobitsSecond: Self { Self("Kilobits/Second") }
                public static var megabitsSecond: Self { Self("Megabits/Second") }
                public static var gigabitsSecond: Self { Self("Gigabits/Second") }
                public static var terabitsSecond: Self { Self("Terabits/Second") }
                public static var countSecond: Self { Self("Count/Second") }
                public static var noneValue: Self { Self("None") }
            }
        }
    }
}
