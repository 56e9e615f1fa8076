import Foundation
import Reports
import Testing

@testable import Ingestion

private let paragraph =
    "At 14:02 UTC the primary database ran out of disk space, and writes began to fail for about one in five customers. "

private func read(_ head: String, lead: String = "", source: String = "page.html", html: String = "<html lang=en>")
    throws -> Report
{
    let page = "\(html)<head>\(head)</head><body>\(lead)<article><p>\(paragraph)<p>\(paragraph)</article>"
    return try HTMLReader().read(Data(page.utf8), source: source)
}

@Test(
    "Authors are people's names, one each, wherever the page states them",
    arguments: [
        ("<meta name=author content='By Ada Smith and Bo Lee'>", ["Ada Smith", "Bo Lee"]),
        ("<meta name=author content='Ada Smith, Bo Lee, Cy Young'>", ["Ada Smith", "Bo Lee", "Cy Young"]),
        ("<meta name=author content='Ada Smith, Staff Writer'>", ["Ada Smith"]),
        ("<meta name=author content='Ada Smith, Acme Business'>", ["Ada Smith"]),
        ("<meta name=author content='Von Ada Smith und Bo Lee'>", ["Ada Smith", "Bo Lee"]),
        ("<meta name=author content='Jane and John Smith'>", ["Jane and John Smith"]),
        ("<meta name=author content='Procter &amp; Gamble'>", ["Procter & Gamble"]),
        ("<meta name=author content=admin><a rel=author>Ada Smith</a>", ["Ada Smith"]),
        ("<meta property='article:author' content='https://facebook.example/ada'>", []),
        ("<meta name=author content='Ada Smith | 18 November 2019'>", ["Ada Smith"]),
        (
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Smith\"},\"Bo Lee\"]}</script>",
            ["Ada Smith", "Bo Lee"]
        ),
        ("<meta name=citation_author content='Smith, Ada'>", ["Smith, Ada"]),
        ("<meta name=author content='© Ada Smith // now'>", ["Ada Smith"]), ("<meta name=author content=''>", []),
    ])
func authors(head: String, expected: [String]) throws {
    #expect(try read(head).authors == expected)
}

@Test(
    "A title is found without the name of the site, even when only the address names that",
    arguments: [
        ("<title>Disk full on the primary - Acme</title>", "", "Disk full on the primary"),
        (
            "<title>Disk full on the primary | News</title>", "<h1>Disk full on the primary</h1>",
            "Disk full on the primary"
        ),
        ("<title>Acme</title>", "<h1><img src=logo.png></h1><h1>Disk full</h1>", "Disk full"),
        ("<title>Postmortem: disk full</title>", "", "Postmortem: disk full"), ("<title>障害報告｜ACME</title>", "", "障害報告"),
        ("<meta property='og:title' content='Disk &amp;amp; full'>", "", "Disk & full"),
    ])
func titles(head: String, lead: String, expected: String) throws {
    #expect(try read(head, lead: lead, source: "https://www.acme.example/a").title == expected)
}

@Test(
    "A language is what the page states, and none where it is silent",
    arguments: [
        ("<html lang=fr-CA>", "", "fr-CA"), ("<html>", "<meta property='og:locale' content=en_GB>", "en-GB"),
        ("<html>", "<meta http-equiv=content-language content=de>", "de"), ("<html lang=''>", "", nil),
        (
            "<html>", "<script type='application/ld+json'>{\"@type\":\"Article\",\"inLanguage\":\"en-AU\"}</script>",
            "en-AU"
        ),
        ("<html>", "<meta name=dc.language content=unknowable>", nil),
    ] as [(String, String, String?)])
func languages(html: String, head: String, expected: String?) throws {
    let report = try read(head, html: html)
    #expect(report.language == expected)
    #expect(!report.warnings.contains { $0.contains("language") })
}

@Test(
    "Languages are told by script and small words",
    arguments: [
        ("The disk was full, and this is what we have learned from it in the weeks that followed the outage.", "en"),
        (
            "Die Festplatte war voll, und das ist es, was wir in den Wochen nach dem Ausfall nicht mehr vergessen werden.",
            "de"
        ),
        (
            "Le disque était plein, et voici ce que nous avons appris dans les semaines qui ont suivi la panne pour les clients.",
            "fr"
        ),
        (
            "El disco estaba lleno, y esto es lo que hemos aprendido en las semanas que siguieron al corte para los clientes.",
            "es"
        ),
        (
            "Het was een volle schijf en dat is wat we in de weken na de storing van het systeem niet meer zijn vergeten.",
            "nl"
        ),
        (
            "Диск был переполнен, и это то, что мы узнали за недели, которые последовали за сбоем у наших клиентов.",
            "ru"
        ),
        ("Диск був переповнений, і це те, що ми дізналися за тижні, які пройшли після збою в наших клієнтів її.", "uk"),
        ("ディスクがいっぱいになり、これが障害の後の数週間で私たちが学んだことです。お客様にお詫びします。", "ja"),
        ("磁盘已满，这就是我们在故障发生后的几周内学到的东西。我们向客户道歉，并将继续改进。", "zh"),
        ("디스크가 가득 찼고, 이것이 장애 이후 몇 주 동안 우리가 배운 것입니다. 고객 여러분께 사과드립니다. 앞으로 더 잘하겠습니다. 감사합니다.", "ko"),
        ("امتلأ القرص، وهذا ما تعلمناه في الأسابيع التي تلت العطل. نعتذر لعملائنا عن هذا الانقطاع.", "ar"),
        ("12:30 404 503", nil), ("", nil), ("xyzzy plugh", nil),
    ] as [(String, String?)])
func guessedLanguages(text: String, expected: String?) {
    #expect(LanguageGuess.language(of: text) == expected)
}

@Test(
    "Linked data is read as far as it goes",
    arguments: [
        ("{\"@type\":\"Article\",\"headline\":\"A\\u00e9\\ud83d\\ude00\\\"b\"}", "Aé😀\"b"),
        ("{\"@type\":\"Article\",\"headline\":\"A \"quoted\" word\"}", "A \"quoted\" word"),
        ("{\"@type\":\"Article\" \"headline\":\"A\",,}", "A"), ("{\"@type\":\"Article\",\"headline\":\"A", "A"),
        ("/* note */ {\"@type\":\"Article\",\"headline\":\"A\"};", "A"),
        ("{\"@type\":\"Organization\",\"headline\":\"A\"}", nil), ("{{{{", nil), ("[[[]]]", nil), ("\\u12", nil),
        ("{\"@type\":[\"Thing\",\"BlogPosting\"],\"headline\":{\"@value\":\"A\"}}", "A"),
    ] as [(String, String?)])
func linkedData(json: String, expected: String?) {
    let bytes = Array(json.utf8)
    bytes.withUnsafeBufferPointer { #expect(LinkedData([$0], address: nil).headline == expected) }
}

@Test("Of several articles in linked data the page's own is read")
func ownArticle() throws {
    let json = """
        [{"@type":"NewsArticle","url":"https://acme.example/other","headline":"Other","datePublished":"2019-01-01"},
        {"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://acme.example/own/"},"headline":"Own","datePublished":"2020-08-24"}]
        """
    let report = try read(
        "<link rel=canonical href='https://acme.example/own'><script type='application/ld+json'>\(json)</script>")
    #expect(report.title == "Own")
    #expect(report.published?.description == "2020-08-24")
}
