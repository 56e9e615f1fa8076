import Foundation

/// What sites ask of robots (RFC 9309).
extension CurlFetcher {
    /// Why an address is left alone, in words that name the rule; `nil` when it may be fetched.
    ///
    /// - Throws: ``FetchFailure`` when the site can't be reached at all.
    func robotsRefusal(of url: URL) async throws -> String? {
        guard let site = Self.site(of: url), let rules = URL(string: site + "/robots.txt") else { return nil }
        switch await manners.robots(of: site, ask: { await self.askForRules(rules) }) {
        case .unreachable(let failure): throw failure
        case .unknown(let words): return "\(words); \(Self.remedy)"
        case .rules(let rules):
            guard let rule = rules.refusal(of: Self.pathAndQuery(of: url)) else { return nil }
            return
                "\(site)/robots.txt asks robots to leave it alone (line \(rule.line), '\(rule.text)'); \(Self.remedy)"
        }
    }

    private static let remedy = "save the page from a browser and give the file, or give --ignore-robots if you may"

    private func askForRules(_ url: URL) async -> HostManners.RobotsAnswer {
        var tries = 0
        while true {
            tries += 1
            do {
                var deadline = Date().addingTimeInterval(settings.timeLimit)
                let (answer, _) = try await follow(
                    url, conditions: FetchConditions(), deadline: &deadline, for: .rules)
                switch answer.status {
                case 200...299:
                    let text = String(decoding: answer.body, as: UTF8.self)
                    return .rules(RobotsRules(text, agent: Self.product))
                case 429, 500...: throw failure(for: answer)
                // Not there, or not for us: nothing is forbidden.
                default: return .rules(.none)
                }
            } catch let failure as FetchFailure {
                let wait = settings.retries.wait(afterTries: tries, asked: failure.retryAfter)
                if failure.mayPass, let wait, (try? await clock.sleep(wait)) != nil { continue }
                return Self.answer(for: failure, url)
            } catch {
                return .unreachable(FetchFailure("\(error)"))
            }
        }
    }

    private static func answer(for failure: FetchFailure, _ url: URL) -> HostManners.RobotsAnswer {
        if let status = failure.status {
            return .unknown(
                words: "\(url.absoluteString) answers HTTP \(status), which means that robots stay away for now")
        }
        // Redirects that go nowhere are as good as no file (RFC 9309, section 2.3.1.2).
        if case .fetch(let words) = failure.reason, words.contains("redirect") { return .rules(.none) }
        // It has been tried again already.
        return .unreachable(FetchFailure(failure.reason, mayPass: false))
    }

    /// `https://host:8080`, as rules are kept by it.
    private static func site(of url: URL) -> String? {
        guard let scheme = url.scheme?.lowercased(), let host = url.host(percentEncoded: true)?.lowercased() else {
            return nil
        }
        let shown = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        return "\(scheme)://\(shown)" + (url.port.map { ":\($0)" } ?? "")
    }

    private static func pathAndQuery(of url: URL) -> String {
        let path = url.path(percentEncoded: true)
        return (path.isEmpty ? "/" : path) + (url.query(percentEncoded: true).map { "?\($0)" } ?? "")
    }
}
