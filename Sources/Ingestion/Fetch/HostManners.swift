/// What one run knows of the hosts it visits: whose turn it is, and what each `robots.txt` says.
actor HostManners {
    /// Those who wait, by host; a host that is here is being asked.
    private var queues: [String: [CheckedContinuation<Void, Never>]] = [:]
    /// By scheme, host and port.
    private var robots: [String: Task<RobotsAnswer, Never>] = [:]

    /// What asking for a `robots.txt` gave.
    enum RobotsAnswer: Sendable {
        case rules(RobotsRules)
        /// The site itself can't be reached, as the failure says.
        case unreachable(FetchFailure)
        /// It answers, but not with rules: all is taken as forbidden (RFC 9309, section 2.3.1.4).
        case unknown(words: String)
    }

    /// Returns when nobody else is asking the host; ``leave(_:)`` must follow.
    func enter(_ host: String) async {
        guard queues[host] != nil else {
            queues[host] = []
            return
        }
        await withCheckedContinuation { queues[host, default: []].append($0) }
    }

    func leave(_ host: String) {
        guard let waiting = queues[host] else { preconditionFailure("leaving a host that was not entered") }
        if waiting.isEmpty {
            queues[host] = nil
        } else {
            queues[host]?.removeFirst().resume()
        }
    }

    /// What a site's `robots.txt` says, asked for once.
    func robots(of site: String, ask: @escaping @Sendable () async -> RobotsAnswer) async -> RobotsAnswer {
        let task = robots[site] ?? Task(executorPreference: FetchExecutor.shared) { await ask() }
        robots[site] = task
        return await task.value
    }
}
