import CLibXML2

/// A parsed page: libxml2's tree, and its elements and texts in document order.
///
/// The order is kept as arrays, with the end of every subtree, so that nothing that walks a page needs recursion: depth
/// costs no stack. The tree is freed with this object.
final class HTMLTree {
    /// One element or text.
    struct Node {
        var tag: HTMLTag
        /// The index of the parent element; -1 for the root.
        var parent: Int32
        /// One past the last node inside this one.
        var end: Int32
        let pointer: xmlNodePtr
    }

    private let document: htmlDocPtr
    private(set) var nodes: [Node] = []

    /// Parses `utf8` as a page; forgiving, as browsers are.
    ///
    /// - Throws: ``IngestionError`` when it is empty, too large, too deep or has too many nodes.
    init(_ utf8: [UInt8], source: String, limits: IngestionLimits) throws {
        if utf8.isEmpty { throw IngestionError(source, .emptyInput) }
        if utf8.count > min(limits.maxBytes, Int(Int32.max) / 2) {
            throw IngestionError(source, .tooLarge(bytes: utf8.count, limit: limits.maxBytes))
        }
        let scan = TagScan(utf8)
        if scan.hasOverlongTag {
            throw IngestionError(source, .damaged("a tag with more than \(TagScan.maxAttributes) attributes"))
        }
        let (parsed, guardian) = Self.parse(scan.bytes, limits: limits)
        if guardian.isTooDeep || guardian.hasTooManyNodes {
            if let parsed { xmlFreeDoc(parsed) }
            throw IngestionError(
                source, guardian.isTooDeep ? .tooDeep(limit: limits.maxDepth) : .tooManyNodes(limit: limits.maxNodes))
        }
        guard let parsed else { throw IngestionError(source, .noContent) }
        document = parsed
        flatten()
    }

    deinit {
        xmlFreeDoc(document)
    }

    /// What the parser is held to while it works.
    private struct Guardian {
        var maxDepth: Int
        var maxNodes: Int
        var elements = 0
        var isTooDeep = false
        var hasTooManyNodes = false
    }

    private static func parse(_ utf8: [UInt8], limits: IngestionLimits) -> (htmlDocPtr?, Guardian) {
        LibXML2.isReady
        var guardian = Guardian(maxDepth: limits.maxDepth, maxNodes: limits.maxNodes)
        let document: htmlDocPtr? = utf8.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            guard let context = htmlCreateMemoryParserCtxt(start, CInt(bytes.count)) else { return nil }
            defer { htmlFreeParserCtxt(context) }
            let options = [
                HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_COMPACT,
                HTML_PARSE_IGNORE_ENC,
            ]
            htmlCtxtUseOptions(context, options.reduce(0) { $0 | CInt(bitPattern: $1.rawValue) })
            // The parser's own limit of 256 cuts a page short in silence; ours, checked below, stops it and says so.
            context.pointee.options |= CInt(bitPattern: XML_PARSE_HUGE.rawValue)
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            return withUnsafeMutablePointer(to: &guardian) { pointer in
                context.pointee._private = UnsafeMutableRawPointer(pointer)
                context.pointee.sax?.pointee.startElement = { raw, name, attributes in
                    guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self),
                        let guardian = context.pointee._private?.assumingMemoryBound(to: Guardian.self)
                    else { return }
                    guardian.pointee.elements += 1
                    guardian.pointee.isTooDeep = Int(context.pointee.nodeNr) >= guardian.pointee.maxDepth
                    // An element is hardly ever followed by more than one text.
                    guardian.pointee.hasTooManyNodes = guardian.pointee.elements > guardian.pointee.maxNodes / 2
                    if guardian.pointee.isTooDeep || guardian.pointee.hasTooManyNodes {
                        xmlStopParser(context)
                    } else {
                        xmlSAX2StartElement(raw, name, attributes)
                    }
                }
                htmlParseDocument(context)
                let document = context.pointee.myDoc
                context.pointee.myDoc = nil
                return document
            }
        }
        return (document, guardian)
    }

    /// Fills `nodes`, in document order and without recursion.
    private func flatten() {
        guard let root = xmlDocGetRootElement(document) else { return }
        // libxml2 keeps one copy of each name in a document, so its address stands for it.
        var tags: [UnsafePointer<xmlChar>: HTMLTag] = [:]
        var open: [Int] = []
        var current: xmlNodePtr? = root
        while let node = current {
            var index: Int?
            switch node.pointee.type {
            case XML_ELEMENT_NODE:
                if let name = node.pointee.name {
                    let tag: HTMLTag
                    if let known = tags[name] {
                        tag = known
                    } else {
                        tag = HTMLTag(name: String(cString: name).lowercased())
                        tags[name] = tag
                    }
                    index = append(tag, node, parent: open.last)
                }
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if node.pointee.content != nil { _ = append(.text, node, parent: open.last) }
            default: break
            }
            if let index, let child = node.pointee.children {
                open.append(index)
                current = child
                continue
            }
            var next: xmlNodePtr? = node
            while let from = next, from.pointee.next == nil, !open.isEmpty {
                nodes[open.removeLast()].end = Int32(nodes.count)
                next = from.pointee.parent
            }
            // The root has no siblings worth reading; all content is inside it.
            current = open.isEmpty ? nil : next?.pointee.next
        }
    }

    private func append(_ tag: HTMLTag, _ node: xmlNodePtr, parent: Int?) -> Int {
        nodes.append(Node(tag: tag, parent: Int32(parent ?? -1), end: Int32(nodes.count + 1), pointer: node))
        return nodes.count - 1
    }
}

extension HTMLTree {
    /// The nodes inside `index`, itself included.
    func range(of index: Int) -> Range<Int> {
        index..<Int(nodes[index].end)
    }

    /// The bytes of a text, or of a script's source; empty for other nodes.
    func textBytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let content = nodes[index].pointer.pointee.content else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
    }

    /// The value of an attribute, and `nil` when the element has none of that name.
    func attribute(_ index: Int, _ name: StaticString) -> String? {
        attributeBytes(index, name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of an attribute's value, valid while the tree lives.
    func attributeBytes(_ index: Int, _ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard nodes[index].tag != .text else { return nil }
        var attribute = nodes[index].pointer.pointee.properties
        while let current = attribute {
            if let found = current.pointee.name, strcmpIgnoringCase(found, name) {
                guard let content = current.pointee.children?.pointee.content else {
                    return UnsafeBufferPointer(start: nil, count: 0)
                }
                return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
            }
            attribute = current.pointee.next
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

    private func strcmpIgnoringCase(_ bytes: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
        let letters = name.utf8Start
        var index = 0
        while index < name.utf8CodeUnitCount {
            let byte = bytes[index]
            guard byte == letters[index] || byte | 0x20 == letters[index], byte != 0 else { return false }
            index += 1
        }
        return bytes[index] == 0
    }
}
