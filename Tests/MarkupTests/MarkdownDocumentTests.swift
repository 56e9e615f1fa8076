import Foundation
import Markup
import Synchronization
import Testing

@Suite("Markdown tree")
struct MarkdownDocumentTests {
    @Test("Blocks keep their kind, words and line")
    func blocks() throws {
        let root = try MarkdownDocument(
            "# One\n\nTwo *three* `four`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n"
        )
        .root
        #expect(root.children.map(\.kind) == [.heading(level: 1), .paragraph, .table, .list(ordered: false, start: 0)])
        #expect(root.children.map(\.plainText) == ["One", "Two three four", "ab12", "doneopen"])
        #expect(root.children.map(\.position.startLine) == [1, 3, 5, 9])
        #expect(root.children[3].children.map(\.kind) == [.item(checked: true), .item(checked: false)])
        #expect(root.children[2].children.map(\.kind) == [.tableRow(isHeader: true), .tableRow(isHeader: false)])
    }

    @Test("An empty text is an empty document")
    func empty() throws {
        #expect(try MarkdownDocument("").root.children.isEmpty)
    }

    @Test("Nesting beyond the limit is refused with a remedy")
    func deep() {
        #expect {
            try MarkdownDocument(String(repeating: "> ", count: 5_000) + "x")
        } throws: {
            "\($0)" == "Markdown nests deeper than 200 levels; flatten the quotes or lists"
        }
    }

    @Test("Many texts at once read as one alone")
    func concurrency() throws {
        let text = "~~gone~~ and https://example.com/a, www.example.com\n\n| a | b |\n|---|---|\n| ~~c~~ | d |\n"
        let alone = try MarkdownDocument(text)
        let different = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 2_000) { _ in
            if (try? MarkdownDocument(text))?.root != alone.root { different.withLock { $0 += 1 } }
        }
        #expect(different.withLock { $0 } == 0)
    }
}
