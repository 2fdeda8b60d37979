public import DataContract

extension Dataset {
    /// Goods brought back, one row a return; the warehouse sends a file a day, always with a header.
    public static let returns = Dataset(
        "returns",
        table: "RETURNS",
        files: .startsWith("return"),
        header: .required,
        breachLimit: .rows(0),
        key: ["store_token", "transaction_id"],
        description: "Goods that customers brought back. A file with a single bad value is refused as a whole.",
        columns: [
            Column("store_token", required: true, description: "Token of the shop that took the goods back"),
            Column("transaction_id", required: true, description: "The sale that is undone"),
            Column("return_time", .timestamp, required: true, description: "When; without a zone it is UTC"),
            Column(
                "amount", .decimal(precision: 11, scale: 2), required: true,
                description: "What the customer got back, a positive amount"),
            Column("reason", mayBeAbsent: true, description: "Why, in the customer's words"),
        ]
    )
}
