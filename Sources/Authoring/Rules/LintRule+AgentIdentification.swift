extension LintRule {
    static let agentIdentification: [LintRule] = [
        LintRule(
            "AG01", .warning, .agentIdentification,
            phrases: ["{name} 's ..2 command/change/deploy/deployment/commit/edit/script/push ..3 {accident}"],
            personActs: [
                "{harm}", "have/has/had {adv}? broken/forgotten/overwritten", "take~d ..4 down", "take~d ..5 offline",
                "bring~d ..4 down", "knock~d ..4 out/over/offline", "push~d a/the bad/broken/wrong/faulty",
                "pull~d the wrong",
            ],
            subjects: .named,
            traps: ["missed by"],
            isSilencedByNegation: true,
            message: "ties harm to a named person",
            suggestion: "Name the role, such as “on-call responder 1”, and what the tool accepted."),
        LintRule(
            "AG01n", .info, .agentIdentification,
            personActs: [
                "run~d/merge~d/deploy~d/restart~d/approve~d/notice~d/start~d/roll~d/page~d/open~d/push~d/change~d/execute~d/apply~d/edit~d/type~d/enter~d"
            ],
            subjects: .named,
            silentIn: [.actions],
            message: "names a person in the account",
            suggestion: "Name the role, or keep the name when its bearer has agreed."),
        LintRule(
            "AG02", .info, .agentIdentification,
            phrases: ["{handle}", "{email}"],
            silentIn: [.actions],
            message: "identifies a person by handle or address",
            suggestion: "Name the role."),
        LintRule(
            "AG03", .info, .agentIdentification,
            phrases: ["he/she/his/her/him/hers/himself/herself"],
            message: "narrows the circle to one person",
            suggestion: "Name the role, or write “they”."),
        LintRule(
            "AG04", .info, .agentIdentification,
            phrases: [
                "you should/must/did/were/failed/forgot/missed/broke", "your team/engineer/engineers/colleague/mistake",
            ],
            traps: ["you should see/be/now"],
            silentIn: [.actions, .summary],
            message: "addresses somebody",
            suggestion: "Name the role."),
        LintRule(
            "AG05", .warning, .agentIdentification,
            phrases: ["{team} let us down", "vendor/vendors/supplier/suppliers/provider/providers let us down"],
            personActs: [
                "break~d", "cause~d", "let us down", "take~d ..4 down", "take~d ..5 offline", "bring~d ..3 down",
                "crash~d", "mess~d ..3 up", "wreck~d", "ruin~d", "screw~d ..3 up", "sabotage~d",
            ],
            subjects: .teams,
            isSilencedByNegation: true,
            message: "blames a team or a supplier",
            suggestion: "Describe the interface between the two sides and what each could rely on."),
        LintRule(
            "AG06", .info, .agentIdentification,
            phrases: [
                "only intern/contractor/dba/trainee/apprentice", "newest/youngest/oldest/most-junior {person}",
                "most junior {person}", "manager/lead/supervisor on shift/duty", "our only {role}",
            ],
            message: "identifies one person by a description",
            suggestion: "Use a broader role."),
        LintRule(
            "AG07", .warning, .agentIdentification,
            phrases: [
                "those guys/folks/clowns/cowboys", "these guys/clowns/cowboys", "you people/guys/lot",
                "those/these people ..5 never/always/again/keep/refuse/should/cannot/can", "typical of {person}",
                "typical {team} behaviour/behavior",
                "that lot", "the usual suspects",
            ],
            message: "sets one group against another",
            suggestion: "Name the interface between the groups."),
        LintRule(
            "AG08", .warning, .agentIdentification,
            personActs: [
                "{accident}", "have/has/had {adv}? broken", "take~d ..4 down", "take~d ..5 offline", "bring~d ..4 down",
                "knock~d ..4 out/offline", "delete~d ..4 production/prod/live/entire/whole/wrong/all", "take~d out the",
            ],
            subjects: .roles,
            traps: [
                "take~d down ..3 version/versions/release/releases/package/packages/site/page/post/link/links/repository/tunnel",
                "dropped support/off/by/into/from", "broke the work/change/task/news", "break the", "broke down",
                "broke ground", "killed the query/process/session/job/connection/queries",
            ],
            isSilencedByNegation: true,
            message: "puts the accident into a person's hands",
            suggestion: "Split it in two: the command that was run, and what the tool accepted."),
    ]
}
