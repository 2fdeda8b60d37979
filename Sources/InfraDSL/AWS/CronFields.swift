/// The six fields of EventBridge's cron (EventBridge Scheduler user guide, "Schedule types").
enum CronFields {
    private struct Field {
        let name: String
        let range: ClosedRange<Int>
        var words: [String] = []
        /// What stands beside numbers, `,`, `-`, `*` and `/`.
        var extra = ""
    }

    private static let fields = [
        Field(name: "minutes", range: 0...59),
        Field(name: "hours", range: 0...23),
        Field(name: "day of the month", range: 1...31, extra: "?LW"),
        Field(
            name: "month", range: 1...12,
            words: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        Field(
            name: "day of the week", range: 1...7, words: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
            extra: "?L#"),
        Field(name: "year", range: 1970...2199),
    ]

    static func faults(of text: String) -> [String] {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == fields.count else {
            return ["cron(\(text)) has \(parts.count) fields; minutes, hours, day, month, weekday and year are due"]
        }
        var found = zip(fields, parts).filter { !isValid($1, $0) }.map {
            "cron(\(text)): \"\($1)\" is no \($0.name)"
        }
        if [parts[2], parts[4]].filter({ $0 == "?" }).count != 1 {
            found.append("cron(\(text)): exactly one of the two days is ?")
        }
        return found
    }

    private static func isValid(_ text: String, _ field: Field) -> Bool {
        if text == "?" { return field.extra.contains("?") }
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        return items.allSatisfy { isItem(String($0), field) }
    }

    private static func isItem(_ item: String, _ field: Field) -> Bool {
        if let special = special(item, field) { return special }
        let steps = item.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.count <= 2 else { return false }
        if steps.count == 2, !(Int(steps[1]).map { $0 > 0 && steps[1].allSatisfy(\.isNumber) } ?? false) {
            return false
        }
        if steps[0] == "*" { return true }
        let ends = steps[0].split(separator: "-", omittingEmptySubsequences: false).map { number(String($0), field) }
        guard (1...2).contains(ends.count) else { return false }
        var last = Int.min
        for end in ends {
            guard let end, end >= last else { return false }
            last = end
        }
        return true
    }

    /// `L`, `15W`, `LW` of the day of the month; `L`, `6L`, `3#2` of the day of the week; nil for anything else.
    private static func special(_ item: String, _ field: Field) -> Bool? {
        if item == "L" { return field.extra.contains("L") }
        if item == "LW" { return field.extra.contains("W") }
        if item.hasSuffix("W"), field.extra.contains("W") { return number(String(item.dropLast()), field) != nil }
        if item.hasSuffix("L"), field.extra.contains("#") { return number(String(item.dropLast()), field) != nil }
        guard item.contains("#") else { return nil }
        let parts = item.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        return field.extra.contains("#") && parts.count == 2 && number(parts[0], field) != nil
            && (Int(parts[1]).map { (1...5).contains($0) } ?? false)
    }

    private static func number(_ text: String, _ field: Field) -> Int? {
        if let index = field.words.firstIndex(of: text.uppercased()) { return field.range.lowerBound + index }
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
            return nil
        }
        return field.range.contains(number) ? number : nil
    }
}
