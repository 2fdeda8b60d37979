import Contracts
import Testing

@testable import DataContract

@Suite struct ContractDiffTests {
    private static let base = dataset()

    private static func dataset(
        table: String = "RETURNS", prefix: String = "return", header: Header = .optional,
        limit: BreachLimit = .percent(5), key: [String] = ["id"], description: String = "Returns.",
        columns: [Column] = [
            Column("id", required: true, description: "Identifies the return"),
            Column("amount", .decimal(precision: 9, scale: 2), description: "Amount"),
            Column("note", mayBeAbsent: true, description: "Note"),
        ]
    ) -> Dataset {
        Dataset(
            "returns", table: table, files: .startsWith(prefix), header: header, breachLimit: limit, key: key,
            description: description, columns: columns)
    }

    private func changes(_ new: Dataset) -> [ContractChange] { ContractDiff.changes(from: [Self.base], to: [new]) }

    private func kinds(_ new: Dataset) -> [Compatibility] { changes(new).map(\.compatibility).sorted() }

    /// The columns of the base with one of them changed.
    private func columns(_ index: Int, _ column: Column?) -> Dataset {
        var columns = Self.base.columns
        if let column { columns[index] = column } else { columns.remove(at: index) }
        return Self.dataset(columns: columns)
    }

    @Test func `the same contract has no changes`() {
        #expect(changes(Self.base).isEmpty)
        #expect(ContractDiff.changes(from: Dataset.all, to: Dataset.all).isEmpty)
    }

    @Test func `words are documentation`() {
        #expect(kinds(Self.dataset(description: "What came back.")) == [.documentation])
        #expect(kinds(columns(2, Column("note", mayBeAbsent: true, description: "x"))) == [.documentation])
    }

    @Test func `what takes every file that was taken is wider`() {
        #expect(kinds(Self.dataset(prefix: "ret")) == [.widened])
        #expect(kinds(Self.dataset(limit: .percent(6))) == [.widened])
        #expect(kinds(columns(0, Column("id", description: "Identifies the return"))) == [.widened])
        let amount = Column("amount", .decimal(precision: 11, scale: 3), description: "Amount")
        #expect(kinds(columns(1, amount)) == [.widened])
        let more = Self.base.columns + [Column("reason", mayBeAbsent: true, description: "Why")]
        #expect(kinds(Self.dataset(columns: more)) == [.widened])
        #expect(ContractDiff.changes(from: [], to: [Self.base]).map(\.compatibility) == [.widened])
    }

    @Test func `what may refuse a file that was taken is narrower`() {
        #expect(kinds(Self.dataset(prefix: "returns")) == [.narrowed])
        #expect(kinds(Self.dataset(header: .required)) == [.narrowed])
        #expect(kinds(Self.dataset(limit: .percent(4))) == [.narrowed])
        #expect(kinds(Self.dataset(limit: .rows(1_000))) == [.narrowed])
        let amount = Column("amount", .decimal(precision: 9, scale: 2), required: true, description: "Amount")
        #expect(kinds(columns(1, amount)) == [.narrowed])
        // More digits after the point, but fewer before it.
        let other = Column("amount", .decimal(precision: 9, scale: 3), description: "Amount")
        #expect(kinds(columns(1, other)) == [.narrowed])
    }

    @Test func `what gives files and rows another meaning is a break`() {
        #expect(kinds(Self.dataset(table: "BACK")) == [.breaking])
        #expect(kinds(Self.dataset(key: ["id", "amount"])) == [.breaking])
        #expect(kinds(Self.dataset(prefix: "back")) == [.breaking])
        #expect(kinds(Self.dataset(header: .absent)) == [.breaking])
        #expect(kinds(columns(1, Column("amount", description: "Amount"))) == [.breaking])
        #expect(ContractDiff.changes(from: [Self.base], to: []).map(\.compatibility) == [.breaking])
    }

    @Test func `a row of as many fields that means other columns is a break, however it came about`() {
        let columns = Self.base.columns
        let swapped = [columns[1], columns[0], columns[2]]
        #expect(kinds(Self.dataset(columns: swapped)).contains(.breaking))
        let renamed = [columns[0], Column("sum", .decimal(precision: 9, scale: 2), description: "Amount"), columns[2]]
        #expect(kinds(Self.dataset(columns: renamed)).max() == .breaking)
        #expect(kinds(self.columns(1, nil)).max() == .breaking)
        let inserted = [columns[0], Column("shop", description: "Shop")] + columns[1...]
        #expect(kinds(Self.dataset(columns: inserted)).max() == .breaking)
        // At the end, but every file has to have it.
        #expect(kinds(Self.dataset(columns: columns + [Column("shop", description: "Shop")])).max() == .breaking)
    }

    @Test func `a change names its dataset and its place`() {
        let amount = Column("amount", .decimal(precision: 9, scale: 2), required: true, description: "Amount")
        #expect(
            changes(columns(1, amount)).map(\.description) == [
                "narrowed  returns, column amount: a value is required now"
            ]
        )
    }
}
