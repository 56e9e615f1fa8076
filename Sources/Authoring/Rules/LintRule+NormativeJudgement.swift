extension LintRule {
    static let normativeJudgement: [LintRule] = [
        LintRule(
            "NJ01", .error, .normativeJudgement,
            phrases: ["{contempt}", "lazy/dumb {person}", "dumb mistake/error/decision/move/idea", "laziness"],
            personActs: ["{be} {adv}? {adv}? {slack}", "get~d/become~d/grow~d/became {adv}? {slack}"],
            traps: [
                "dumb terminal", "lazy load/loading/evaluation", "negligent misrepresentation", "gross negligence",
                "tribunal/court/courts/legal/legally/sanctions/penalties/judge/jury/lawsuit/ruling/ruled/sued/claim/claims/claimed/liable ..12 {contempt}",
            ],
            isSilencedByNegation: true,
            message: "judges people; nobody can act on it",
            suggestion: "Delete the judgement and state the action."),
        LintRule(
            "NJ02", .warning, .normativeJudgement,
            phrases: ["by {person} who {rashly}"],
            personActs: [
                "{rashly} {participle}", "{rashly} {past}", "without {carefully}",
                "configure~d/set/enter~d/type~d/apply~d/grant~d/edit~d/delete~d/remove~d/assume~d/approve~d/run~d ..6 {rashly}",
                "did so {rashly}", "was/were being {rashly}",
            ],
            silentIn: [.actions],
            message: "judges how an act was done",
            suggestion: "Give the expected and the actual value, and what made the two look alike."),
        LintRule(
            "NJ03", .warning, .normativeJudgement,
            phrases: [
                "{unwise} {judgement}", "{unwise} operational/technical/engineering/management/design {judgement}",
                "inexcusable", "inexcusably", "unforgivable",
                "indefensible", "unacceptable that/of/from/behaviour/behavior/lapse/mistake/negligence/oversight",
                "showed/shows poor", "what was {person} thinking",
            ],
            traps: [
                "bad/wrong idea of", "wrong api call", "bad/wrong call to/stack/site/id", "wrong function call",
                "bad/wrong call (",
            ],
            isSilencedByNegation: true,
            message: "grades a decision by its outcome",
            suggestion: "Give the information and the constraints at the time of the decision."),
        LintRule(
            "NJ04", .warning, .normativeJudgement,
            phrases: [
                "botched", "bungled", "mishandled/mismanaged/misjudged/misread by {person}", "mishandling by",
                "{person} 's mishandling/mismanagement/misjudgement/misjudgment",
                "mismanagement of", "mishandling of the incident/response/outage",
            ],
            personActs: [
                "mismanage~/mishandle~/misjudge~/misread/botch~/bungle~/fumble~/muddle~d", "misconfigure~d",
                "misconfiguring", "mess~d ..3 up", "screw~d ..3 up",
                "foul~d up", "muck~d up", "blow~d it", "dropped the ball",
            ],
            message: "rates the work instead of telling it",
            suggestion: "Give the sequence of actions and the result of each as it was seen."),
        LintRule(
            "NJ05", .warning, .normativeJudgement,
            phrases: [
                "lack of {adv}? personal/proper/sufficient/basic/due? {attention}",
                "lapse of/in attention/concentration/judgement/judgment/care/discipline",
                "lapses of/in attention/concentration/judgement/judgment/care/discipline", "complacency", "inattention",
                "inattentiveness", "loss of situational awareness",
                "lose~ situational awareness", "insufficient care/diligence/attention", "not enough care/attention",
                "absent-minded/absentminded",
                "absent-mindedness", "carelessly", "without due care",
            ],
            personActs: [
                "was/were {adv}? not paying attention", "was/were {adv}? distracted", "lose~d concentration/focus",
                "lack~d ..1 {attention}",
            ],
            traps: ["distracted by", "lack of attention to this ticket"],
            isSilencedByNegation: true,
            message: "explains the event by a lack of attention or care",
            suggestion: "Say what demanded attention at that time."),
        LintRule(
            "NJ06", .warning, .normativeJudgement,
            phrases: [
                "{petty} {mistake}", "{petty} human/operational/configuration/typing/manual/coding? {mistake}",
                "school-boy error", "should never have happened",
            ],
            traps: ["error {handlers}", "simple/basic error {handlers}", "errors {handlers}"],
            isSilencedByNegation: true,
            message: "belittles a slip",
            suggestion: "Say what makes this slip easy to make."),
        LintRule(
            "NJ07", .warning, .normativeJudgement,
            phrases: [
                "in violation/breach/defiance of ..4 {norm}",
                "{norm} was/were/been {adv}? violated/bypassed/flouted/skipped by {person}",
            ],
            personActs: [
                "violate~/bypass~/skip~/ignore~/flout~/circumvent~/disregard~/breach~/sidestep~ ..6 {norm}",
                "break~d the/our/company? {norm}",
                "skip~d/skipping/bypass~d/bypassing peer/code/change/security? {norm}", "cut short the {norm}",
                "went around the {norm}",
            ],
            traps: [
                "rate-limit policy", "rls policy", "schema violation", "ignore~ rule/rules",
                "skip~ this/a/one/the step/steps",
            ],
            silentIn: [.actions],
            message: "tells a departure from a rule as the explanation",
            suggestion: "Say how the rule works in daily practice and what it competes with."),
        LintRule(
            "NJ08", .warning, .normativeJudgement,
            phrases: [
                "any/every {adv}? competent/reasonable/decent/experienced/good/seasoned/half-decent/self-respecting/qualified {person}",
                "is/was/'s/be {adv}? common sense", "basic common sense",
                "common sense to/would/dictates/says/tells/should",
                "^ everyone/everybody/anyone know~", "everyone/everybody knows", "basic competence",
                "elementary precaution/precautions",
            ],
            traps: ["so that everyone/everybody knows", "make sure everyone/everybody"],
            silentIn: [.actions],
            message: "appeals to what anybody would have known",
            suggestion: "Cite the document that says so and whether it was within reach."),
        LintRule(
            "NJ09", .warning, .normativeJudgement,
            phrases: [
                "despite being {adv}? warned", "despite having been {adv}? warned",
                "despite {adv}? repeated/several/multiple/earlier/clear/prior/explicit warnings",
                "despite warnings from", "after being {adv}? warned", "after having been {adv}? warned",
                "although {person} had been warned", "against {adv}? explicit advice/instructions/warnings",
            ],
            personActs: [
                "{wilfully} ignore~/dismiss~/disregard~/bypass~/disable~d/skip~/overrode/override~/violate~/chose/flout~",
                "had been {adv}? warned",
            ],
            traps: ["compiler/deprecation/linter/lint warnings", "despite warnings about deprecation"],
            silentIn: [.actions],
            message: "says that people were warned",
            suggestion: "Say how the warning looked, and how often such warnings had meant nothing."),
        LintRule(
            "NJ10", .info, .normativeJudgement,
            phrases: [
                "hero/heroes/heroic/heroics/heroically/heroism", "save~d the day", "single-handedly", "singlehandedly",
            ],
            message: "praises a hero",
            suggestion: "Name what was adapted and how, so that others can do it again."),
    ]
}
