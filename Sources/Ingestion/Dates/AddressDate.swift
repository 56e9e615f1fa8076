import Reports

/// Days in addresses.
enum AddressDate {
    /// The day of a path such as `/2019/11/18/`, `/2019-11-18-title`, `/2019/nov/18/` or `/20191118/`; `nil` when there
    /// is none.
    static func day(in address: String) -> Timestamp? {
        let pieces = pieces(of: address)
        for index in pieces.indices {
            if let stamp = separated(pieces[index...]) ?? packed(pieces[index], length: 8...8) { return stamp }
        }
        return nil
    }

    /// The day that a longer number begins with, as in `story2019111801234`: likely, and no more.
    static func dayInNumber(_ address: String) -> Timestamp? {
        pieces(of: address).lazy.compactMap { packed($0, length: 8...20) }.first
    }

    private typealias Piece = Substring

    /// Runs of digits and of letters in the path.
    private static func pieces(of address: String) -> [Piece] {
        var path = Substring(address)
        if let scheme = path.firstRange(of: "://") {
            path = path[scheme.upperBound...]
            path = path.firstIndex(of: "/").map { path[$0...] } ?? ""
        }
        var pieces: [Piece] = []
        var index = path.startIndex
        let bytes = path.utf8
        while index < bytes.endIndex, pieces.count < 200 {
            let start = index
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                // Letters beyond ASCII, escaped.
                index = bytes.index(index, offsetBy: 3, limitedBy: bytes.endIndex) ?? bytes.endIndex
                continue
            }
            let isSame: (UInt8) -> Bool = byte.isDigit ? { $0.isDigit } : { $0.isLetter }
            while index < bytes.endIndex, isSame(bytes[index]) { index = bytes.index(after: index) }
            if index == start {
                index = bytes.index(after: index)
            } else {
                pieces.append(path[start..<index])
            }
        }
        return pieces
    }

    private static func number(_ piece: Piece, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(piece.utf8.count), piece.utf8.first?.isDigit == true else { return nil }
        return Int(piece)
    }

    private static func separated(_ pieces: ArraySlice<Piece>) -> Timestamp? {
        guard pieces.count >= 3 else { return nil }
        let first = pieces[pieces.startIndex]
        let second = pieces[pieces.startIndex + 1]
        let third = pieces[pieces.startIndex + 2]
        // One mark between them: `v2-19.7.2020` and `2020 … 08` far apart are no day.
        guard isOneApart(first, second), isOneApart(second, third) else { return nil }
        if let year = number(first, digits: 4...4), (1995...2099).contains(year), let day = number(third, digits: 1...2),
            let month = number(second, digits: 1...2) ?? month(second)
        {
            return Timestamp(year: year, month: month, day: day)
        }
        if let year = number(third, digits: 4...4), (1995...2099).contains(year), let day = number(first, digits: 2...2),
            let month = number(second, digits: 2...2), month <= 12
        {
            return Timestamp(year: year, month: month, day: day)
        }
        return nil
    }

    private static func month(_ piece: Piece) -> Int? {
        guard case .gregorian(let month)? = MonthNames.month(piece.lowercased()) else { return nil }
        return month
    }

    private static func isOneApart(_ left: Piece, _ right: Piece) -> Bool {
        left.utf8.index(after: left.utf8.endIndex) == right.utf8.startIndex
    }

    private static func packed(_ piece: Piece, length: ClosedRange<Int>) -> Timestamp? {
        guard length.contains(piece.utf8.count), let value = Int(piece.prefix(8)), piece.utf8.first?.isDigit == true else {
            return nil
        }
        let year = value / 10_000
        guard (1995...2035).contains(year) else { return nil }
        return Timestamp(year: year, month: value / 100 % 100, day: value % 100)
    }
}

extension AddressDate {
    /// The month of a path such as `/2020/03/`; `nil` when it names none of that year.
    static func month(of year: Int, in address: String) -> Int? {
        guard let place = address.firstRange(of: "/\(year)/") else { return nil }
        let digits = address[place.upperBound...].prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count == 2, let month = Int(digits), (1...12).contains(month) else { return nil }
        return month
    }
}
