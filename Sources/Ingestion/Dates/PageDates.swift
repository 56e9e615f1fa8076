import Reports

/// When a page was published and last changed, as far as the page says.
///
/// In this order, each before the next because it is less often wrong: JSON-LD and `meta` elements that say publication;
/// microdata; other `meta` dates; the address; dates that readers see; the page's scripts; the window's title; the address
/// of its image; the time of its last change. What is not stated for machines is a guess, and a warning says where it
/// came from.
struct PageDates {
    private(set) var published: Timestamp?
    private(set) var updated: Timestamp?
    private(set) var warnings: [String] = []

    private let marks: PageMarks
    private let visible: VisibleDates
    private let reader: StatedDate
    /// The page's own addresses, the likeliest first.
    private let addresses: [String]
    private let images: [String]

    /// - Parameters:
    ///   - heading: The heading that has the page's title.
    ///   - content: The parts of the page that are its content.
    ///   - language: The primary subtag of its language.
    init(
        _ marks: PageMarks, _ linked: LinkedData, _ tree: HTMLTree, heading: Int?, content: [Int], order: PageDateOrder,
        addresses: [String]
    ) {
        self.marks = marks
        self.addresses = addresses
        images = [marks.meta("og:image"), linked.image, marks.meta("twitter:image")].compactMap { $0 }
        visible = VisibleDates(tree, heading: heading, content: content, language: order.language)
        reader = StatedDate(language: order.language, monthFirst: order.isMonthFirst(votes: visible.dayFirstVotes))
        readUpdated(linked)
        readPublished(linked)
        settle()
    }

    private func read(_ texts: [String?]) -> Timestamp? {
        texts.lazy.compactMap { $0.flatMap(reader.read) }.first
    }

    private mutating func take(_ stamp: Timestamp, from place: String) {
        published = stamp
        warnings.append("published \(stamp.day) is taken from \(place)")
    }

    // MARK: Publication

    private mutating func readPublished(_ linked: LinkedData) {
        // A page that shows one revision of a wiki's page is that revision.
        if let revision = marks.revision.flatMap(day) {
            return take(revision, from: "the revision that the page shows")
        }
        var stated = [linked.published]
        stated += marks.dates(.published(rank: 0))
        stated += [marks.itemProperties["datepublished"], linked.otherPublished]
        stated += marks.dates(.published(rank: 1))
        stated.append(marks.itemProperties["datecreated"])
        stated += marks.dates(.published(rank: 2))
        let address = addresses.lazy.compactMap(AddressDate.day).first
        if let stamp = read(stated) {
            published = stamp
            if let address, Self.days(from: address, to: stamp) > 1 {
                // An address stays as it was made when an article is edited, moved or imported.
                take(address, from: "the page's address; the page states \(stamp.day)")
            } else {
                settleZone(
                    of: stamp, address: address, local: read(stated.filter { $0.map(StatedDate.isLocal) ?? false }))
            }
        } else if let address {
            take(address, from: "the page's address")
        } else {
            guessPublished()
        }
    }

    private mutating func guessPublished() {
        if let found = visible.best(updated: false, atLeast: 55), let stamp = resolved(found) {
            return take(
                stamp,
                from: found.isTime && found.stamp != nil ? "a time element on the page" : "a date shown on the page")
        }
        let scripts = ScriptDates(marks.scripts, reader: reader)
        if let stamp = scripts.published { return take(stamp, from: "a script on the page") }
        if let found = visible.best(updated: false, atLeast: 25), let stamp = resolved(found) {
            return take(stamp, from: "a date shown on the page")
        }
        if let stamp = marks.title.flatMap(day) { return take(stamp, from: "the page's title") }
        if let stamp = addresses.lazy.filter({ $0.hasPrefix("http") }).compactMap(AddressDate.dayInNumber).first {
            return take(stamp, from: "a number in the page's address")
        }
        if let stamp = scripts.created { return take(stamp, from: "a script on the page") }
        if let stamp = images.lazy.compactMap({ AddressDate.day(in: $0) ?? AddressDate.dayInNumber($0) }).first {
            return take(stamp, from: "the address of the page's image")
        }
        if let stamp = updated ?? scripts.updated { return take(stamp, from: "the time of the last change") }
        if let found = visible.best(updated: true, atLeast: 0), let stamp = resolved(found) {
            return take(stamp, from: "the time of the last change")
        }
    }

    private func day(in text: String) -> Timestamp? {
        DateFinder(language: reader.language).dates(in: text).first?.timestamp(monthFirst: reader.monthFirst)
    }

