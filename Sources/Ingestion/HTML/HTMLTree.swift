import CLibXML2

/// A parsed page: its elements and texts in document order, as libxml2's parser reports them.
///
/// The order is kept in arrays, with the end of every subtree, so that nothing that walks a page needs recursion: depth
/// costs no stack. All texts and attributes stand in one block of memory that is freed with this object; building
/// libxml2's own tree, with an allocation for each of them, would take as long again as parsing.
final class HTMLTree {
    /// One element or text.
    struct Node {
        var tag: HTMLTag
        /// The index of the parent element; -1 for the root.
        var parent: Int32
        /// One past the last node inside this one.
        var end: Int32
        /// Where a text starts, or which attribute is an element's first.
        fileprivate(set) var start: Int32
        /// The bytes of a text, or the number of an element's attributes.
        fileprivate(set) var count: Int32
    }

    /// One attribute of an element. Name and value end in a zero byte.
    struct Attribute {
        fileprivate var nameStart: Int32
        fileprivate var valueStart: Int32
        fileprivate var count: Int32
    }

    let nodes: [Node]
    private let attributes: [Attribute]
    private let store: ByteStore
    private let scriptPlaces: [(start: Int32, count: Int)]

    /// Parses `utf8` as a page; forgiving, as browsers are.
    ///
    /// - Parameter shortens: Whether the parser is spared plain stretches; the tree is the same either way.
    /// - Throws: ``IngestionError`` when it is empty, too large, too deep or has too many nodes.
    init(_ utf8: [UInt8], source: String, limits: IngestionLimits, shortens: Bool = true) throws {
        if utf8.isEmpty { throw IngestionError(source, .emptyInput) }
        // Positions are kept in 32 bits, and a value may be stored with its name and two zeros.
        if utf8.count > min(limits.maxBytes, Int(Int32.max) / 8) {
            throw IngestionError(source, .tooLarge(bytes: utf8.count, limit: limits.maxBytes))
        }
        let scan = TagScan(utf8, shortens: shortens)
        if scan.hasOverlongTag {
            throw IngestionError(source, .damaged("a tag with more than \(TagScan.maxAttributes) attributes"))
        }
        var builder = HTMLTreeBuilder(size: utf8.count, limits: limits, stretches: scan.stretches)
        let isParsed = utf8.withUnsafeBufferPointer { builder.parse(scan.bytes, of: $0) }
        scriptPlaces = utf8.withUnsafeBufferPointer { page in
            scan.scripts.map { place in
                (builder.text.append(UnsafeBufferPointer(rebasing: page[place])), place.count)
            }
        }
        store = ByteStore(builder.text)
        nodes = builder.nodes
        attributes = builder.attributes
        if builder.isTooDeep { throw IngestionError(source, .tooDeep(limit: limits.maxDepth)) }
        if builder.hasTooManyNodes { throw IngestionError(source, .tooManyNodes(limit: limits.maxNodes)) }
        guard isParsed else { throw IngestionError(source, .noContent) }
    }
}

/// Bytes that stay where they are, and are freed with this object.
private final class ByteStore {
    let base: UnsafeMutablePointer<UInt8>

    init(_ bytes: GrowingBytes) {
        base = bytes.base
    }

    deinit {
        base.deallocate()
    }
}

/// Bytes that are added to, each piece with a zero after it. Whoever has them last puts them into a ``ByteStore``.
private struct GrowingBytes {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    /// Adds bytes and a zero after them; where they start.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        if count + bytes.count + 1 > capacity { grow(to: count + bytes.count + 1) }
        let start = count
        if let source = bytes.baseAddress { (base + start).update(from: source, count: bytes.count) }
        base[start + bytes.count] = 0
        count += bytes.count + 1
        return Int32(start)
    }

    /// Adds bytes to what was added last.
    mutating func extend(_ bytes: UnsafeBufferPointer<UInt8>) {
        count -= 1
        _ = append(bytes)
    }

    private mutating func grow(to needed: Int) {
        capacity = max(2 * capacity, needed)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }
}

/// Takes down what libxml2's parser reports, within limits.
private struct HTMLTreeBuilder {
    private(set) var nodes: [HTMLTree.Node] = []
    private(set) var attributes: [HTMLTree.Attribute] = []
    var text: GrowingBytes
    private(set) var isTooDeep = false
    private(set) var hasTooManyNodes = false

    private let limits: IngestionLimits
    private var stretches: PlainStretches
    /// The page that the stretches are of, while it is parsed.
    private var page = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var open: [Int] = []
    private var elements = 0
    // libxml2 keeps one copy of each name while it parses, so its address stands for it.
    private var tags = AddressTable<HTMLTag>()
    private var names = AddressTable<Int32>()

