// swift-format-ignore-file
import CloudFormation

// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Fixture {
    /// `AWS::Fixture::Everything`
    public struct Everything: GeneratedResource {
        public static let type = "AWS::Fixture::Everything"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "Name Rules/*/Priority",
            conditionalCreateOnly: "Mode",
            readOnly: "Arn Id Endpoint Endpoint/Address Destination/State Rules/*/Number",
            writeOnly: "Password",
            permissions: [.create: "x:Create x:Put", .list: "x:List"],
            tagProperty: "Labels",
            replacesByDeletingFirst: true
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var `default`: Scalar<Bool>
        public var destination: Destination?
        public var errors: [Error]?
        public var first: First?
        public var kmsKeyID: Text?
        public var kind: TypeProperty?
        public var labels: [Tag]?
        public var limits: [String: Error]?
        public var lineProperty: Scalar<Int>?
        public var loop: Value?
        public var methods: [Method]?
        /// A change may replace the resource.
        public var mode: Mode?
        /// A change replaces the resource.
        public var name: Text
        public var optionsProperty: Text?
        /// Never read back.
        public var password: Text?
        public var policy: Value
        public var port: Scalar<Int>?
        public var ratio: Scalar<Double>?
        public var redrive: Redrive?
        public var rules: [Rule]?
        public var sameAs: Text?
        public var schema: [Text]?
        public var statement: Statement?
        public var status: Status?
        public var target: Target?
        public var text: TextProperty?
        public var type: TypeChoice?
        public var variables: [String: Text]?

        public init(
            _ logicalID: LogicalID,
            `default`: Scalar<Bool>,
            name: Text,
            policy: Value,
            destination: Destination? = nil,
            errors: [Error]? = nil,
            first: First? = nil,
            kmsKeyID: Text? = nil,
            kind: TypeProperty? = nil,
            labels: [Tag]? = nil,
            limits: [String: Error]? = nil,
            lineProperty: Scalar<Int>? = nil,
            loop: Value? = nil,
            methods: [Method]? = nil,
            mode: Mode? = nil,
            optionsProperty: Text? = nil,
            password: Text? = nil,
            port: Scalar<Int>? = nil,
            ratio: Scalar<Double>? = nil,
            redrive: Redrive? = nil,
            rules: [Rule]? = nil,
            sameAs: Text? = nil,
            schema: [Text]? = nil,
            statement: Statement? = nil,
            status: Status? = nil,
            target: Target? = nil,
            text: TextProperty? = nil,
            type: TypeChoice? = nil,
            variables: [String: Text]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.default = `default`
            self.destination = destination
            self.errors = errors
            self.first = first
            self.kmsKeyID = kmsKeyID
            self.kind = kind
            self.labels = labels
            self.limits = limits
            self.lineProperty = lineProperty
            self.loop = loop
            self.methods = methods
            self.mode = mode
            self.name = name
            self.optionsProperty = optionsProperty
            self.password = password
            self.policy = policy
            self.port = port
            self.ratio = ratio
            self.redrive = redrive
            self.rules = rules
            self.sameAs = sameAs
            self.schema = schema
            self.statement = statement
            self.status = status
            self.target = target
            self.text = text
            self.type = type
            self.variables = variables
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Default", `default`)
            map.put("Destination", destination)
            map.put("Errors", errors)
            map.put("First", first)
            map.put("KMSKeyID", kmsKeyID)
            map.put("Kind", kind)
            map.put("Labels", labels)
            map.put("Limits", limits)
            map.put("Line", lineProperty)
            map.put("Loop", loop)
            map.put("Methods", methods)
            map.put("Mode", mode)
            map.put("Name", name)
            map.put("Options", optionsProperty)
            map.put("Password", password)
            map.put("Policy", policy)
            map.put("Port", port)
            map.put("Ratio", ratio)
            map.put("Redrive", redrive)
            map.put("Rules", rules)
            map.put("SameAs", sameAs)
            map.put("Schema", schema)
            map.put("Statement", statement)
            map.put("Status", status)
            map.put("Target", target)
            map.put("Text", text)
            map.put("Type", type)
            map.put("Variables", variables)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<Fixture.Everything> { ID<Fixture.Everything>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<Fixture.Everything> { ARN<Fixture.Everything>(Text(.attribute(of: id, "Arn"))) }

        public var destinationState: Text { Text(.attribute(of: id, "Destination.State")) }

        public var endpointAddress: Text { Text(.attribute(of: id, "Endpoint.Address")) }

        public var idAttribute: ID<Fixture.Everything> { ID<Fixture.Everything>(Text(.attribute(of: id, "Id"))) }

        public struct Method: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var get: Self { Self("GET") }
            public static var put: Self { Self("PUT") }
        }

        public struct Mode: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var on: Self { Self("on") }
            public static var off: Self { Self("off") }
            public static var noneValue: Self { Self("none") }
            public static var on_2: Self { Self("ON") }
            public static var awsKms: Self { Self("aws:kms") }
            public static var x86_64: Self { Self("x86_64") }
            public static var all: Self { Self("*") }
            public static var selfValue: Self { Self("self") }
            public static var quoteD: Self { Self("quote\"d") }
        }

        public struct Status: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var enabled: Self { Self("Enabled") }
            public static var disabled: Self { Self("Disabled") }
        }

        public struct TypeChoice: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var a: Self { Self("A") }
        }

        public struct Destination: PropertyType {
            public var bucket: Text?

            public init(
                bucket: Text? = nil
            ) {
                self.bucket = bucket
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Bucket", bucket)
                return map.value
            }
        }

        public struct Error: PropertyType {
            public var propertiesProperty: Scalar<Int>?
            public var value: Text

            public init(
                value: Text,
                propertiesProperty: Scalar<Int>? = nil
            ) {
                self.propertiesProperty = propertiesProperty
                self.value = value
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Properties", propertiesProperty)
                map.put("Value", value)
                return map.value
            }
        }

        public struct First: PropertyType {
            public var name: Text?
            @Indirect public var second: Second?

            public init(
                name: Text? = nil,
                second: Second? = nil
            ) {
                self.name = name
                self.second = second
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Name", name)
                map.put("Second", second)
                return map.value
            }
        }

        public struct Redrive: PropertyType {
            public var maxReceiveCount: Scalar<Int>?

            public init(
                maxReceiveCount: Scalar<Int>? = nil
            ) {
                self.maxReceiveCount = maxReceiveCount
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("maxReceiveCount", maxReceiveCount)
                return map.value
            }
        }

        public struct Rule: PropertyType {
            public var priority: Scalar<Int>?

            public init(
                priority: Scalar<Int>? = nil
            ) {
                self.priority = priority
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Priority", priority)
                return map.value
            }
        }

        public struct Second: PropertyType {
            @Indirect public var first: First

            public init(
                first: First
            ) {
                self.first = first
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("First", first)
                return map.value
            }
        }

        public struct Statement: PropertyType {
            public var and: [Statement]?
            @Indirect public var not: Statement?
            public var word: Text?

            public init(
                and: [Statement]? = nil,
                not: Statement? = nil,
                word: Text? = nil
            ) {
                self.and = and
                self.not = not
                self.word = word
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("And", and)
                map.put("Not", not)
                map.put("Word", word)
                return map.value
            }
        }

        public struct Target: PropertyType {
            public var queue: Text?
            public var region: Text
            public var topic: Text?

            public init(
                region: Text,
                queue: Text? = nil,
                topic: Text? = nil
            ) {
                self.queue = queue
                self.region = region
                self.topic = topic
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Queue", queue)
                map.put("Region", region)
                map.put("Topic", topic)
                return map.value
            }
        }

        public struct TextProperty: PropertyType {
            public var `in`: Text?
            public var description: Text?

            public init(
                `in`: Text? = nil,
                description: Text? = nil
            ) {
                self.in = `in`
                self.description = description
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("In", `in`)
                map.put("description", description)
                return map.value
            }
        }

        public struct TypeProperty: PropertyType {
            public var `protocol`: ProtocolChoice?
            public var selfProperty: Text?

            public init(
                `protocol`: ProtocolChoice? = nil,
                selfProperty: Text? = nil
            ) {
                self.protocol = `protocol`
                self.selfProperty = selfProperty
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Protocol", `protocol`)
                map.put("Self", selfProperty)
                return map.value
            }

            public struct ProtocolChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var tcp: Self { Self("tcp") }
            }
        }
    }
}
