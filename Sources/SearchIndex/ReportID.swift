import Foundation
import Reports

/// Names for reports: a date and the title's words, fit for a file name and an address.
enum ReportID {
    /// `2024-03-05-route-53-outage`: ASCII letters, digits and hyphens, at most 72 bytes so that a number still fits in 80.
    static func base(for report: Report) -> String {
        let name = slug(report.title ?? "untitled")
        return clipped((report.date?.day ?? "undated") + "-" + (name.isEmpty ? "report" : name), to: 72)
    }

    /// The base, or the base with the first free number from 2 on.
    ///
    /// Looks in steps that double, then halves the gap: thousands of reports may share one title.
    static func free(_ base: String, isTaken: (String) throws -> Bool) rethrows -> String {
        guard try isTaken(base) else { return base }
        var taken = 1
        var free = 2
        while try isTaken("\(base)-\(free)") {
            taken = free
            free *= 2
        }
        while free - taken > 1 {
            let middle = (taken + free) / 2
            if try isTaken("\(base)-\(middle)") { taken = middle } else { free = middle }
        }
        return "\(base)-\(free)"
    }

    /// Lower-case ASCII words joined by hyphens; accents are dropped, and letters without an ASCII form as well.
    static func slug(_ text: String) -> String {
        var slug = ""
        // A title is read no further than a slug could need.
        for scalar in String(text.prefix(400)).decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: slug.unicodeScalars.append(scalar)
            case 0x41...0x5A: slug += String(scalar).lowercased()
            case 0x300...0x36F, 0x27, 0x2019: continue
            default:
                if let letters = spelled[scalar] {
                    slug += letters
                } else if !slug.isEmpty, !slug.hasSuffix("-") {
                    slug += "-"
                }
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }

    private static let spelled: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l",
        "Ł": "l", "ı": "i", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d",
    ]

    /// Cut at a hyphen when one is near.
    private static func clipped(_ text: String, to length: Int) -> String {
        guard text.utf8.count > length else { return text }
        let head = text.prefix(length + 1)
        guard let hyphen = head.lastIndex(of: "-"), head.distance(from: head.startIndex, to: hyphen) > length / 2 else {
            return String(text.prefix(length))
        }
        return String(head[..<hyphen])
    }
}
