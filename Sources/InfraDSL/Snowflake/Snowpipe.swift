public import CloudFormation
public import DataContract

/// A pipe: Snowflake itself loads what arrives in a bucket, told by the topic that the bucket's events go to.
public struct Snowpipe: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let dataset: Dataset
    private let table: Table
    private let stage: Stage
    private let format: FileFormat
    private let topicARN: ARN<SNS.Topic>
    private let errorsTo: NotificationIntegration?
    private let purpose: String

    /// - Parameters:
    ///   - topicARN: of the topic that S3 publishes arrivals to.
    ///   - errorsTo: is told of files that can not be loaded.
    public init(
        _ name: String,
        in schema: Schema,
        loading dataset: Dataset,
        into table: Table,
        from stage: Stage,
        as format: FileFormat,
        toldBy topicARN: ARN<SNS.Topic>,
        errorsTo: NotificationIntegration? = nil,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .pipe)
        self.dataset = dataset
        self.table = table
        self.stage = stage
        self.format = format
        self.topicARN = topicARN
        self.errorsTo = errorsTo
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] {
        table.name.last == dataset.table ? [] : ["the table \(table.name.dotted) is not that of \(dataset.name)"]
    }

    public var declaration: SnowflakeDeclaration {
        let errors: [SnowflakeObject.Property] = errorsTo.map { [.init("ERROR_INTEGRATION", .name($0.name))] } ?? []
        return .object(
            SnowflakeObject(
                name,
                [.init("AUTO_INGEST", .bool(true), isCreateOnly: true)] + errors
                    + [.init("AWS_SNS_TOPIC", .text(topicARN.text), isCreateOnly: true)],
                body: copy,
                purpose: purpose
            )
        )
    }

    /// The fields of the longest row in order, then where they came from. The date is that in the file's name.
    private var copy: SQL {
        let fields = dataset.columns.indices.map { SQL.code("t.$\($0 + 1)") }
        let added: [SQL] = [
            "METADATA$FILENAME", "METADATA$FILE_ROW_NUMBER",
            "TO_DATE(REGEXP_SUBSTR(METADATA$FILENAME, \("([0-9]{8})[^/0-9]*$" as Text), 1, 1, 'e'), 'YYYYMMDD')",
            "CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ",
        ]
        let targets = dataset.rawColumns.map { "\(ObjectName(column: $0.name))" as SQL }
        return "COPY INTO \(table.name) (" + SQL.list(targets) + ")\nFROM (SELECT " + SQL.list(fields + added)
            + " FROM @\(stage.name) t)\nFILE_FORMAT = (FORMAT_NAME = " + SQL.literal(of: format.name)
            + ")\nPATTERN = \(Text(pattern))\nON_ERROR = SKIP_FILE"
    }

    /// The dataset's files by their base name, whatever their case.
    private var pattern: String {
        switch dataset.files {
        case .startsWith(let prefix):
            let letters = prefix.map { letter -> String in
                let (lower, upper) = (letter.lowercased(), letter.uppercased())
                if lower != upper { return "[\(lower)\(upper)]" }
                return letter.isNumber || letter == "_" ? String(letter) : "[\(letter)]"
            }
            return "(.*/)?\(letters.joined())[^/]*"
        }
    }

    /// How loading by a pipe differs from loading by the function; told at synth (Introduction to Snowpipe).
    public static let differences = [
        "a file that comes again under the same name is not loaded within 14 days, even with other content "
            + "(the function loads it, and knows content for 64 days)",
        "files are loaded within minutes, in no order, and not by one transaction each (the function: seconds, one each)",
        "nothing is checked before the load: a short row becomes NULLs and extra columns vanish without a word",
        "files stay in inbox/, and a refused one is told of by the error integration alone",
        "loading is paid for by the gigabyte, and no resource monitor limits it",
    ]
}
