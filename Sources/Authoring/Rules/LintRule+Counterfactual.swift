extension LintRule {
    static let counterfactual: [LintRule] = [
        LintRule(
            "CF01", .warning, .counterfactual,
            phrases: [
                "should {neg}? have {adv}? been {adv}? {process}", "ought {neg}? to have {adv}? been {adv}? {process}",
                "needed to have been {process}",
            ],
            personActs: [
                "should {neg}? {adv}? have {adv}? {adv}? {participle}", "ought {neg}? to have {adv}? {participle}",
                "needed to have {adv}? {participle}", "would have done better/well to",
                "would have been wise/wiser/better to",
            ],
            traps: [
                "have limited/restricted/required/needed/reduced/written/documented/elevated/shared/dedicated/unrestricted access/permission/permissions/rights/privileges/procedures/runbooks",
                "have received",
            ],
            silentIn: [.actions],
            message: "says what somebody should have done; that event did not take place and explains nothing",
            suggestion:
                "Say what was done and what could be seen at that moment; if a guard was missing, make it an action item."
        ),
        LintRule(
            "CF01s", .info, .counterfactual,
            systemActs: ["should {neg}? have {adv}? {participle}", "ought {neg}? to have {adv}? {participle}"],
            silentIn: [.actions],
            message: "describes what a system should have done",
            suggestion: "Give the expected and the observed behaviour side by side."),
        LintRule(
            "CF02", .warning, .counterfactual,
            personActs: [
                "could/would/might {neg}? have {adv}? {prevention}", "could/would/might have {adv}? been able to",
            ],
            silentIn: [.actions],
            message: "measures people against an outcome that did not happen",
            suggestion: "List the cue that was available then and how it looked among the others."),
        LintRule(
            "CF02s", .info, .counterfactual,
            systemActs: [
                "could/would/might {neg}? have {adv}? {prevention}",
                "could/would/might {neg}? have {adv}? been {adv}? {prevention}",
            ],
            silentIn: [.actions],
            message: "supposes a better outcome",
            suggestion: "Turn it into an action item with the effect you expect and how you will check it."),
        LintRule(
            "CF03", .warning, .counterfactual,
            phrases: [
                "^ if only", "if only {person}", "^ had {person} {adv}? {neg}? {adv}? {participle}",
                ", had {person} {adv}? {neg}? {participle}",
                "if {person} had {adv}? {neg}? {adv}? {participle}", "^ were it not for {person}",
            ],
            traps: ["if only one/two/three/some/part/half", "if anyone/you/someone/somebody/user had"],
            silentIn: [.actions],
            message: "tells of a world in which somebody had acted otherwise",
            suggestion: "Describe the condition that was present instead."),
        LintRule(
            "CF04", .warning, .counterfactual,
            phrases: [
                "failure/refusal/inability of {person} to", "failure/refusal/inability by {person} to",
                "{person} 's {adv}? failure/refusal/inability to",
                "failure by {person}", "nobody/no-one ..3 manage~d to",
            ],
            personActs: [
                "fail~ to", "neglect~ to", "neglect~d the/their/his/her/our", "omit~d to", "omitting to", "refuse~d to",
            ],
            traps: ["fail over to", "failed to reproduce"],
            message: "says what somebody did not do as if that were the event",
            suggestion:
                "Write “X was not done before Y” and what the checklist, tool or handover asked for at that point."),
        LintRule(
            "CF05", .warning, .counterfactual,
            phrases: [
                "{noone} ..5 {mind}", "no one ..5 {mind}", "not one {person} ..2 {mind}", "never even {mind}",
                "not even bother~",
            ],
            personActs: [
                "did {adv}? not {adv}? {adv}? {mind}", "had {adv}? not {adv}? {adv}? {mind}", "never {adv}? {mind}",
                "do/does not bother",
                "had never {mind}", "without bothering to",
            ],
            subjects: .others,
            traps: [
                "not do anything/something wrong", "not have/had to", "no one needed", "never mind",
                "not/never know~ what to expect", "nobody reported",
                "no one reported", "not/never paid", "never understood", "not yet", "nobody/no-one/one ..6 seen",
            ],
            silentIn: [.actions],
            message: "lists what people did not think, read or check",
            suggestion: "Ask what they did see, what the procedure said and how this work is normally done."),
        LintRule(
            "CF06", .warning, .counterfactual,
            phrases: [
                "was/were/been {adv}? overlooked/forgotten",
                "sign/signs/signal/signals/clue/clues/warning/warnings {person} {adv}? missed",
                "forgotten by {person}", "missed by {person}", "overlooked by {person}",
            ],
            personActs: ["forget~d", "forgetting", "overlook~d", "overlooking", "omit~d", "miss~d", "missing the"],
            traps: [
                "missed a/the/our/their target/deadline/slo/sla/objective/flight/train", "missed by",
                "forgotten password/passwords",
                "forgot their/your/his/her password/passwords/pin/pins", "miss~d you",
            ],
            isSilencedByNegation: true,
            message: "makes a slip of memory or attention the event",
            suggestion: "Name the reminder, default or check that would carry this load and was absent."),
        LintRule(
            "CF07", .warning, .counterfactual,
            phrases: [
                "all {person} had to do", "all {person} needed to do", "all that was needed was for {person}",
                "would {adv}? have {adv}? taken ..4 {unit}", "would {adv}? have {adv}? cost ..4 {unit}",
                "it would have been easy/trivial/simple to",
                "all it would have taken",
            ],
            message: "makes the action not taken look easy after the fact",
            suggestion: "Describe the options as they were known at that time, and their cost then."),
        LintRule(
            "CF08", .info, .counterfactual,
            phrases: [
                "missed opportunity/opportunities/chance/chances", "fail~ to take/seize/use the opportunity/chance",
            ],
            message: "names a missed opportunity",
            suggestion: "Record it as a risk, with the evidence that it could be seen then."),
        LintRule(
            "CF09", .warning, .counterfactual,
            personActs: [
                "was/were {adv}? supposed/meant/expected/required/obliged/told/instructed to",
                "had been {adv}? told/instructed/asked/required not? to",
                "was/were {adv}? not supposed/meant/allowed/authorised/authorized to",
            ],
            subjects: .others,
            traps: ["expected to be", "not expected to"],
            isSilencedByNegation: true,
            silentIn: [.actions],
            message: "holds work as imagined against the people who did the work",
            suggestion: "Compare the work as written with the work as it is usually done, and say where they part."),
    ]
}
