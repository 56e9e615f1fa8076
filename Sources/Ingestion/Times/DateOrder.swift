import Reports

/// Which of two numbers of a date stands first.
public enum DateOrder: Hashable, Sendable {
    case dayFirst, monthFirst

    /// The order in which a timeline's dates were meant, by what they say together: a number over twelve, a day known
    /// from elsewhere, days that lie close together in one order and months apart in the other, and last the zone.
    ///
    /// - Returns: `nil` when the dates leave it open; with a warning when the zone alone decided.
    static func evident(in times: [WrittenTime], context: TimeContext) -> (order: DateOrder, warning: String?)? {
        let stated = Set(times.compactMap(\.order))
        if stated.count == 1, let only = stated.first { return (only, nil) }
        let dates = times.compactMap(\.numeric)
        guard let first = dates.first, stated.isEmpty else { return nil }
        let day = context.day
        let orders = [DateOrder.dayFirst, .monthFirst]
        let days = orders.map { order in dates.compactMap { order.day($0, near: day)?.secondsSince1970 } }
        if let day, let found = only(days.map { $0.allSatisfy { abs($0 - day.secondsSince1970) <= 3 * 86_400 } }) {
            return (orders[found], nil)
        }
        let spans = days.map { ($0.max() ?? 0) - ($0.min() ?? 0) }
        if spans.max() ?? 0 > 20 * 86_400, let found = only(spans.map { $0 <= 7 * 86_400 }) {
            return (orders[found], nil)
        }
        guard let zone = context.zone, let order = zone.customaryDateOrder else { return nil }
        let number = first.year.map { "/\($0)" } ?? ""
        let words = order == .dayFirst ? "day first" : "month first"
        return (
            order,
            "dates such as '\(first.first)/\(first.second)\(number)' read \(words), as is usual in the stated zone"
        )
    }

    /// The place of the only `true`.
    private static func only(_ facts: [Bool]) -> Int? {
        facts.filter { $0 }.count == 1 ? facts.firstIndex(of: true) : nil
    }

    /// The day that the numbers mean in this order; a missing year is the one that brings it nearest.
    func day(_ date: WrittenTime.NumericDate, near day: Timestamp?) -> Timestamp? {
        let (month, number) = self == .dayFirst ? (date.second, date.first) : (date.first, date.second)
        if let year = date.year { return Timestamp(year: year, month: month, day: number) }
        return day.flatMap { WrittenDay.nearest(month: month, day: number, to: $0) }
    }
}

extension TimeZoneRule {
    /// How dates are written with strokes where this zone is kept; `nil` where both are usual or nobody can tell.
    var customaryDateOrder: DateOrder? {
        switch self {
        case .unitedStates: .monthFirst
        case .europe: .dayFirst
        case .named(let zone):
            ["Europe/", "Australia/", "Africa/"].contains { zone.identifier.hasPrefix($0) } ? .dayFirst : nil
        case .fixed: nil
        }
    }
}
