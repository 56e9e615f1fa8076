import Reports
import Testing

@testable import Classification

/// One sentence, one kind, and what the sentence says about it; `nil` for nothing.
@Suite struct StanceTests {
    private let classifier = RuleClassifier()

    private func stance(_ kind: FactorKind, in text: String) -> Stance? {
        let report = Report(source: "text", kind: .postmortem, title: "Outage", text: text)
        return classifier.classify(report).factors.first { $0.kind == kind }?.stance
    }

    @Test(
        "Each kind is found in plain words",
        arguments: [
            (FactorKind.humanAction, "An engineer accidentally deleted the wrong database."),
            (.automation, "The autoscaler terminated healthy nodes, causing the outage."),
            (.configurationChange, "The outage was caused by a misconfigured load balancer."),
            (.codeDefect, "A race condition in the scheduler caused the crash."),
            (.deployment, "The errors began after the rollout of a bad release, which caused crashes."),
            (.capacity, "The hosts ran out of memory during a traffic surge."),
            (.cascadingFailure, "Clients retried and the retry storm overloaded the remaining nodes."),
            (.dependency, "A third-party provider had an outage."),
            (.network, "Packet loss on a backbone link caused by a fibre cut made the site slow."),
            (.hardwareOrPower, "A UPS failed during a power outage."),
            (.dataStore, "The replica fell behind and the table was corrupted."),
            (.expiryOrTime, "The TLS certificate expired at midnight."),
            (.security, "Attackers used a stolen credential to gain unauthorised access."),
            (.missingSafeguard, "The change skipped canary because it was thought harmless."),
            (.detectionGap, "There was no alert for this condition."),
            (.responseGap, "There was no runbook for this failure."),
        ])
    func found(kind: FactorKind, text: String) {
        #expect(stance(kind, in: text) == .asserted)
    }

    @Test(
        "Denials deny",
        arguments: [
            (FactorKind.security, "This was not an attack."),
            (.security, "We found no evidence of unauthorised access."),
            (.security, "A cyberattack was ruled out; attackers were not involved."),
            (.hardwareOrPower, "The outage was not caused by a hardware failure."),
            (.codeDefect, "The company denied that a software bug was responsible."),
        ])
    func denied(kind: FactorKind, text: String) {
        #expect(stance(kind, in: text) == .denied)
    }

    @Test(
        "Possibility and rumour only suspect",
        arguments: [
            (FactorKind.codeDefect, "The outage may have been caused by a bug in the kernel."),
            (.security, "Reports suggested that attackers had got in."),
            (.hardwareOrPower, "We are investigating whether a hardware failure was involved."),
        ])
    func suspected(kind: FactorKind, text: String) {
        #expect(stance(kind, in: text) == .suspected)
    }

    @Test(
        "Remedies, conditions and generalities say nothing of this incident",
        arguments: [
            (FactorKind.automation, "We will add a script that automatically deleted stale nodes."),
            (.capacity, "If the hosts ran out of memory, the service would restart."),
            (.deployment, "Action items\n\n- Roll out the upgrade in stages\n- Deploy the new version"),
            (.codeDefect, "In an earlier incident a race condition caused a crash."),
            (.detectionGap, "The alert fired within a minute."),
        ])
    func silent(kind: FactorKind, text: String) {
        #expect(stance(kind, in: text) == nil)
    }

    @Test("A gap stated among the lessons is still a gap at the time")
    func gapInLessons() {
        #expect(stance(.detectionGap, in: "Lessons learned\n\n- There was no alert on disk usage.") == .asserted)
        #expect(stance(.missingSafeguard, in: "What changed\n\nThe change had not been tested.") == .asserted)
    }

    @Test("What went well is no factor")
    func helped() {
        let text = "What went well\n\nThe autoscaler terminated broken nodes automatically."
        #expect(stance(.automation, in: text) == nil)
    }
}
