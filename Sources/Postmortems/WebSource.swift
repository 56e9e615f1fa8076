import Foundation
import Ingestion
import SearchIndex

/// Fetches addresses as the options allow.
struct WebSource: SourceFetching {
    var options: ReadingOptions
    var index: SearchIndex?

    func document(at address: String) throws -> SourceDocument? {
        throw IngestionError(address, .fetch("fetching is not wired"))
    }
}
