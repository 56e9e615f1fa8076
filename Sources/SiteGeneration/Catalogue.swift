import Foundation
import Reports

/// The reports of a site in its one order, and the groups pages are made for.
struct Catalogue {
    /// A report with what several pages say of it.
    struct Entry {
        /// Its place, newest first: what the browser's index calls it by.
        var number: Int
        var catalogued: CataloguedReport
        var title: String
        var date: Timestamp?
        /// Numbers of all reports of its incident, its own among them; empty when it is the only one.
        var accounts: [Int] = []
        /// Kinds that the sources of its incident, taken together, do not settle.
        var contestedKinds: Set<FactorKind> = []

        /// The same for all reports of one incident.
        var incident: Int { accounts.min() ?? number }

        var report: Report { catalogued.report }
        var path: String { "incidents/\(catalogued.id).html" }
        /// Measured between stamps where they allow it, else as stated, in seconds.
        var duration: Int? { report.measuredDuration?.seconds ?? report.statedDuration }
    }

    /// Reports that share an organisation or a service.
    struct Group {
        var name: String
        var slug: String
        var description: String?
        var entries: [Entry]
    }

    /// Newest first; undated ones last; ties by id.
    let entries: [Entry]
    let organisations: [Group]
    let services: [Group]

    /// - Throws: ``SiteGenerationError`` when an id can't name a file or two reports share one.
    init(_ reports: [CataloguedReport], services listed: [SiteSettings.Service]) throws {
        var seen: Set<String> = []
        for report in reports {
            guard Self.isSafe(report.id) else { throw SiteGenerationError.unsafeID(report.id.shown) }
            // Some file systems take letters of either case for the same.
            guard seen.insert(report.id.lowercased()).inserted else {
                throw SiteGenerationError.duplicateID(report.id)
            }
        }
        let dated = reports.map { (report: $0, date: $0.report.date) }
        var entries = dated.sorted { left, right in
            let (a, b) = (left.date?.secondsSince1970 ?? .min, right.date?.secondsSince1970 ?? .min)
            return a != b ? a > b : left.report.id < right.report.id
        }.enumerated().map { number, item in
            Entry(number: number, catalogued: item.report, title: Self.title(of: item.report), date: item.date)
        }
        Self.link(&entries)
        self.entries = entries
        organisations = Self.groups(entries) { $0.organisation.map { [$0] } ?? [] }
        services = Self.groups(entries, listed: listed) { $0.services }
    }

    /// Tells each report of the others of its incident.
    private static func link(_ entries: inout [Entry]) {
        let incidents = Dictionary(grouping: entries.filter { $0.catalogued.incident != nil }) {
            $0.catalogued.incident ?? ""
        }
        for members in incidents.values where members.count > 1 {
            let contested = FactorClaims.all(of: members.map(\.catalogued)).filter(\.isContested).map(\.kind)
            for member in members {
                entries[member.number].accounts = members.map(\.number)
                entries[member.number].contestedKinds = Set(contested)
            }
        }
    }

    /// Reports carrying a kind, with the factor they carry it as.
    func entries(with kind: FactorKind) -> [(entry: Entry, factor: ContributingFactor)] {
        entries.compactMap { entry in
            entry.catalogued.factors.first { $0.kind == kind }.map { (entry, $0) }
        }
    }

    /// The title, or what a reader can know it by when the source gives none.
    private static func title(of report: CataloguedReport) -> String {
        let title = (report.report.title ?? "").oneLine
        if !title.isEmpty { return title }
        let organisation = (report.report.organisation ?? "").oneLine
        return organisation.isEmpty ? "Untitled report" : "Untitled report by \(organisation)"
    }

    private static func groups(
        _ entries: [Entry], listed: [SiteSettings.Service] = [], names: (Report) -> [String]
    ) -> [Group] {
        var groups: [String: Group] = [:]
        for service in listed {
            let name = service.name.oneLine
            guard !name.isEmpty else { continue }
            groups[name.lowercased()] = Group(
                name: name, slug: "", description: service.description.map(\.oneLine), entries: [])
        }
        for entry in entries {
            // The same name in other letters is one group, called as the newest report calls it.
            var keys: Set<String> = []
            for name in names(entry.report).map(\.oneLine) where !name.isEmpty {
                guard keys.insert(name.lowercased()).inserted else { continue }
                groups[name.lowercased(), default: Group(name: name, slug: "", entries: [])].entries.append(entry)
            }
        }
        var taken: Set<String> = []
        return groups.sorted { $0.key < $1.key }.map { _, group in
            var group = group
            group.slug = PageName.unique(group.name, taken: &taken)
            return group
        }
    }

    private static func isSafe(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 180 && id.utf8.first != UInt8(ascii: ".")
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
