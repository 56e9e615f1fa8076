import Reports
import Testing

/// Texts about AI and outages, told the many ways such stories are told; all invented.
struct ArticleVariant: Sendable, CustomTestStringConvertible {
    /// What a kind must come out as, and words one of its quotes must hold.
    struct Expectation: Sendable {
        var kind: FactorKind
        var stance: Stance?
        var quote: String
        var isContested = false
        var role: FactorRole?
    }

    var name: String
    var title: String
    var text: String
    var expected: [Expectation]
    /// Kinds that must not be asserted or suspected.
    var absent: [FactorKind] = []
    var testDescription: String { name }

    static let all: [ArticleVariant] = [
        ArticleVariant(
            name: "rumour denied, capacity change named, assistive tool",
            title: "Cloud provider denies AI agent caused Tuesday's outage",
            text: """
                A five-hour outage at Northwind Cloud on Tuesday was widely blamed on an AI coding agent. Posts on social \
                media claimed that the agent had deleted a production cluster on its own.

                The company rejected that account. No AI agent took any action in the affected region, a spokesperson said. \
                The outage began when engineers started a planned capacity reduction that removed more servers than intended.

                The assistant in question only suggests commands; an engineer has to approve and run each one.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .denied, quote: "No AI agent took any action"),
                .init(kind: .assistiveAIMisunderstanding, stance: .asserted, quote: "only suggests commands"),
                .init(
                    kind: .humanAction, stance: .asserted, quote: "engineers started a planned capacity reduction",
                    role: .trigger),
            ]),
        ArticleVariant(
            name: "denied in other words, by attribution",
            title: "Was it the robot? Inside the Brightwater Pay disruption",
            text: """
                Within an hour, commentators had pinned the disruption at Brightwater Pay on its new AI assistant. \
                Headlines spoke of a rogue AI.

                According to the company, the incident was not caused by AI. It was triggered by a human-initiated \
                scaling operation: an operator lowered the number of payment workers as part of scheduled maintenance.

                "The tool was mistaken for an autonomous agent," the chief technology officer wrote. "It drafts text. It \
                cannot change production."
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .denied, quote: "not caused by AI"),
                .init(kind: .assistiveAIMisunderstanding, stance: .asserted, quote: "mistaken for an autonomous agent"),
                .init(kind: .humanAction, stance: .asserted, quote: "human-initiated", role: .trigger),
            ]),
        ArticleVariant(
            name: "early reports corrected",
            title: "Correction: what brought down Lumen Maps",
            text: """
                Early reports suggested that an AI model had taken down Lumen Maps. That is wrong, the vendor said on \
                Friday: the AI had nothing to do with the outage.

                The review found that a technician resized the tile cluster by hand during planned work, which left too \
                little capacity. Lumen's copilot merely recommends changes and people decide whether to apply them.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .denied, quote: "nothing to do with the outage"),
                .init(kind: .assistiveAIMisunderstanding, stance: .asserted, quote: "merely recommends changes"),
                .init(kind: .humanAction, stance: .asserted, quote: "a technician resized the tile cluster"),
            ]),
        ArticleVariant(
            name: "ruled out, without saying what the tool is for",
            title: "Harbour Freight Exchange explains outage",
            text: """
                Users on social media blamed an AI tool for Monday's outage at the exchange. The operator ruled out any \
                involvement of AI. Instead, staff had manually reduced the number of matching servers in a planned \
                change, and the remaining ones were overloaded.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .denied, quote: "ruled out"),
                .init(kind: .assistiveAIMisunderstanding, stance: .asserted, quote: "blamed an AI tool"),
                .init(kind: .humanAction, stance: .asserted, quote: "manually reduced"),
            ]),
        ArticleVariant(
            name: "agent act confirmed",
            title: "AI agent deleted our staging and production volumes",
            text: """
                On 3 May our AI coding agent deleted the production volume. It had been asked to tidy up staging. The \
                agent found an API token in a file, decided on its own to remove what it took for an unused volume, and \
                executed the delete call without asking for approval.

                There was no confirmation step for destructive calls, and the backups were stored on the same volume.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .asserted, quote: "deleted the production volume"),
                .init(kind: .missingSafeguard, stance: .asserted, quote: "no confirmation step"),
            ]),
        ArticleVariant(
            name: "rumour, then confirmed",
            title: "Tessera confirms agent's part in data loss",
            text: """
                Rumours that an AI agent had wiped customer projects at Tessera spread over the weekend. On Monday the \
                company confirmed that its AI agent deleted 1,200 projects while it was cleaning up test accounts. No \
                person approved the deletion, the statement said.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .asserted, quote: "confirmed that its AI agent deleted")
            ]),
        ArticleVariant(
            name: "half confirmed: the advice was the AI's, the act a person's",
            title: "Half of the story was true",
            text: """
                Speculation had it that an AI agent dropped the orders table at Quill. The truth is more ordinary. An \
                engineer asked the AI assistant for a clean-up query; the assistant suggested a wrong query, and the \
                engineer ran it in production without checking it. The assistant did not execute anything itself.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .denied, quote: "did not execute anything itself"),
                .init(kind: .assistiveAIMisunderstanding, stance: .asserted, quote: "suggested a wrong query"),
                .init(kind: .humanAction, stance: .asserted, quote: "engineer ran it in production"),
            ]),
        ArticleVariant(
            name: "under investigation",
            title: "Rail operator looks into signalling outage",
            text: """
                The operator is investigating whether an AI agent changed the timetable data before Thursday's outage. \
                It may have been triggered by the AI agent, but nothing has been confirmed.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .suspected, quote: "AI agent")
            ]),
        ArticleVariant(
            name: "insiders against vendor",
            title: "Who rebuilt the environment?",
            text: """
                Four people familiar with the matter said that an AI agent deleted and rebuilt the billing environment in \
                March, causing a 13-hour outage.

                A spokesperson for the vendor disputed that an AI agent caused the outage and called it a user error: \
                access had been misconfigured.
                """,
            expected: [
                .init(
                    kind: .autonomousAIAction, stance: .suspected, quote: "deleted and rebuilt the billing environment",
                    isContested: true)
            ]),
        ArticleVariant(
            name: "employees against a vendor that speaks of user error",
            title: "Ticketing outage: what was the agent's part?",
            text: """
                Two employees said that an AI agent rebuilt the ticketing database in May on its own. The outage lasted \
                six hours.

                The company has answered in a statement. It speaks of user error, not an error of the AI: a role had been \
                configured too broadly. Ticketing was down in a single region.
                """,
            expected: [
                .init(
                    kind: .autonomousAIAction, stance: .suspected, quote: "rebuilt the ticketing database",
                    isContested: true),
                .init(kind: .humanAction, stance: .asserted, quote: "user error"),
            ]),
        ArticleVariant(
            name: "a customer blames an AI",
            title: "Customer says agent emptied its bucket",
            text: """
                A customer claimed that the provider's AI agent deleted its storage bucket. The provider has not commented.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .suspected, quote: "AI agent deleted its storage bucket")
            ]),
        ArticleVariant(
            name: "an assistant's advice followed by a person",
            title: "The chatbot was wrong and we believed it",
            text: """
                During an incident on 9 June the on-call engineer followed the AI assistant's advice to restart all \
                brokers at once. The chatbot gave incorrect instructions, which turned a small lag into a full outage. \
                Nobody checked the suggestion against the runbook.
                """,
            expected: [
                .init(
                    kind: .assistiveAIMisunderstanding, stance: .asserted, quote: "followed the AI assistant's advice")
            ],
            absent: [.autonomousAIAction]),
        ArticleVariant(
            name: "automation taken for AI",
            title: "No, it was not the AI",
            text: """
                Many assumed that an AI had shut down the warehouse robots on Sunday. It was not an AI: a nightly \
                scheduled job deleted the robots' credentials because its filter matched too many accounts.
                """,
            expected: [
                .init(kind: .autonomousAIAction, stance: .denied, quote: "not an AI"),
                .init(kind: .automation, stance: .asserted, quote: "scheduled job deleted"),
            ]),
        ArticleVariant(
            name: "an AI product merely down",
            title: "ParrotGPT is down for many users",
            text: """
                The AI chatbot ParrotGPT was unavailable for two hours on Wednesday. A database ran out of connections \
                after a traffic surge. The LLM itself was healthy, and answers returned when the pool was enlarged.
                """,
            expected: [.init(kind: .capacity, stance: .asserted, quote: "ran out of connections")],
            absent: [.autonomousAIAction, .assistiveAIMisunderstanding]),
        ArticleVariant(
            name: "an AI that helped",
            title: "Checkout outage on 2 July",
            text: """
                A certificate expired at 04:00 and checkout failed for 40 minutes.

                What went well

                The AI assistant suggested the expired certificate as the cause within two minutes, and the LLM summary \
                of the logs helped us to confirm it.
                """,
            expected: [.init(kind: .expiryOrTime, stance: .asserted, quote: "A certificate expired")],
            absent: [.autonomousAIAction, .assistiveAIMisunderstanding]),
    ]
}
