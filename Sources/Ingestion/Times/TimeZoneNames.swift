import Foundation

/// The names people write for zones.
enum TimeZoneNames {
    /// What a name stands for.
    enum Meaning: Hashable, Sendable {
        case rule(TimeZoneRule)
        /// Several zones share the name; offsets in seconds, the most usual first.
        case several(String, [Int])
    }

    /// What an abbreviation or a name such as `Pacific Time` stands for; `nil` for other words. Case matters little:
    /// abbreviations must be in capitals, so that `met` and `est` in a sentence are no zones.
    static func meaning(of name: String) -> Meaning? {
        if let known = abbreviations[name] { return known }
        if let known = phrases[name.lowercased()] { return .rule(known) }
        guard name.contains("/"), name.utf8.count <= 40 else { return nil }
        if let known = cities[name] { return .rule(known) }
        return TimeZone(identifier: name).map { .rule(.named($0)) }
    }

    /// Whether nearly everyone who writes the name means the first of its zones, so that only a stated place speaks
    /// against it: Eastern time of Australia, Philippine and Malaysian time.
    static func isUsuallyClear(_ name: String) -> Bool {
        ["EST", "EDT", "CDT", "PST", "MST"].contains(name)
    }

    /// The zone of a city or country, `Berlin`, `New York`, `India`; `nil` for other words.
    static func place(_ name: String) -> TimeZoneRule? {
        guard let identifier = places[name.lowercased()] else { return nil }
        return cities[identifier] ?? TimeZone(identifier: identifier).map { .named($0) }
    }

    /// The cities of the zone database by their own names, and countries and cities that people name instead.
    private static let places: [String: String] = {
        var result: [String: String] = [:]
        let regions = ["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"]
        let words: Set<String> = ["North", "South", "West", "Center", "Easter", "Wake", "Victoria", "Queensland"]
        for identifier in TimeZone.knownTimeZoneIdentifiers.sorted() {
            guard regions.contains(where: { identifier.hasPrefix($0) }),
                let city = identifier.split(separator: "/").last, !words.contains(String(city))
            else { continue }
            result[city.lowercased().replacing("_", with: " ")] = identifier
        }
        for (identifier, names) in [
            ("Asia/Kolkata", "india indian mumbai bangalore bengaluru delhi hyderabad chennai pune noida gurgaon"),
            ("Asia/Jerusalem", "israel israeli jerusalem"), ("Europe/Dublin", "ireland irish dublin"),
            ("Asia/Shanghai", "china chinese beijing shenzhen hangzhou"), ("Asia/Taipei", "taiwan"),
            ("Europe/London", "uk british britain london england"), ("Asia/Dhaka", "bangladesh dhaka"),
            ("Asia/Riyadh", "saudi arabia arabian riyadh"), ("America/Halifax", "atlantic halifax"),
            ("America/Chicago", "chicago texas dallas austin houston"), ("Asia/Tokyo", "japan tokyo"),
            ("America/Los_Angeles", "california seattle"), ("America/New_York", "boston"),
            ("Australia/Sydney", "sydney australia australian canberra"), ("Europe/Berlin", "germany german berlin"),
            ("Europe/Paris", "france french"), ("America/Sao_Paulo", "brazil"), ("Asia/Singapore", "singapore"),
        ] {
            for name in names.split(separator: " ") { result[String(name)] = identifier }
        }
        result["san francisco"] = "America/Los_Angeles"
        result["tel aviv"] = "Asia/Jerusalem"
        return result
    }()

    private static func hours(_ hours: Double) -> Meaning { .rule(.fixed(Int(hours * 3600))) }

