import Dispatch
import Foundation

/// Gets pages and feeds from the web; a value of this type is what tests replace.
public protocol Fetching: Sendable {
    /// What is at an address now.
    ///
    /// - Parameter conditions: What is known from the last time; a server that has nothing newer answers `notModified`.
    /// - Throws: ``IngestionError`` with `fetch` or `tooLarge`, its source the address as given.
    func fetch(_ address: String, conditions: FetchConditions) async throws -> FetchResult
}

extension Fetching {
    /// What is at an address, whatever was known before.
    public func fetch(_ address: String) async throws -> FetchResult {
        try await fetch(address, conditions: FetchConditions())
    }

    /// The same for callers that can't suspend: blocks the calling thread until the answer is there.
    public func fetchAndWait(_ address: String, conditions: FetchConditions = FetchConditions()) throws -> FetchResult {
        let answer = Answer()
        Task.detached(executorPreference: FetchExecutor.shared) {
            do {
                answer.give(.success(try await fetch(address, conditions: conditions)))
            } catch {
                answer.give(.failure(error))
            }
        }
        return try answer.wait().get()
    }
}

/// One result handed from a task to a waiting thread.
private final class Answer: @unchecked Sendable {
    private let ready = DispatchSemaphore(value: 0)
    /// Written before `ready` is signalled and read after it.
    private var result: Result<FetchResult, any Error>?

    func give(_ result: Result<FetchResult, any Error>) {
        self.result = result
        ready.signal()
    }

    func wait() -> Result<FetchResult, any Error> {
        ready.wait()
        guard let result else { preconditionFailure("signalled without a result") }
        return result
    }
}

/// Validators of an earlier fetch, for a conditional request (RFC 9110, section 13).
public struct FetchConditions: Hashable, Sendable, Codable {
    /// The `ETag` header, quotes included.
    public var etag: String?
    /// The `Last-Modified` header as it was sent.
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// What a server answered.
public enum FetchResult: Equatable, Sendable {
    case fetched(FetchedPage)
    /// The server has nothing newer than the conditions say.
    case notModified
}

/// A body with what its headers say.
public struct FetchedPage: Equatable, Sendable {
    /// The body, content encodings undone.
    public var bytes: Data
    /// The `Content-Type` header whole.
    public var contentType: String?
    /// The address that answered, after redirects.
    public var finalURL: String
    /// To send with the next request.
    public var conditions: FetchConditions

    public init(
        bytes: Data, contentType: String? = nil, finalURL: String, conditions: FetchConditions = FetchConditions()
    ) {
        self.bytes = bytes
        self.contentType = contentType
        self.finalURL = finalURL
        self.conditions = conditions
    }
}

extension SourceDocument {
    /// A fetched page as a document to read.
    ///
    /// - Parameter address: The address as the caller gave it.
    public init(address: String, page: FetchedPage) {
        self.init(source: address, bytes: page.bytes, contentType: page.contentType, finalURL: page.finalURL)
    }
}
