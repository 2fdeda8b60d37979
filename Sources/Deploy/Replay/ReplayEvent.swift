import CloudAPI

/// The messages that a replay sends: events in S3's form, which say in one member more that somebody asked for them. The function
/// tells of the outcome of a replay again, also where it told of the same before.
struct ReplayEvent {
    /// Names this run of the command.
    let id: String

    /// An event as S3 sends it for an object that was just put.
    func body(_ object: ObjectSummary, in bucket: String, region: String) -> String {
        let record: JSON = [
            "eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Replay",
            "awsRegion": .string(region),
            "s3": [
                "bucket": ["name": .string(bucket)],
                "object": .object(compacting: [
                    ("key", .string(PercentEncoding.encode(object.key, keepingSlashes: true))),
                    ("size", .integer(object.size)), ("eTag", .string(object.eTag.filter { $0 != "\"" })),
                    ("versionId", object.versionID.map { .string($0) }),
                ]),
            ],
        ]
        let event: JSON = ["Records": [record], "replay": .string(id)]
        return event.text
    }

    /// A dead letter as it is sent again: the same event with the name of the replay. What is no JSON object goes as it is.
    func body(again body: String) -> String {
        guard let members = (try? JSON.parse(body))?.members else { return body }
        return JSON.object(members.filter { $0.name != "replay" } + [.init("replay", .string(id))]).text
    }

    /// The keys that an event is about; empty where it is not understood.
    static func keys(in body: String) -> [String] {
        let records = (try? JSON.parse(body))?["Records"]?.elements ?? []
        return records.compactMap { record in
            (record["s3"]?["object"]?["key"]?.string).flatMap { PercentEncoding.decode($0, plusIsSpace: true) }
        }
    }
}
