import Markup
import Testing

@Suite("Front matter")
struct FrontMatterTests {
    @Test("A file is taken apart at its three-hyphen lines, and the body's line is kept")
    func split() throws {
        let file = try FrontMatter.split("---\ntitle: \"A: B\"\nservices: [a, b]\nseverity: ~\n---\n\n# A\n")
        #expect(file.frontMatter?["title"]?.string == "A: B")
        #expect(file.frontMatter?["services"]?.strings == ["a", "b"])
        #expect(file.frontMatter?["severity"] == .null)
        #expect(file.body == "\n# A\n")
        #expect(file.bodyLine == 6)
    }

    @Test(
        "Text without front matter is all body",
        arguments: ["", "# A\n", "text\n---\nmore\n", "---\n\nA thematic break opened this.\n"])
    func allBody(text: String) throws {
        let file = try FrontMatter.split(text)
        #expect(file.frontMatter == nil)
        #expect(file.body == text)
        #expect(file.bodyLine == 1)
    }

    @Test("Windows line ends and a byte-order mark change nothing")
    func windows() throws {
        let file = try FrontMatter.split("\u{FEFF}---\r\ntitle: T\r\n---\r\nbody\r\n")
        #expect(file.frontMatter?["title"]?.string == "T")
        #expect(file.body == "body\r\n")
    }

    @Test(
        "What is not YAML is refused with its line and a remedy",
        arguments: [
            (
                "---\ntitle: a: b\n---\n",
                "line 2: the front matter can't be read: mapping values are not allowed in this context; quote values that hold a colon or a hash"
            ),
            ("---\n- a\n- b\n---\n", "line 2: the front matter can't be read: it is not a list of 'key: value' lines"),
            (
                "---\ntitle: T\nno end\n",
                "line 1: the front matter can't be read: it is never closed; end it with a line of three hyphens"
            ),
            (
                "---\ntitle: \"Disk full\nseverity: 1\ndate: 2024-03-05\n---\n",
                "line 2: the front matter can't be read: a quote or bracket that opens here is not closed; close it"
            ),
            (
                "---\ntitle: T\nnote: 'it\n---\n",
                "line 3: the front matter can't be read: a quote or bracket that opens here is not closed; close it"
            ),
            (
                "---\ntitle: T\nservices: [a, b\n---\n",
                "line 3: the front matter can't be read: a quote or bracket that opens here is not closed; close it"
            ),
            (
                "---\nservices: [a, b\ntitle: T\n---\n",
                "line 2: the front matter can't be read: a quote or bracket that opens here is not closed; close it"
            ),
            (
                "---\ntitle: T\nstamps: {a: b\n---\n",
                "line 3: the front matter can't be read: a quote or bracket that opens here is not closed; close it"
            ),
            (
                "---\na: " + String(repeating: "[", count: 2_000) + "\n---\n",
                "line 2: the front matter can't be read: it nests too deeply; move what is inside out"
            ),
            (
                "---\na: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "\n---\n",
                "line 2: the front matter can't be read: it nests too deeply; move what is inside out"
            ),
            ("---\na: 1\na: 2\n---\n", "line 2: the front matter can't be read: the key 'a' is given twice; keep one"),
        ])
    func refused(text: String, message: String) {
        #expect {
            try FrontMatter.split(text)
        } throws: {
            "\($0)" == message
        }
    }

    @Test("Aliases that multiply are refused, not expanded")
    func billionLaughs() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let references = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(references)]\n"
        }
        #expect(throws: FrontMatterError.self) { try FrontMatter.split("---\n\(yaml)---\n") }
    }

    @Test("Keys made of aliases of aliases are refused before they are hashed; a few aliases are fine")
    func aliasedKeys() throws {
        var yaml = "a0: &a0 {x: y}\n"
        for level in 1...40 { yaml += "a\(level): &a\(level)\n  ? *a\(level - 1)\n  : *a\(level - 1)\n" }
        #expect(throws: FrontMatterError.self) { try FrontMatter.split("---\n\(yaml)---\n") }
        let shared = try FrontMatter.split("---\na: &x [1, 2]\nb: *x\nc: R&D *and* more\n---\n").frontMatter
        #expect(shared?["b"] == .list([.scalar("1"), .scalar("2")]))
        #expect(shared?["c"]?.string == "R&D *and* more")
    }
}
