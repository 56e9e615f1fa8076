/// Finds the words of a quote in a report.
public struct QuoteFinder {
    private let fields: [(field: Evidence.Field, bytes: [UInt8], joined: Joined)]

    /// Looks into the text first, then into the title.
    public init(_ report: Report) {
        fields = [(.text, report.text), (.title, report.title ?? "")].map { field, text in
            let bytes = Array(text.utf8)
            return (field, bytes, Joined(bytes))
        }
    }

    /// Where a quote stands word for word, as the text itself spells it; `nil` when it does not.
    ///
    /// White space counts as one space, because whoever copies a quote from a terminal or a page copies its lines joined.
    public func find(_ quote: String) -> (field: Evidence.Field, utf8Range: Range<Int>, quote: String)? {
        let wanted = Joined(Array(quote.utf8))
        guard !wanted.bytes.isEmpty else { return nil }
        let (exactly, loosely) = (ByteSearch(Array(quote.utf8)), ByteSearch(wanted.bytes))
        for (field, bytes, joined) in fields {
            if let exact = exactly.first(in: bytes) { return (field, exact, quote) }
            guard let range = loosely.first(in: joined.bytes) else { continue }
            let place = joined.places[range.lowerBound]..<joined.places[range.upperBound - 1] + 1
            return (field, place, String(decoding: bytes[place], as: UTF8.self))
        }
        return nil
    }

    /// The sentence that has most words in common with a quote, weighed against the words they do not share; `nil` when
    /// none has half of them.
    public func nearest(to quote: String) -> String? {
        let wanted = Self.words(Array(quote.utf8)[...])
        guard !wanted.isEmpty else { return nil }
        let total = wanted.values.reduce(0, +)
        var best: (score: Double, words: String)?
        for (_, bytes, _) in fields {
            for block in TextSegmentation.blocks(in: bytes) {
                for range in TextSegmentation.sentences(of: block, in: bytes) {
                    let found = Self.words(bytes[range])
                    let shared = found.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
                    let score = Double(2 * shared) / Double(total + found.values.reduce(0, +))
                    // A long sentence may hold the whole of a short quote.
                    let isNear = score >= 0.5 || Double(shared) >= Double(total) * 0.75 && total >= 3
                    if isNear, score > best?.score ?? 0 {
                        best = (score, Self.shortened(bytes[range]))
                    }
                }
            }
        }
        return best?.words
    }

    /// Nobody copies more than this from a message.
    private static let longest = 300

    private static func shortened(_ sentence: ArraySlice<UInt8>) -> String {
        if sentence.count <= longest { return String(decoding: sentence, as: UTF8.self) }
        // No letter is cut in two.
        var end = sentence.startIndex + longest
        while end > sentence.startIndex, sentence[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: sentence[..<end], as: UTF8.self) + "…"
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>: Int] {
        let lowered = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let words = lowered.split {
            !((0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 >= 0x80)
        }
        return words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// A text with every run of white space as one space, and where each of its bytes stood.
    private struct Joined {
        var bytes: [UInt8] = []
        var places: [Int] = []

        init(_ text: [UInt8]) {
            for (place, byte) in text.enumerated() {
                let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
                if isSpace, bytes.isEmpty || bytes.last == 0x20 { continue }
                bytes.append(isSpace ? 0x20 : byte)
                places.append(place)
            }
            if bytes.last == 0x20 {
                bytes.removeLast()
                places.removeLast()
            }
        }
    }
}
