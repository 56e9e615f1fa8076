/// Lengths of time in words, the two largest units of them.
public enum ReadableDuration {
    /// `4 h 17 min`, `2 d 3 h`, `47 min`, `1 min 35 s`, `30 s`; seconds below ten minutes only; negative lengths count as
    /// zero.
    public static func text(seconds: Int) -> String {
        let seconds = max(0, seconds)
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
        func join(_ first: String, _ count: Int, _ unit: String) -> String {
            count > 0 ? "\(first) \(count) \(unit)" : first
        }
        if days > 0 { return join("\(days) d", hours, "h") }
        if hours > 0 { return join("\(hours) h", minutes, "min") }
        if minutes > 0 { return join("\(minutes) min", minutes < 10 ? seconds % 60 : 0, "s") }
        return "\(seconds) s"
    }
}
