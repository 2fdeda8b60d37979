/// What most often helps against a reason that CloudFormation gives; a flat table, the first match counts.
enum Remedy {
    /// A sentence; nil where nothing better is known than to read the reason.
    static func advice(for reason: String, type: String) -> String? {
        let words = reason.lowercased()
        if let action = action(denied: reason) {
            return
                "Allow \(action) to whoever deploys; `swift run deploy doctor` tests all actions that a deploy needs."
        }
        return table.first { row in row.signs.contains { words.contains($0) } }?.advice
    }

    /// The action of "… is not authorized to perform: s3:PutObject on resource …".
    private static func action(denied reason: String) -> String? {
        reason.firstMatch(of: /not authorized to perform:? ([A-Za-z0-9-]+:[A-Za-z0-9*]+)/).map { String($0.1) }
    }

    private static let table: [(signs: [String], advice: String)] = [
        (
            ["scheduled for deletion"],
            "Restore it (`aws secretsmanager restore-secret`, `aws kms cancel-key-deletion`) or wait until it is gone."
        ),
        (
            ["bucketalreadyexists", "bucketalreadyownedbyyou"],
            "Bucket names are the whole world's: choose another name, or deploy again to take over a bucket of your own."
        ),
        (
            ["already exists", "alreadyexists"],
            "Something of that name is there and not this stack's: rename one of the two, or remove the other."
        ),
        (
            ["cannot be assumed by lambda", "role defined for the function"],
            "Let lambda.amazonaws.com assume the role in its trust policy; a role a few seconds old needs a second deploy."
        ),
        (["not empty", "bucketnotempty"], "The bucket holds data: keep it, or destroy with --empty-buckets."),
        (
            ["cannot be deleted as it is in use", "is imported by", "in use by"],
            "Another stack uses it: change that one first, then deploy again."
        ),
        (
            ["limitexceeded", "limit exceeded", "quota", "maximum number of"],
            "A quota of the account is used up: ask for more in Service Quotas, or remove what is not used."
        ),
        (
            ["rate exceeded", "throttl", "too many requests"],
            "AWS was asked too much at once; deploy again in a minute."
        ),
        (
            ["did not stabilize", "notstabilized", "timed out", "timeout"],
            "It did not become ready in time: look at it in its own console, then deploy again."
        ),
        (
            ["unable to validate the following destination"],
            "S3 may not write to the queue or topic: its policy must come before the notification and name the bucket."
        ),
        (
            ["nosuchkey", "specified key does not exist", "error occurred while getobject"],
            "The archive is gone from the asset bucket; deploying again uploads it."
        ),
        (["kms", "key policy"], "The key's policy does not let this service use it; check who may use the key."),
        (
            ["hook"],
            "A hook of the account refuses it: its message says which rule; the owner of the account can tell more."
        ),
        (["internal error", "internalfailure", "service unavailable"], "AWS failed by itself; deploy again."),
    ]
}
