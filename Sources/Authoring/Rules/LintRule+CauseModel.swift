extension LintRule {
    static let causeModel: [LintRule] = [
        LintRule(
            "CM01", .warning, .causeModel,
            phrases: [
                "the/one/a/its sole/only/single/real/true/ultimate root cause",
                "the/one/a/its sole/only/single/real/true/ultimate cause/reason of/was/is/for/behind", "sole cause",
            ],
            traps: ["not/no single root? cause/reason", "the only reason"],
            isSilencedByNegation: true,
            message: "claims one cause",
            suggestion: "List the contributing factors, three or more."),
        LintRule(
            "CM01n", .info, .causeModel,
            phrases: ["the root cause of/was/is"],
            message: "speaks of the root cause",
            suggestion: "“Contributing factors include …” keeps the question open."),
        LintRule(
            "CM02", .warning, .causeModel,
            phrases: [
                "work~ fine/perfectly/well/correctly/great/flawlessly when/if/provided/so ..3 people/everyone/everybody/used/users/follow/followed",
                "work~ {adv}? fine? when/if/so ..3 {person} ..1 use~/follow~/do",
                "people/humans/human/users/staff/employees/operators/engineers ..5 weakest/weak link",
                "weakest/weak link ..4 human/people/user/operator", "human point of failure",
                "the system is/was fine/safe/sound",
            ],
            isSilencedByNegation: true,
            message: "sees the system as sound and people as the risk in it",
            suggestion: "Say how people keep it working on ordinary days."),
        LintRule(
            "CM04", .warning, .causeModel,
            phrases: [
                "why did not? {person} ..0", "why was/were/had/do/does/is/are not? {person} ..0", "^ who {past} ..25 ?",
                "^ who {be} {adv}? responsible/to/at ..12 ?", "who let this", "whose idea/change/mistake",
                "^ who ran/wrote/made/did/let/broke/signed/pushed/merged/hit/put ..25 ?",
            ],
            traps: [
                "why did we choose/decide/build", "why are we", "why is this", "why do we", "why did we",
                "who to contact",
            ],
            message: "asks for a person or a motive",
            suggestion: "Ask how it came about, or what made it look right."),
        LintRule(
            "CM05", .info, .causeModel,
            phrases: [
                "freak accident/event/occurrence/incident", "isolated incident/event/occurrence/case",
                "will/can/could never happen again", "will/can not happen again", "never happen again",
                "one-off incident/event/mistake/error/problem",
            ],
            message: "closes the question",
            suggestion: "Name the class of events and the risk that remains."),
        LintRule(
            "CM06", .warning, .causeModel,
            phrases: [
                "be/being {adv}? more/extra/especially/particularly? careful/vigilant/diligent/attentive/mindful",
                "more careful/vigilant/diligent/attentive when/in/with/about/next/about",
                "pay~ closer/more/better/greater/careful? attention to", "paying closer/more/better attention",
                "remind~ ..2 {person}", "re-train~/retrain~ ..2 {person}", "reminder to ..2 {person}",
                "exercise/take/use/exercising more/greater/extra/better/due? caution/care",
                "should/must/will/please/always double-check", "need/needs/have/remember to double-check",
                "must/should/to not assume", "try harder", "think twice", "be more thorough", "stay alert/vigilant",
                "^ double-check",
            ],
            traps: [
                "closer attention to this section", "careful? attention to the? detail of", "draw attention to",
                "not pay", "be careful", "being careful", "be diligent",
                "re-train~/retrain~ ..2 model/models/classifier",
            ],
            message: "puts the remedy on people's attention",
            suggestion: "Change a tool, guard, default, alert or document instead."),
        LintRule(
            "CM07", .error, .causeModel,
            phrases: [
                "disciplinary", "reprimand~", "written/formal/verbal/official warning",
                "held/hold/holding {adv}? accountable", "held/hold/holding ..4 accountable for",
                "performance improvement plan", "face/faced/facing consequences",
                "let {person} go", "fire~d {person}", "firing of {person}",
                "{person} 's dismissal/suspension/termination", "lost ..1 job/jobs", "stripped of",
            ],
            personActs: [
                "{be} {adv}? dismissed/fired/suspended/sacked/terminated/demoted/disciplined/reprimanded/punished/laid",
                "has/have been {adv}? dismissed/fired/suspended/sacked/terminated/demoted/disciplined/let",
                "will be {adv}? dismissed/fired/suspended/sacked/terminated/demoted/disciplined/punished",
                "lost production access",
            ],
            traps: [
                "formal warning system", "hold ourselves accountable", "holding ourselves accountable",
                "hold us accountable", "alert/page/alarm/event was fired",
            ],
            isSilencedByNegation: true,
            message: "brings measures against people into the postmortem",
            suggestion: "Take it out; it belongs in no postmortem."),
        LintRule(
            "CM08", .warning, .causeModel,
            phrases: [
                "{noone} ever ..1 test~/tell~/check~/read~/ask~/document~/look~",
                "no one ever ..1 test~/tell~/check~/read~/ask~/document~/look~",
            ],
            personActs: [
                "always ship/ships/forget/forgets/break/breaks/skip/skips/ignore/ignores/rush/rushes/cut/cuts/blame/blames/deploy/deploys/push/pushes/tests/checks/tells/does",
                "never test/tests/tell/tells/check/checks/read/reads/document/documents/ask/asks/listen/listens/communicate/communicates/follow/follows/review/reviews/look/looks/bother/bothers/update/updates",
                "constantly/routinely/habitually ship~/forget~/break~/skip~/ignore~/rush~/cut~/bypass~",
            ],
            traps: ["we never store", "should/must/will never"],
            silentIn: [.actions],
            message: "makes a habit out of an event",
            suggestion: "Give a count and its source."),
        LintRule(
            "CM09", .warning, .causeModel,
            phrases: [
                "cut~ corners", "cutting corners", "could not be bothered", "can not be bothered", "not be bothered to",
                "asleep at the wheel",
            ],
            personActs: [
                "rush~d", "was/were {adv}? rushing", "want~d to ..2 home", "wanted to finish/leave",
                "was/were {adv}? tired/exhausted/hungover/drunk/lazy/asleep/sleepy/bored/impatient/overconfident/over-confident",
                "was/were in a rush/hurry", "took a shortcut/shortcuts", "got impatient/complacent/bored",
            ],
            isSilencedByNegation: true,
            message: "explains the event by motive or state of mind",
            suggestion: "Give deadline, load and hours as conditions, each with its source."),
    ]
}
