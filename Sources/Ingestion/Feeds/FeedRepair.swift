/// Mends the usual faults of ill-formed feeds before they are parsed again.
///
/// Ampersands and angle brackets that belong to text are escaped, characters XML forbids left out, attributes put in
/// quotes, and end tags added, moved and dropped so that every element ends: at the latest where its entry does, and for
/// a title, date or address where the next element begins.
struct FeedRepair {
    private let input: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var output: [UInt8] = []
    /// Names of the elements that are open, outermost first.
    private var open: [[UInt8]] = []
    private var hasRoot = false

    /// Well-formed XML of the same words as far as that can be had; `utf8` itself when it holds no tag.
    static func mended(_ utf8: [UInt8]) -> [UInt8] {
        utf8.withUnsafeBufferPointer { input in
            guard let start = Self.start(of: input) else { return utf8 }
            var repair = FeedRepair(input: UnsafeBufferPointer(rebasing: input[start...]))
            repair.output.reserveCapacity(input.count + 1024)
            repair.run()
            return repair.output
        }
    }

    private init(input: UnsafeBufferPointer<UInt8>) {
        self.input = input
    }

    /// Where the feed begins: at its declaration or document type when the text does, else at its first element.
    private static func start(of input: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = input.firstIndex(of: UInt8(ascii: "<")) else { return nil }
        let front = input[first...].prefix(5)
        if front.starts(with: "<?xml".utf8) || front.starts(with: "<!".utf8) { return first }
        var index = first
        while index < min(input.count, first + 65_536) {
            if input[index] == UInt8(ascii: "<") {
                let name = input[(index + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }.prefix(20)
                if roots.contains(Array(name.map { $0 | 0x20 })) || name.starts(with: "?xml".utf8) { return index }
            }
            index += 1
        }
        return first
    }

    // MARK: Reading

    private mutating func run() {
        while index < input.count {
            guard input[index] == UInt8(ascii: "<") else {
                text()
                continue
            }
            if starts("<![CDATA[") {
                characterData()
            } else if starts("<!--") {
                index = end(of: "-->", from: index + 4)
            } else if starts("<!") {
                documentType()
            } else if starts("<?") {
                index = end(of: "?>", from: index + 2)
            } else if starts("</"), let name = self.name(at: index + 2) {
                index = end(of: ">", from: index + 2 + name.count)
                close(name)
            } else if let name = self.name(at: index + 1) {
                startTag(name)
            } else {
                output += "&lt;".utf8
                index += 1
            }
        }
        while let name = open.popLast() { writeEnd(name) }
    }

    private mutating func text() {
        let byte = input[index]
        if byte == UInt8(ascii: "&"), !Self.isReference(input, at: index) {
            output += "&amp;".utf8
        } else if Self.isAllowed(byte), hasRoot || byte <= 0x20 {
            output.append(byte)
        }
        index += 1
    }

    private mutating func characterData() {
        let end = self.end(of: "]]>", from: index + 9)
        let isWhole = input[..<end].suffix(3).elementsEqual("]]>".utf8) && end >= index + 12
        output += "<![CDATA[".utf8
        for byte in input[(index + 9)..<(isWhole ? end - 3 : end)] where Self.isAllowed(byte) { output.append(byte) }
        output += "]]>".utf8
        index = end
    }

    /// Kept before the first element, for the entities it may declare; dropped elsewhere.
    private mutating func documentType() {
        var depth = 0
        var end = index
        while end < input.count {
            if input[end] == UInt8(ascii: "[") { depth += 1 }
            if input[end] == UInt8(ascii: "]") { depth -= 1 }
            end += 1
            if input[end - 1] == UInt8(ascii: ">"), depth <= 0 { break }
        }
        if !hasRoot { output.append(contentsOf: input[index..<end]) }
        index = end
    }

    private mutating func startTag(_ name: [UInt8]) {
        var tag = TagReader(input: input, index: index + 1 + name.count)
        let attributes = tag.read()
        index = tag.index
        guard tag.isClosed else {
            index = input.count
            return
        }
        let lower = name.map { Self.lower($0) }
        // Deeper than the parser goes; it says so.
        guard open.count < 300 else {
            output.append(contentsOf: "<\(String(decoding: name, as: UTF8.self))>".utf8)
            return
        }
        // A second feed in one file: its entries follow those of the first.
        if hasRoot, Self.roots.contains(lower) { return }
        makeRoom(for: lower)
        hasRoot = true
        output.append(UInt8(ascii: "<"))
        output += name
        output += attributes
        if tag.isEmpty {
            output += "/>".utf8
        } else {
            output.append(UInt8(ascii: ">"))
            open.append(name)
        }
    }

    // MARK: Balance

    /// Ends what cannot hold the element that begins.
    private mutating func makeRoom(for name: [UInt8]) {
        if Self.isEntry(name) {
            while let last = open.last, !Self.mayHoldEntries(last) { writeEnd(open.removeLast()) }
            return
        }
        guard let last = open.last.map({ $0.map(Self.lower) }) else { return }
        let endsShort = Self.isShort(last) && (Self.isMember(name) || Self.isForeign(name))
        if endsShort || (Self.isMember(last) && Self.isMember(name) && !Self.isMarkup(name)) {
            writeEnd(open.removeLast())
        }
    }

    private mutating func close(_ name: [UInt8]) {
        let lower = name.map { Self.lower($0) }
        // The feed ends with the file: another may follow.
        if Self.roots.contains(lower) { return }
        if let place = open.lastIndex(where: { $0.elementsEqual(name) }) {
            while open.count > place { writeEnd(open.removeLast()) }
        } else if let last = open.last, Self.isMember(last.map(Self.lower)) {
            // A misspelled end is meant for the element it follows.
            writeEnd(open.removeLast())
        }
    }

    private mutating func writeEnd(_ name: [UInt8]) {
        output += "</".utf8
        output += name
        output.append(UInt8(ascii: ">"))
    }

    private static let roots: Set<[UInt8]> = Set(["rss", "feed", "rdf:rdf"].map { Array($0.utf8) })

    private static func isEntry(_ name: [UInt8]) -> Bool {
        name.elementsEqual("item".utf8) || name.elementsEqual("entry".utf8)
    }

    private static func mayHoldEntries(_ name: [UInt8]) -> Bool {
        let lower = name.map { Self.lower($0) }
        return roots.contains(lower) || lower.elementsEqual("channel".utf8)
    }

    /// Whether an element is one that feeds have and that holds words alone.
    private static func isShort(_ name: [UInt8]) -> Bool { short.contains(String(decoding: name, as: UTF8.self)) }

    /// Whether an element is one of those that entries and feeds are made of.
    private static func isMember(_ name: [UInt8]) -> Bool {
        let text = String(decoding: name, as: UTF8.self)
        return short.contains(text) || long.contains(text)
    }

    /// Whether an element is none of HTML's, and so no part of a title.
    private static func isForeign(_ name: [UInt8]) -> Bool {
        name.contains(UInt8(ascii: ":")) || HTMLTag(name: String(decoding: name, as: UTF8.self)) == .other
    }

    /// Whether an element of this name may just as well be part of a text in HTML.
    private static func isMarkup(_ name: [UInt8]) -> Bool {
        ["title", "link", "summary"].contains(String(decoding: name, as: UTF8.self))
    }

    private static let short: Set<String> = [
        "title", "link", "guid", "id", "pubdate", "published", "updated", "modified", "issued", "created", "category",
        "language", "lastbuilddate", "generator", "copyright", "managingeditor", "webmaster", "dc:creator", "dc:date",
        "dc:subject", "ttl", "docs", "comments",
    ]
    private static let long: Set<String> = ["description", "content", "content:encoded", "summary", "author"]

    // MARK: Bytes

    private func starts(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= input.count else { return false }
        return input[index..<(index + count)].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
    }

    /// The place after the next `mark`; the end when there is none.
    private func end(of mark: StaticString, from start: Int) -> Int {
        let count = mark.utf8CodeUnitCount
        let bytes = UnsafeBufferPointer(start: mark.utf8Start, count: count)
        var place = start
        while place + count <= input.count {
            if input[place] == bytes[0], input[place..<(place + count)].elementsEqual(bytes) { return place + count }
            place += 1
        }
        return input.count
    }

    private func name(at start: Int) -> [UInt8]? {
        guard start < input.count, Self.isLetter(input[start]) else { return nil }
        let name = input[start...].prefix(100).prefix { byte in
            Self.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
        }
        return Array(name)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Whether an ampersand begins `&name;` or `&#…;` with a character XML allows.
    static func isReference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var index = start + 1
        while index < bytes.count, index < start + 32 {
            let byte = bytes[index]
            if byte == UInt8(ascii: ";") {
                guard index > start + 1 else { return false }
                return bytes[start + 1] != UInt8(ascii: "#") || isAllowedNumber(bytes[(start + 2)..<index])
            }
            let isDigit = (0x30...0x39).contains(byte)
            guard
                (0x61...0x7A).contains(byte | 0x20) || (isDigit && index > start + 1)
                    || (byte == UInt8(ascii: "#") && index == start + 1)
            else { return false }
            index += 1
        }
        return false
    }

    private static func isAllowedNumber(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let text = String(decoding: digits, as: UTF8.self)
        let value = text.first == "x" || text.first == "X" ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
        guard let value, Unicode.Scalar(value) != nil else { return false }
        return value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : value == 9 || value == 10 || value == 13
    }
}