    private static let abbreviations: [String: Meaning] = [
        "Z": hours(0), "UTC": hours(0), "GMT": hours(0), "UT": hours(0), "Zulu": hours(0), "WET": hours(0),
        "WEST": hours(1), "CET": hours(1), "MEZ": hours(1), "CEST": hours(2), "MESZ": hours(2), "EET": hours(2),
        "EEST": hours(3), "MSK": hours(3), "TRT": hours(3), "SAST": hours(2), "CAT": hours(2), "EAT": hours(3),
        "WAT": hours(1), "PKT": hours(5), "NPT": hours(5.75), "ICT": hours(7), "WIB": hours(7), "SGT": hours(8),
        "HKT": hours(8), "AWST": hours(8), "PHT": hours(8), "JST": hours(9), "KST": hours(9), "ACST": hours(9.5),
        "ACDT": hours(10.5), "AEST": hours(10), "AEDT": hours(11), "NZST": hours(12), "NZDT": hours(13),
        "MDT": hours(-6), "PDT": hours(-7), "AKST": hours(-9), "AKDT": hours(-8), "HST": hours(-10), "ADT": hours(-3),
        "NST": hours(-3.5), "NDT": hours(-2.5), "BRT": hours(-3), "ART": hours(-3), "CLT": hours(-4), "CLST": hours(-3),
        "ET": .rule(.unitedStates(standard: -5 * 3600)), "CT": .rule(.unitedStates(standard: -6 * 3600)),
        "MT": .rule(.unitedStates(standard: -7 * 3600)), "PT": .rule(.unitedStates(standard: -8 * 3600)),
        "AET": .rule(.named(TimeZone(identifier: "Australia/Sydney") ?? .gmt)), "CES": hours(2),
        "NZT": .rule(.named(TimeZone(identifier: "Pacific/Auckland") ?? .gmt)), "AMST": hours(-3), "COT": hours(-5),
        "PET": hours(-5), "VET": hours(-4), "UYT": hours(-3), "IDT": hours(3), "IRST": hours(3.5), "AFT": hours(4.5),
        "UZT": hours(5), "ALMT": hours(5), "WITA": hours(8), "WIT": hours(9), "MYT": hours(8), "ChST": hours(10),
        // North America, or Australia.
        "EST": several("EST", -5, 10), "EDT": several("EDT", -4, 11), "CDT": several("CDT", -5, 10.5),
        // North America; the Philippines, Malaysia.
        "PST": several("PST", -8, 8), "MST": several("MST", -7, 8),
        // Great Britain, Bangladesh, Bougainville.
        "BST": several("BST", 1, 6, 11),
        // United States, China, central Australia, Cuba.
        "CST": several("CST", -6, 8, 9.5),
        // Atlantic, Arabia.
        "AST": several("AST", -4, 3),
        // India, Israel, Ireland.
        "IST": several("IST", 5.5, 2, 1),
        // The Gulf, South Georgia.
        "GST": several("GST", 4, -2),
        // Amazon, Armenia.
        "AMT": several("AMT", -4, 4),
        // Samoa, Singapore.
        "SST": several("SST", -11, 8),
        // Ecuador, the eastern Caribbean.
        "ECT": several("ECT", -5, -4),
    ]

    /// A name of several zones, the most usual first.
    private static func several(_ name: String, _ hours: Double...) -> Meaning {
        .several(name, hours.map { Int($0 * 3600) })
    }

    /// Zones that keep one offset all year, in hours, by the names before "time" and "standard time".
    private static let elsewhere: [(names: String, hours: Double)] = [
        ("brasilia,argentina,uruguay", -3), ("colombia,peru,ecuador", -5), ("hawaii,hawaiian", -10),
        ("west africa,western africa", 1), ("central africa,south africa,south african", 2),
        ("moscow,east africa,eastern africa,arabia,arabian,turkey", 3), ("gulf", 4), ("pakistan", 5), ("nepal", 5.75),
        ("bangladesh", 6), ("indochina,western indonesia,thailand,vietnam", 7),
        ("hong kong,philippine,malaysia,taipei,australian western,western australia,central indonesia", 8),
        ("korean,eastern indonesia,tokyo", 9),
    ]

