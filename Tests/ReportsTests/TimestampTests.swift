import Foundation
import Reports
import Testing

@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "Everyday forms of RFC 3339 are read and written back in one form",
        arguments: [
            ("2017-02-28", "2017-02-28"),
            ("2017-02-28T09:37-08:00", "2017-02-28T09:37:00-08:00"),
            ("2017-02-28 09:37:10.25 +01:00", "2017-02-28T09:37:10+01:00"),
            ("2017-02-28t09:37:10z", "2017-02-28T09:37:10Z"),
            ("2017-02-28T09:37", "2017-02-28T09:37:00Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("2024-02-29T24:00Z", "2024-03-01T00:00:00Z"),
            ("2024-01-01T00:00:00+0530", "2024-01-01T00:00:00+05:30"),
        ])
    func read(text: String, written: String) {
        #expect(Timestamp(text)?.description == written)
    }

    @Test(
        "What is no time is nil",
        arguments: [
            "", "2017", "2017-02-30", "2023-02-29", "2017-13-01", "2017-01-00", "2017-01-01T25:00Z",
            "2017-01-01T10:60Z", "2017-01-01T10:00+99:00", "2017-01-01T10:00Zx", "٢٠١٧-٠١-٠١",
        ])
    func refused(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("Every day of four centuries survives the way to seconds and back")
    func calendar() {
        var expected: Int64 = Timestamp(year: 1800, month: 1, day: 1)!.secondsSince1970
        for year in 1800..<2200 {
            for month in 1...12 {
                for day in 1...Timestamp.length(ofMonth: month, in: year) {
                    let stamp = Timestamp(year: year, month: month, day: day)!
                    let civil = stamp.civil
                    guard stamp.secondsSince1970 == expected, (civil.year, civil.month, civil.day) == (year, month, day)
                    else {
                        Issue.record("\(year)-\(month)-\(day) came out as \(stamp)")
                        return
                    }
                    expected += 86_400
                }
            }
        }
    }

    @Test("Instants compare across offsets, and a day comes before its midnight")
    func order() throws {
        let early = try #require(Timestamp("2024-03-05T10:00:00+02:00"))
        let late = try #require(Timestamp("2024-03-05T09:00:00Z"))
        #expect(early < late)
        #expect(try #require(Timestamp("2024-03-05")) < #require(Timestamp("2024-03-05T00:00Z")))
    }

    @Test("JSON holds the text, and says what to write when it can't be read")
    func json() throws {
        let stamp = try #require(Timestamp("2024-03-05T14:02:00+01:00"))
        let data = try JSONEncoder().encode([stamp])
        #expect(String(decoding: data, as: UTF8.self) == #"["2024-03-05T14:02:00+01:00"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Timestamp].self, from: Data(#"["soon"]"#.utf8))
        }
    }
}
