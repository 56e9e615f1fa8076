import Reports

/// Guesses what a mistyped name was meant to be.
enum Spelling {
    /// The known name with the fewest edits, if those are few for its length; the first of equals.
    static func nearest(to name: String, in known: [String]) -> String? {
        let typed = Array(name.lowercased().unicodeScalars.prefix(64))
        let ranked = known.compactMap { name in
            EditDistance.between(typed, Array(name.unicodeScalars), atMost: max(2, name.count / 3)).map { (name, $0) }
        }
        return ranked.min { $0.1 < $1.1 }?.0
    }
}
