import CloudAPI

/// One upload of a file, as alerts and their records name it.
struct FileVersion: Sendable, Hashable {
    let bucket: String
    let key: String
    /// Without quotes; empty when neither the object nor the event tells.
    let eTag: String
    let versionID: String
    /// A replay that somebody asked for is told of anew: its outcome is what they wait for.
    let replay: String

    /// What stands in the bucket counts; the event is asked only where that could not be looked at.
    init(_ arrival: Arrival, _ object: StoredObject?) {
        bucket = arrival.bucket
        key = arrival.key
        eTag = object?.bareETag ?? arrival.eTag?.withoutQuotes ?? ""
        versionID = object.map { $0.versionID ?? "" } ?? arrival.versionID ?? ""
        replay = arrival.replay ?? ""
    }

    /// The name of the alert about this failure of this version: the same however often it is come upon.
    func alertID(_ reason: IngestFailure.Reason) -> RequestID {
        .derived(from: "alert", bucket, key, eTag, versionID, replay, reason.rawValue)
    }
}
