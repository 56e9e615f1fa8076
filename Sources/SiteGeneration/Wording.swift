import Foundation
import Reports

/// How facts read on a page.
enum Wording {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `28 February 2017`.
    static func day(_ time: Timestamp) -> String {
        let parts = time.civil
        return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
    }

    /// `28 Feb 2017`.
    static func shortDay(_ time: Timestamp) -> String {
        let parts = time.civil
        return "\(parts.day) \(months[parts.month - 1].prefix(3)) \(parts.year)"
    }

    /// `28 February 2017, 09:37 UTC−08:00`; the day alone when the source names no time.
    static func moment(_ time: Timestamp) -> String {
        guard let clock = time.clock else { return day(time) }
        return "\(day(time)), \(clock) \(offset(time))"
    }

    /// `UTC` or `UTC−08:00`.
    static func offset(_ time: Timestamp) -> String {
        time.zone.replacing("-", with: "−")
    }

    /// `1 incident`, `12 incidents`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    static func stamp(_ name: StampName) -> String {
        switch name {
        case .impactStart: "impact began"
        case .detected: "detected"
        case .alerted: "alerted"
        case .engaged: "people engaged"
        case .declared: "declared"
        case .mitigated: "mitigated"
        case .resolved: "resolved"
        }
    }

    static func role(_ role: FactorRole) -> String {
        switch role {
        case .trigger: "set it off"
        case .contributing: "contributed"
        case .hinderedRecovery: "hindered recovery"
        case .mitigating: "kept it smaller"
        }
    }

    static func kind(_ kind: Report.Kind) -> String {
        switch kind {
        case .publicReport: "Public report"
        case .statusEntry: "Status page entry"
        case .postmortem: "Postmortem"
        case .timeline: "Timeline"
        }
    }

    /// The sign that stands beside a family's colour, so that colour is never alone.
    static func sign(_ family: FactorFamily) -> String {
        switch family {
        case .people: "●"
        case .automation: "■"
        case .ai: "▲"
        default: "◇"
        }
    }

    /// The class that colours a family.
    static func style(_ family: FactorFamily) -> String {
        switch family {
        case .people: "people"
        case .automation: "automation"
        case .ai: "ai"
        default: "other"
        }
    }

    static func family(_ family: FactorFamily) -> String {
        family == .ai ? "AI" : family.rawValue.prefix(1).uppercased() + family.rawValue.dropFirst()
    }
}
