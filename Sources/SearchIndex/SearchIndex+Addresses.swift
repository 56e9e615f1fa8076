import GRDB

/// What a server said of an address when it was last read, to ask it whether there is anything newer.
public struct AddressValidators: Equatable, Sendable {
    /// The `ETag` header, quotes included.
    public var etag: String?
    /// The `Last-Modified` header as it was sent.
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }
}

extension SearchIndex {
    /// The validators of an address; `nil` when it was never read whole, its server gives none, or a report read from it
    /// is damaged: then it has to be read again, whether the server has news or not.
    public func validators(of address: String) throws -> AddressValidators? {
        try read { db in
            let sql = "SELECT etag, last_modified FROM fetched_address WHERE address = ?"
            let address = address.withoutNUL
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [address]) else { return nil }
            let condition = """
                v.version = report.version AND (v.source = ? OR substr(v.source, 1, length(?) + 1) = ? || '#')
                """
            let stored = try CatalogueReader(db: db, condition: condition).versions([address, address, address])
            let isSound = try stored.allSatisfy { try $0.fault(in: db) == nil }
            return isSound ? AddressValidators(etag: row[0], lastModified: row[1]) : nil
        }
    }

    /// Keeps the validators of an address whose reports are all stored; `nil` forgets them.
    public func setValidators(_ validators: AddressValidators?, of address: String) throws {
        try write { db in
            try db.execute(sql: "DELETE FROM fetched_address WHERE address = ?", arguments: [address.withoutNUL])
            guard let validators, validators != AddressValidators() else { return }
            try db.execute(
                sql: "INSERT INTO fetched_address (address, etag, last_modified) VALUES (?, ?, ?)",
                arguments: [
                    address.withoutNUL, validators.etag?.withoutNUL, validators.lastModified?.withoutNUL,
                ])
        }
    }
}