    init(size: Int, limits: IngestionLimits, stretches: PlainStretches) {
        self.limits = limits
        self.stretches = stretches
        text = GrowingBytes(capacity: size + size / 4 + 256)
        nodes.reserveCapacity(size / 24 + 16)
        attributes.reserveCapacity(size / 48 + 16)
    }

    /// Whether the parser could be set up. A page without any element leaves no nodes.
    ///
    /// - Parameters:
    ///   - utf8: What is parsed.
    ///   - page: The page before it was shortened.
    mutating func parse(_ utf8: [UInt8], of page: UnsafeBufferPointer<UInt8>) -> Bool {
        LibXML2.isReady
        self.page = page
        let isParsed = utf8.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            guard let context = htmlCreateMemoryParserCtxt(start, CInt(bytes.count)) else { return false }
            defer { htmlFreeParserCtxt(context) }
            let options = [
                HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_COMPACT,
                HTML_PARSE_IGNORE_ENC,
            ]
            htmlCtxtUseOptions(context, options.reduce(0) { $0 | CInt(bitPattern: $1.rawValue) })
            // The parser's own limit of 256 cuts a page short in silence; ours, checked below, stops it and says so.
            context.pointee.options |= CInt(bitPattern: XML_PARSE_HUGE.rawValue)
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            Self.listen(to: context)
            withUnsafeMutablePointer(to: &self) { builder in
                context.pointee._private = UnsafeMutableRawPointer(builder)
                htmlParseDocument(context)
            }
            // The document itself was made, and stayed empty.
            if let document = context.pointee.myDoc { xmlFreeDoc(document) }
            context.pointee.myDoc = nil
            return true
        }
        while !open.isEmpty { close() }
        if !nodes.isEmpty { nodes[0].end = Int32(nodes.count) }
        return isParsed
    }

    private static func listen(to context: htmlParserCtxtPtr) {
        guard let sax = context.pointee.sax else { return }
        sax.pointee.startElement = { raw, name, attributes in
            guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self), let name,
                let builder = HTMLTreeBuilder.builder(of: context)
            else { return }
            builder.pointee.start(name, attributes)
            if builder.pointee.isTooDeep || builder.pointee.hasTooManyNodes { xmlStopParser(context) }
        }
        sax.pointee.endElement = { raw, _ in
            guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
            HTMLTreeBuilder.builder(of: context)?.pointee.close()
        }
        let characters: charactersSAXFunc = { raw, bytes, length in
            guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self), let bytes else { return }
            let text = UnsafeBufferPointer(start: bytes, count: Int(length))
            HTMLTreeBuilder.builder(of: context)?.pointee.add(text)
        }
        sax.pointee.characters = characters
        sax.pointee.ignorableWhitespace = characters
        sax.pointee.cdataBlock = characters
        sax.pointee.comment = nil
        sax.pointee.processingInstruction = nil
    }

    private static func builder(of context: xmlParserCtxtPtr) -> UnsafeMutablePointer<HTMLTreeBuilder>? {
        context.pointee._private?.assumingMemoryBound(to: HTMLTreeBuilder.self)
    }

    private mutating func start(
        _ name: UnsafePointer<UInt8>, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        elements += 1
        isTooDeep = isTooDeep || open.count >= limits.maxDepth
        // An element is hardly ever followed by more than one text.
        hasTooManyNodes = hasTooManyNodes || elements > limits.maxNodes / 2
        if isTooDeep || hasTooManyNodes { return }
        // What follows the end of the page belongs to it all the same.
        if open.isEmpty, !nodes.isEmpty { open.append(0) }
        let tag = tags.value(at: name) { HTMLTag(name: String(cString: name).lowercased()) }
        let first = attributes.count
        if let values { add(values) }
        nodes.append(
            HTMLTree.Node(
                tag: tag, parent: Int32(open.last ?? -1), end: Int32(nodes.count + 1), start: Int32(first),
                count: Int32(attributes.count - first)))
        open.append(nodes.count - 1)
    }

    /// Names and values by turns, up to a null name; the value of an attribute without one is null.
    private mutating func add(_ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
        var position = 0
        while let name = values[position] {
            let nameStart = names.value(at: name) {
                text.append(UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
            }
            let value = UnsafeBufferPointer(start: values[position + 1], count: Int(xmlStrlen(values[position + 1])))
            let valueStart = append(value)
            attributes.append(
                HTMLTree.Attribute(
                    nameStart: nameStart, valueStart: valueStart, count: Int32(text.count - Int(valueStart) - 1)))
            position += 2
        }
    }

    private mutating func add(_ characters: UnsafeBufferPointer<UInt8>) {
        guard let parent = open.last, characters.count > 0 else { return }
        // The parser hands long texts over in pieces.
        if let last = nodes.last, last.tag == .text, last.parent == Int32(parent),
            Int(last.start) + Int(last.count) + 1 == text.count
        {
            extend(characters)
            nodes[nodes.count - 1].count = Int32(text.count) - last.start - 1
            return
        }
        let start = append(characters)
        nodes.append(
            HTMLTree.Node(
                tag: .text, parent: Int32(parent), end: Int32(nodes.count + 1), start: start,
                count: Int32(text.count) - start - 1))
    }

    /// Adds what the parser reports, each stretch in its place; where it starts.
    private mutating func append(_ reported: UnsafeBufferPointer<UInt8>) -> Int32 {
        let start = text.append(UnsafeBufferPointer(start: nil, count: 0))
        extend(reported)
        return start
    }

    /// Adds what the parser reports to what was added last.
    private mutating func extend(_ reported: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while let piece = stretches.nextPiece(of: reported, at: &index, from: page) { text.extend(piece) }
    }

    private mutating func close() {
        guard let index = open.popLast() else { return }
        nodes[index].end = Int32(nodes.count)
    }
}

