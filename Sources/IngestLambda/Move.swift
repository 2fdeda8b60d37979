import CloudAPI
import DataContract

/// Moves a loaded object from the inbox to the history: copy, verify, delete, each of them only for the version that was loaded.
/// Whatever it is interrupted by, the object is in the inbox, in the history, or in both; a repetition completes it. Nothing in
/// the history is ever overwritten, and a newer upload is never deleted: S3 itself holds both conditions.
struct Move {
    enum Outcome {
        /// With the key in the history.
        case moved(String)
        /// The object in the inbox is another by now, or gone; the event of the other takes care of it.
        case replaced
    }

    let s3: S3Client
    let configuration: Configuration

    /// How often another file may take the chosen place in the history before the message is handed back.
    private static let attempts = 4

    /// - Throws: `CloudError`; `IngestFailure` when the copy is not what was to be copied.
    func run(_ file: BatchFile, _ object: StoredObject) throws -> Outcome {
        let places = HistoryPlaces(file, object, under: configuration.historyPrefix)
        for _ in 0..<Self.attempts {
            let (target, isCopied) = try place(among: places, object)
            if !isCopied {
                do {
                    try copy(object, to: target)
                } catch let error as CloudError where [404, 409, 412].contains(error.status) {
                    // Either the source is another by now, or the place is taken; by ourselves, where an answer was lost.
                    guard try isUnchanged(object) else { return .replaced }
                    continue
                }
                guard let copied = try s3.head(bucket: object.bucket, key: target), places.isFresh(copied) else {
                    throw IngestFailure(
                        .unavailable, isTransient: true, "the copy in \(target) is not the object; nothing was deleted")
                }
            }
            return try remove(object, movedTo: target)
        }
        throw IngestFailure(
            .unavailable, isTransient: true,
            "other files took each place in the history that was chosen for the object; nothing was deleted")
    }

    /// The key in the history that is free or holds a copy of the object already.
    private func place(among places: HistoryPlaces, _ object: StoredObject) throws -> (key: String, isCopied: Bool) {
        for key in places.keys {
            guard let other = try s3.head(bucket: object.bucket, key: key) else { return (key, false) }
            if places.isCopy(other) { return (key, true) }
        }
        throw IngestFailure(
            .storageRefused, "\(places.keys[0]) and its other names in the history are taken by other content")
    }

    private func copy(_ object: StoredObject, to target: String) throws {
        var order = CopyOrder(
            from: ObjectReference(bucket: object.bucket, key: object.key, versionID: object.versionID),
            to: ObjectReference(bucket: object.bucket, key: target), ifMatch: object.eTag)
        order.ifNoneMatch = true
        order.encryption = object.head.encryption
        order.timeout = .seconds(900)
        if let metadata = HistoryPlaces.metadata(for: object) {
            order.metadata = metadata
            order.headers = object.head.contentHeaders
        }
        if object.size > configuration.copyLimit {
            try s3.copyInParts(order, of: object.head, partSize: configuration.copyPart)
        } else {
            try s3.copy(order)
        }
    }

    private func remove(_ object: StoredObject, movedTo target: String) throws -> Outcome {
        do {
            try s3.delete(bucket: object.bucket, key: object.key, ifMatch: object.eTag)
            return .moved(target)
        } catch let error as CloudError where [404, 409, 412].contains(error.status) {
            // Gone by an earlier request whose answer was lost, or by another delivery that moved the same version.
            guard let current = try s3.head(bucket: object.bucket, key: object.key) else { return .moved(target) }
            if current.eTag == object.eTag { throw error }
            return .replaced
        }
    }

    private func isUnchanged(_ object: StoredObject) throws -> Bool {
        try s3.head(bucket: object.bucket, key: object.key)?.eTag == object.eTag
    }
}
