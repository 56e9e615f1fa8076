import Foundation

extension String {
    /// Text fit to be shown or put in XML: no control characters, no marks that reverse or hide what follows.
    ///
    /// Line feeds and tabs stay. Direction overrides go: inside a title they would turn the page around it.
    var shown: String {
        guard unicodeScalars.contains(where: Self.isUnshowable) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !Self.isUnshowable($0) }))
    }

    /// ``shown`` with every run of white space as one space, none at the ends.
    var oneLine: String {
        shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// At most so many characters, cut at a word where one ends in reach, with an ellipsis.
    func shortened(to limit: Int) -> String {
        guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end != endIndex else { return self }
        let head = self[..<end]
        let reach = head.index(head.endIndex, offsetBy: -min(24, limit / 2))
        let cut = head[reach...].lastIndex(where: \.isWhitespace) ?? end
        return head[..<cut].trimmingCharacters(in: .whitespacesAndNewlines) + "…"
    }

    private static func isUnshowable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        case 0xFFF9...0xFFFB: true
        case let value: value & 0xFFFE == 0xFFFE
        }
    }
}

/// An address that may stand in a link: http or https, one word; `nil` for any other scheme.
func linkable(_ address: String?) -> String? {
    guard let address, address.utf8.count <= 4096 else { return nil }
    let head = address.prefix(8).lowercased()
    guard head.hasPrefix("http://") || head.hasPrefix("https://"),
        !address.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F || $0 == "\\" })
    else { return nil }
    return address
}

/// The host of a linkable address, for a reader: `status.example.org`.
func host(of address: String) -> String {
    let rest = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first ?? ""
    let host = rest.split(separator: "@").last ?? rest
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host).oneLine.shortened(to: 60)
}
