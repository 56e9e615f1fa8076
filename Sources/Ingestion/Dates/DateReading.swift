import Reports

/// One walk over a text's tokens.
struct DateReading {
    let tokens: DateTokens
    let language: String?
    let readsPacked: Bool

    var list: [DateTokens.Token] { tokens.tokens }

    init(tokens: DateTokens, language: String?, readsPacked: Bool) {
        self.tokens = tokens
        self.language = language
        self.readsPacked = readsPacked
    }

    mutating func all() -> [FoundDate] {
        var found: [FoundDate] = []
        var index = 0
        while index < tokens.tokens.count {
            if var (date, next) = date(at: index) {
                if let (clock, after) = clock(after: next) {
                    date.clock = clock
                    next = after
                }
                found.append(date)
                index = next
            } else {
                index += 1
            }
        }
        return found
    }

    typealias Step = (date: FoundDate, next: Int)

    private func date(at index: Int) -> Step? {
        let token = list[index]
        switch token.kind {
        case .mark: return nil
        case .word: return isNumber(index + 1) || isMark(index + 1, ".") ? monthFirst(index) : nil
        case .number:
            if isInsideNumber(index) { return nil }
            switch token.digits {
            case 4: return yearFirst(index)
            case 8, 12, 14: return readsPacked ? packed(index) : nil
            case 1, 2: return numeric(index) ?? dayFirst(index)
            default: return nil
            }
        }
    }

    // MARK: Forms

    /// `2020-08-24`, `2020. 8. 24.`, `2020年8月24日`, `2020 Aug 24`, `2020. gada 24. augusts`.
    private func yearFirst(_ index: Int) -> Step? {
        var next = index + 1
        if isMark(next, DateTokens.yearMark) {
            guard let month = number(next + 1, atMost: 12), isMark(next + 2, DateTokens.monthMark),
                let day = number(next + 3, atMost: 31)
            else { return nil }
            return step(
                year: list[index].value, month, day, from: index,
                to: isMark(next + 4, DateTokens.dayMark) ? next + 4 : next + 3)
        }
        for separator in ["-", "/", "."] as [Unicode.Scalar] where isMark(next, separator) {
            guard let month = number(next + 1, atMost: 12), isMark(next + 2, separator),
                let day = number(next + 3, atMost: 31)
            else { break }
            return step(year: list[index].value, month, day, from: index, to: next + 3)
        }
        // A mark, or a short word such as "m." and "gada", may stand before the month.
        var skipped = 0
        while skipped < 3, next < list.count {
            if let (month, length) = month(next) {
                next += length
                while isMark(next, ".") || isMark(next, "-") || isMark(next, "/") { next += 1 }
                guard let day = number(next, atMost: 31), !isMark(next + 1, ":") else { return nil }
                return step(year: list[index].value, month: month, day, from: index, to: next)
            }
            if let day = number(next, atMost: 31), isMark(next + 1, "."), skipped > 0,
                let (month, length) = month(next + 2)
            {
                return step(year: list[index].value, month: month, day, from: index, to: next + 1 + length)
            }
            guard list[next].kind != .number, list[next].end - list[next].start <= 8 else { return nil }
            next += 1
            skipped += 1
        }
        return nil
    }

    /// `20200824`, `202008241030`, `20200824103000`.
    private func packed(_ index: Int) -> Step? {
        let clock = [12: 10_000, 14: 1_000_000][list[index].digits] ?? 1
        let value = list[index].value / clock
        return step(year: value / 10_000, value / 100 % 100, value % 100, from: index, to: index)
    }

    /// `24.08.2020`, `8/24/2020`, `24. 8. 2020`, `24.08.20`.
    private func numeric(_ index: Int) -> Step? {
        for separator in [".", "/", "-"] as [Unicode.Scalar] where isMark(index + 1, separator) {
            guard let second = number(index + 2, atMost: 31), isMark(index + 3, separator), isNumber(index + 4) else {
                return nil
            }
            let first = list[index].value
            let last = list[index + 4]
            guard last.digits == 4 || last.digits == 2 else { return nil }
            // A version or address goes on.
            if isMark(index + 5, separator), isNumber(index + 6), list[index + 6].start == list[index + 5].end {
                return nil
            }
            let isMonthFirst = second > 12 && first <= 12
            let (day, month) = isMonthFirst ? (second, first) : (first, second)
            let year = last.digits == 4 ? last.value : last.value < 70 ? 2000 + last.value : 1900 + last.value
            guard var found = step(year: year, month, day, from: index, to: index + 4) else { return nil }
            found.date.isShort = last.digits == 2
            found.date.isSwappable = separator != "." && first <= 12 && second <= 12 && first != second
            if separator != ".", !found.date.isSwappable, first != second { found.date.isDayFirst = !isMonthFirst }
            return found
        }
        return nil
    }

    /// `24 August 2020`, `24. srpna 2020`, `24 de agosto de 2020`, `24-Aug-2020`, `ngày 24 tháng 8 năm 2020`.
    private func dayFirst(_ index: Int) -> Step? {
        guard let day = number(index, atMost: 31) else { return nil }
        var next = index + 1
        // Ordinal marks and words between day and month: at most "th", "of".
        var words = 0
        while next < list.count {
            if list[next].kind == .mark {
                guard isJoint(next) else { return nil }
            } else if let (month, length) = month(next) {
                return year(after: next + length).flatMap {
                    step(year: list[$0].value, month: month, day, isShort: list[$0].digits == 2, from: index, to: $0)
                }
            } else if list[next].kind == .word, words < 2, list[next].end - list[next].start <= 6 {
                words += 1
                if tokens.word(next) == "tháng", let month = number(next + 1, atMost: 12) {
                    return year(after: next + 2).flatMap { step(year: list[$0].value, month, day, from: index, to: $0) }
                }
            } else {
                return nil
            }
            if next > index + 4 { return nil }
            next += 1
        }
        return nil
    }

    /// `August 24, 2020`, `Aug. 24th 2020`, `Mon Aug 24 10:30:00 CEST 2020`.
    private func monthFirst(_ index: Int) -> Step? {
        var next = index + 1
        if isMark(next, ".") || isMark(next, "/") || isMark(next, "-") { next += 1 }
        guard let day = number(next, atMost: 31), !isMark(next + 1, ":"), let (month, _) = month(index) else {
            return nil
        }
        next += 1
        if isNumber(next), isMark(next + 1, ":"), isNumber(next + 2) {
            next += 3
            if isMark(next, ":"), isNumber(next + 1) { next += 2 }
            if next < list.count, list[next].kind == .word { next += 1 }
        }
        return year(after: next).flatMap {
            step(year: list[$0].value, month: month, day, isShort: list[$0].digits == 2, from: index, to: $0)
        }
    }

    /// Where the year stands after day and month: at once, or after marks and a word such as "de" or "năm".
    private func year(after start: Int) -> Int? {
        var next = start
        var words = 0
        while next < list.count, next < start + 4 {
            let token = list[next]
            switch token.kind {
            case .number:
                if token.digits == 4 { return isMark(next + 1, ":") ? nil : next }
                // `24 Aug '20` and `24-Aug-20`, but not `24 Aug 20`, which may go on with a clock.
                let isMarked = next > start && (isMark(next - 1, "'") || isMark(next - 1, "-"))
                return token.digits == 2 && isMarked && words == 0 ? next : nil
            case .word:
                words += 1
                if words > 1 || token.end - token.start > 6 { return nil }
            case .mark:
                guard isJoint(next) else { return nil }
            }
            next += 1
        }
        return nil
    }
}