    private static let phrases: [String: TimeZoneRule] = {
        var result: [String: TimeZoneRule] = [
            "coordinated universal time": .utc, "universal time": .utc, "greenwich mean time": .utc,
            "central european time": .europe(standard: 3600), "eastern european time": .europe(standard: 7200),
            "western european time": .europe(standard: 0),
            "british summer time": .fixed(3600), "israel standard time": .fixed(7200),
            "irish standard time": .fixed(3600), "irish summer time": .fixed(3600),
            "atlantic standard time": .fixed(-4 * 3600), "atlantic daylight time": .fixed(-3 * 3600),
            "uk time": .europe(standard: 0),
            "british time": .europe(standard: 0),
            "london time": .europe(standard: 0), "india standard time": .fixed(19_800),
            "indian standard time": .fixed(19_800), "japan standard time": .fixed(9 * 3600),
            "japan time": .fixed(9 * 3600), "china standard time": .fixed(8 * 3600),
            "beijing time": .fixed(8 * 3600), "singapore time": .fixed(8 * 3600),
            "korea standard time": .fixed(9 * 3600), "utc time": .utc,
        ]
        // Without "time" too: "All times are Central European" is not Chicago's.
        for (name, standard) in [("western european", 0), ("central european", 1), ("eastern european", 2)] {
            result[name] = .europe(standard: standard * 3600)
            result["\(name) standard time"] = .fixed(standard * 3600)
            result["\(name) summer time"] = .fixed((standard + 1) * 3600)
            result["\(name) daylight time"] = .fixed((standard + 1) * 3600)
        }
        for (names, hours) in elsewhere {
            for name in names.split(separator: ",") {
                for end in ["time", "standard time"] { result["\(name) \(end)"] = .fixed(Int(hours * 3600)) }
            }
        }
        for (name, city, standard) in [
            ("new zealand", "Pacific/Auckland", 12.0), ("alaska", "America/Anchorage", -9),
            ("newfoundland", "America/St_Johns", -3.5), ("australian eastern", "Australia/Sydney", 10),
            ("australian central", "Australia/Adelaide", 9.5),
        ] {
            result["\(name) time"] = .named(TimeZone(identifier: city) ?? .gmt)
            result["\(name) standard time"] = .fixed(Int(standard * 3600))
            result["\(name) daylight time"] = .fixed(Int((standard + 1) * 3600))
        }
        for (name, standard) in [("eastern", -5), ("central", -6), ("mountain", -7), ("pacific", -8)] {
            result["\(name) time"] = .unitedStates(standard: standard * 3600)
            result["us \(name)"] = .unitedStates(standard: standard * 3600)
            result["us/\(name)"] = .unitedStates(standard: standard * 3600)
            result["us \(name) time"] = .unitedStates(standard: standard * 3600)
            result["\(name) standard time"] = .fixed(standard * 3600)
            result["\(name) daylight time"] = .fixed((standard + 1) * 3600)
        }
        return result
    }()

    /// Zones met often, so that they need no database on the machine.
    private static let cities: [String: TimeZoneRule] = [
        "America/New_York": .unitedStates(standard: -5 * 3600), "America/Chicago": .unitedStates(standard: -6 * 3600),
        "America/Denver": .unitedStates(standard: -7 * 3600),
        "America/Los_Angeles": .unitedStates(standard: -8 * 3600),
        "Europe/London": .europe(standard: 0), "Europe/Dublin": .europe(standard: 0),
        "Europe/Paris": .europe(standard: 3600), "Europe/Berlin": .europe(standard: 3600),
        "Europe/Amsterdam": .europe(standard: 3600), "Europe/Madrid": .europe(standard: 3600),
        "Europe/Helsinki": .europe(standard: 7200), "Asia/Kolkata": .fixed(19_800), "Asia/Tokyo": .fixed(9 * 3600),
        "Asia/Shanghai": .fixed(8 * 3600), "Asia/Singapore": .fixed(8 * 3600), "Etc/UTC": .utc,
    ]
}
