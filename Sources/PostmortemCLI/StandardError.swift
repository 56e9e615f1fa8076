import Foundation
import Logging

/// A log handler that writes `postmortem: warning: …` to standard error, without times: a command line is no daemon.
struct StandardErrorLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let prefix =
            switch event.level {
            case .trace, .debug, .info, .notice: "postmortem: "
            case .warning: "postmortem: warning: "
            case .error, .critical: "postmortem: error: "
            }
        writeToStandardError(
            prefix + TerminalStyle.printable(event.message.description).replacing("\n", with: "␤") + "\n")
    }
}

/// What a command says beside its results: progress, warnings and failures.
struct StandardErrorReport {
    var isQuiet: Bool
    private let logger = Logger(label: "postmortem")

    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
    }

    func note(_ text: String) {
        if !isQuiet { logger.notice("\(text)") }
    }

    func warning(_ text: String) {
        if !isQuiet { logger.warning("\(text)") }
    }

    func error(_ text: String) {
        logger.error("\(text)")
    }
}

/// A progress line on standard error: only on a terminal, and only once work has taken a second.
final class ProgressLine {
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?
    private let isShown: Bool

    init(isQuiet: Bool) {
        isShown = !isQuiet && isatty(STDERR_FILENO) != 0
    }

    func update(_ text: @autoclosure () -> String) {
        let now = ContinuousClock.now
        guard isShown, now - start > .seconds(1), last.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        last = now
        writeToStandardError("\r\u{1B}[K" + text())
    }

    /// Clears the line, so that what follows begins at the left.
    func finish() {
        if last != nil { writeToStandardError("\r\u{1B}[K") }
        last = nil
    }
}

func writeToStandardError(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
}
