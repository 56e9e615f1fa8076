import Foundation
import Testing

@testable import Ingestion

@Test(
    "Retry-After is read as seconds and as a date",
    arguments: [
        ("120", 120), (" 0 ", 0), ("Tue, 05 Mar 2024 14:03:40 GMT", 90), ("Tue, 05 Mar 2024 14:00:00 GMT", 0),
        ("soon", nil), ("", nil), ("-5", nil), ("1.5", nil), ("2024-03-05", nil), (nil, nil),
        ("99999999999999999999999999999", 1e29),
    ] as [(String?, Double?)])
func retryAfter(header: String?, seconds: Double?) {
    let now = Date(timeIntervalSince1970: 1_709_647_330)  // 14:02:10 on that day.
    #expect(RetrySchedule.seconds(retryAfter: header, now: now) == seconds)
}

@Test(
    "Waits grow, a server can lengthen them, and one that asks for too long is left alone",
    arguments: [
        (1, nil, 1), (2, nil, 4), (3, nil, nil), (1, 7, 7), (2, 2, 4), (1, 60, 60), (1, 61, nil), (0, nil, nil),
        (1, 1e29, nil),
    ] as [(Int, Double?, Double?)])
func waits(tries: Int, asked: Double?, expected: Double?) {
    #expect(RetrySchedule().wait(afterTries: tries, asked: asked) == expected)
    #expect(RetrySchedule.never.wait(afterTries: tries, asked: asked) == nil)
}
