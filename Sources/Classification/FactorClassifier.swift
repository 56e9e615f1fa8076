import Reports

/// Says which contributing factors a report names.
///
/// The seam between the product and whatever does the reading: rules today, a trained model beside them later.
public protocol FactorClassifier: Sendable {
    /// The content hash (SHA-256, hexadecimal) of everything the answers depend on: rules, weights, training data.
    var model: String { get }

    /// The factors of one report; never fails, and the same report always gives the same answer.
    func classify(_ report: Report) -> Classification
}
