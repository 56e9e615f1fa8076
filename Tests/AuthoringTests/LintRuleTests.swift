import Authoring
import Testing

/// A rule, a sentence it speaks to and the words it marks, and a sentence near it that it leaves alone.
struct RuleCase: Sendable, CustomTestStringConvertible {
    var rule: String
    var hit: String
    var excerpt: String
    var trap: String
    var testDescription: String { rule }

    init(_ rule: String, _ hit: String, _ excerpt: String, trap: String) {
        self.rule = rule
        self.hit = hit
        self.excerpt = excerpt
        self.trap = trap
    }
}

private let ruleCases: [RuleCase] = [
    .init(
        "CF01", "The duty engineer should have checked the lag.", "should have checked",
        trap: "By noon the queue should have drained."),
    .init(
        "CF01s", "By noon the queue should have drained.", "should have drained",
        trap: "Each repository should have rules."),
    .init(
        "CF02", "The reviewer could have caught the missing index.", "could have caught",
        trap: "A canary would have limited the change to one host."),
    .init(
        "CF02s", "A canary would have limited the change.", "would have limited",
        trap: "The alert could have several meanings."),
    .init(
        "CF03", "Had the operator looked at the graph, it would have been seen.", "Had the operator looked",
        trap: "If the primary loses quorum, the standby is promoted."),
    .init(
        "CF04", "A lead operator noticed the alert but failed to page the storage team.", "failed to",
        trap: "The health check failed to reach the new pods."),
    .init(
        "CF05", "The deployer didn't follow the procedure.", "didn't follow",
        trap: "The dashboard did not show the lag."),
    .init(
        "CF06", "Marta forgot to disable the cron job.", "forgot",
        trap: "Users who forgot their password could still sign in."),
    .init(
        "CF07", "It would only have taken five minutes to look.", "would only have taken five minutes",
        trap: "The restore took five minutes."),
    .init("CF08", "This was a missed opportunity.", "missed opportunity", trap: "The opportunity was used."),
    .init(
        "CF09", "The on-call was supposed to acknowledge the page.", "was supposed to",
        trap: "The flag was supposed to default to off."),
    .init(
        "HS01", "Obviously the link would saturate.", "Obviously",
        trap: "The message clearly states which key is missing."),
    .init(
        "HS02", "The team ignored several warning signs.", "ignored several warning",
        trap: "The monitor ignores warnings older than ten minutes."),
    .init(
        "HS03", "It was an accident waiting to happen.", "accident waiting to happen",
        trap: "The balancer waits for requests to finish."),
    .init("HS04", "Unbeknownst to the responders, the disk was full.", "Unbeknownst", trap: "The disk was full."),
    .init("HS05", "In hindsight the limit was low.", "In hindsight", trap: "The limit was low."),
    .init(
        "HS06", "The developers knew the cache was unsafe and shipped it anyway.",
        "knew the cache was unsafe and shipped it anyway", trap: "Known issues are listed below."),
    .init(
        "NJ01", "A careless edit took the region offline.", "careless",
        trap: "Lazy loading was enabled; the loss was negligible."),
    .init(
        "NJ02", "The operator blindly pasted the command.", "blindly pasted",
        trap: "The proxy incorrectly cached responses with a cookie."),
    .init(
        "NJ03", "Restarting all brokers was a poor decision.", "poor decision",
        trap: "Poor network quality raised retransmissions."),
    .init(
        "NJ04", "The storage team botched the failover.", "botched",
        trap: "A misconfigured trust anchor broke validation."),
    .init(
        "NJ05", "A lack of attention let the bug through.", "lack of attention",
        trap: "The lack of an index slowed the query."),
    .init(
        "NJ06", "This was a rookie mistake.", "rookie mistake", trap: "Make no mistake: the drill kept the data safe."),
    .init(
        "NJ07", "The technician violated the change policy.", "violated the change policy",
        trap: "The request violated the rate-limit policy."),
    .init("NJ08", "It is common sense to test a restore.", "is common sense", trap: "Every restore is tested."),
    .init(
        "NJ09", "Despite being warned twice, the developer merged.", "Despite being warned",
        trap: "Despite deprecation warnings, the build passed."),
    .init("NJ10", "The night shift saved the day.", "saved the day", trap: "The data was saved that day."),
    .init(
        "HC01", "The outage was caused by human error.", "human error", trap: "The error budget has 31 per cent left."),
    .init(
        "HC02", "The database went down because of Jonas.", "because of Jonas",
        trap: "Latency rose because the team's data set was small."),
    .init(
        "HC03", "It was the network engineer's mistake.", "engineer's mistake",
        trap: "The fix corrects an off-by-one mistake in the pager's loop."),
    .init(
        "HC04", "The front-end squad is to blame.", "is to blame", trap: "Nobody was at fault; the prompt was the same."
    ),
    .init(
        "HC05", "An inexperienced contractor ran the script.", "inexperienced contractor",
        trap: "New engineers get read-only access."),
    .init("HC06", "This is a training issue.", "training issue", trap: "The training data was stale."),
    .init(
        "HC07", "The human factor was decisive.", "human factor", trap: "The library is used in human factors research."
    ),
    .init("HC08", "I should have waited.", "I should have", trap: "We apologise to customers for the impact."),
    .init("AG01", "Priya deleted the production volume.", "deleted", trap: "Jenkins deleted the workspace."),
    .init("AG01n", "Priya merged the change at noon.", "merged", trap: "Priya Nair is the owner of action item 4."),
    .init("AG02", "The page went to @pnair first.", "@pnair", trap: "The page went to the duty phone first."),
    .init("AG03", "Then he approved the change.", "he", trap: "Then the change was approved."),
    .init("AG04", "As agreed, your team restarts it.", "your team", trap: "Thank you for reading."),
    .init("AG05", "The payments team broke the API again.", "broke", trap: "The payments team restored the API."),
    .init("AG06", "The newest engineer had the pager.", "newest engineer", trap: "An engineer had the pager."),
    .init("AG07", "Those guys in infrastructure push on Fridays.", "Those guys", trap: "Those hosts were drained."),
    .init(
        "AG08", "The engineer took down the whole cluster.", "took down",
        trap: "The operator ran the drain command; the tool accepted it."),
    .init(
        "CM01", "The sole cause of it was the bypass.", "The sole cause of", trap: "The root CA certificate expired."),
    .init(
        "CM01n", "The root cause was a full disk.", "The root cause was",
        trap: "Contributing factors include a full disk."),
    .init(
        "CM02", "The system works perfectly when people use it correctly.", "works perfectly when people use",
        trap: "The fallback worked as designed."),
    .init(
        "CM04", "Why didn't the operator stop the rollout?", "Why didn't the operator",
        trap: "How did the rollout continue after that?"),
    .init("CM05", "It was a freak accident.", "freak accident", trap: "The cable was cut."),
    .init("CM06", "Everyone must be more careful.", "be more careful", trap: "Careful measurement showed two peaks."),
    .init(
        "CM07", "The employee was given a written warning.", "written warning",
        trap: "The account was suspended by the provider's abuse filter."),
    .init("CM08", "The data team always ships untested code.", "always ships", trap: "The job always runs at 02:00."),
    .init("CM09", "They rushed the release.", "rushed", trap: "The release was brought forward by two days."),
    .init("EV01", "The rollout was a total shambles.", "shambles", trap: "The disaster recovery site took over."),
    .init("EV02", "The so-called backup was empty.", "so-called", trap: "The flag is named \"safe_mode\"."),
    .init("EV03", "Reportedly the link flapped.", "Reportedly", trap: "The link flapped."),
    .init("EV04", "Mistakes were made.", "Mistakes were made", trap: "A deploy was made."),
    .init(
        "EV08", "The responder wrongly assumed that the lag was normal.", "wrongly assumed",
        trap: "The client assumed the role before the call."),
    .init(
        "EV09", "The AI agent panicked and deleted the records.", "panicked",
        trap: "The assistant proposed a schema change."),
    .init(
        "EV10", "The change was rubber-stamped.", "rubber-stamped",
        trap: "The change was approved through the normal two-person review."),
]

