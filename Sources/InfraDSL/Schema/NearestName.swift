/// The name that was probably meant.
enum NearestName {
    /// The one of `names` that is spelled most alike; nil when none comes near.
    static func of(_ name: String, in names: some Sequence<String>) -> String? {
        guard name.utf8.count <= 100 else { return nil }
        let most = max(1, min(3, name.utf8.count / 4))
        var best: (distance: Int, name: String)?
        for candidate in names.sorted() where abs(candidate.utf8.count - name.utf8.count) <= most {
            let distance = distance(Array(name.lowercased().utf8), Array(candidate.lowercased().utf8))
            if distance <= most, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.name
    }

    /// `, did you mean Name?` in brackets, or nothing.
    static func hint(_ name: String, in names: some Sequence<String>) -> String {
        of(name, in: names).map { " (did you mean \($0)?)" } ?? ""
    }

    /// Letters to insert, delete, replace or swap with their neighbour (Damerau 1964, optimal string alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var twoBack: [Int] = []
        var back = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                let replaced = back[j] + (left[i] == right[j] ? 0 : 1)
                var least = min(back[j + 1] + 1, row[j] + 1, replaced)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = min(least, twoBack[j - 1] + 1)
                }
                row.append(least)
            }
            twoBack = back
            back = row
        }
        return back[right.count]
    }
}
