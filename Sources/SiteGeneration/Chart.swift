/// Parts of the charts drawn at build time.
///
/// Places across are percentages of the width and places down are pixels, so that a chart fits any screen while its
/// letters keep their size. Colours come from the style sheet by class.
enum Chart {
    /// `12.34%`; a fraction outside 0…1 is drawn at the nearer end.
    static func across(_ fraction: Double) -> String {
        let hundredths = Int((min(1, max(0, fraction)) * 10_000).rounded())
        let rest = hundredths % 100
        return rest == 0
            ? "\(hundredths / 100)%" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }

    /// A drawing with its text equivalent.
    static func drawing(height: Int, style: String, title: String, description: String, _ parts: [String]) -> String {
        """
        <svg class="chart \(style)" role="img" width="100%" height="\(height)" \
        aria-label="\(title.escapedForMarkup). \(description.escapedForMarkup)">\(parts.joined())</svg>
        """
    }

    static func text(_ words: String, at fraction: Double, y: Int, anchor: String = "middle", style: String = "")
        -> String
    {
        "<text x=\"\(across(fraction))\" y=\"\(y)\" text-anchor=\"\(anchor)\"\(attribute(style))>"
            + "\(words.escapedForMarkup)</text>"
    }

    static func line(from: (x: Double, y: Int), to: (x: Double, y: Int), style: String) -> String {
        "<line x1=\"\(across(from.x))\" y1=\"\(from.y)\" x2=\"\(across(to.x))\" y2=\"\(to.y)\"\(attribute(style))/>"
    }

    static func bar(from: Double, to: Double, y: Int, height: Int, style: String, title: String? = nil) -> String {
        let width = across(max(0.002, to - from))
        return
            "<rect x=\"\(across(from))\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"\(attribute(style))>"
            + "\(tip(title))</rect>"
    }

    static func dot(at fraction: Double, y: Int, radius: Int = 4, style: String, title: String? = nil) -> String {
        "<circle cx=\"\(across(fraction))\" cy=\"\(y)\" r=\"\(radius)\"\(attribute(style))>\(tip(title))</circle>"
    }

    private static func tip(_ title: String?) -> String {
        title.map { "<title>\($0.escapedForMarkup)</title>" } ?? ""
    }

    private static func attribute(_ style: String) -> String {
        style.isEmpty ? "" : " class=\"\(style)\""
    }

    /// The anchor that keeps a label within the drawing.
    static func anchor(at fraction: Double) -> String {
        fraction < 0.08 ? "start" : fraction > 0.92 ? "end" : "middle"
    }
}
