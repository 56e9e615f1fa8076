import Testing

@testable import Ingestion

private func refusal(_ robots: String, _ path: String) -> String? {
    RobotsRules(robots, agent: "postmortem").refusal(of: path).map { "\($0.line) \($0.text)" }
}

@Test(
    "The longest rule that fits decides, and of two as long the one that allows",
    arguments: [
        ("User-agent: *\nDisallow: /", "/a", "2 Disallow: /"), ("User-agent: *\nDisallow:", "/a", nil),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", nil),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", "3 Disallow: /a"),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", nil),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", nil), ("User-agent: *\nDisallow: /a", "/b", nil),
        ("User-agent: *\nDisallow: /a", "/ab", "2 Disallow: /a"), ("User-agent: *\nDisallow: /a", "/A", nil),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", "2 Disallow: /*.pdf$"),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?a", nil), ("User-agent: *\nDisallow: /a$", "/ab", nil),
        ("User-agent: *\nDisallow: *a*b", "/xaxb", "2 Disallow: *a*b"), ("User-agent: *\nDisallow: *a*b", "/xbxa", nil),
        ("User-agent: *\nDisallow: /*?", "/x?q=1", "2 Disallow: /*?"), ("User-agent: *\nDisallow: /*?", "/x", nil),
        ("User-agent: *\nDisallow: /a*a$", "/a", nil), ("User-agent: *\nDisallow: /", "/robots.txt", nil),
        ("User-agent: *\nDisallow: /%7Ejoe", "/~joe/x", "2 Disallow: /%7Ejoe"),
        ("User-agent: *\nDisallow: /ü", "/%c3%bc", "2 Disallow: /ü"),
        ("User-agent: *\nDisallow: /a%2fb", "/a/b", nil),
        ("User-agent: *\nDisallow: /a # not b", "/a", "2 Disallow: /a"),
    ] as [(String, String, String?)])
func decisions(robots: String, path: String, expected: String?) {
    #expect(refusal(robots, path) == expected)
}

@Test(
    "Groups that name us count and no others; else those for everyone",
    arguments: [
        ("User-agent: *\nDisallow: /\nUser-agent: postmortem\nDisallow: /x", "/a", nil),
        ("User-agent: POSTMORTEM/2.0\nDisallow: /", "/a", "2 Disallow: /"),
        ("User-agent: postmortems\nDisallow: /", "/a", nil), ("User-agent: other\nDisallow: /", "/a", nil),
        ("User-agent: other\nUser-agent: *\nDisallow: /", "/a", "3 Disallow: /"),
        ("User-agent: other\nSitemap: /s\nUser-agent: *\nDisallow: /", "/a", "4 Disallow: /"),
        ("User-agent: postmortem\nDisallow: /a\n\nUser-agent: postmortem\nDisallow: /b", "/b", "5 Disallow: /b"),
        ("User-agent: postmortem\nAllow: /\n\nUser-agent: *\nDisallow: /", "/b", nil),
        ("Disallow: /", "/a", nil), ("", "/a", nil), ("<html>no rules</html>", "/a", nil),
        ("\u{FEFF}User-agent: *\r\nDisallow: /\r\n", "/a", "2 Disallow: /"),
        ("USER-AGENT : *\n DISALLOW : /a ", "/a", "2 Disallow: /a"), ("\0\0:\u{1}\n::\n", "/a", nil),
    ] as [(String, String, String?)])
func groups(robots: String, path: String, expected: String?) {
    #expect(refusal(robots, path) == expected)
}
