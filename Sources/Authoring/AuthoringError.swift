/// Why a text could not be linted or a template not be rendered.
public enum AuthoringError: Error, Equatable, CustomStringConvertible {
    /// The text can't be read as front matter and Markdown; `line` is 1-based, `nil` when the whole text is at fault.
    case unreadable(path: String, line: Int?, reason: String)
    /// The template that was asked for does not exist; `nearest` is the known name spelled most like it.
    case unknownTemplate(name: String, known: [String], nearest: String?)
    /// The template is there but is not valid Mustache.
    case brokenTemplate(name: String, reason: String)
    /// A value under `lint:` of `postmortem.yml` is not what it should be; `key` is its path there.
    case badSetting(key: String, reason: String)

    public var description: String {
        switch self {
        case .unreadable(let path, let line, let reason):
            "\(line.map { "\(path):\($0)" } ?? path): can't lint: \(reason)"
        case .unknownTemplate(let name, let known, let nearest):
            "no template '\(name)'\(nearest.map { "; did you mean '\($0)'?" } ?? "") (known: \(known.joined(separator: ", ")))"
        case .brokenTemplate(let name, let reason):
            "template '\(name)' can't be rendered: \(reason); fix the override or remove it"
        case .badSetting(let key, let reason):
            "postmortem.yml: \(key): \(reason)"
        }
    }
}
