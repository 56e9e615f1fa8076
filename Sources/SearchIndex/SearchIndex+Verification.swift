import GRDB

extension SearchIndex {
    /// All that is damaged: the file and its tables, references, reports, the full-text index, evidence, decisions and
    /// kept sources, in this order.
    ///
    /// Empty when everything is sound. Writes nothing, so that ``Mode/readOnly`` does, which also opens a file that is too
    /// damaged for the other modes. Everything is looked at as it stood at one moment, whatever others write meanwhile.
    ///
    /// Each version of a report is held against its fingerprint, and what follows from its text against the text; the
    /// full-text index against the words of the reports, word by word. A fingerprint shows what went wrong, not who did
    /// it: whoever can write the file can write a fingerprint that fits. Not held against anything are `report.identity`,
    /// the model's name, who decided and why, settings and the addresses' validators, which nothing else tells of, nor how
    /// the full-text index lays out its pages beyond that every term is found.
    public func verify() throws -> [Damage] {
        do {
            return try read { try Verifier(db: $0, path: path).damage() }
        } catch let error as SearchIndexError {
            guard case .corrupt(let problem) = error.reason else { throw error }
            return [.ofFile(path, problem)]
        }
    }
}

extension Damage {
    static let fromBackup = "restore the file from a backup"
    static let fromBackupOrAnew = "restore the file from a backup, or ingest the sources into a new knowledge base"

    static func ofFile(_ path: String, _ problem: String) -> Damage {
        Damage(part: .database, place: path, problem: problem, remedy: fromBackupOrAnew)
    }
}
