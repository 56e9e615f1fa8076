/// Why a knowledge base could not do what was asked.
public enum KnowledgeBaseError: Error, Equatable {
    /// No `postmortem.yml` in a folder or any above it.
    case notFound(from: String)
    case alreadyThere(path: String)
    case badSettings(path: String, line: Int?, reason: String)
    case unknownReport(id: String)
    /// `new` would write over a file.
    case fileExists(path: String)
    case cannotWrite(path: String, reason: String)
    case cannotRead(path: String, reason: String)
    /// The new site could not be written; the old one stands.
    case cannotPublish(path: String, reason: String)
    /// The site would lie where its own sources are read from.
    case siteAmongSources(path: String)
    /// A folder of templates that overrides nothing.
    case noTemplates(path: String)
    /// `publish` would replace a folder that it did not make.
    case notASite(path: String)
    case noWatchedSources(path: String)
}

extension KnowledgeBaseError: CustomStringConvertible {
    /// Place, what is wrong, and what to try.
    public var description: String {
        switch self {
        case .notFound(let folder):
            "\(folder): no knowledge base here or above; make one with 'postmortem init' or name one with --base"
        case .alreadyThere(let path): "\(path): there is a knowledge base already; nothing was changed"
        case .badSettings(let path, let line, let reason):
            "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
        case .unknownReport(let id): "no report '\(id)'; 'postmortem search' finds ids"
        case .fileExists(let path): "\(path): the file exists; edit it, or give another title or date"
        case .cannotWrite(let path, let reason): "\(path): can't write: \(reason)"
        case .cannotRead(let path, let reason): "\(path): can't read: \(reason)"
        case .cannotPublish(let path, let reason): "\(path): can't write the site: \(reason); what was there stands"
        case .siteAmongSources(let path):
            "\(path): this is where postmortems and templates are read from; choose another folder for the site"
        case .noTemplates(let path):
            "\(path): no templates there; make site/NAME.mustache or postmortems/NAME.md in it, named as the built-in ones"
        case .notASite(let path):
            "\(path): the folder is not empty and was not made by 'postmortem publish'; empty it or choose another"
        case .noWatchedSources(let path): "\(path): lists no sources; add feeds or pages under 'sources:'"
        }
    }
}
