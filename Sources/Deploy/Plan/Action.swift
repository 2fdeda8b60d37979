/// What happens to one thing; the raw value is how plans show it.
enum Action: String, Sendable, CaseIterable {
    case create = "+"
    case update = "~"
    case replace = "±"
    case delete = "-"
}