/// Values for names that are told apart by their address.
private struct AddressTable<Value> {
    private var slots: [(address: UnsafePointer<UInt8>, value: Value)?] = Array(repeating: nil, count: 256)

    /// The value kept for an address, or a new one.
    mutating func value(at address: UnsafePointer<UInt8>, make: () -> Value) -> Value {
        let bits = UInt(bitPattern: address)
        let slot = Int((bits ^ (bits >> 8)) & 255)
        if let kept = slots[slot], kept.address == address { return kept.value }
        let value = make()
        slots[slot] = (address, value)
        return value
    }
}

extension HTMLTree {
    /// The nodes inside `index`, itself included.
    func range(of index: Int) -> Range<Int> {
        index..<Int(nodes[index].end)
    }

    /// The bytes of a text, or of a script's source, with a zero after them; empty for other nodes.
    func textBytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let node = nodes[index]
        guard node.tag == .text else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: store.base + Int(node.start), count: Int(node.count))
    }

    /// The sources of the page's scripts, which are no nodes; data blocks (JSON) are.
    var scripts: [UnsafeBufferPointer<UInt8>] {
        scriptPlaces.map { UnsafeBufferPointer(start: store.base + Int($0.start), count: $0.count) }
    }

    /// Whether an element has any attributes.
    func hasAttributes(_ index: Int) -> Bool { nodes[index].tag != .text && nodes[index].count > 0 }

    /// Calls `body` with the name and value of each attribute, both with a zero byte after them.
    func forEachAttribute(
        _ index: Int, _ body: (_ name: UnsafePointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard hasAttributes(index) else { return }
        let node = nodes[index]
        for position in Int(node.start)..<Int(node.start + node.count) {
            let attribute = attributes[position]
            body(
                store.base + Int(attribute.nameStart),
                UnsafeBufferPointer(start: store.base + Int(attribute.valueStart), count: Int(attribute.count)))
        }
    }

    /// The value of an attribute, and `nil` when the element has none of that name.
    func attribute(_ index: Int, _ name: StaticString) -> String? {
        attributeBytes(index, name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of an attribute's value, valid while the tree lives.
    func attributeBytes(_ index: Int, _ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        let node = nodes[index]
        guard node.tag != .text else { return nil }
        for position in Int(node.start)..<Int(node.start + node.count) {
            let attribute = attributes[position]
            if spells(store.base + Int(attribute.nameStart), name) {
                return UnsafeBufferPointer(start: store.base + Int(attribute.valueStart), count: Int(attribute.count))
            }
        }
        return nil
    }

    /// All text inside a node, blanks collapsed to single spaces, scripts and styles left out.
    func collapsedText(_ index: Int, limit: Int = 4096) -> String {
        var output: [UInt8] = []
        var position = index
        let end = Int(nodes[index].end)
        while position < end, output.count < limit {
            let node = nodes[position]
            if node.tag == .script || node.tag == .style {
                position = Int(node.end)
                continue
            }
            if node.tag == .text {
                for byte in textBytes(position) {
                    if byte <= 0x20 {
                        if let last = output.last, last != 0x20 { output.append(0x20) }
                    } else {
                        output.append(byte)
                    }
                }
            } else if node.tag == .br || node.tag.isBlockLevel, let last = output.last, last != 0x20 {
                output.append(0x20)
            }
            position += 1
        }
        if output.last == 0x20 { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a name ending in a zero byte is `word`, whatever its case.
    private func spells(_ name: UnsafePointer<UInt8>, _ word: StaticString) -> Bool {
        let letters = word.utf8Start
        var index = 0
        while index < word.utf8CodeUnitCount {
            let byte = name[index]
            guard byte == letters[index] || byte | 0x20 == letters[index], byte != 0 else { return false }
            index += 1
        }
        return name[index] == 0
    }
}
