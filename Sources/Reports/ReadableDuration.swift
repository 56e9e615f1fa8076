/// Lengths of time in words.
public enum ReadableDuration {
    /// `4 h 17 min`, `24 h 11 min`, `13 d 16 h 19 min`, `47 min`, `1 min 35 s`, `30 s`.
    ///
    /// To the minute, hours up to three days because that is how people speak of an outage; seconds below ten minutes
    /// only. Negative lengths count as zero.
    public static func text(seconds: Int) -> String {
        let seconds = max(0, seconds)
        if seconds < 60 { return "\(seconds) s" }
        let minutes = seconds / 60
        let hours = minutes / 60
        let isLong = hours >= 72
        let parts = [
            (isLong ? hours / 24 : 0, "d"), (isLong ? hours % 24 : hours, "h"), (minutes % 60, "min"),
            (minutes < 10 ? seconds % 60 : 0, "s"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
