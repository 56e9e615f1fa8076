/// Reads lengths of time as people write them.
///
/// ```swift
/// DurationReader.seconds("1 hour and 5 minutes")  // 3900
/// DurationReader.seconds("4h17m")                 // 15420
/// ```
public enum DurationReader {
    /// The length in seconds: `47 minutes`, `4h17m`, `2d3h`, `1.5 hours`, `about 90 min`, `PT4H`, `01:30:00`; `nil` for
    /// anything else, bare numbers included.
    public static func seconds(_ text: String) -> Int? {
        var scanner = TimeScanner(text)
        scanner.skipSpaces()
        for _ in 0..<2 {
            if scanner.skip("~")
                || scanner.skipWord([
                    "about", "around", "approximately", "approx", "roughly", "nearly", "almost", "over",
                ])
            {
                scanner.skip(".")
                scanner.skipSpaces()
            }
        }
        guard let seconds = scanner.attempt({ iso(&$0) }) ?? scanner.attempt({ clock(&$0) }) ?? scan(&scanner) else {
            return nil
        }
        scanner.skipSpaces()
        scanner.skip(".")
        return scanner.atEnd ? seconds : nil
    }

    /// A length at the front: parts with a unit each, joined by blanks, commas or "and".
    static func scan(_ scanner: inout TimeScanner) -> Int? {
        var total: Int?
        var smallest = Int.max
        while let (amount, unit) = scanner.attempt({ part(&$0, first: total == nil, below: smallest) }) {
            let (sum, overflow) = (total ?? 0).addingReportingOverflow(amount)
            if overflow { return nil }
            total = sum
            smallest = unit
        }
        return total
    }

    /// One number and its unit, which must be smaller than the one before.
    private static func part(
        _ scanner: inout TimeScanner, first: Bool, below smallest: Int
    ) -> (seconds: Int, unit: Int)? {
        if !first {
            scanner.skipSpaces()
            scanner.skip(",")
            scanner.skipSpaces()
            if scanner.skipWord(["and"]) { scanner.skipSpaces() }
        }
        guard let amount = amount(&scanner) else { return nil }
        scanner.skipSpaces()
        scanner.skip("-")
        guard let unit = units[scanner.word().lowercased()], unit < smallest else { return nil }
        return (Int((amount * Double(unit)).rounded()), unit)
    }

    /// A number, a decimal, or a number word up to twelve; never over a million.
    private static func amount(_ scanner: inout TimeScanner) -> Double? {
        if let (whole, digits) = scanner.number() {
            guard digits <= 6 else { return nil }
            var value = Double(whole)
            var scale = 0.1
            if scanner.byte == UInt8(ascii: "."), scanner.byte(at: 1)?.isDigit == true {
                scanner.position += 1
                while let byte = scanner.byte, byte.isDigit {
                    value += Double(byte - 0x30) * scale
                    scale /= 10
                    scanner.position += 1
                }
            }
            return value
        }
        return numberWords[scanner.word().lowercased()]
    }

    /// ISO 8601: `PT4H17M`, `P1DT2H`, `P1D`.
    private static func iso(_ scanner: inout TimeScanner) -> Int? {
        guard scanner.skip("P") else { return nil }
        var total = 0
        var isTime = false
        var found = false
        while !scanner.atEnd {
            if !isTime, scanner.skip("T") {
                isTime = true
                continue
            }
            guard let (value, digits) = scanner.number(), digits <= 6 else { return nil }
            let unit: Int
            if isTime {
                if scanner.skip("H") {
                    unit = 3600
                } else if scanner.skip("M") {
                    unit = 60
                } else if scanner.skip("S") {
                    unit = 1
                } else {
                    return nil
                }
            } else if scanner.skip("D") {
                unit = 86_400
            } else if scanner.skip("W") {
                unit = 604_800
            } else {
                return nil
            }
            total += value * unit
            found = true
        }
        return found ? total : nil
    }

    /// `01:30:00`, hours first.
    private static func clock(_ scanner: inout TimeScanner) -> Int? {
        guard let (hours, digits) = scanner.number(), digits <= 4, scanner.skip(":"), let minutes = scanner.digits(2),
            minutes < 60, scanner.skip(":"), let seconds = scanner.digits(2), seconds < 60
        else { return nil }
        return hours * 3600 + minutes * 60 + seconds
    }

    /// Whether letters spell a number that ``scan(_:)`` reads.
    static func isNumberWord(_ letters: ArraySlice<UInt8>) -> Bool {
        letters.count <= 6 && numberWords[String(decoding: letters, as: UTF8.self).lowercased()] != nil
    }

    private static let units: [String: Int] = [
        "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "mins": 60, "minute": 60,
        "minutes": 60, "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "d": 86_400, "day": 86_400,
        "days": 86_400, "w": 604_800, "wk": 604_800, "week": 604_800, "weeks": 604_800,
    ]
    private static let numberWords: [String: Double] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "half": 0.5,
    ]
}
