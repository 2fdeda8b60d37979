/// When something runs, again and again or once, as EventBridge Scheduler understands it.
public struct ScheduleTime: Hashable, Sendable {
    let expression: String
    var faults: [String] = []

    /// Every so many minutes from the time of the deploy on.
    public static func every(minutes: Int) -> ScheduleTime { rate(minutes, "minute") }

    /// Every so many hours from the time of the deploy on.
    public static func every(hours: Int) -> ScheduleTime { rate(hours, "hour") }

    private static func rate(_ count: Int, _ unit: String) -> ScheduleTime {
        ScheduleTime(
            expression: "rate(\(count) \(unit)\(count == 1 ? "" : "s"))",
            faults: count > 0 ? [] : ["\(count) \(unit)s are no interval; use 1 or more"])
    }

    /// Once a day. An hour that the clock skips in spring is skipped, one that it repeats in autumn runs once.
    public static func daily(at time: TimeOfDay) -> ScheduleTime {
        ScheduleTime(expression: "cron(\(time.minute) \(time.hour) * * ? *)", faults: time.faults)
    }

    /// On some days of the week.
    public static func weekly(on days: Weekday..., at time: TimeOfDay) -> ScheduleTime {
        let names = days.map(\.rawValue).joined(separator: ",")
        return ScheduleTime(
            expression: "cron(\(time.minute) \(time.hour) ? * \(names) *)",
            faults: time.faults + (days.isEmpty ? ["it runs on no day of the week"] : []))
    }

    /// On one day of the month.
    ///
    /// - Parameter day: 1 to 28, which every month has.
    public static func monthly(on day: Int, at time: TimeOfDay) -> ScheduleTime {
        ScheduleTime(
            expression: "cron(\(time.minute) \(time.hour) \(day) * ? *)",
            faults: time.faults + ((1...28).contains(day) ? [] : ["day \(day) is not in every month; use 1 to 28"]))
    }

    /// Six fields: minutes, hours, day of the month, month, day of the week, year; one of the two days is `?`.
    public static func cron(_ fields: String) -> ScheduleTime {
        ScheduleTime(expression: "cron(\(fields))", faults: CronFields.faults(of: fields))
    }

    /// The first of days that is a Sunday has number 1, so they are called by name.
    public enum Weekday: String, Hashable, Sendable {
        case sunday = "SUN"
        case monday = "MON"
        case tuesday = "TUE"
        case wednesday = "WED"
        case thursday = "THU"
        case friday = "FRI"
        case saturday = "SAT"
    }
}

/// Hour and minute of a day, written `"05:30"`.
public struct TimeOfDay: Hashable, Sendable, ExpressibleByStringLiteral {
    let hour: Int
    let minute: Int
    let faults: [String]

    public init(stringLiteral text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isTime = parts.count == 2 && parts.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isNumber) }
        let (hour, minute) = (isTime ? Int(parts[0]) ?? -1 : -1, isTime ? Int(parts[1]) ?? -1 : -1)
        self.hour = hour
        self.minute = minute
        let isValid = (0...23).contains(hour) && (0...59).contains(minute)
        faults = isValid ? [] : ["\"\(text)\" is no time of day; write it as 05:30"]
    }
}

/// A zone of the IANA time zone database, such as `"Europe/Berlin"`; whether it is one is checked at synth.
public struct ZoneName: Hashable, Sendable, ExpressibleByStringLiteral {
    let name: String

    public static let utc: ZoneName = "UTC"

    public init(stringLiteral name: String) { self.name = name }

    var faults: [String] {
        TimeZoneNames.contains(name) ? [] : ["\"\(name)\" is no time zone; write it as Europe/Berlin, or UTC"]
    }
}
