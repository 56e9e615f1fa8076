import Ingestion
import Markup

/// A feed or page that `postmortem.yml` lists, to be pulled again and again.
///
/// ```yaml
/// sources:
///   - https://status.example.com/history.atom
///   - url: https://example.com/outages
///     organisation: Example
///     comment: has no feed
/// ```
public struct WatchedSource: Equatable, Sendable {
    /// An address, or a path from the folder of the settings.
    public var location: String
    /// Whose incidents these are, for reports that don't say so themselves.
    public var organisation: String?

    public init(_ location: String, organisation: String? = nil) {
        self.location = location
        self.organisation = organisation
    }

    private static let keys: Set<String> = ["url", "organisation", "comment"]

    /// What is wrong with an entry of the list, and the word to look for in the file.
    struct Fault: Error {
        var reason: String
        var word: String?
    }

    /// Reads one entry under `sources`.
    init(_ value: YAMLValue) throws {
        let form = "write '- https://status.example.com/history.atom', or '- url: …' and below it 'organisation: …'"
        if let members = value.mapping {
            if let key = members.keys.filter({ !Self.keys.contains($0) }).min() {
                throw Fault(
                    reason: "an entry under sources has the unknown key '\(key)'; there are url, organisation, comment",
                    word: key)
            }
            organisation = members["organisation"]?.string
        }
        guard let location = value.string ?? value["url"]?.string else {
            throw Fault(reason: "an entry under sources is no path or address; \(form)")
        }
        if location.contains("://"), !WebAddress.isAddress(location) {
            throw Fault(
                reason: "the source '\(location)' is no http or https address; only these are fetched", word: location)
        }
        self.location = location
    }

    /// What to read, for a command that is run anywhere.
    func argument(in folder: String) -> String {
        WebAddress.isAddress(location) || location.hasPrefix("/") ? location : "\(folder)/\(location)"
    }
}
