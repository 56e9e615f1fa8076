import Ingestion
import Reports
import Testing

@Suite("Times people write")
struct TimeReaderTests {
    @Test(
        "A whole time is read as written",
        arguments: [
            ("2024-03-05T14:02Z", "2024-03-05T14:02:00Z"),
            ("2024-03-05 14:02", "2024-03-05T14:02:00Z"),
            ("2024-03-05", "2024-03-05"),
            ("2024/3/5 9:07", "2024-03-05T09:07:00Z"),
            ("2024-03-05T14:02:10.250+01:00", "2024-03-05T14:02:10+01:00"),
            ("20240305T140210Z", "2024-03-05T14:02:10Z"),
            ("2024-03-05 14:02 (UTC)", "2024-03-05T14:02:00Z"),
            ("Tue, 05 Mar 2024 14:02:10 +0100", "2024-03-05T14:02:10+01:00"),
            ("Tue, 05 Mar 2024 14:02:10 GMT", "2024-03-05T14:02:10Z"),
            ("March 26, 2024 at 3:35 PM PDT", "2024-03-26T15:35:00-07:00"),
            ("Tuesday, March 26th, 2024 3:35 p.m. EDT", "2024-03-26T15:35:00-04:00"),
            ("26 Mar 2024 03:35 CET", "2024-03-26T03:35:00+01:00"),
            ("26th of March 2024, 03:35 UTC+2", "2024-03-26T03:35:00+02:00"),
            ("26.03.2024 03:35", "2024-03-26T03:35:00Z"),
            ("26/03/2024 03:35", "2024-03-26T03:35:00Z"),
            ("03/26/2024 3 AM", "2024-03-26T03:00:00Z"),
            ("26/Mar/2024:03:35:10 +0000", "2024-03-26T03:35:10Z"),
            ("14:02 UTC on March 26, 2024", "2024-03-26T14:02:00Z"),
            ("2024-07-04 09:00 Pacific Time", "2024-07-04T09:00:00-07:00"),
            ("2024-12-04 09:00 PT", "2024-12-04T09:00:00-08:00"),
            ("2024-07-04 09:00 US/Eastern", "2024-07-04T09:00:00-04:00"),
            ("2024-07-04 09:00 Europe/Paris", "2024-07-04T09:00:00+02:00"),
            ("2024-07-04 09:00 Australia/Sydney", "2024-07-04T09:00:00+10:00"),
            ("2024-07-04 1402Z", "2024-07-04T14:02:00Z"),
            ("2024-07-04 14:02–14:10 UTC", "2024-07-04T14:02:00Z"),
            ("2024-07-04 24:00", "2024-07-05T00:00:00Z"),
            ("2024-07-04, noon", "2024-07-04T12:00:00Z"),
            ("2024-07-04 12:15 am", "2024-07-04T00:15:00Z"),
            ("1710000000", "2024-03-09T16:00:00Z"),
            ("1710000000.123456", "2024-03-09T16:00:00Z"),
            ("1710000000123", "2024-03-09T16:00:00Z"),
            ("[2024-03-05 14:02:31]", "2024-03-05T14:02:31Z"),
            ("~2024-03-05 14:02", "2024-03-05T14:02:00Z"),
            ("2024-03-05 10:02 PST / 18:02 UTC", "2024-03-05T10:02:00-08:00"),
            ("3:35\u{202F}PM UTC, March 26, 2024", "2024-03-26T15:35:00Z"),
        ])
    func whole(text: String, expected: String) {
        #expect(TimeReader.timestamp(text)?.description == expected)
    }

    @Test(
        "What is no time, or can't be known, is nil",
        arguments: [
            "", "soon", "14:02 UTC", "Mar 26, 03:35 UTC", "2024-02-30", "2024-13-01", "25:00", "14:60",
            "3/5/2024 10:00",
            "12", "1234", "99999999999999999999", "2024-03-05T", "v2.4.1", "10.0.0.1", "T+5m",
            "12 pods", "2024-03-05 was a bad day", "May", "::", "\u{FEFF}", "14:02:", "503", "-5", "+", "T", "[", "(",
            "~",
        ])
    func none(text: String) {
        #expect(TimeReader.timestamp(text) == nil)
    }

    @Test(
        "What is missing comes from the context",
        arguments: [
            // 2024-03-26 was a Tuesday.
            ("Tue 14:02 UTC", "2024-03-26", "2024-03-26T14:02:00Z"),
            ("Wednesday, 14:02 UTC", "2024-03-26", "2024-03-27T14:02:00Z"),
            ("Sun 14:02 UTC", "2024-03-26", "2024-03-24T14:02:00Z"),
            // Year from the nearest day, across the turn of the year.
            ("Mar 26, 03:35 UTC", "2024-03-26", "2024-03-26T03:35:00Z"),
            ("Dec 31, 23:50 UTC", "2024-01-01", "2023-12-31T23:50:00Z"),
            ("Jan 1, 00:10 UTC", "2023-12-31", "2024-01-01T00:10:00Z"),
            ("14:02 UTC", "2024-03-26", "2024-03-26T14:02:00Z"),
            ("3 PM", "2024-03-26", "2024-03-26T15:00:00Z"),
        ])
    func fromDay(text: String, day: String, expected: String) {
        #expect(TimeReader.timestamp(text, in: TimeContext(day: Timestamp(day)))?.description == expected)
    }

