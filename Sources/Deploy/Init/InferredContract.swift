import DataContract

/// The contract that a sample file suggests. A suggestion: a sample shows what came, not what may come.
struct InferredContract: Sendable {
    let dataset: Dataset
    /// The first line names the columns.
    let hasHeader: Bool
    /// What a person should look at.
    let doubts: [String]

    /// Values that mean nothing, as the file format of RAW knows them.
    private static let nothing: Set<String> = ["", "NULL", "null"]

    /// - Parameters:
    ///   - file: the base name, such as `orders_20250111.csv`.
    ///   - name: of the dataset; nil takes it from the file.
    init(_ table: SampleTable, file: String, name: String?) throws(Failure) {
        let name = name ?? Self.name(of: file)
        guard Self.isName(name) else {
            throw Failure(
                "\"\(name)\" is no name for a dataset.",
                advice: "Give one with --name: letters, digits and underscores.",
                code: .invalid)
        }
        var doubts: [String] = []
        let width = Self.commonWidth(table.rows)
        let odd = table.rows.count { $0.count != width }
        if odd > 0 { doubts.append("\(odd) rows do not have \(width) fields; they would be refused") }
        var rows = table.rows.filter { $0.count == width }.map { $0.map { $0.trimmingBlanks } }
        hasHeader = Self.isHeader(rows)
        let titles = hasHeader ? rows.removeFirst() : []
        guard !rows.isEmpty else { throw Failure("The sample holds a header and no row.", code: .invalid) }
        let names = Self.names(titles, width)
        let unusable = titles.filter { !names.contains($0.lowercased().filter { $0 != " " && $0 != "\t" }) }
        if !unusable.isEmpty { doubts.append("no names of columns: \(unusable.joined(separator: ", "))") }
        if !hasHeader { doubts.append("the sample has no header line: give the columns their names") }
        let columns = (0..<width).map { index in
            let values = rows.map { $0[index] }.filter { !Self.nothing.contains($0) }
            return Column(
                names[index], Self.type(of: values, named: names[index]), required: values.count == rows.count,
                description: titles.isEmpty ? "Column \(index + 1)" : Self.sentence(titles[index]))
        }
        let key = Self.key(columns, rows)
        if !key.isUnique { doubts.append("no column tells the rows of the sample apart: choose the key") }
        if rows.count < 20 { doubts.append("\(rows.count) rows are few to learn types from") }
        if !file.split(whereSeparator: { !$0.isNumber }).contains(where: { $0.count == 8 }) {
            doubts.append("the name \(file) holds no date: partner files need YYYYMMDD in their names")
        }
        self.doubts = doubts
        dataset = Dataset(
            name, table: name.uppercased(), files: .startsWith(Self.prefix(of: file, name)),
            header: hasHeader ? .optional : .absent, key: key.names,
            description: "Files like \(file), by the sample of them.", columns: columns)
    }

    static func isName(_ text: String) -> Bool { text.wholeMatch(of: /[a-z][a-z0-9_]{0,60}/) != nil }

    /// `orders` of `orders_20250111.csv`.
    static func name(of file: String) -> String {
        let words = file.lowercased().prefix { $0 != "." }.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.prefix { !$0.allSatisfy(\.isNumber) }.joined(separator: "_")
    }

    private static func prefix(of file: String, _ name: String) -> String {
        let start = String(file.lowercased().prefix { $0.isASCII && $0.isLetter })
        return start.isEmpty ? name : start
    }

    private static func commonWidth(_ rows: [[String]]) -> Int {
        let counts = Dictionary(rows.map { ($0.count, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// A first row of distinct names, above values of which at least one column could not be such a name.
    private static func isHeader(_ rows: [[String]]) -> Bool {
        guard let first = rows.first, rows.count > 1, Set(first.map { $0.lowercased() }).count == first.count,
            first.allSatisfy({ $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9_ .\-]*/) != nil })
        else { return false }
        return first.indices.contains { index in
            let values = rows.dropFirst().map { $0[index] }
            return !values.contains(first[index])
                && (type(of: values.filter { !nothing.contains($0) }, named: "") != .text
                    || Set(values).count < values.count || first[index].contains("_"))
        }
    }

    private static func names(_ titles: [String], _ width: Int) -> [String] {
        var seen: Set<String> = []
        return (0..<width).map { index in
            // As the validator reads a header: small letters, no blanks.
            let title = (titles.isEmpty ? "" : titles[index].lowercased()).filter { $0 != " " && $0 != "\t" }
            var name = isName(title) ? title : "column_\(index + 1)"
            if !seen.insert(name).inserted { name += "_\(index + 1)" }
            seen.insert(name)
            return name
        }
    }

    /// Numbers that name something are texts: nobody adds them up, and their zeros in front count.
    static func type(of values: [String], named name: String) -> ColumnType {
        guard !values.isEmpty else { return .text }
        let moment =
            /\d{8}[T ]\d{6}(\.\d{1,9})?(Z|[+-]\d{2}(:?\d{2})?)?|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}(:?\d{2})?)?/
        if values.allSatisfy({ $0.wholeMatch(of: moment) != nil }) { return .timestamp }
        let isIdentifier = ["id", "token", "code", "zip", "phone", "number", "no", "sku", "ean"]
            .contains { name == $0 || name.hasSuffix("_\($0)") }
        let numbers = values.compactMap { $0.wholeMatch(of: /[-+]?\$?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?/) }
        guard !isIdentifier, numbers.count == values.count else { return .text }
        let wholes = numbers.map { $0.1.filter { $0 != "," } }
        guard !wholes.contains(where: { $0.count > 1 && $0.first == "0" }) else { return .text }
        let scale = numbers.map { $0.2?.count ?? 0 }.max() ?? 0
        // Room for values a thousand times as large.
        let whole = (wholes.map(\.count).max() ?? 1) + 3
        guard whole + scale <= 38 else { return .text }
        return .decimal(precision: whole + scale, scale: scale)
    }

    private static func key(_ columns: [Column], _ rows: [[String]]) -> (names: [String], isUnique: Bool) {
        let candidates = columns.indices.filter { columns[$0].required }
        func isUnique(_ indices: [Int]) -> Bool { Set(rows.map { row in indices.map { row[$0] } }).count == rows.count }
        let named = candidates.filter { columns[$0].type == .text }
        for index in named + candidates where isUnique([index]) { return ([columns[index].name], true) }
        for (place, first) in named.prefix(8).enumerated() {
            for second in named.prefix(8).dropFirst(place + 1) where isUnique([first, second]) {
                return ([columns[first].name, columns[second].name], true)
            }
        }
        return ([columns[candidates.first ?? 0].name], false)
    }

    private static func sentence(_ title: String) -> String {
        let words = title.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension String {
    /// The file format of RAW trims spaces as well.
    fileprivate var trimmingBlanks: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
