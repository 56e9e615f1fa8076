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

    /// A run of digits or of letters, and where it stands.
    private struct Piece {
        var text: String
        var start: Int
        var end: Int
        var isNumber: Bool
    }

    private static func pieces(of address: String) -> [Piece] {
        var path = Substring(address)
        if let scheme = path.firstRange(of: "://") {
            path = path[scheme.upperBound...]
            path = path.firstIndex(of: "/").map { path[$0...] } ?? ""
        }
        let bytes = Array(path.utf8.prefix(2000))
        var pieces: [Piece] = []
        var index = 0
        while index < bytes.count {
            let start = index
            let isNumber = bytes[index].isDigit
            // Letters beyond ASCII are escaped.
            if bytes[index] == UInt8(ascii: "%") { index += 2 }
            while index < bytes.count, isNumber ? bytes[index].isDigit : bytes[index].isLetter { index += 1 }
            if index > start, bytes[start] != UInt8(ascii: "%") {
                let text = String(decoding: bytes[start..<index], as: UTF8.self)
                pieces.append(Piece(text: text, start: start, end: index, isNumber: isNumber))
            } else {
                index = max(index, start + 1)
            }
        }
        return pieces
    }

    private static func number(_ piece: Piece, digits: ClosedRange<Int>) -> Int? {
        piece.isNumber && digits.contains(piece.end - piece.start) ? Int(piece.text) : nil
    }

    private static func separated(_ pieces: ArraySlice<Piece>) -> Timestamp? {
        guard pieces.count >= 3 else { return nil }
        let (first, second, third) = (
            pieces[pieces.startIndex], pieces[pieces.startIndex + 1], pieces[pieces.startIndex + 2]
        )
        // One mark between them: a year and numbers far apart are no day.
        guard second.start == first.end + 1, third.start == second.end + 1 else { return nil }
        if let year = number(first, digits: 4...4), (1995...2099).contains(year),
            let day = number(third, digits: 1...2),
            let month = number(second, digits: 1...2) ?? month(second)
        {
            return Timestamp(year: year, month: month, day: day)
        }
        if let year = number(third, digits: 4...4), (1995...2099).contains(year),
            let day = number(first, digits: 2...2),
            let month = number(second, digits: 2...2)
        {
            return Timestamp(year: year, month: month, day: day)
        }
        return nil
    }

    private static func month(_ piece: Piece) -> Int? {
        guard !piece.isNumber, case .gregorian(let month)? = MonthNames.month(piece.text.lowercased()) else {
            return nil
        }
        return month
    }

    private static func packed(_ piece: Piece, length: ClosedRange<Int>) -> Timestamp? {
        guard piece.isNumber, length.contains(piece.end - piece.start), let value = Int(piece.text.prefix(8)) else {
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
