public import DataContract

extension Dataset {
    /// Shops of the partners; a later row for the same shop replaces the earlier one.
    public static let stores = Dataset(
        "stores",
        table: "STORES",
        files: .startsWith("store"),
        key: ["store_token"],
        description: "Shops of the partners. A later row for the same shop replaces the earlier one.",
        columns: [
            Column("store_group", description: "Group that the shop belongs to"),
            Column("store_token", required: true, description: "Token that identifies the shop"),
            Column("store_name", description: "Name of the shop"),
        ]
    )
}
