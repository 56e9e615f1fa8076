import SearchIndex

extension KnowledgeBase {
    /// Says that reports tell of one incident, with all that each of them was linked to before.
    ///
    /// - Returns: Ids of all reports of the incident, in order.
    /// - Throws: ``KnowledgeBaseError/unknownReport(id:)``; then nothing is linked.
    public func link(_ ids: [String]) throws -> [String] {
        for id in ids { _ = try report(id) }
        return try index.link(ids)
    }

    /// Says that reports tell of incidents of their own.
    ///
    /// - Throws: ``KnowledgeBaseError/unknownReport(id:)``; then nothing is changed.
    public func unlink(_ ids: [String]) throws {
        for id in ids { _ = try report(id) }
        try index.unlink(ids)
    }

    /// The other reports of a report's incident, in order of id; empty when it is the only one.
    ///
    /// - Throws: ``KnowledgeBaseError/unknownReport(id:)``.
    public func accounts(besides id: String) throws -> [CataloguedReport] {
        _ = try report(id)
        return try index.accounts(besides: id).map { try report($0) }
    }
}
