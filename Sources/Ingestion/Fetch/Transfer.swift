import CCurl
import Foundation

/// One request and its answer through libcurl, on a thread of its own: callers may block every thread of Swift's pool.
final class Transfer: @unchecked Sendable {
    private let request: TransferRequest
    private let lock = NSLock()
    /// Guarded by `lock`, as is `isCancelled`; `nil` before and after the run.
    private var multi: UnsafeMutableRawPointer?
    private var isCancelled = false

    init(_ request: TransferRequest) {
        self.request = request
    }

    /// The answer, redirects not followed.
    ///
    /// - Throws: ``TransferFailure``.
    func run() async throws -> HTTPAnswer {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread {
                    Self.blockPipeSignal()
                    continuation.resume(with: self.perform())
                }
            }
        } onCancel: {
            cancel()
        }
    }

    private func cancel() {
        lock.withLock {
            isCancelled = true
            if let multi { curl_multi_wakeup(multi) }
        }
    }

    /// A connection that the other side has closed is an error of this thread and not the end of the process: some TLS
    /// libraries write to it as to a pipe.
    private static func blockPipeSignal() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    private func perform() -> Result<HTTPAnswer, TransferFailure> {
        guard LibCurl.isReady, let multi = curl_multi_init() else { return .failure(Self.setUpFailure) }
        defer {
            lock.withLock { self.multi = nil }
            curl_multi_cleanup(multi)
        }
        lock.withLock { self.multi = multi }
        guard let easy = CurlHandle() else { return .failure(Self.setUpFailure) }
        let intake = TransferIntake(request)
        let start = ContinuousClock.now
        let code = withExtendedLifetime(intake) {
            let code = easy.apply(request, intake)
            return code == CURLE_OK ? drive(multi, easy) : code
        }
        return result(of: intake, code, easy.words(for: code), taken: ContinuousClock.now - start)
    }

    /// Runs the transfer to its end, its limits or its cancellation.
    private func drive(_ multi: UnsafeMutableRawPointer, _ easy: CurlHandle) -> CURLcode {
        guard curl_multi_add_handle(multi, easy.pointer) == CURLM_OK else { return CURLE_FAILED_INIT }
        defer { curl_multi_remove_handle(multi, easy.pointer) }
        var running: Int32 = 1
        while true {
            guard !lock.withLock({ isCancelled }) else { return CURLE_ABORTED_BY_CALLBACK }
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
            if running == 0 { break }
            // libcurl's own time limits wake it earlier.
            guard curl_multi_poll(multi, nil, 0, 1_000, nil) == CURLM_OK else { return CURLE_FAILED_INIT }
        }
        var code = CURLE_FAILED_INIT
        return postmortem_curl_result(multi, &code) == 1 ? code : CURLE_FAILED_INIT
    }

    private func result(
        of intake: TransferIntake, _ code: CURLcode, _ words: String, taken: Duration
    ) -> Result<HTTPAnswer, TransferFailure> {
        if lock.withLock({ isCancelled }) { return .failure(.cancelled) }
        if let failure = intake.failure { return .failure(failure) }
        guard code == CURLE_OK || intake.isEnough else {
            return .failure(failure(code, words, refused: intake.refused, taken: taken))
        }
        return Result { () throws(TransferFailure) in try intake.answer() }
    }

    private func failure(
        _ code: CURLcode, _ words: String, refused: NetworkAddress?, taken: Duration
    ) -> TransferFailure {
        switch code {
        case CURLE_OPERATION_TIMEDOUT:
            if words.contains("too slow") { return .stalled }
            // libcurl counts in milliseconds, and from a little later than we do.
            return taken >= .seconds(request.timeLimit) - .milliseconds(5) ? .tooSlow : .noConnection
        case CURLE_COULDNT_CONNECT:
            return refused.map { .uncheckedAddress($0) } ?? .library(code: code.rawValue, words: words)
        default: return .library(code: code.rawValue, words: words)
        }
    }

    private static let setUpFailure = TransferFailure.library(
        code: CURLE_FAILED_INIT.rawValue, words: "libcurl could not be set up")
}
