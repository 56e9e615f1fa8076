import Dispatch
import Foundation

/// Looks up the addresses that host names stand for; a value of this type is what tests replace.
struct HostResolver: Sendable {
    /// Every address of a name, literals in any form too; empty when there is none. May block.
    var addresses: @Sendable (_ host: String) -> [NetworkAddress]

    /// The system's.
    static let system = HostResolver { NetworkAddress.all(of: $0) }

    /// The host's addresses; `nil` when looking up takes longer. The call can't be interrupted, so it is left behind.
    func addresses(of host: String, within seconds: Double) async -> [NetworkAddress]? {
        await withCheckedContinuation { continuation in
            let answer = FirstAnswer(continuation)
            // Queues of our own get a thread even when the shared ones are all blocked.
            DispatchQueue(label: "postmortem.lookup").async { answer.give(addresses(host)) }
            DispatchQueue(label: "postmortem.lookup.limit").asyncAfter(deadline: .now() + seconds) {
                answer.give(nil)
            }
        }
    }
}

/// Lets the first of several answers through.
private final class FirstAnswer: @unchecked Sendable {
    private let lock = NSLock()
    private var continuation: CheckedContinuation<[NetworkAddress]?, Never>?

    init(_ continuation: CheckedContinuation<[NetworkAddress]?, Never>) {
        self.continuation = continuation
    }

    func give(_ addresses: [NetworkAddress]?) {
        let waiting = lock.withLock {
            defer { continuation = nil }
            return continuation
        }
        waiting?.resume(returning: addresses)
    }
}
