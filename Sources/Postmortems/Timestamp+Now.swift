import Foundation
import Reports

extension Timestamp {
    /// The system clock's time in UTC. Only commands read it; everything below takes the time as a value.
    public static var now: Timestamp {
        Timestamp(secondsSince1970: Int64(Date().timeIntervalSince1970))
    }
}
