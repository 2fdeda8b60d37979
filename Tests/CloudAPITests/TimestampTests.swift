import CloudAPI
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
        (784_111_777, "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
        (951_782_400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
        (1_440_938_160, "2015-08-30T12:36:00Z", "Sun, 30 Aug 2015 12:36:00 GMT"),
        (1_736_582_400, "2025-01-11T08:00:00Z", "Sat, 11 Jan 2025 08:00:00 GMT"),
        (4_107_542_399, "2100-02-28T23:59:59Z", "Sun, 28 Feb 2100 23:59:59 GMT"),
        (-1, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
    ])
    func `a moment is written and read in each form`(seconds: Int, iso: String, rfc: String) {
        let moment = Timestamp(seconds: seconds)
        #expect(moment.iso8601 == iso)
        #expect(moment.rfc1123 == rfc)
        #expect(Timestamp(iso8601: iso) == moment)
        #expect(Timestamp(iso8601: moment.iso8601Basic) == moment)
        #expect(Timestamp(rfc1123: rfc) == moment)
    }

    @Test func `every day of four centuries is the one after the day before`() {
        var seen = 0
        var last = ""
        for day in stride(from: -60_000, to: 90_000, by: 1) {
            let stamp = Timestamp(seconds: day * 86400).dateStamp
            if stamp > last, stamp.utf8.count == 8 { seen += 1 }
            last = stamp
        }
        #expect(seen == 150_000)
    }

    @Test func `fractions and zones are understood`() {
        let moment = Timestamp(seconds: 1_736_582_400, nanoseconds: 123_000_000)
        #expect(Timestamp(iso8601: "2025-01-11T08:00:00.123Z") == moment)
        #expect(Timestamp(iso8601: "2025-01-11 09:30:00.123+01:30") == moment)
        #expect(Timestamp(iso8601: "20250111T070000.123000000999-0100") == moment)
        #expect(moment.iso8601 == "2025-01-11T08:00:00.123Z")
    }

    @Test(arguments: [
        "", "2025-01-11", "2025-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2025-01-11T24:00:00Z",
        "2025-01-11T08:00:00Zx",
        "2025-01-11T08:00:00.Z", "+025-01-11T08:00:00Z", "2025-01-11T08:00",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test(arguments: ["", "Sun, 06 Nov 1994", "Sun, 31 Feb 2020 00:00:00 GMT", "Sun, 06 Xxx 1994 08:49:37 GMT", "0"])
    func `what is no Date field is refused`(text: String) {
        #expect(Timestamp(rfc1123: text) == nil)
    }

    @Test func `durations carry over the second`() {
        let moment = Timestamp(seconds: 10, nanoseconds: 900_000_000)
        #expect(moment + .milliseconds(200) == Timestamp(seconds: 11, nanoseconds: 100_000_000))
        #expect(moment + .milliseconds(-950) == Timestamp(seconds: 9, nanoseconds: 950_000_000))
        #expect(Timestamp(seconds: 11, nanoseconds: 100_000_000) - moment == .milliseconds(200))
        #expect(moment < Timestamp(seconds: 11))
    }
}
