import Dispatch
import Foundation
import Postmortems

/// Ends the process cleanly on Ctrl-C and `kill`: what is stored stays, what is half-built goes, the old site stands.
enum Interruption {
    private nonisolated(unsafe) static let sources: [any DispatchSourceSignal] = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
        source.setEventHandler {
            HalfBuilt.shared.removeAll()
            writeToStandardError(
                "\npostmortem: interrupted; what was done so far is kept, run the command again for the rest\n")
            exit(128 + number)
        }
        return source
    }

    static func watch() {
        for source in sources { source.resume() }
    }
}
