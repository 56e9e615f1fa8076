import Foundation

/// Writes a Swift file that holds every file below a folder as text, keyed by its path there.
///
/// Usage: `TemplateEmbedder FOLDER OUTPUT.swift`. The same folder gives the same bytes.
@main
struct TemplateEmbedder {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: TemplateEmbedder FOLDER OUTPUT.swift\n".utf8))
            exit(64)
        }
        let folder = URL(filePath: arguments[1], directoryHint: .isDirectory).resolvingSymlinksInPath()
        var files: [String: String] = [:]
        let walk = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        for case let url as URL in walk ?? .init() where !url.hasDirectoryPath {
            let path = url.resolvingSymlinksInPath().path(percentEncoded: false)
            let key = String(path.dropFirst(folder.path(percentEncoded: false).count)).trimmingCharacters(in: ["/"])
            files[key] = try String(contentsOf: url, encoding: .utf8)
        }
        var swift = "// Generated from Templates/ by TemplateEmbedder; not to be edited.\n"
        swift += "let embeddedTemplates: [String: String] = [\n"
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            swift += "    \(literal(path)): \(literal(text)),\n"
        }
        swift += files.isEmpty ? "    :\n]\n" : "]\n"
        try Data(swift.utf8).write(to: URL(filePath: arguments[2]), options: .atomic)
    }

    /// A one-line string literal that spells `text` exactly.
    static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
