import Contracts
import DataContract
import Testing

@Suite struct DatasetTests {
    @Test func `a sales row has seven fields or six`() {
        #expect(Dataset.sales.columnCounts == [6, 7])
        #expect(Dataset.stores.columnCounts == [3])
    }

    @Test func `the sixth of six fields is the user role and the source id is null`() {
        let places = Dataset.sales.sourceColumns(fields: 6).map { "\($0.column.name)=\($0.position ?? 0)" }
        #expect(
            places == [
                "store_token=1", "transaction_id=2", "receipt_token=3", "transaction_time=4", "amount=5",
                "source_id=0", "user_role=6",
            ])
        #expect(Dataset.sales.sourceColumns(fields: 7).map(\.position) == [1, 2, 3, 4, 5, 6, 7])
        #expect(Dataset.sales.sourceColumns(fields: 5).isEmpty)
    }

    @Test func `columns that may be absent are left out from the last one backwards`() {
        let dataset = Dataset(
            "a", table: "A", files: .startsWith("a"), key: [], description: "",
            columns: [
                Column("one", mayBeAbsent: true, description: ""), Column("two", description: ""),
                Column("three", mayBeAbsent: true, description: ""),
            ])
        #expect(dataset.columnCounts == [1, 2, 3])
        #expect(dataset.sourceColumns(fields: 2).map(\.position) == [1, 2, nil])
        #expect(dataset.sourceColumns(fields: 1).map(\.position) == [nil, 1, nil])
    }

    @Test func `RAW keeps fields as text and adds where and when they came from`() {
        #expect(
            Dataset.stores.rawColumns.map { "\($0.name) \($0.sqlType)" } == [
                "STORE_GROUP VARCHAR", "STORE_TOKEN VARCHAR", "STORE_NAME VARCHAR", "SOURCE_FILENAME VARCHAR",
                "SOURCE_ROW_NUMBER NUMBER(38,0)", "BATCH_DATE DATE", "LOADED_AT TIMESTAMP_NTZ(9)",
            ])
    }

    @Test func `every dataset has distinct columns and a key among them`() {
        for dataset in Dataset.all {
            let names = dataset.columns.map(\.name)
            #expect(Set(names).count == names.count)
            #expect(!dataset.key.isEmpty && dataset.key.allSatisfy(names.contains))
        }
    }

    @Test(arguments: [(5, 100, false), (6, 100, true), (1, 20, false), (1, 19, true), (0, 0, false), (2, 59, false)])
    func `five percent is the most that the limit lets pass`(breached: Int, rows: Int, exceeded: Bool) {
        #expect(BreachLimit.percent(5).isExceeded(by: breached, of: rows) == exceeded)
    }

    @Test func `no number of rows overflows the limit`() {
        #expect(!BreachLimit.percent(100).isExceeded(by: .max, of: .max))
        #expect(BreachLimit.percent(0).isExceeded(by: 1, of: .max))
        #expect(BreachLimit.rows(3).isExceeded(by: 4, of: .max))
    }
}
