import Reports

/// A name that is no one zone's.
public enum TimeZoneNameError: Error, Equatable {
    case unknown(String)
    /// Offsets in seconds, the most usual first.
    case several(String, offsets: [Int])
}

extension TimeZoneNameError: CustomStringConvertible {
    /// What is wrong with the name, and what to write.
    public var description: String {
        switch self {
        case .unknown(let name): return "there is no time zone '\(name)'; write Europe/Paris, UTC+2 or PST"
        case .several(let name, let offsets):
            let zones = offsets.map { Timestamp(secondsSince1970: 0, offsetSeconds: $0).zone }
            let first = zones.dropLast().joined(separator: ", ")
            return
                "'\(name)' stands for \(first) and \(zones.last ?? "UTC"); write one of them, or a city such as Europe/Paris"
        }
    }
}
