import Reports

extension DecisionEvaluation {
    /// The object that `evaluate --format json` prints without a labelled file.
    public var json: JSONValue {
        .object([
            ("decisions", .object(total.members)), ("months", .array(months.map { $0.json("month") })),
            ("sources", .array(sources.map { $0.json("source") })), ("kinds", .array(kinds.map { $0.json("kind") })),
            (
                "current",
                .object([
                    ("hits", .int(current.hits)), ("false_alarms", .int(current.extra)),
                    ("misses", .int(current.missed)), ("precision", .double(current.precision)),
                    ("recall", .double(current.recall)), ("f1", .double(current.f1OrNil)),
                    (
                        "stance",
                        .object([("right", .int(currentStance.right)), ("of", .int(currentStance.of))])
                    ),
                ])
            ),
            (
                "unknown_words",
                unknownWords.map { words in
                    .object([
                        ("reports", .int(words.reports)), ("share", .double(words.level)),
                        ("band", words.band.json("ewma")), ("outside", .bool(words.isOutside)),
                    ])
                } ?? .null
            ),
            ("warnings", .strings(warnings)),
        ])
    }
}

extension DecisionEvaluation.Counts {
    fileprivate var members: [(String, JSONValue)] {
        [
            ("accepted", .int(accepted)), ("changed", .int(changed)), ("rejected", .int(rejected)),
            ("added", .int(added)), ("agreement", .double(agreement)), ("rejected_share", .double(rejectedShare)),
        ]
    }
}

extension DecisionEvaluation.Part {
    fileprivate func json(_ key: String) -> JSONValue {
        var members = [(key, JSONValue.string(name))] + counts.members
        if key == "month" {
            members.append(("band", band?.json("binomial") ?? .null))
            members.append(("outside", .bool(isOutside)))
        }
        return .object(members)
    }
}

extension ControlBand {
    fileprivate func json(_ method: String) -> JSONValue {
        .object([
            ("usual", .double(usual)), ("low", .double(low)), ("high", .double(high)), ("method", .string(method)),
        ])
    }
}