@Test("A rule marks the words it is about", arguments: ruleCases)
func hit(_ test: RuleCase) throws {
    // One rule at a time, so that no other one's words stand in front.
    let lint = BlamelessLint(rules: LintRule.standard.filter { $0.id == test.rule })
    let found = try lint.findings(in: test.hit, path: "a.md", scope: .passage)
    #expect(found.map(\.excerpt).contains(test.excerpt), "\(found.map(\.excerpt))")
}

@Test("A rule leaves its trap alone", arguments: ruleCases)
func trap(_ test: RuleCase) throws {
    let lint = BlamelessLint(rules: LintRule.standard.filter { $0.id == test.rule })
    #expect(try lint.findings(in: test.trap, path: "a.md", scope: .passage).map(\.excerpt) == [])
}

@Test("Every rule but those of one section has a case, and says what to do instead")
func everyRuleIsTested() {
    let tested = Set(ruleCases.map(\.rule)).union(["EV05", "EV06"])
    #expect(LintRule.standard.map(\.id).filter { !tested.contains($0) } == [])
    for rule in LintRule.standard { #expect(!rule.message.isEmpty && !rule.suggestion.isEmpty) }
    #expect(Set(LintRule.standard.map(\.id)).count == LintRule.standard.count)
    let errors = LintRule.standard.filter { $0.severity == .error }.map(\.id)
    #expect(errors == ["NJ01", "HC01", "HC02", "HC03", "HC04", "CM07"])
}

@Test(
    "A failure is blame only when a person is its subject",
    arguments: [
        ("The on-call engineer on the storage team failed to renew it.", true),
        ("The engineer who ran the script failed to wait.", true),
        ("The reviewer, under time pressure, missed the dropped column.", true),
        ("One of the operators neglected to drain the host.", true),
        ("The failure of the support team to escalate delayed it.", true),
        ("At 10:02, the operator saw the alert but did not escalate.", true),
        ("We noticed the alert, and the failover then failed to start.", false),
        ("The alert to the on-call engineer failed to arrive.", false),
        ("The engineer dashboard failed to load.", false),
        ("The team's health check failed to reach the pods.", false),
        ("The Kubernetes operator failed to reconcile the resource.", false),
        ("Pods were restarted. They failed to become ready.", false),
        ("`deployer` failed to start.", false),
    ])
func subject(sentence: String, isBlame: Bool) throws {
    let found = try BlamelessLint().findings(in: sentence, path: "a.md", scope: .passage)
    #expect(found.contains { $0.severity >= .warning } == isBlame, "\(found.map(\.rule))")
}

@Test(
    "A denial of blame is none",
    arguments: [
        "No person is to blame.", "We looked for conditions rather than human error.",
        "This was not a case of operator error.",
        "Nobody was at fault here.", "The update was neither careless nor late.", "No one was reprimanded.",
    ])
func denial(sentence: String) throws {
    #expect(
        try BlamelessLint().findings(in: sentence, path: "a.md", scope: .passage).filter { $0.severity == .error } == []
    )
}

@Test("Where two rules mark the same words, the weightier speaks")
func overlap() throws {
    let found = try BlamelessLint().findings(in: "It was a silly human error.", path: "a.md", scope: .passage)
    #expect(found.map(\.rule) == ["HC01"])
}