    @Test(
        "A time of day follows the event before it",
        arguments: [
            ("23:50", "2024-03-26T23:40:00Z", false, "2024-03-26T23:50:00Z"),
            ("00:05", "2024-03-26T23:50:00Z", false, "2024-03-27T00:05:00Z"),
            ("23:30", "2024-03-26T23:50:00Z", false, "2024-03-26T23:30:00Z"),
            ("23:58", "2024-03-27T00:01:00Z", false, "2024-03-26T23:58:00Z"),
            ("Wed 20:28", "2024-03-26T13:00:00Z", false, "2024-03-27T20:28:00Z"),
            ("Mon 09:28", "2024-03-26T13:00:00Z", false, "2024-04-01T09:28:00Z"),
            ("Mon 09:28", "2024-03-26T13:00:00Z", true, "2024-03-25T09:28:00Z"),
            ("09:00", "2024-12-31T20:00:00Z", false, "2025-01-01T09:00:00Z"),
            ("23:50", "2024-03-27T00:05:00Z", true, "2024-03-26T23:50:00Z"),
            ("22:00", "2024-03-27T23:00:00Z", true, "2024-03-27T22:00:00Z"),
        ])
    func followsPrevious(text: String, previous: String, descending: Bool, expected: String) {
        let context = TimeContext(previous: Timestamp(previous), isDescending: descending)
        #expect(TimeReader.timestamp(text, in: context)?.description == expected)
    }

    @Test(
        "Relative times count from the start",
        arguments: [
            ("T+00:12", "2024-03-05T14:12:00Z"), ("+5m", "2024-03-05T14:05:00Z"), ("T-10m", "2024-03-05T13:50:00Z"),
            ("T+1h30m", "2024-03-05T15:30:00Z"), ("T0", "2024-03-05T14:00:00Z"), ("+00:00:30", "2024-03-05T14:00:30Z"),
        ])
    func relative(text: String, expected: String) {
        let context = TimeContext(start: Timestamp("2024-03-05T14:00Z"))
        #expect(TimeReader.timestamp(text, in: context)?.description == expected)
        #expect(TimeReader.timestamp(text) == nil)
    }

    @Test("An ambiguous zone is reported, and settled by a stated one")
    func ambiguous() {
        #expect(TimeReader.reading("2024-03-05 14:02 IST")?.ambiguousZone == "IST")
        let kolkata = TimeContext(zone: TimeZoneReader.rule("Asia/Kolkata"))
        #expect(TimeReader.timestamp("2024-03-05 14:02 IST", in: kolkata)?.description == "2024-03-05T14:02:00+05:30")
        #expect(TimeReader.timestamp("2024-03-05 14:02 CST")?.description == "2024-03-05T14:02:00-06:00")
        #expect(TimeReader.reading("2024-03-05 14:02 CST")?.ambiguousZone == "CST")
        #expect(TimeReader.reading("2024-03-05 14:02")?.assumedUTC == true)
        #expect(TimeReader.reading("2024-03-05 14:02 PST")?.assumedUTC == false)
    }

    @Test(
        "Daylight time changes where the law says",
        arguments: [
            ("2024-03-10 01:59 PT", "-08:00"), ("2024-03-10 03:00 PT", "-07:00"), ("2024-11-03 00:59 PT", "-07:00"),
            ("2024-11-03 02:00 PT", "-08:00"), ("2024-03-31 00:59 Europe/London", "Z"),
            ("2024-03-31 02:01 Europe/London", "+01:00"), ("2024-10-27 03:01 Europe/Berlin", "+01:00"),
            ("2024-10-27 01:59 Europe/Berlin", "+02:00"),
        ])
    func daylight(text: String, offset: String) {
        #expect(TimeReader.timestamp(text)?.description.hasSuffix(offset) == true)
    }

    @Test("The hour that comes twice goes on from the event before")
    func repeatedHour() {
        let zone = TimeZoneReader.rule("PT")
        let first = TimeReader.timestamp("2024-11-03 01:50", in: TimeContext(zone: zone))
        #expect(first?.description == "2024-11-03T01:50:00-07:00")
        let second = TimeReader.timestamp("01:10", in: TimeContext(zone: zone, previous: first))
        #expect(second?.description == "2024-11-03T01:10:00-08:00")
    }

    @Test(
        "A time at the front of a line leaves the rest",
        arguments: [
            ("14:02 UTC – pager fires", " – pager fires"), ("[14:02:31] <nick> hello", " <nick> hello"),
            ("14:02-14:10 rollback", " rollback"), ("14:02 - 3 hosts down", " - 3 hosts down"),
            ("2024-03-05T14:02Z: alert", ": alert"),
        ])
    func prefix(line: String, rest: String) {
        #expect(TimeReader.prefix(of: line).map { String($0.rest) } == rest)
    }

    @Test(
        "Durations",
        arguments: [
            ("47 minutes", 2_820), ("47m", 2_820), ("4h17m", 15_420), ("2d3h", 183_600),
            ("1 hour and 5 minutes", 3_900),
            ("PT4H", 14_400), ("P1DT2H30M", 95_400), ("1.5 hours", 5_400), ("about 90 min", 5_400), ("an hour", 3_600),
            ("two days", 172_800), ("01:30:00", 5_400), ("4 hours, 17 minutes", 15_420), ("~3 hrs", 10_800),
            ("45 seconds", 45), ("90-minute", 5_400),
        ])
    func durations(text: String, seconds: Int) {
        #expect(DurationReader.seconds(text) == seconds)
    }

    @Test(
        "What is no duration is nil",
        arguments: [
            "", "47", "minutes", "a while", "5 apples", "5m5h", "PT", "P", "1e9h", "99999999999999999999 days",
            "47 minutes ago",
        ])
    func noDuration(text: String) {
        #expect(DurationReader.seconds(text) == nil)
    }
}
