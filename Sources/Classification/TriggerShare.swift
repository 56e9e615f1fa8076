import Reports

/// How often a kind is what set an incident off, where a report names it beside others.
enum TriggerShare {
    /// In hundredths, counted in `Corpus/labels/*.reports`; a test counts again. None is so rare that it never does.
    static let hundredths: [FactorKind: Int] = [
        .humanAction: 56, .automation: 29, .assistiveAIMisunderstanding: 50, .autonomousAIAction: 45,
        .configurationChange: 26, .codeDefect: 28, .deployment: 64, .capacity: 31, .cascadingFailure: 1,
        .dependency: 51, .network: 14, .hardwareOrPower: 62, .dataStore: 8, .expiryOrTime: 66, .security: 55,
        .missingSafeguard: 1, .detectionGap: 1, .responseGap: 1,
    ]

    static func of(_ kind: FactorKind) -> Double { Double(hundredths[kind] ?? 1) / 100 }
}