    /// The moment of a date on the page: the attribute's, else the day.
    private func resolved(_ found: VisibleDates.Candidate) -> Timestamp? {
        if let stamp = found.stamp { return stamp }
        guard found.date.isSwappable else { return found.date.timestamp() }
        // An address such as `/2020/03/` tells which of the numbers is the month.
        for address in addresses + images {
            if let month = AddressDate.month(of: found.date.year, in: address) {
                if month == found.date.month { return found.date.timestamp() }
                if month == found.date.day { return found.date.timestamp(monthFirst: true) }
            }
        }
        return found.date.timestamp(monthFirst: reader.monthFirst)
    }

    // MARK: Zones

    /// A moment in UTC may fall on another day than where the page is read; what the page shows is its own day.
    ///
    /// - Parameter local: The first publication that is stated without a zone.
    private mutating func settleZone(of stamp: Timestamp, address: Timestamp?, local: Timestamp?) {
        guard stamp.hasTime, stamp.offsetSeconds == 0 else { return }
        let shown = visible.best(updated: false, atLeast: 60, inText: true)
        if let shown, let day = resolved(shown) {
            if day.day == stamp.day { return }
            if Self.isSameMoment(stamp, on: day) {
                published = Self.local(stamp, day: day, clock: shown.date.clock) ?? day
                return warnZone(day, stamp, "the page shows")
            }
        }
        if let address {
            guard Self.isSameMoment(stamp, on: address) else { return }
            published = address
            return warnZone(address, stamp, "the page's address says")
        }
        if let local, Self.isSameMoment(stamp, on: local) {
            let parts = local.civil
            let day = Timestamp(year: parts.year, month: parts.month, day: parts.day) ?? local
            let clock = local.hasTime ? parts.hour * 60 + parts.minute : nil
            published = Self.local(stamp, day: day, clock: clock) ?? day
            return warnZone(local, stamp, "another field says")
        }
        if let day = ScriptDates(marks.scripts, reader: reader).localDay, Self.isSameMoment(stamp, on: day) {
            published = day
            return warnZone(day, stamp, "a script on the page says")
        }
        // Midnight to the second is a day and no moment.
        guard stamp.secondsSince1970 % 86_400 != 0, let offset = PageZone.offset(in: marks.linkedData + marks.scripts)
        else { return }
        let local = Timestamp(secondsSince1970: stamp.secondsSince1970, offsetSeconds: offset)
        guard local.day != stamp.day else { return }
        published = local
        warnings.append(
            "published \(stamp) is on \(local.day) in \(local.zone), in which the page's scripts write times")
    }

    private mutating func warnZone(_ day: Timestamp, _ stamp: Timestamp, _ who: String) {
        warnings.append(
            "published \(stamp) is a day off from \(day.day), which \(who); read as that day, in the page's own zone")
    }

    /// Whether a moment, stated in UTC, can be on the neighbouring day somewhere: zones go from -12 to +14 hours.
    private static func isSameMoment(_ stamp: Timestamp, on day: Timestamp) -> Bool {
        switch days(from: stamp, to: day) {
        case -1: stamp.civil.hour < 12
        case 1: stamp.civil.hour >= 10
        default: false
        }
    }

    /// The moment with the offset that the page's clock gives away; `nil` when there is no clock or it is another moment.
    private static func local(_ stamp: Timestamp, day: Timestamp, clock: Int?) -> Timestamp? {
        guard let clock else { return nil }
        let shown = day.secondsSince1970 + Int64(clock * 60)
        let stated = stamp.secondsSince1970 - stamp.secondsSince1970 % 60
        let offset = shown - stated
        guard offset % 900 == 0, abs(offset) <= 14 * 3600 else { return nil }
        return Timestamp(secondsSince1970: stamp.secondsSince1970, offsetSeconds: Int(offset))
    }

    /// Whole days between the days that two moments are on, each in its own zone.
    private static func days(from first: Timestamp, to second: Timestamp) -> Int {
        func day(_ stamp: Timestamp) -> Int64 {
            let parts = stamp.civil
            return Timestamp.days(year: parts.year, month: parts.month, day: parts.day) ?? 0
        }
        return Int(day(second) - day(first))
    }

    // MARK: Last change

    private mutating func readUpdated(_ linked: LinkedData) {
        updated = read([linked.updated] + marks.dates(.updated) + [marks.itemProperties["datemodified"]])
    }

    private mutating func settle() {
        if updated == nil, let found = visible.best(updated: true, atLeast: 40), let stamp = resolved(found),
            published.map({ Self.days(from: $0, to: stamp) >= 0 }) ?? true
        {
            updated = stamp
            warnings.append("updated \(stamp.day) is taken from a date shown on the page")
        }
        // An update before publication is a clock or a template at fault.
        guard let update = updated, let start = published else { return }
        let days = Self.days(from: start, to: update)
        if days < 0 || (update.hasTime && start.hasTime && update < start) { updated = nil }
    }
}
