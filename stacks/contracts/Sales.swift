public import DataContract

extension Dataset {
    /// Sales of the partners' shops, one row a transaction; corrections are sent as the same transaction again.
    public static let sales = Dataset(
        "sales",
        table: "SALES",
        files: .startsWith("sale"),
        key: ["store_token", "transaction_id"],
        description: "Transactions of the partner shops. The same one may come more than once; the latest wins.",
        columns: [
            Column("store_token", required: true, description: "Token of the shop that made the sale"),
            Column("transaction_id", required: true, description: "Identifies the transaction within its shop"),
            Column("receipt_token", description: "Token of the receipt"),
            Column(
                "transaction_time", .timestamp, required: true,
                description: "When the sale was made; without a zone it is UTC"),
            Column(
                "amount", .decimal(precision: 11, scale: 2), required: true,
                description: "Amount of the sale; a negative amount is a refund"),
            Column("source_id", mayBeAbsent: true, description: "System of the partner that recorded the sale"),
            Column("user_role", description: "Role of the person who recorded the sale"),
        ]
    )
}
