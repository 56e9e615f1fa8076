import Foundation
import Postmortems
import TestSupport
import Testing

/// The list of feeds that a user can copy to `postmortem.yml`.
@Suite("Corpus/sources.yml")
struct SourceListTests {
    private func settings() throws -> Settings {
        let file = Checkout.corpus.appending(path: "sources.yml")
        return try Settings(yaml: String(contentsOf: file, encoding: .utf8), path: "sources.yml")
    }

    @Test("It reads as settings with sixty sources or more, each address once and over https")
    func addresses() throws {
        let settings = try settings()
        #expect(settings.title == "Incidents elsewhere")
        #expect(settings.sources.count >= 60)
        #expect(settings.sources.allSatisfy { $0.location.hasPrefix("https://") })
        let addresses = settings.sources.map { $0.location.lowercased() }
        #expect(Set(addresses).count == addresses.count)
    }

    @Test("Each entry says whose it is and what it holds, in a few words")
    func words() throws {
        let settings = try settings()
        let entries = settings.all["sources"]?.list ?? []
        #expect(entries.count == settings.sources.count)
        for entry in entries {
            let address = entry["url"]?.string ?? ""
            let organisation = entry["organisation"]?.string ?? ""
            let comment = entry["comment"]?.string ?? ""
            #expect(!organisation.isEmpty, "\(address)")
            #expect((2...80).contains(comment.count), "\(address)")
        }
    }
}
