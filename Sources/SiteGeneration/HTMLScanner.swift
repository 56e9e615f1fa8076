/// Cuts HTML into tags and text.
///
/// Knows only what stored, sanitised HTML needs; whatever is no tag is text. Each byte is looked at a fixed number of
/// times.
enum HTMLScanner {
    enum Token {
        /// Attributes by lower-case name, values decoded.
        case open(String, [String: String])
        case close(String)
        /// Bytes of the input; references are not decoded.
        case text(Range<Int>)

        var textRange: Range<Int>? {
            if case .text(let range) = self { range } else { nil }
        }
    }

    /// Elements dropped with everything in them.
    private static let opaque: Set<String> = [
        "script", "style", "template", "iframe", "noscript", "svg", "math", "textarea", "select", "title", "object",
        "xmp", "noembed", "noframes", "plaintext",
    ]

    static func tokens(of input: [UInt8]) -> [Token] {
        var result: [Token] = []
        var at = 0
        var textStart = 0
        // How many opaque elements of a name are still to be closed: text within is dropped.
        var hidden: String?
        func flush(to end: Int) {
            if hidden == nil, textStart < end { result.append(.text(textStart..<end)) }
        }
        while at < input.count {
            guard input[at] == UInt8(ascii: "<"), let tag = tag(in: input, at: at) else {
                at += 1
                continue
            }
            flush(to: at)
            switch tag.token {
            case .open(let name, _)? where hidden == nil && opaque.contains(name): hidden = name
            case .close(let name)? where hidden == name: hidden = nil
            case let token? where hidden == nil: result.append(token)
            default: break
            }
            at = tag.end
            textStart = at
        }
        flush(to: at)
        return result
    }

    /// The tag or comment that begins at a `<`; `nil` when it is just a character.
    private static func tag(in input: [UInt8], at start: Int) -> (token: Token?, end: Int)? {
        guard start + 1 < input.count else { return nil }
        let next = input[start + 1]
        if input[start...].starts(with: "<!--".utf8) { return (nil, endOfComment(in: input, from: start + 4)) }
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
            return (nil, (input[start...].firstIndex(of: UInt8(ascii: ">")) ?? input.count - 1) + 1)
        }
        let closing = next == UInt8(ascii: "/")
        var at = start + (closing ? 2 : 1)
        let name = word(in: input, at: &at)
        guard let first = name.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
        let attributes = attributes(in: input, at: &at)
        // A tag the text ends in is none.
        guard input[at - 1] == UInt8(ascii: ">") else { return (nil, at) }
        return (closing ? .close(name) : .open(name, attributes), at)
    }

    /// Just after the next `-->`; the end when there is none.
    private static func endOfComment(in input: [UInt8], from start: Int) -> Int {
        var dashes = 0
        for at in start..<max(start, input.count) {
            if input[at] == UInt8(ascii: ">"), dashes >= 2 { return at + 1 }
            dashes = input[at] == UInt8(ascii: "-") ? dashes + 1 : 0
        }
        return input.count
    }

    private static func word(in input: [UInt8], at: inout Int) -> String {
        let start = at
        while at < input.count, isNameByte(input[at]) { at += 1 }
        return String(decoding: input[start..<at], as: UTF8.self).lowercased()
    }

    /// Reads to just after the tag's `>`.
    private static func attributes(in input: [UInt8], at: inout Int) -> [String: String] {
        var result: [String: String] = [:]
        while at < input.count, input[at] != UInt8(ascii: ">") {
            let name = word(in: input, at: &at)
            guard !name.isEmpty else {
                at += 1
                continue
            }
            skipSpace(in: input, at: &at)
            guard at < input.count, input[at] == UInt8(ascii: "=") else {
                result[name] = result[name] ?? ""
                continue
            }
            at += 1
            skipSpace(in: input, at: &at)
            let value = value(in: input, at: &at)
            result[name] = result[name] ?? value
        }
        at = min(at + 1, input.count)
        return result
    }

    private static func value(in input: [UInt8], at: inout Int) -> String {
        guard at < input.count else { return "" }
        let quote = input[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = at + 1
            at = input[start...].firstIndex(of: quote) ?? input.count
            defer { at = min(at + 1, input.count) }
            return decoded(input, start..<at)
        }
        let start = at
        while at < input.count, input[at] > 0x20, input[at] != UInt8(ascii: ">") { at += 1 }
        return decoded(input, start..<at)
    }

    private static func decoded(_ input: [UInt8], _ range: Range<Int>) -> String {
        var result: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if input[at] == UInt8(ascii: "&"), let found = reference(in: input, at: at, before: range.upperBound) {
                result += Array(String(found.scalar).utf8)
                at += found.length
            } else {
                result.append(input[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The character a reference such as `&amp;` or `&#x2019;` stands for; `nil` for any other `&`.
    static func reference(in input: [UInt8], at start: Int, before end: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        let window = input[start..<min(end, start + 12)]
        guard let semicolon = window.firstIndex(of: UInt8(ascii: ";")), semicolon > start + 1 else { return nil }
        let name = String(decoding: input[(start + 1)..<semicolon], as: UTF8.self)
        let length = semicolon + 1 - start
        if let scalar = named[name] { return (scalar, length) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let number =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { ($0, length) }
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "copy": "©", "times": "×",
    ]

    private static func skipSpace(in input: [UInt8], at: inout Int) {
        while at < input.count, input[at] <= 0x20 { at += 1 }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
