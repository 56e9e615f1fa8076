import Foundation
import Reports

/// A digest of all that a report says, whatever source it was read from.
///
/// `verify` holds stored reports against it, so whatever changes it needs a migration that computes those kept anew.
struct Fingerprint {
    private var bytes: [UInt8] = []

    /// SHA-256 in hexadecimal, equal exactly for reports that differ at most in `source`.
    static func of(_ report: Report) -> String {
        var print = Fingerprint()
        print.add(report.kind.rawValue)
        print.add([report.title, report.organisation, report.language, report.url, report.archivedURL, report.severity])
        print.add(list: report.authors)
        print.add(list: report.otherURLs)
        print.add([report.published, report.updated, report.occurred].map { $0?.description })
        print.add(report.statedDuration.map(String.init))
        print.add([report.summary, report.text, report.html])
        print.add(String(report.timeline.count))
        for event in report.timeline { print.add([event.at?.description, event.text, event.actor, event.phase]) }
        for name in StampName.allCases {
            let stamp = report.stamps[name]
            print.add([stamp?.at.description, stamp.map { String($0.estimated) }, stamp?.from])
        }
        print.add(list: report.services)
        print.add(String(report.actionItems.count))
        for item in report.actionItems { print.add([item.text, item.owner, item.due, item.status, item.kind]) }
        print.add(list: report.warnings)
        // What earlier releases did not read has no part in the digests they kept.
        if report.labels != nil || report.incident != nil {
            print.add([report.incident, report.labels.map { JSONValue.array($0.map(\.json)).text }])
        }
        return ContentHash.sha256(print.bytes)
    }

    /// Lengths stand before texts, so that no text can imitate the border of another.
    private mutating func add(_ text: String?) {
        guard let text else { return bytes.append(UInt8(ascii: "-")) }
        bytes.append(contentsOf: "\(text.utf8.count):".utf8)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func add(_ texts: [String?]) {
        for text in texts { add(text) }
    }

    private mutating func add(list: [String]) {
        add(String(list.count))
        add(list)
    }
}
