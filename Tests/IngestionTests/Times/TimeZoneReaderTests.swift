import Foundation
import Testing

@testable import Ingestion

@Suite("Zones by name")
struct TimeZoneReaderTests {
    /// 2024-01-15 and 2024-07-15, noon UTC.
    private static let (january, july) = (1_705_320_000.0, 1_721_044_800.0)

    @Test(
        "A zone in words keeps its offset in winter and in summer",
        arguments: [
            ("Central European Time", 1.0, 2.0), ("Central European Summer Time", 2, 2),
            ("Eastern European Time", 2, 3),
            ("New Zealand Daylight Time", 13, 13), ("New Zealand Time", 13, 12), ("Brasilia time", -3, -3),
            ("Brasília Time", -3, -3), ("Central Time", -6, -5), ("Hong Kong Time", 8, 8),
            ("Moscow Standard Time", 3, 3),
            ("Australian Central Daylight Time", 10.5, 10.5), ("Central Africa Time", 2, 2), ("Alaska Time", -9, -8),
            ("Atlantic Daylight Time", -3, -3), ("India Standard Time", 5.5, 5.5),
        ])
    func words(name: String, winter: Double, summer: Double) throws {
        let rule = try #require(TimeZoneReader.rule(name))
        #expect(Double(rule.offset(at: Int64(Self.january))) / 3600 == winter)
        #expect(Double(rule.offset(at: Int64(Self.july))) / 3600 == summer)
    }

    @Test(
        "A sentence gives its zone to all times, and the longer name goes before the shorter",
        arguments: [
            ("All times are Central European, as the operator writes them.", 2.0), ("All times are Central.", -5),
            ("All times are New Zealand Daylight Time.", 13), ("Times are in Brasília time.", -3),
            ("All times are Eastern European.", 3), ("All times are Eastern.", -4),
        ])
    func sentences(sentence: String, summer: Double) throws {
        guard case .rule(let rule)? = TimeZoneReader.statedZone(in: sentence) else {
            Issue.record("no zone in: \(sentence)")
            return
        }
        #expect(Double(rule.offset(at: Int64(Self.july))) / 3600 == summer)
    }
}
