/// Whether what a figure shows is part of an explanation, or a photograph beside the text.
///
/// Graphs, screenshots and diagrams are drawn and kept without loss; photographs are JPEG files. Where the file does not
/// tell, the words do.
struct FigureShape {
    private let tree: HTMLTree
    /// Figures looked at already, and whether they hold a table, code, quotation or drawing.
    private var known: [Int: Bool] = [:]

    init(_ tree: HTMLTree) {
        self.tree = tree
    }

    /// Whether a caption belongs to a table, code, quotation or drawing.
    mutating func isExplained(_ caption: Int) -> Bool {
        var figure = Int(tree.nodes[caption].parent)
        while figure >= 0, tree.nodes[figure].tag != .figure { figure = Int(tree.nodes[figure].parent) }
        guard figure >= 0 else { return true }
        let holds = known[figure] ?? Self.holdsDrawing(tree, figure)
        known[figure] = holds
        return holds || Self.speaksOfDrawing(Array(tree.collapsedText(caption, limit: 500).utf8))
    }

    private static func holdsDrawing(_ tree: HTMLTree, _ figure: Int) -> Bool {
        tree.range(of: figure).contains { index in
            switch tree.nodes[index].tag {
            case .table, .pre, .code, .blockquote, .svg, .math: true
            case .img: isDrawing(tree, index)
            default: false
            }
        }
    }

    /// Whether an image's alternative text says what a reader of the text would miss.
    static func isTelling(_ tree: HTMLTree, _ image: Int, _ alt: UnsafeBufferPointer<UInt8>) -> Bool {
        guard ImageText.isTelling(alt) else { return false }
        return isDrawing(tree, image) || speaksOfDrawing(Array(alt))
    }

    private static func isDrawing(_ tree: HTMLTree, _ image: Int) -> Bool {
        for name in ["src", "data-src", "data-original", "data-lazy-src", "srcset"] as [StaticString] {
            guard let address = tree.attributeBytes(image, name), !address.isEmpty else { continue }
            let path = address.prefix { $0 != UInt8(ascii: "?") && $0 != 0x20 && $0 != UInt8(ascii: "#") }
            for ending in [".png", ".svg", ".gif"] as [StaticString] where path.lowercasedHasSuffix(ending) {
                return true
            }
        }
        return false
    }

    private static func speaksOfDrawing(_ text: [UInt8]) -> Bool {
        var hash = WordHash()
        var length = 0
        for byte in text + [0x20] {
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if (lower >= 0x61 && lower <= 0x7A) || lower >= 0x80 {
                hash.add(lower)
                length += 1
            } else if length > 0 {
                if words[hash].contains(.subject) { return true }
                hash = WordHash()
                length = 0
            }
        }
        return false
    }

    private static let words = WordTable<ContentWords>([
        (
            .subject,
            [
                "figure", "fig", "graph", "graphs", "chart", "charts", "plot", "diagram", "diagrams", "screenshot",
                "screenshots", "dashboard", "dashboards", "flowchart", "schematic", "architecture", "histogram",
                "timeline", "table", "listing", "topology", "heatmap", "metrics", "latency", "traffic", "errors",
                "abbildung", "abb", "diagramm", "gráfico", "gráfica", "graphique", "figura", "grafico", "рисунок",
                "график",
            ]
        )
    ])
}

extension Collection where Element == UInt8 {
    /// Whether the bytes end in those of a lower-case text, whatever their case.
    fileprivate func lowercasedHasSuffix(_ text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount
            && zip(
                suffix(text.utf8CodeUnitCount),
                UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            ).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}
