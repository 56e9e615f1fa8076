/// Why a site could not be made.
public enum SiteGenerationError: Error, Equatable, CustomStringConvertible {
    /// A report's id would not do as a file name.
    case unsafeID(String)
    case duplicateID(String)
    case unusableBaseURL(String)
    /// A page template does not parse.
    case template(path: String, line: Int, reason: String)

    public var description: String {
        switch self {
        case .unsafeID(let id):
            "report '\(id)': the id can't be a file name; use letters, digits, '.', '_' and '-', up to 180 of them"
        case .duplicateID(let id):
            "report '\(id)': two reports have this id; ingest one of them under another title or date"
        case .unusableBaseURL(let url):
            "base URL '\(url)': not an http or https address; write it as https://example.org/incidents"
        case .template(let path, let line, let reason):
            "\(path):\(line): can't read the template: \(reason); see the Mustache syntax or remove the override"
        }
    }
}
