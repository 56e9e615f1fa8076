import Foundation
import GRDB
import Reports

/// Writes one version of a report to its tables.
struct ReportRows {
    let db: Database
    let report: Report

    /// A version row with all that hangs on it; returns its number.
    func insert(
        into number: Int64, version: Int, retrieved: Timestamp, contentHash: String, fingerprint: String
    ) throws -> Int64 {
        try db.cachedStatement(
            """
            INSERT INTO report_version (report, version, fingerprint, retrieved, content_hash, source, kind, title,
            organisation, authors, language, url, archived_url, other_urls, published, updated, occurred,
            stated_duration_seconds, severity, summary, body, html, warnings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
            number, version, fingerprint, retrieved.description, contentHash, report.source, report.kind.rawValue,
            report.title, report.organisation, json(report.authors), report.language, report.url, report.archivedURL,
            json(report.otherURLs), report.published?.description, report.updated?.description,
            report.occurred?.description, report.statedDuration, report.severity, report.summary, report.text,
            report.html, json(report.warnings),
        ])
        let row = db.lastInsertedRowID
        try insertParts(of: row)
        return row
    }

    private func insertParts(of row: Int64) throws {
        let services = try db.cachedStatement("INSERT INTO service VALUES (?, ?, ?)")
        for (position, name) in report.services.enumerated() {
            try services.execute(arguments: [row, position, name])
        }
        let events = try db.cachedStatement("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)")
        for (position, event) in report.timeline.enumerated() {
            try events.execute(arguments: [
                row, position, event.at?.description, event.text, event.actor, event.phase,
            ])
        }
        let stamps = try db.cachedStatement("INSERT INTO stamp VALUES (?, ?, ?, ?, ?)")
        for name in StampName.allCases {
            guard let stamp = report.stamps[name] else { continue }
            try stamps.execute(arguments: [row, name.rawValue, stamp.at.description, stamp.estimated, stamp.from])
        }
        let actions = try db.cachedStatement("INSERT INTO action VALUES (?, ?, ?, ?, ?, ?, ?)")
        for (position, item) in report.actionItems.enumerated() {
            try actions.execute(arguments: [row, position, item.text, item.owner, item.due, item.status, item.kind])
        }
    }

    /// What the report's own row says of its current version; the last place is for the row's number.
    func currentArguments(version: Int, factors: [ContributingFactor]) -> StatementArguments {
        let date = report.date
        return [
            version, date?.description, date?.day, date?.secondsSince1970,
            report.measuredDuration?.seconds ?? report.statedDuration,
            report.severity.map(SearchQuery.key), IndexedText.services(report), IndexedText.factors(factors),
            IndexedText.timeline(report),
        ]
    }

    private func json(_ texts: [String]) -> String {
        JSONValue.strings(texts).text
    }
}

extension Database {
    /// A statement that is prepared once per connection.
    func cachedStatement(_ sql: String) throws -> Statement {
        try cachedStatement(sql: sql)
    }
}

extension Report {
    /// The report with every NUL made a space. SQLite ends a text at NUL; a space takes one byte as well, so that
    /// evidence keeps its place.
    var withoutNUL: Report {
        var report = self
        report.source.replaceNUL()
        report.title?.replaceNUL()
        report.organisation?.replaceNUL()
        report.authors = authors.map(\.withoutNUL)
        report.language?.replaceNUL()
        report.url?.replaceNUL()
        report.archivedURL?.replaceNUL()
        report.otherURLs = otherURLs.map(\.withoutNUL)
        report.summary.replaceNUL()
        report.text.replaceNUL()
        report.html.replaceNUL()
        report.timeline = timeline.map { event in
            TimelineEvent(
                at: event.at, text: event.text.withoutNUL, actor: event.actor?.withoutNUL,
                phase: event.phase?.withoutNUL)
        }
        report.stamps = stamps.mapValues { Stamp(at: $0.at, estimated: $0.estimated, from: $0.from?.withoutNUL) }
        report.services = services.map(\.withoutNUL)
        report.severity?.replaceNUL()
        report.actionItems = actionItems.map { item in
            ActionItem(
                text: item.text.withoutNUL, owner: item.owner?.withoutNUL, due: item.due?.withoutNUL,
                status: item.status?.withoutNUL, kind: item.kind?.withoutNUL)
        }
        report.warnings = warnings.map(\.withoutNUL)
        return report
    }
}

extension String {
    var withoutNUL: String {
        var text = self
        text.replaceNUL()
        return text
    }

    mutating func replaceNUL() {
        guard utf8.contains(0) else { return }
        self = String(decoding: utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
