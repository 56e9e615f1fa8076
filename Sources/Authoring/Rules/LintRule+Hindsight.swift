extension LintRule {
    static let hindsight: [LintRule] = [
        LintRule(
            "HS01", .warning, .hindsight,
            phrases: [
                "^ obviously", "^ clearly ,", "^ clearly {person}", "^ needless to say", "^ of course ,",
                "should/must have been {adv}? obvious/clear/apparent/evident/plain",
                "clear/obvious/plain/apparent/evident to anyone/everyone/anybody/everybody/all",
                "as everyone/everybody/anyone/anybody know~",
                "was {adv}? obvious/plain/evident from the start/beginning/outset", "plain for all to see",
                "anyone could have seen/told/known",
            ],
            message: "was clear only afterwards",
            suggestion: "Say who saw which signal, when, and among which other signals."),
        LintRule(
            "HS02", .warning, .hindsight,
            phrases: [
                "red flag/flags was/were {adv}? there/present/visible/everywhere/ignored/missed",
                "writing was {adv}? on the wall",
                "the writing on the wall", "choose~ not to see/look/listen/know/act/notice/hear", "turn~ a blind eye",
                "warning/warnings were {adv}? ignored/dismissed by {person}",
                "signs were {adv}? all? there",
            ],
            personActs: [
                "ignore~/dismiss~/disregard~/discount~d ..6 {warning}", "brush~d aside", "shrug~d off", "wave~d away",
            ],
            traps: ["ignore~ {warning} older/from/below", "alert rule/rules", "sign in", "page size"],
            silentIn: [.actions],
            message: "sorts the signal from the noise with knowledge of the outcome",
            suggestion:
                "Give the number and wording of alerts that day, how often they had been false, and what else competed for attention."
        ),
        LintRule(
            "HS03", .warning, .hindsight,
            phrases: [
                "accident/accidents/disaster/disasters/outage/incident/catastrophe/failure waiting to happen",
                "was/were {adv}? bound/doomed/destined/fated to",
                "only/just/merely a matter of time", "a question of time", "was/were {adv}? inevitable",
                "had to happen", "was sure/certain to happen",
            ],
            traps: [
                "bound to port/address/interface/localhost/the/a/an/an/one/its/both/this/every/each/all", "bound to 0",
            ],
            message: "makes the outcome look inevitable",
            suggestion: "List the defences that had worked before and what was different this time."),
        LintRule(
            "HS04", .info, .hindsight,
            phrases: ["unbeknownst", "little did", "as it turned out", "unknown to {person}"],
            silentIn: [.lessons],
            message: "mixes what was learnt later into the story",
            suggestion: "Keep the account to what was known then; put this in the analysis."),
        LintRule(
            "HS05", .info, .hindsight,
            phrases: [
                "in hindsight", "with hindsight", "with the benefit of hindsight", "in retrospect", "looking back",
            ],
            silentIn: [.lessons],
            message: "speaks from hindsight",
            suggestion: "Keep it, but in the lessons."),
        LintRule(
            "HS06", .warning, .hindsight,
            phrases: ["knew or should have known", "should have known better", "should know better"],
            personActs: [
                "knew ..14 anyway/regardless/nonetheless", "was/were {adv}? aware ..14 anyway/regardless/nonetheless",
                "knew ..10 and/but/yet/still {adv}? {adv}? ship~d/deploy~d/merge~d/release~d/push~d/proceed~d/go~d/launch~d/run~d/approve~d",
                "was/were {adv}? aware ..10 and/but/yet/still {adv}? {adv}? ship~d/deploy~d/merge~d/release~d/push~d/proceed~d/go~d/launch~d/approve~d",
                "knew better", "knowingly ship~/deploy~/merge~/release~/push~/run~/accept~/approve~/leave~/use~",
            ],
            message: "says that people knew and went ahead",
            suggestion: "Give the trade-off as it stood, the role that accepted it, and the source."),
    ]
}
