/// What a site's `robots.txt` lets us fetch, as RFC 9309 says it is to be read.
///
/// ```swift
/// RobotsRules("User-agent: *\nDisallow: /private", agent: "postmortem").refusal(of: "/private/a")?.line  // 2
/// ```
struct RobotsRules: Equatable, Sendable {
    /// One `Allow` or `Disallow` line.
    struct Rule: Equatable, Sendable {
        /// 1-based.
        var line: Int
        /// As it is written, for messages.
        var text: String
        var isAllowed: Bool
        fileprivate var pattern: Pattern
    }

    /// The rules of the groups that name us, else of those for everyone.
    private(set) var rules: [Rule] = []

    /// Bytes that are read of a `robots.txt`; the least a crawler must read (RFC 9309, section 2.5).
    static let maxBytes = 500 * 1024

    /// A site that forbids nothing.
    static let none = RobotsRules()

    private init() {}

    /// - Parameter agent: The product's name, as in `User-agent: postmortem`; letters, `-` and `_`.
    init(_ text: String, agent: String) {
        var own: [Rule] = []
        var everyone: [Rule] = []
        var namesUs = false
        // The groups that the lines now belong to; consecutive `User-agent` lines share one group.
        var (isOwn, isEveryone, isOpening) = (false, false, false)
        let bare = text.unicodeScalars.first == "\u{FEFF}" ? text.utf8.dropFirst(3) : text.utf8[...]
        let lines = bare.split(omittingEmptySubsequences: false) { $0 == 0x0A }
        for (index, line) in lines.enumerated() {
            guard let (key, value) = Self.pair(line) else { continue }
            switch key {
            case "user-agent":
                if !isOpening { (isOwn, isEveryone) = (false, false) }
                isOpening = true
                let name = Self.product(value)
                if value.hasPrefix("*") { isEveryone = true }
                if name == agent.lowercased() { (isOwn, namesUs) = (true, true) }
            case "allow", "disallow":
                isOpening = false
                guard isOwn || isEveryone, let pattern = Pattern(value) else { continue }
                let shown = "\(key == "allow" ? "Allow" : "Disallow"): \(value.prefix(80))"
                let rule = Rule(line: index + 1, text: shown, isAllowed: key == "allow", pattern: pattern)
                if isOwn { own.append(rule) }
                if isEveryone { everyone.append(rule) }
            // Sitemap and others belong to no group and end none.
            default: continue
            }
        }
        rules = namesUs ? own : everyone
    }

    /// The rule that forbids a path with its query; `nil` when it may be fetched.
    ///
    /// The longest pattern that fits decides, and of two as long the one that allows.
    func refusal(of path: String) -> Rule? {
        let path = Pattern.normalised(Array(path.utf8))
        if path == Array("/robots.txt".utf8) { return nil }
        var best: Rule?
        for rule in rules where rule.pattern.length >= best?.pattern.length ?? 0 && rule.pattern.fits(path) {
            if let best, best.pattern.length == rule.pattern.length, !rule.isAllowed { continue }
            best = rule
        }
        return best.flatMap { $0.isAllowed ? nil : $0 }
    }

    /// `Key: value # comment`, the key in lower case; `nil` for any other line.
    private static func pair(_ line: Substring.UTF8View) -> (key: String, value: String)? {
        let bare = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = bare.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        func trimmed(_ part: Substring.UTF8View) -> String {
            let start = part.drop { $0 <= 0x20 }
            return String(decoding: start.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
        }
        let key = trimmed(bare[..<colon]).lowercased()
        return (key, trimmed(bare[bare.index(after: colon)...]))
    }

    /// The product's name at the start of a `User-agent` line, in lower case: `Postmortem/1.0 (…)` is `postmortem`.
    private static func product(_ value: String) -> String {
        String(
            decoding: value.utf8.prefix { byte in
                (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }, as: UTF8.self
        ).lowercased()
    }
}

/// A path pattern: `*` stands for any characters, `$` at the end for the end.
private struct Pattern: Equatable, Sendable {
    /// What stands between the stars; the first at the path's start.
    private var pieces: [[UInt8]]
    private var isAnchored: Bool
    /// Its bytes, the stars included: what the longest match is told by.
    let length: Int

    /// `nil` when empty: an empty rule says nothing.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        var bytes = Self.normalised(Array(text.utf8))
        length = bytes.count
        isAnchored = bytes.last == UInt8(ascii: "$")
        if isAnchored { bytes.removeLast() }
        pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// Each piece where it first fits, from left to right: no way of placing them fits if this one does not.
    func fits(_ path: [UInt8]) -> Bool {
        guard path.starts(with: pieces[0]) else { return false }
        if pieces.count == 1 { return !isAnchored || path.count == pieces[0].count }
        var at = pieces[0].count
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let found = Self.first(piece, in: path, from: at) else { return false }
            at = found + piece.count
        }
        guard let last = pieces.last, !last.isEmpty else { return true }
        if isAnchored { return path.count - last.count >= at && path.suffix(last.count).elementsEqual(last) }
        return Self.first(last, in: path, from: at) != nil
    }

    private static func first(_ piece: [UInt8], in path: [UInt8], from: Int) -> Int? {
        guard path.count - piece.count >= from else { return nil }
        return (from...(path.count - piece.count)).first { path[$0...].starts(with: piece) }
    }

    /// Bytes beyond ASCII as `%C3`, and letters spelled as `%61` as themselves, so that two spellings compare.
    static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "%"), at + 2 < bytes.count, let value = hex(bytes[at + 1], bytes[at + 2]) {
                if isUnreserved(value) { result.append(value) } else { append(value, to: &result) }
                at += 3
            } else {
                if byte < 0x80 { result.append(byte) } else { append(byte, to: &result) }
                at += 1
            }
        }
        return result
    }

    private static func append(_ byte: UInt8, to result: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func hex(_ high: UInt8, _ low: UInt8) -> UInt8? {
        UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~")].contains(byte)
        }
    }
}
