import Contracts
import DataContract

/// Validates a text in chunks of a certain size.
func report(
    _ text: String, as dataset: Dataset = .sales, chunk: Int = .max, rowLimit: Int = Validator.rowLimit
) -> ValidationReport {
    report(bytes: Array(text.utf8), as: dataset, chunk: chunk, rowLimit: rowLimit)
}

func report(
    bytes: [UInt8], as dataset: Dataset = .sales, chunk: Int = .max, rowLimit: Int = Validator.rowLimit
) -> ValidationReport {
    var validator = Validator(dataset, rowLimit: rowLimit)
    for piece in pieces(of: bytes, chunk) { piece.withUnsafeBytes { validator.consume($0) } }
    return validator.finish()
}

/// The bytes cut into pieces of the same size.
func pieces(of bytes: [UInt8], _ size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: min(size, max(1, bytes.count))).map {
        Array(bytes[$0..<min($0 + min(size, bytes.count), bytes.count)])
    }
}

/// A row of sales with one field replaced.
func sale(
    store: String = "S1", transaction: String = "T1", time: String = "20211001T174600.000", amount: String = "12.50"
) -> String {
    "\(store),\(transaction),R1,\(time),\(amount),POS,clerk\n"
}

let salesHeader = "store_token,transaction_id,receipt_token,transaction_time,amount,source_id,user_role\n"
let shortSalesHeader = "store_token,transaction_id,receipt_token,transaction_time,amount,user_role\n"
