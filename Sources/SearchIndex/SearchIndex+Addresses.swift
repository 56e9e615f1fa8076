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
    /// The validators of an address; `nil` when it was never read whole, or its server gives none.
    public func validators(of address: String) throws -> AddressValidators? {
        try read { db in
            let sql = "SELECT etag, last_modified FROM fetched_address WHERE address = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [address.withoutNUL]).map {
                AddressValidators(etag: $0[0], lastModified: $0[1])
            }
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
