import Reports

extension Evaluation {
    /// The object that `evaluate --gold --format json` prints.
    ///
    /// - Parameter source: The labelled file.
    public func json(source: String, showsMistakes: Bool, faults: [LabelledFile.Fault]) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("gold", .string(source)), ("texts", .int(texts)), ("model", .string(model)),
            ("kinds", .array(FactorKind.allCases.map(kindJSON))),
            ("micro", .object(Self.members(micro))),
            ("macro", .object([("kinds", .int(macroKinds)), ("f1", macro.json)])),
            (
                "lead",
                .object([("kinds", .strings(Self.leadKinds.map(\.rawValue))), ("f1", lead.json)])
            ),
            ("stance", stance.json), ("trigger", trigger.json),
            (
                "calibration",
                .object([("suggestions", suggestedCalibration.json), ("all_kinds", calibration.json)])
            ),
            (
                "abstention",
                .object([
                    ("texts", .int(abstained)),
                    ("share", texts == 0 ? .null : .double(Double(abstained) / Double(texts))),
                    ("with_factors", .int(abstainedWrongly)),
                ])
            ),
            ("confusion", confusion.json),
            (
                "intervals",
                .object([
                    ("level", .double(Bootstrap.level)), ("draws", .int(Bootstrap.draws)),
                    ("seed", .int(Int(Bootstrap.seed))),
                ])
            ),
            (
                "unreadable",
                .array(faults.map { .object([("line", .int($0.line)), ("reason", .string($0.reason))]) })
            ),
        ]
        if showsMistakes { members.append(("errors", .array(mistakes.map(\.json)))) }
        return .object(members)
    }

    private func kindJSON(_ kind: FactorKind) -> JSONValue {
        .object(
            [("kind", .string(kind.rawValue))] + Self.members(kinds[kind] ?? Agreement())
                + [("stance", (stances[kind] ?? Share()).json)])
    }

    private static func members(_ agreement: Agreement) -> [(String, JSONValue)] {
        let counts = agreement.counts
        return [
            ("n", .int(counts.labelled)), ("hits", .int(counts.hits)), ("false_alarms", .int(counts.extra)),
            ("misses", .int(counts.missed)), ("precision", agreement.precision.json),
            ("recall", agreement.recall.json), ("f1", agreement.f1.json),
        ]
    }
}

extension Evaluation.Figure {
    /// `null` where there is no figure.
    var json: JSONValue {
        guard let value else { return .null }
        return .object([
            ("value", .double(value)), ("low", .double(low)),
            ("high", .double(high)),
        ])
    }
}

extension Evaluation.Share {
    var json: JSONValue {
        .object([("right", .int(right)), ("of", .int(of)), ("accuracy", figure.json)])
    }
}

extension Calibration {
    var json: JSONValue {
        .object([
            ("error", .double(error)), ("count", .int(count)),
            (
                "bins",
                .array(
                    bins.enumerated().map { index, bin in
                        let count = Double(bin.count)
                        return .object([
                            ("from", .double(Double(index) / 10)), ("to", .double(Double(index + 1) / 10)),
                            ("count", .int(bin.count)),
                            ("stated", bin.count == 0 ? .null : .double(bin.stated / count)),
                            ("true", bin.count == 0 ? .null : .double(Double(bin.right) / count)),
                        ])
                    })
            ),
        ])
    }
}

extension LeadConfusion {
    var json: JSONValue {
        .object([
            ("labelled", .strings(Evaluation.leadKinds.map(\.rawValue))),
            ("suggested", .strings(Evaluation.leadKinds.map(\.rawValue) + ["none"])),
            ("counts", .array(counts.map { .array($0.map { .int($0) }) })),
        ])
    }
}

extension Mistake {
    /// An entry of `errors`.
    public var json: JSONValue {
        .object([
            ("id", .string(id)), ("kind", .string(kind.rawValue)), ("error", .string(form.rawValue)),
            ("labelled", .string(labelled?.rawValue)), ("suggested", .string(suggested?.rawValue)),
            ("probability", .double(probability)), ("quote", .string(quote)),
        ])
    }
}
