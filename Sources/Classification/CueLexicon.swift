import Reports

/// Every cue of the rules, compiled for matching.
///
/// Tables are text: `[section]` opens one, `-- reason` says why the lines below it count, and each line is a weight,
/// flags and a pattern. See ``CueTables``.
struct CueLexicon: Sendable {
    private(set) var cues: [Cue] = []
    /// Lines that could not be read; a test keeps this empty.
    private(set) var faults: [String] = []
    private var literals: [WordHash: [Symbol]] = [:]
    private var prefixes: [WordHash: [Symbol]] = [:]
    private var longestPrefix = 0
    private var symbolCount = 0
    private var symbolOfTerm: [String: Symbol] = [:]
    private var classes: [String: [Symbol]] = [:]
    /// Which cues may begin with a symbol.
    private var openingSymbols: [[Symbol]] = []
    private var openers: [[Int]] = []
    private var isReadingFrames = false
    /// The classes' names in UTF-8, ascending.
    private(set) var classNames: [[UInt8]] = []
    /// Which classes a symbol is in, by their place in ``classNames``.
    private var classesOfSymbol: [[Int]] = []

    /// - Parameters:
    ///   - tables: Cues that count by their own weight.
    ///   - frames: Broad ones that count only by the weight they were found to deserve.
    init(tables: [String], frames: [String] = []) {
        for table in tables { read(table) }
        isReadingFrames = true
        for table in frames { read(table) }
        // Before the references: what is learned belongs to the tables that the digest covers.
        indexClasses()
        read(CueTables.references)
        openers = Array(repeating: [], count: symbolCount)
        for index in cues.indices { indexOpeners(of: index) }
    }

    /// Which words belong to which classes, for what was learned of words.
    private mutating func indexClasses() {
        classesOfSymbol = Array(repeating: [], count: symbolCount)
        for (place, name) in classes.keys.sorted().enumerated() {
            classNames.append(Array(name.utf8))
            for symbol in Set(classes[name] ?? []) { classesOfSymbol[Int(symbol)].append(place) }
        }
    }

    /// The classes a word is in, ascending, by their place in ``classNames``.
    func classes(of word: Word) -> [Int] {
        var result: [Int] = []
        for symbol in word.symbols where Int(symbol) < classesOfSymbol.count {
            for place in classesOfSymbol[Int(symbol)] where !result.contains(place) { result.append(place) }
        }
        return result.sorted()
    }

    /// Calls `found` with each cue that matches words from `start`, and the word after its end.
    func match(at start: Int, in words: ArraySlice<Word>, found: (Cue, Int) -> Void) {
        var seen: [Int] = []
        for symbol in words[start].symbols {
            for index in openers[Int(symbol)] where !seen.contains(index) {
                if let end = cues[index].pattern.match(at: start, in: words) {
                    found(cues[index], end)
                    seen.append(index)
                }
            }
        }
    }

    /// What a word is an instance of.
    func symbols(of word: some Collection<UInt8>) -> [Symbol] {
        var result: [Symbol] = []
        var hash = WordHash()
        var length = 0
        for byte in word {
            hash.mix(byte)
            length += 1
            if length <= longestPrefix, let found = prefixes[hash] { result += found }
        }
        if let found = literals[hash] { result += found }
        return result
    }

    /// The words of a class, as symbols; empty when there is no such class.
    func members(of name: String) -> SymbolSet {
        SymbolSet(classes[name] ?? [])
    }

    private mutating func read(_ table: String) {
        var section = ""
        var reason = ""
        for raw in table.split(separator: "\n") {
            let line = raw.drop { $0 == " " }
            if line.isEmpty || line.hasPrefix("//") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = String(line.dropFirst().dropLast())
            } else if line.hasPrefix("-- ") {
                reason = String(line.dropFirst(3))
            } else if section == "classes" {
                readClass(line)
            } else {
                readCue(line, section: section, reason: reason)
            }
        }
    }

    private mutating func readClass(_ line: Substring) {
        let parts = line.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { return faults.append(String(line)) }
        let name = String(parts[0].filter { $0 != " " })
        for term in parts[1].split(separator: " ") {
            guard let symbols = symbols(for: term) else { return faults.append(String(line)) }
            classes[name, default: []] += symbols
        }
    }

    private mutating func readCue(_ line: Substring, section: String, reason: String) {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let topic = CueTopic(section) else { return faults.append(String(line)) }
        let opensClause = parts[1].hasPrefix("^ ")
        let number = parts[0].prefix { "0123456789.".contains($0) }
        guard let weight = Double(number), (0...1).contains(weight),
            let flags = CueFlags(parts[0].dropFirst(number.count)),
            let (elements, opening) = elements(of: opensClause ? parts[1].dropFirst(2) : parts[1])
        else { return faults.append(String(line)) }
        cues.append(
            Cue(
                id: cues.count, topic: topic, weight: weight, flags: flags, reason: reason,
                pattern: CuePattern(elements: elements, opensClause: opensClause),
                isNegative: Self.isNegative(parts[1]),
                spelling: String(parts[1]), isFrame: isReadingFrames))
        openingSymbols.append(opening)
    }

    private static func isNegative(_ pattern: Substring) -> Bool {
        let terms = pattern.split { $0 == " " || $0 == "|" }
        return terms.contains { ["not", "n't", "no", "never", "without", "cannot", "nor"].contains($0) }
    }

    /// The elements, and the symbols of the first.
    private mutating func elements(of text: Substring) -> ([CuePattern.Element], [Symbol])? {
        var result: [CuePattern.Element] = []
        var opening: [Symbol] = []
        for part in text.split(separator: " ") {
            if part.allSatisfy({ $0 == "." }) {
                result.append(.gap(part.count <= 2 ? 3 : 7))
                continue
            }
            let isOptional = part.hasSuffix("?")
            var members: [Symbol] = []
            for term in (isOptional ? part.dropLast() : part).split(separator: "|") {
                guard let symbols = symbols(for: term) else { return nil }
                members += symbols
            }
            if members.isEmpty { return nil }
            if result.isEmpty { opening = members }
            result.append(isOptional ? .optional(SymbolSet(members)) : .word(SymbolSet(members)))
        }
        guard case .word? = result.first, case .word? = result.last else { return nil }
        return (result, opening)
    }

    /// A word's symbol, or those of the class it names; `nil` when there is no such class.
    private mutating func symbols(for term: Substring) -> [Symbol]? {
        guard term.hasPrefix("<"), term.hasSuffix(">") else { return [symbol(for: term)] }
        return classes[String(term.dropFirst().dropLast())]
    }

    private mutating func symbol(for term: Substring) -> Symbol {
        if let known = symbolOfTerm[String(term)] { return known }
        let symbol = Symbol(symbolCount)
        symbolCount += 1
        symbolOfTerm[String(term)] = symbol
        if term.hasSuffix("*") {
            let stem = term.dropLast().utf8
            prefixes[WordHash(stem), default: []].append(symbol)
            longestPrefix = max(longestPrefix, stem.count)
        } else {
            literals[WordHash(term.utf8), default: []].append(symbol)
        }
        return symbol
    }

    private mutating func indexOpeners(of index: Int) {
        for symbol in Set(openingSymbols[index]).sorted() { openers[Int(symbol)].append(index) }
    }
}
