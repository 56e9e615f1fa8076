import Ingestion
import Reports
import Testing

@Suite("Plain text")
struct PlainTextReaderTests {
    @Test("The first line is the title, the rest the text")
    func prose() throws {
        let report = try PlainTextReader().read(
            "\nDisk full\n\nIt was   \nfull.\r\n\r\nIt lasted 5 minutes.\n", source: "a.txt")
        #expect(report.title == "Disk full")
        #expect(report.text == "It was\nfull.\n\nIt lasted 5 minutes.")
        #expect(report.html == "<p>It was<br>\nfull.</p>\n<p>It lasted 5 minutes.</p>\n")
        #expect(report.summary == "It was\nfull.")
        #expect(report.statedDuration == 300)
        #expect(report.kind == .postmortem)
    }

    @Test("A long first line is cut for the title and kept in the text")
    func longLine() throws {
        let line = String(repeating: "word ", count: 40)
        let report = try PlainTextReader().read(line, source: "a.txt")
        #expect(report.title?.count ?? 0 <= 81)
        #expect(report.text == line.dropLast())
    }

    @Test("Markup in plain text is no markup")
    func markup() throws {
        #expect(
            try PlainTextReader().read("T\n\n<script>x</script>", source: "a").html
                == "<p>&lt;script&gt;x&lt;/script&gt;</p>\n")
    }

    @Test("Blanks are no text")
    func blank() {
        #expect(throws: IngestionError("a.txt", .emptyInput)) { try PlainTextReader().read(" \n\t\n", source: "a.txt") }
    }
}
