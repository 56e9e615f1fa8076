extension LintRule {
    static let evidence: [LintRule] = [
        LintRule(
            "EV01", .warning, .evidence,
            phrases: [
                "shambles/fiasco/debacle/ridiculous/ridiculously/embarrassing/embarrassingly/embarrassment/laughable/shameful/shamefully/disgrace/disgraceful/pathetic/farce/farcical/appalling/appallingly/abysmal/abysmally/horrendous/ludicrous/absurdly/travesty",
                "nightmare/nightmares", "train wreck", "dumpster fire",
                "complete/total/utter/absolute mess/chaos/disaster/joke/failure", "!!", "a joke",
                "unbelievable/unbelievably",
            ],
            traps: [
                "total failure/failures of/rate", "total failure", "complete failure", "nightmare scenario",
                "as a joke",
            ],
            message: "is drama where a figure could stand",
            suggestion: "Put a number or an observation there."),
        LintRule(
            "EV02", .warning, .evidence,
            phrases: [
                "so-called", "so called", "apparently/supposedly ..1 someone/somebody/nobody/no-one/everyone/anyone",
                "apparently no one",
            ],
            traps: ["is/are so called"],
            message: "is irony at somebody's expense",
            suggestion: "Use the plain word."),
        LintRule(
            "EV03", .info, .evidence,
            phrases: ["reportedly", "allegedly", "we/i heard", "presumably", "rumour/rumours/rumor/rumors has/have"],
            message: "states something without its source",
            suggestion: "Mark it confirmed, likely or unconfirmed, and link the source."),
        LintRule(
            "EV04", .info, .evidence,
            phrases: [
                "mistakes were made", "errors were made", "it was decided",
                "was/were accidentally/inadvertently/mistakenly/unintentionally {participle}",
            ],
            message: "leaves out role and mechanism; blameless does not mean without actors",
            suggestion: "Name the role and the tool, and how the act came about."),
        LintRule(
            "EV05", .info, .evidence,
            phrases: [
                "some/many/several/few users/customers/clients/requests", "briefly", "a lot of", "a number of",
                "for a while", "short period",
            ],
            onlyIn: [.impact],
            message: "leaves the impact vague",
            suggestion: "Give a count, a share or a duration."),
        LintRule(
            "EV06", .warning, .evidence,
            phrases: [
                "^ improve", "^ consider", "^ investigate", "look~ into", "asap", "tbd", "as soon as possible",
                "think about", "^ try to", "^ explore", "^ be better",
            ],
            onlyIn: [.actions],
            message: "is an action that nobody can finish",
            suggestion: "Say what will be different, who has it and how you will know that it is done."),
        LintRule(
            "EV08", .info, .evidence,
            personActs: [
                "assumed", "wrongly thought", "mistakenly believed", "wrongly believed/assumed",
                "mistakenly thought/assumed",
            ],
            subjects: .others,
            traps: ["assumed the role", "assumed command", "assumed ..4 because/since"],
            message: "tells a belief without its cue",
            suggestion: "Say what indicated it at that moment."),
        LintRule(
            "EV09", .warning, .evidence,
            phrases: ["rogue ai/agent/assistant/chatbot", "{ai} went rogue", "the ai 's fault/mistake"],
            personActs: [
                "{emotion}", "go~ rogue", "decide~d to", "choose~d to", "try~d to hide/conceal/deceive/cover",
                "attempt~d to hide/conceal/deceive/cover", "want~d to", "apologise~d", "apologize~d", "covered up",
                "disobey~d", "think~d it/that",
                "refused to obey", "felt", "ignored its instructions",
            ],
            subjects: .ai,
            traps: ["lies in/with/at/behind"],
            message: "gives the AI a mind of its own",
            suggestion:
                "Give the command it emitted, the permission it held, the gate it reached and the context it had."),
        LintRule(
            "EV10", .warning, .evidence,
            phrases: [
                "rubber-stamp~", "rubber stamp~/stamped/stamping",
                "blindly/uncritically accept~/trust~/merge~/follow~/approve~/copy~/paste~/rely~",
                "vibe-code~/vibe-coding/vibecoded", "vibe coded/coding/code",
                "whatever ..4 {ainoun} ..1 say~/suggest~/propose~/produce~/generate~/write~/output~/give~d",
                "blind trust in",
            ],
            isSilencedByNegation: true,
            message: "mocks a review",
            suggestion: "Give the review load, the size of the change and what the gate checks."),
    ]
}
