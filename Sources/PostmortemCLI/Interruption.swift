import Dispatch
import Foundation
import Postmortems

/// Ends the process cleanly on Ctrl-C, `kill` and a closed terminal: what is stored stays, what is half-built goes, the
/// old site stands.
enum Interruption {
    private nonisolated(unsafe) static let sources: [any DispatchSourceSignal] = [SIGHUP, SIGINT, SIGTERM].map {
        number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
        source.setEventHandler {
            HalfBuilt.shared.interrupt { wasBuilding in
                let state =
                    wasBuilding
                    ? "the old site stands, run the command again for the new one"
                    : "what was done so far is kept, run the command again for the rest"
                writeToStandardError("\npostmortem: interrupted; \(state)\n")
                return 128 + number
            }
        }
        return source
    }

    static func watch() {
        // A file over the limit of `ulimit -f` is an error like a full disk, not an end without a word.
        signal(SIGXFSZ, SIG_IGN)
        for source in sources { source.resume() }
    }
}
