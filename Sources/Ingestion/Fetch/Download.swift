import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request and its answer, limited in time and size while it runs.
///
/// The mutable state is guarded by `lock`; the session's queue and the timer's both reach it.
final class Download: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    struct Answer: Sendable {
        var status: Int
        /// Names in lower case.
        var headers: [String: String]
        var body: Data

        func header(_ name: String) -> String? { headers[name.lowercased()] }
    }

    enum Failure: Error {
        case tooSlow
        /// `bytes` is what the server announced; `nil` when it announced nothing.
        case tooLarge(bytes: Int?)
        case notHTTP
    }

    /// Has a thread even when callers block all shared ones; without it a fast server's data would pile up unseen, past
    /// the limit. It lives as long as the process because operation queues don't hold on to it.
    private static let queue = DispatchQueue(label: "postmortem.fetch")

    private let limit: Int
    /// Whether what is over the limit is cut off rather than refused.
    private let cutsOff: Bool
    private let lock = NSLock()
    private var body = Data()
    private var response: HTTPURLResponse?
    private var failure: Failure?
    private var continuation: CheckedContinuation<Answer, any Error>?
    private var task: URLSessionDataTask?

    init(limit: Int, cutsOff: Bool = false) {
        self.limit = limit
        self.cutsOff = cutsOff
    }

    /// The answer to a request, redirects not followed.
    ///
    /// - Throws: ``Failure`` or `URLError`.
    func run(_ request: URLRequest, seconds: Double) async throws -> Answer {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        // The session's own timers fire at whole seconds, up to one too early; ours decides.
        var request = request
        request.timeoutInterval = seconds + 60
        configuration.timeoutIntervalForRequest = seconds + 60
        configuration.timeoutIntervalForResource = seconds + 60
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
        queue.underlyingQueue = Self.queue
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: queue)
        defer { session.finishTasksAndInvalidate() }
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "postmortem.fetch.limit"))
        timer.schedule(deadline: .now() + seconds, leeway: .milliseconds(10))
        timer.setEventHandler { [weak self] in self?.stop(.tooSlow) }
        defer { timer.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let task = session.dataTask(with: request)
                lock.withLock {
                    self.continuation = continuation
                    self.task = task
                }
                timer.activate()
                task.resume()
            }
        } onCancel: {
            lock.withLock { task }?.cancel()
        }
    }

    /// Ends the request early; the caller hears why at once, whatever the session does.
    private func stop(_ failure: Failure) {
        let (waiting, task, cut) = lock.withLock {
            self.failure = self.failure ?? failure
            defer { continuation = nil }
            var cut: Answer?
            if cutsOff, case .tooLarge = failure, let task = self.task { cut = answer(task) }
            return (continuation, self.task, cut)
        }
        // On a thread of its own: cancelling waits for libcurl, which reads on for as long as a server sends faster than
        // it reads (loopback can). What arrives until then has to be thrown away by the queue this may be called on.
        DispatchQueue(label: "postmortem.fetch.cancel").async { task?.cancel() }
        if var cut {
            cut.body = cut.body.prefix(limit)
            waiting?.resume(returning: cut)
        } else {
            waiting?.resume(throwing: failure)
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        // The caller holds the next address against the rules first.
        lock.withLock { self.response = response }
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        lock.withLock { self.response = response as? HTTPURLResponse }
        let announced = Int(clamping: response.expectedContentLength)
        if announced > limit, !cutsOff {
            stop(.tooLarge(bytes: announced))
            completionHandler(.cancel)
        } else {
            completionHandler(.allow)
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let count = lock.withLock {
            if failure == nil { body.append(data) }
            return body.count
        }
        if count > limit { stop(.tooLarge(bytes: nil)) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let (waiting, answer, failure) = lock.withLock {
            defer { continuation = nil }
            return (continuation, self.answer(task), self.failure)
        }
        if let failure {
            waiting?.resume(throwing: failure)
        } else if let error, !(answer.map { (300..<400).contains($0.status) } ?? false) {
            waiting?.resume(throwing: error)
        } else if let answer {
            waiting?.resume(returning: answer)
        } else {
            waiting?.resume(throwing: Failure.notHTTP)
        }
    }

    private func answer(_ task: URLSessionTask) -> Answer? {
        guard let response = response ?? task.response as? HTTPURLResponse else { return nil }
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields {
            guard let name = name as? String, let value = value as? String else { continue }
            headers[name.lowercased()] = value
        }
        return Answer(status: response.statusCode, headers: headers, body: body)
    }
}
