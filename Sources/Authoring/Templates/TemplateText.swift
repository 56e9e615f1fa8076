/// Values as YAML that reads back as given.
enum YAMLText {
    /// A double-quoted scalar on one line. A NUL, which no YAML can hold, is left out.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars where scalar.value != 0 {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where isPlain(scalar): result.unicodeScalars.append(scalar)
            default:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                result += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - hex.count) + hex
            }
        }
        return result + "\""
    }

    static func list(_ values: [String]) -> String {
        "[" + values.map(quoted).joined(separator: ", ") + "]"
    }

    /// Printable by YAML 1.1, and no line end by anybody's count.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        default: false
        }
    }
}

/// Values as Markdown that shows them as given.
enum MarkdownText {
    /// One line: white space as single spaces, marks escaped.
    static func inline(_ text: String) -> String {
        let line = text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F }
            .map { String($0) }.joined(separator: " ")
        return escaped(line)
    }

    private static func escaped(_ line: String) -> String {
        var result = ""
        var previous: Character = " "
        let characters = Array(line)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if isMark(character, between: previous, and: next) { result += "\\" }
            result.append(character)
            previous = character
        }
        return result
    }

    /// Words for a cell of a table: line ends as `<br>`, other white space as it is, marks escaped.
    static func cell(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            let isPlain = line.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            let plain = isPlain ? String(line) : String(line.map { $0.isControl ? " " : $0 })
            return escaped(plain)
        }
        .joined(separator: "<br>")
    }

    /// `snake_case` needs no escape, and an address would break by one.
    private static func isMark(_ character: Character, between previous: Character, and next: Character) -> Bool {
        if character == "_" { return !(previous.isWord && next.isWord) }
        if character == "#" { return next == " " || previous == " " || previous == "#" }
        return "\\`*[]<>|~&".contains(character)
    }
}

extension Character {
    fileprivate var isWord: Bool { isLetter || isNumber }
    fileprivate var isControl: Bool { unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } }
}
