extension LintRule {
    static let humanAsCause: [LintRule] = [
        LintRule(
            "HC01", .error, .humanAsCause,
            phrases: [
                "human/operator/pilot/employee/administrator/admin/technician/engineer/staff/developer/personnel error/errors/mistake/mistakes",
                "manual error/errors", "user misunderstanding", "caused by ..2 user error/errors",
                "due to ..2 user error/errors", "because of ..2 user error/errors",
                "was/were/be {adv}? a? user error", "put down to ..2 user error", "fat-finger~", "fat-fingered",
                "fat finger~", "fatfinger~", "pebkac", "pebcak", "id10t",
                "human failure/failing/failings/fallibility", "errors of people", "error by {person}",
                "error on the part of {person}",
            ],
            traps: [
                "error/errors {handlers}", "error {handlers}", "user error (", "user error http",
                "assumed/suspected/thought/believed/initially/first/hypothesis/hypothesised/hypothesized ..6 error/errors",
                "prevent~/reduce~/avoid~/eliminate~/minimise~/minimize~/against/prone/susceptible/risk/risks/potential/chance/chances/scope/room/opportunity/opportunities/possibility/likelihood ..5 error/errors/mistake/mistakes",
                "human-error", "term human error", "any/every/possible/future human/operator/user error/errors",
                "error/errors is/are ..3 never/not/symptom/inevitable/normal/expected", "error-prone",
                "human error-prone", "user error/errors at/rate", "label ..2 human error",
            ],
            isSilencedByNegation: true,
            message: "stops at a human error, where the analysis should start",
            suggestion: "Take it as a starting point: name two or more conditions around the act that made it possible."
        ),
        LintRule(
            "HC02", .error, .humanAsCause,
            phrases: [
                "caused {adv}? by {person}", "due {adv}? to {person}", "because of {person}",
                "attributed/attributable to {person}", "owing to {person}",
                "blamed on {person}", "thanks to {person}", "down to {person}", "the cause was {person}",
                "cause of ..5 was {person}", "the work of {person}",
                "the {cause} is/was {person}",
            ],
            traps: [
                "thanks to {person} for", "thanks to everyone/everybody/our/all", "down to one/two/three/zero/a/an",
                "because of someone/people", "due to people/humans/anyone",
                "^ thanks to", "thanks to the team", "thanks to the engineer/engineers", "due to owner/owners",
                "due to the on-call", "down to the",
                "caused by/due to/because of {person} 's", "due to our", "down to", "because of the team/teams",
                "attributed to ..3 experts",
            ],
            isSilencedByNegation: true,
            message: "names a person as the cause",
            suggestion: "Put a condition there: what state, default, load or missing guard was it due to?"),
        LintRule(
            "HC03", .error, .humanAsCause,
            phrases: [
                "{person} 's ..1 {fault}", "my/his/her/their/your/our own? {fault}",
                "error/mistake/errors/mistakes/fault/blunder {adv}? introduced/made/committed by {person}",
                "it/this/that/which was a ..1 mistake in/on/by/for/to", "it/this/that was a ..1 mistake $",
                "mistake on the part of {person}", "a mistake by {person}",
            ],
            personActs: [
                "make~d a/an/the/this/that/some/several/two/another/such/many ..2 {mistake}",
                "making a/an/the/this ..2 {mistake}", "make~d mistakes/errors",
                "by mistake", "commit~d a/an ..1 {mistake}", "err~d",
            ],
            traps: [
                "mistake in the code/script/query/loop/config/configuration/implementation/calculation",
                "our fault tolerance/injection/domain/domains",
                "their/our/your/his/her error {handlers}", "mistake in code",
                "fault tolerance/domain/domains/injection/isolation", "error {handlers}", "errors {handlers}",
                "our/their/your error $", "our/their/your errors", "our/their/your error", "fix~ our mistake",
                "learn~ from ..2 mistake/mistakes", "mistakes can/will/do/happen", "people/humans make mistakes",
                "make no mistake", "our/your/their fault",
            ],
            isSilencedByNegation: true,
            message: "makes the event somebody's mistake",
            suggestion: "Say which state of the system made the two choices look the same."),
        LintRule(
            "HC04", .error, .humanAsCause,
            phrases: [
                "{person} {adv}? to blame", "who is/was {adv}? to blame", "who was at fault", "our fault",
                "blame~ the? {person}", "blamed on {person}", "blame lies/lay/falls/fell/rests/rested with",
                "culprit ..5 {person}", "{person} {be} ..1 the ..1 culprit/offender/perpetrator",
                "guilty party/parties", "{person} {be} {adv}? guilty", "found guilty",
                "offender ..4 {person}",
                "{person} {adv}? responsible for ..2 outage/incident/failure/mistake/error/breach/leak/downtime/loss/disruption/damage/deletion/crash",
                "who caused", "deserves/deserve/deserved the? blame", "bear/bears/bore the blame/responsibility",
                "whose fault", "point/pointed/pointing the? finger/fingers at {person}",
            ],
            personActs: [
                "{be} {adv}? {adv}? to blame", "{be} {adv}? {adv}? at fault", "{be} {adv}? {adv}? culpable/blameworthy",
            ],
            subjects: .peopleOrSuppliers,
            traps: [
                "git blame", "fault tolerance/domain/injection", "blame no one/nobody", "blame-free",
                "our fault tolerance/injection/domain/domains/isolation/detection/model",
                "responsible for ..2 incident response/management/command/review",
                "responsible for incidents",
            ],
            isSilencedByNegation: true,
            message: "assigns blame",
            suggestion: "Delete it; say what happened and what made it possible."),
        LintRule(
            "HC05", .warning, .humanAsCause,
            phrases: [
                "inexperienced/untrained/unskilled/unqualified/underqualified/under-qualified {person}",
                "the/an intern/trainee/apprentice/junior who", "junior {person} who",
                "by an/the intern/trainee/apprentice/junior",
                "too junior", "{person} 's inexperience", "inexperience of {person}", "lack of experience of/on/by",
            ],
            personActs: [
                "{be} {adv}? inexperienced/untrained/unqualified", "{be} {adv}? new to/at the job/role/team/company",
                "lack~d ..2 experience",
            ],
            traps: ["untrained model"],
            isSilencedByNegation: true,
            silentIn: [.actions],
            message: "explains the event by how new somebody was",
            suggestion: "Describe the access, the defaults and the support that any newcomer gets."),
        LintRule(
            "HC06", .warning, .humanAsCause,
            phrases: [
                "training issue/issues/problem/problems/gap/gaps/failure/deficiency",
                "skill/skills gap/gaps/issue/issues/problem/deficit", "lack of ..1 training",
                "insufficient/inadequate/poor training",
                "badly/poorly/inadequately/insufficiently trained {person}",
            ],
            traps: [
                "training data/job/jobs/run/runs/cluster/set", "model training", "training of the? model",
                "trained model/models",
            ],
            isSilencedByNegation: true,
            message: "makes training or skill the cause",
            suggestion: "Say what the tool takes for granted that people know."),
        LintRule(
            "HC07", .warning, .humanAsCause,
            phrases: [
                "human factor", "between ..1 chair and ..1 keyboard", "between ..1 keyboard and ..1 chair",
                "layer 8 problem/issue", "the human element",
            ],
            isSilencedByNegation: true,
            message: "hides the factor behind the label “human”",
            suggestion: "Name the factor: what was hard to see, reach, remember or tell apart."),
        LintRule(
            "HC08", .warning, .humanAsCause,
            phrases: [
                "my bad", "our bad", "{adv}? my own? fault/mistake/error", "i should {adv}? have", "mea culpa",
                "i take {adv}? full/all/complete? responsibility/blame", "i blame myself", "i {adv}? messed/screwed up",
                "i am to blame", "i was to blame", "shame on me/us",
            ],
            message: "pronounces a verdict on oneself",
            suggestion: "Keep the account, drop the verdict; a reviewer can help with the wording."),
    ]
}
