import TestSupport

/// Damages inputs the way transfers, exports and attackers do.
struct Mutator {
    let target: FuzzTarget
    /// No input grows beyond it.
    static let longest = 60_000

    /// A child of one seed, with pieces of others.
    func child(of seeds: [[UInt8]], _ dice: inout Dice) -> [UInt8] {
        var bytes = seeds[dice.roll(seeds.count)]
        // A window of a long seed: small inputs are tried by the thousand.
        if bytes.count > 4_000, dice.roll(4) > 0 {
            let from = dice.roll(bytes.count)
            bytes = Array(bytes[from..<min(bytes.count, from + 200 + dice.roll(6_000))])
        }
        for _ in 0...dice.roll(8) { mutate(&bytes, seeds, &dice) }
        return bytes.count > Self.longest ? Array(bytes[..<Self.longest]) : bytes
    }

    private func mutate(_ bytes: inout [UInt8], _ seeds: [[UInt8]], _ dice: inout Dice) {
        let place = dice.roll(bytes.count + 1)
        func piece(_ from: [UInt8], _ longest: Int, _ dice: inout Dice) -> ArraySlice<UInt8> {
            let start = dice.roll(from.count + 1)
            return from[start..<min(from.count, start + dice.roll(longest))]
        }
        switch dice.roll(11) {
        case 0: if place < bytes.count { bytes[place] = UInt8(dice.roll(256)) }
        case 1: if place < bytes.count { bytes[place] ^= 1 << dice.roll(8) }
        case 2, 3, 4: bytes.insert(contentsOf: Array(token(&dice).utf8), at: place)
        case 5: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(120)))
        case 6: bytes.insert(contentsOf: piece(bytes, 300, &dice), at: place)
        case 7: bytes.insert(contentsOf: piece(seeds[dice.roll(seeds.count)], 1_000, &dice), at: place)
        case 8: bytes.insert(contentsOf: repeated(bytes, &dice), at: place)
        case 9: replaceNumber(&bytes, from: place, &dice)
        default: bytes.removeLast(min(bytes.count, dice.roll(400)))
        }
    }

    /// Much of the same: nesting, long lines, many rows.
    private func repeated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        let unit = dice.roll(2) == 0 ? Array(token(&dice).utf8) : Array(bytes.prefix(dice.roll(40) + 1))
        let count = [2, 3, 10, 70, 300, 1_000][dice.roll(6)]
        return (0..<count).flatMap { _ in unit }
    }

    private func replaceNumber(_ bytes: inout [UInt8], from place: Int, _ dice: inout Dice) {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: Self.numbers[dice.roll(Self.numbers.count)].utf8)
    }

    private func token(_ dice: inout Dice) -> String {
        let own = Self.tokens[target, default: []]
        let pool = dice.roll(4) == 0 ? Self.common : own
        return pool[dice.roll(pool.count)]
    }

    private static let numbers = [
        "0", "00", "1", "9", "12", "24", "29", "31", "60", "99", "1970", "9999", "10000", "2147483647", "4294967296",
        "9223372036854775807", "18446744073709551616", "99999999999999999999999", "1e308", "0.5", "-1",
    ]
    private static let common = [
        "\u{0}", "\u{FEFF}", "\u{2028}", "\u{202E}", "\r\n", "\r", "\n\n", "\t", " ", "\u{A0}", "\"", "'", "&", "&amp;",
        "&#0;", "&#x110000;", "&lt;script&gt;", "<", ">", "<b>", "</b>", "é", "障", "e\u{301}", "👩‍👩‍👧", "14:02",
        "2024-02-30", "Mar 5, 14:02 UTC", "T+5m", "\u{1B}[31m", "%00", "javascript:alert(1)",
    ]
    private static let tokens: [FuzzTarget: [String]] = [
        .html: [
            "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "<th>", "<caption>", "<ul>",
            "</ul>",
            "<ol start=9>", "<li>", "<dl>", "<dt>", "<dd>", "<pre>", "</pre>", "<code>", "<h1>", "<h2>", "</h2>",
            "<br>",
            "<hr>", "<a href='javascript:x'>", "<a href=//x>", "<a href='http://[::1'>", "<base href='data:,'>",
            "<svg>", "<math>", "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>", "<noscript>",
            "<template>", "<textarea>", "<title>", "<xmp>", "<plaintext>", "<figure>", "<figcaption>", "<details>",
            "<summary>", "<img alt='Graph of errors over time'>", "<time datetime='2024-03-05'>", "<article>", "<main>",
            "<body>", "<html lang=xx>", "<form>", "<select>", "<iframe srcdoc='<p>'>", "<blockquote>",
            "<abbr title='\">'>",
            "<meta charset=utf-16>", "<meta http-equiv=refresh content='0;url=javascript:x'>", "<p lang=\"a\" dir=rtl>",
            "<script type='application/ld+json'>{\"articleBody\":\"", "\"datePublished\":\"2024-13-45\"",
            "<b id=x name=y>",
            "<td colspan=99999999999 rowspan=-1>", "<?php", "<!DOCTYPE", "</", "<x:y>", "<p/>", "<a><a>",
        ],
        .feed: [
            "<entry>", "</entry>", "<item>", "</item>", "<title>", "</title>", "<id>", "<link href='/x'/>",
            "<published>",
            "<updated>2024-03-05T14:02:00Z</updated>", "<pubDate>Tue, 05 Mar 2024 14:02:00 PDT</pubDate>", "<content>",
            "<content type='xhtml'>", "<content type=\"html\">", "</content>", "<description>", "<![CDATA[", "]]>",
            "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]>", "&a;", "&c;", "&nbsp;", "<?xml version='1.0'?>",
            "<feed xmlns='http://www.w3.org/2005/Atom'>", "<rss version='2.0'>", "<channel>", "xml:base='javascript:'",
            "<dc:date>", "<content:encoded>", "xmlns:x='y'", "<a:b:c>", "<!--", "-->", "{\"version\":\"", "\"items\":[",
            "&lt;strong&gt;Resolved&lt;/strong&gt; - ", "<small>Dec <var>31</var>, <var>23:59</var> UTC</small>",
        ],
        .timeline: [
            "|", ",", ";", "\"", "{", "}", "[", "]", ":", "{\"ts\":\"1709647330.000100\",\"text\":\"", "<@U1>",
            "All times are in IST.\n", "24:00", "23:59:60", "PM", "AM", "PDT", "UTC+99", "+05:45", "Europe/Berlin",
            "T+00:12", "+5m", "-3h", "1709647330", "1709647330123", "2024-12-31T23:59:59.999999999Z", "Dec 31", "noon",
            "time,event\n", "\"event\":", "\"subtype\":\"bot_message\"", "\"edited\":{}", "null", "true", "1e999",
            "\\u0000", "\\ud800", "lasted 47 minutes", "between 14:02 and 15:10 UTC", "PT1H", "P99999999Y", "@", " - ",
        ],
        .markdown: [
            "---\n", "+++\n", "title: ", "timeline:\n", "- at: 2024-03-05T14:02Z\n", "&a [*a, *a]", "&a", "*a",
            "!!binary ",
            "? ", "<<: *a", "# ", "## Timeline\n", "## Action items\n", "| 14:02 | x |\n|---|---|\n", "- [ ] ", "> ",
            "```",
            "    ", "[^1]", "[^1]: ", "[a](javascript:x)", "![x](y)", "<b onclick=x>", "<!--", "**", "__", "~~",
            "<http://",
            "[a]: data:x", "\\", "1. ", "* * *\n", "Owner: ", "(due 2024-02-30)", "durations: ", "impact_start: ",
            "services: [", "severity: 1e9\n", "date: 2024-13-01\n", "tags: {a: ", "\u{2013}",
        ],
    ]
}
