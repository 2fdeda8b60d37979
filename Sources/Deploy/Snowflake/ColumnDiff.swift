import InfraDSL

/// Columns of a table: those it lacks, those that take a wider type without a row being touched, those nobody declares, and
/// those that no statement brings to what is declared.
struct ColumnDiff {
    private(set) var missing: [TableColumn] = []
    private(set) var widened: [(column: TableColumn, before: String)] = []
    private(set) var extra: [LiveColumn] = []
    private(set) var conflicts: [String] = []

    init(_ object: SnowflakeObject, _ found: LiveObject) {
        let shown = Dictionary(found.columns.map { ($0.name, $0) }) { first, _ in first }
        for column in object.columns {
            guard let live = shown[column.name] else {
                missing.append(column)
                continue
            }
            let place = "\(object.name.id).\(column.name)"
            if live.type != column.type {
                switch Self.step(from: live.type, to: column.type) {
                case .wider: widened.append((column, live.type))
                case .narrower:
                    conflicts.append(
                        "\(place) is \(live.type) and declared narrower, \(column.type), which may cut what it holds; "
                            + "change it by hand, no row is cast for you")
                case .other:
                    conflicts.append(
                        "\(place) is \(live.type) and declared \(column.type); change it by hand, no row is cast for you"
                    )
                }
            }
            if live.isRequired != column.isRequired {
                conflicts.append(
                    "\(place) is \(live.isRequired ? "NOT NULL" : "nullable") and declared otherwise; change it by hand"
                )
            }
        }
        let declared = Set(object.columns.map(\.name))
        extra = object.columns.isEmpty ? [] : found.columns.filter { !declared.contains($0.name) }
    }

    private enum Step {
        case wider
        case narrower
        case other
    }

    /// More characters, or more digits before the point, are free (ALTER TABLE … ALTER COLUMN).
    private static func step(from before: String, to after: String) -> Step {
        let (old, new) = (Parts(before), Parts(after))
        guard old.word == new.word else { return .other }
        switch old.word {
        case "VARCHAR":
            let (most, wanted) = (old.numbers.first ?? 16_777_216, new.numbers.first ?? 16_777_216)
            return wanted > most ? .wider : .narrower
        case "NUMBER":
            guard old.numbers.count == 2, new.numbers.count == 2, old.numbers[1] == new.numbers[1] else {
                return .other
            }
            return new.numbers[0] > old.numbers[0] ? .wider : .narrower
        default: return .other
        }
    }

    /// `NUMBER(38,0)` as a word and numbers.
    private struct Parts {
        let word: Substring
        let numbers: [Int]

        init(_ type: String) {
            word = type.prefix { $0 != "(" }
            numbers = type.dropFirst(word.count).split { !$0.isNumber }.compactMap { Int($0) }
        }
    }
}
