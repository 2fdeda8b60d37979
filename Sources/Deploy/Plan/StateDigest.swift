import CloudAPI
import CloudFormation
import InfraDSL

/// What a plan rests on, as hashes: what is declared and built, and what was read of either cloud. The same hashes give the
/// same plan; another one makes a saved plan stale. Nothing can be read back from them.
struct StateDigest: Sendable, Hashable {
    let declared: String
    let aws: String
    let snowflake: String

    init(declared: String, aws: String, snowflake: String) {
        self.declared = declared
        self.aws = aws
        self.snowflake = snowflake
    }

    init(_ planner: Planner, _ archives: [Plan.PlannedArchive], _ aws: AWSReading, _ snowflake: LiveSnowflake) {
        let assembly = planner.assembly
        declared = Self.hash([
            .string(assembly.template.yaml),
            .array((assembly.before + assembly.after).map { .string(Self.statement($0, assembly)) }),
            .array(archives.map { .string($0.archive.key) }), .string(planner.assetBucket),
            .string(planner.snowflakeEndpoint), .bool(planner.adopting),
        ])
        self.aws = Self.hash([
            aws.stack.map { .string($0.id) } ?? .null, aws.stack.map { .string($0.status) } ?? .null,
            aws.stack.map { .string($0.template.yaml) } ?? .null, Self.members(aws.stack?.parameters ?? [:]),
            Self.members(aws.publicKeys), Self.members(aws.trustPolicies),
            Self.members(aws.physicalIDs),
            .array(
                aws.permissions.sorted { $0.key < $1.key }.map { role in
                    [
                        .string(role.key), Self.members(role.value.inline),
                        .array(role.value.attached.sorted().map { .string($0) }),
                    ]
                }),
            .array(aws.leftBuckets.map { .string($0.name) }), .array(archives.map { .bool($0.isNew) }),
        ])
        let declaredIDs = Set((assembly.before + assembly.after).map(\.id))
        let objects = snowflake.objects.filter {
            declaredIDs.contains($0.key) || $0.value.comment.contains(assembly.marker)
        }
        self.snowflake = Self.hash([
            .array(objects.sorted { $0.key < $1.key }.map { Self.object($0.value) }),
            .array(snowflake.grants.keys.sorted().map { .string($0) }),
        ])
    }

    private static func object(_ object: LiveObject) -> JSON {
        [
            .string(object.name.id), .string(object.comment), members(object.properties),
            .array(object.columns.map { .string("\($0.name) \($0.type) \($0.isRequired)") }),
            .string(object.body ?? ""),
        ]
    }

    private static func statement(_ resource: any SnowflakeResource, _ assembly: Assembly) -> String {
        let sql =
            switch resource.declaration {
            case .object(let object): object.creation(marker: assembly.marker)
            case .grant(let grant): grant.statement
            }
        return sql.rendered { "<\($0)>" } ?? resource.id
    }

    private static func members(_ map: [String: String]) -> JSON {
        .object(map.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
    }

    private static func hash(_ parts: [JSON]) -> String { Hex.encode(SHA256.digest(JSON.array(parts).bytes)) }
}
