import InfraDSL

/// dbt run by itself, where there is a cloud to run it on; on a laptop `deploy transform` does.
///
/// Every morning at 5 UTC, when the partners' day is in. `.onArrival(in: arrivals, quietFor: 15)` beside it would also run it each
/// time files have come and no more do.
struct RetailTransform {
    /// Snowflake sees one address of ours; its network policy can name it.
    let network: Network
    let images: Repository
    let transform: Transform

    init(
        _ env: Environment,
        settings: KeyValuePairs<String, any TextConvertible>,
        signingWith transformKey: KeyPair,
        encryptedBy dataKey: Key,
        alarming alerts: Topic
    ) {
        network = Network(
            "TransformNetwork", in: env, out: .translated, reaching: [.images], encryptedBy: dataKey)
        images = Repository("TransformImages", named: "retail-\(env.name)/transform", in: env, encryptedBy: dataKey)
        transform = Transform(
            "Transform",
            .daily(at: "05:00", in: .utc),
            running: images.image(of: "dbt"),
            in: network,
            encryptedBy: dataKey,
            environment: settings,
            alarming: alerts,
            allow: [.sign(with: transformKey), .publish(to: alerts)]
        )
    }

    var resources: [any Resource] { [network, images, transform] }

    var outputs: [Output] {
        [
            Output("TransformRuns", transform.arn, "State machine of the daily run; start one for a run out of turn"),
            Output(
                "TransformAddress", network.publicAddress ?? "", "Address that the daily run reaches Snowflake from"),
        ]
    }
}
