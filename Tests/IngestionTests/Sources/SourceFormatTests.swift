import Testing

@testable import Ingestion

@Suite("Forms")
struct SourceFormatTests {
    private static let longComment = "<!-- " + String(repeating: "Licence of the file. ", count: 400) + "-->"

    @Test(
        "A form is told by content first and by name second",
        arguments: [
            ("<!DOCTYPE html><html>", "x", .html), ("  <!-- x --><HTML>", "x", .html), ("<div><p>x", "x", .html),
            ("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><p>x", "x", .html),
            ("<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>", "x", .html),
            ("<?xml version='1.0'?><feed>", "x", .feed), ("<rss version='2.0'>", "html", .feed),
            ("<?xml version='1.0'?><!-- c --><feed xmlns='http://www.w3.org/2005/Atom'>", "x", .feed),
            ("<rdf:RDF>", "x", .feed), ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "x", .feed),
            ("<?xml version='1.0'?><xs:schema/>", "xsd", .feed),
            (
                longComment + "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element/></xs:schema>", "xsd",
                .feed
            ),
            ("<?xml version='1.0'?>" + longComment + "<xsl:stylesheet>", "xsl", .feed),
            ("<project>\n <name>x</name>\n</project>\n", "pom", .feed), ("<Plan>x</Plan>", "txt", .feed),
            ("<lead> 14:02 it is down\n<dev> looking\n", "log", .plainText),
            ("<https://example.com/a>\n\n# Disk full\n", "x", .markdown), ("<@U1> is on it", "txt", .plainText),
            ("<details>x</details>\n# T\n", "md", .markdown), ("<project>x</project>", "md", .markdown),
            ("<kbd>x</kbd>", "txt", .plainText), ("{\"a\": 1}", "x", .json), ("# Title", "x", .markdown),
            ("", "x", .plainText), ("x", "mkd", .markdown), ("<", "x", .plainText),
        ] as [(String, String, SourceFormat)])
    func forms(text: String, ending: String, format: SourceFormat) {
        #expect(SourceFormat.of(Array(text.utf8), nameExtension: ending, mediaType: nil) == format)
    }
}
