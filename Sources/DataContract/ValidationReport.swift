/// What validation found in one file.
public struct ValidationReport: Sendable, Hashable {
    public enum Verdict: Sendable, Hashable {
        case accepted
        /// With the reason in a sentence.
        case rejected(String)
    }

    /// Rows that are neither empty lines nor headers.
    public let dataRows: Int
    /// Lines that repeat the names of the columns.
    public let headerRows: Int
    /// How many fields the rows have; nil when no row has an accepted number.
    public let fieldCount: Int?
    /// How many bytes were read, unpacked.
    public let bytes: Int
    /// Breaches of the form; one rejects the file.
    public let structuralBreaches: BreachTally
    /// Values that break a rule; they reject the file only when too many rows have them.
    public let valueBreaches: BreachTally
    /// Rows with at least one bad value.
    public let breachedRows: Int
    public let verdict: Verdict

    /// Whether a header was noticed.
    public var hasHeader: Bool { headerRows > 0 }
    /// The rows that `COPY INTO` loads from the file: data and headers.
    public var records: Int { dataRows + headerRows }
    public var isAccepted: Bool { verdict == .accepted }

    /// The first breaches of both kinds, the structural ones first, no more than ten.
    public var firstBreaches: [Breach] {
        Array((structuralBreaches.first + valueBreaches.first).prefix(BreachTally.kept))
    }
    public var totalBreaches: Int { structuralBreaches.total + valueBreaches.total }
}
