import CLibXML2

/// A parsed XML document: libxml2's tree, freed with this object.
///
/// Nothing is fetched and nothing is read from files; entities are not replaced by the parser. Declared entities that
/// refer to others, or could make a small document large, stop the parser.
final class XMLTree {
    private let document: xmlDocPtr
    /// The outermost element; further ones that a damaged document has follow it.
    let root: XMLNode
    /// Whether the document had to be repaired to be read.
    let isWellFormed: Bool
    /// Names of entities whose content lies elsewhere; they were not fetched.
    let externalEntities: [String]
    /// Whether addresses may be read against an `xml:base`; looking for it at every element takes long.
    let hasBase: Bool
    /// What elements are named, by the place of the name and its namespace, of which libxml2 keeps one copy each.
    private var names: [NameKey: FeedName] = [:]

    private struct NameKey: Hashable {
        var local: UnsafePointer<xmlChar>
        var namespace: UnsafeMutablePointer<xmlNs>?
    }

    /// - Throws: ``IngestionError`` when the document is empty, over a limit, has no element, or declares entities that
    ///   expand.
    init(_ utf8: [UInt8], source: String, limits: IngestionLimits) throws {
        if utf8.isEmpty { throw IngestionError(source, .emptyInput) }
        if utf8.count > min(limits.maxBytes, Int(Int32.max) / 2) {
            throw IngestionError(source, .tooLarge(bytes: utf8.count, limit: limits.maxBytes))
        }
        if TagScan.hasOverlongTag(utf8) {
            throw IngestionError(source, .damaged("a tag with more than \(TagScan.maxAttributes) attributes"))
        }
        let (parsed, guardian) = Self.parsed(CommentScan.blanked(utf8) ?? utf8, limits: limits)
        let refusal: IngestionError.Reason? =
            guardian.expandsEntities
            ? .entityExpansion
            : guardian.isTooDeep
                ? .tooDeep(limit: guardian.maxDepth)
                : guardian.hasTooManyNodes ? .tooManyNodes(limit: guardian.maxNodes) : nil
        if let refusal {
            if let parsed { xmlFreeDoc(parsed) }
            throw IngestionError(source, refusal)
        }
        guard let parsed else { throw IngestionError(source, .notAFeed(found: "text that is no XML")) }
        guard let element = xmlDocGetRootElement(parsed) else {
            xmlFreeDoc(parsed)
            throw IngestionError(source, .notAFeed(found: "XML without any element"))
        }
        document = parsed
        root = XMLNode(pointer: element)
        isWellFormed = guardian.isWellFormed
        externalEntities = guardian.externalEntities
        hasBase = guardian.hasBase
    }

    /// What an element is, in the vocabulary of feeds.
    func name(of node: XMLNode) -> FeedName {
        guard let local = node.pointer.pointee.name else { return .other }
        let namespace = node.pointer.pointee.ns
        let key = NameKey(local: local, namespace: namespace)
        if let known = names[key] { return known }
        let name: FeedName
        let text = String(cString: local)
        if let namespace {
            name = FeedName(
                local: text, prefix: namespace.pointee.prefix.map { String(cString: $0) },
                namespace: namespace.pointee.href.map { String(cString: $0) })
        } else if let colon = text.firstIndex(of: ":") {
            // A prefix that is bound to nothing stays in the name.
            name = FeedName(
                local: String(text[text.index(after: colon)...]), prefix: String(text[..<colon]), namespace: nil)
        } else {
            name = FeedName(local: text, prefix: nil, namespace: nil)
        }
        names[key] = name
        return name
    }

    deinit {
        xmlFreeDoc(document)
    }

    /// Whether an element is Atom's, wherever it stands.
    func isAtom(_ node: XMLNode) -> Bool {
        guard let namespace = node.pointer.pointee.ns?.pointee.href else {
            return node.localName.hasPrefix("atom")
        }
        return String(cString: namespace).lowercased().contains("atom")
    }

    /// What the parser is held to while it works.
    private struct Guardian {
        /// libxml2 itself stops at 256 without saying so; a feed needs ten.
        var maxDepth: Int
        var maxNodes: Int
        var stretches: (PlainStretches, texts: UnsafeBufferPointer<UInt8>)?
        var elements = 0
        var entities = 0
        var isTooDeep = false
        var hasTooManyNodes = false
        var expandsEntities = false
        var isWellFormed = true
        var externalEntities: [String] = []
        var hasBase = false

        /// - Parameter values: Five pointers for each attribute, its name the first of them.
        mutating func lookForBase(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: CInt) {
            guard let values, !hasBase else { return }
            for number in 0..<Int(count) {
                guard let name = values[5 * number], name[0] == UInt8(ascii: "b") else { continue }
                hasBase = hasBase || String(cString: name) == "base"
            }
        }
    }

    private static func parsed(_ utf8: [UInt8], limits: IngestionLimits) -> (xmlDocPtr?, Guardian) {
        if let short = CharacterData(utf8) {
            let (document, guardian) = short.texts.withUnsafeBufferPointer { texts in
                parse(short.bytes, standingFor: (short.stretches, texts), limits: limits)
            }
            // In a damaged document a text may not be what it looks like.
            if guardian.isWellFormed { return (document, guardian) }
            if let document { xmlFreeDoc(document) }
        }
        return parse(utf8, limits: limits)
    }

    /// - Parameter stretches: What was taken out of the document.
    private static func parse(
        _ utf8: [UInt8], standingFor stretches: (PlainStretches, texts: UnsafeBufferPointer<UInt8>)? = nil,
        limits: IngestionLimits
    ) -> (xmlDocPtr?, Guardian) {
        LibXML2.isReady
        var guardian = Guardian(maxDepth: min(limits.maxDepth, 250), maxNodes: limits.maxNodes, stretches: stretches)
        let document: xmlDocPtr? = utf8.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            guard let context = xmlCreateMemoryParserCtxt(start, CInt(bytes.count)) else { return nil }
            defer { xmlFreeParserCtxt(context) }
            // Not among them: NOENT, DTDLOAD, DTDATTR, XINCLUDE and HUGE.
            let options = [
                XML_PARSE_RECOVER, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NONET, XML_PARSE_COMPACT,
                XML_PARSE_NOCDATA, XML_PARSE_IGNORE_ENC,
            ]
            xmlCtxtUseOptions(context, options.reduce(0) { $0 | CInt(bitPattern: $1.rawValue) })
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            return withUnsafeMutablePointer(to: &guardian) { pointer in
                context.pointee._private = UnsafeMutableRawPointer(pointer)
                watchElements(context)
                watchEntities(context)
                if stretches != nil { watchTexts(context) }
                xmlParseDocument(context)
                pointer.pointee.isWellFormed = context.pointee.wellFormed != 0
                let document = context.pointee.myDoc
                context.pointee.myDoc = nil
                return document
            }
        }
        return (document, guardian)
    }

    private static func watchElements(_ context: xmlParserCtxtPtr) {
        context.pointee.sax?.pointee.startElementNs = {
            raw, name, prefix, uri, namespaces, list, attributes, defaults, values in
            guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self),
                let guardian = context.pointee._private?.assumingMemoryBound(to: Guardian.self)
            else { return }
            guardian.pointee.elements += 1
            if attributes > 0 { guardian.pointee.lookForBase(values, count: attributes) }
            guardian.pointee.isTooDeep = Int(context.pointee.nodeNr) >= guardian.pointee.maxDepth
            // Prefixes in scope are searched one by one for every element.
            guardian.pointee.hasTooManyNodes =
                guardian.pointee.elements > guardian.pointee.maxNodes / 2 || context.pointee.nsNr > 2000
            if guardian.pointee.isTooDeep || guardian.pointee.hasTooManyNodes {
                xmlStopParser(context)
            } else {
                xmlSAX2StartElementNs(raw, name, prefix, uri, namespaces, list, attributes, defaults, values)
            }
        }
        context.pointee.sax?.pointee.startDocument = { raw in
            xmlSAX2StartDocument(raw)
            // As if a DTD elsewhere declared them, unknown entities such as &nbsp; stay in the tree by name instead of
            // being dropped; nothing is loaded.
            raw?.assumingMemoryBound(to: xmlParserCtxt.self).pointee.hasExternalSubset = 1
        }
    }

    private static func watchTexts(_ context: xmlParserCtxtPtr) {
        let characters: charactersSAXFunc = { raw, bytes, length in
            guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self), let bytes,
                let guardian = context.pointee._private?.assumingMemoryBound(to: Guardian.self),
                let texts = guardian.pointee.stretches?.texts
            else { return }
            let text = UnsafeBufferPointer(start: bytes, count: Int(length))
            var index = 0
            while let piece = guardian.pointee.stretches?.0.nextPiece(of: text, at: &index, from: texts) {
                if let start = piece.baseAddress, !piece.isEmpty { xmlSAX2Characters(raw, start, CInt(piece.count)) }
            }
        }
        context.pointee.sax?.pointee.characters = characters
        context.pointee.sax?.pointee.ignorableWhitespace = characters
    }

    private static func watchEntities(_ context: xmlParserCtxtPtr) {
        context.pointee.sax?.pointee.entityDecl = { raw, name, type, publicID, systemID, content in
            guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self), let name,
                let guardian = context.pointee._private?.assumingMemoryBound(to: Guardian.self)
            else { return }
            guardian.pointee.entities += 1
            guard type == CInt(XML_INTERNAL_GENERAL_ENTITY.rawValue), let content else {
                guardian.pointee.externalEntities.append(String(cString: name))
                // It stands for nothing, rather than for its own name.
                if type == CInt(XML_EXTERNAL_GENERAL_PARSED_ENTITY.rawValue) {
                    var nothing: xmlChar = 0
                    xmlSAX2EntityDecl(
                        raw, name, CInt(XML_INTERNAL_GENERAL_ENTITY.rawValue), nil, nil, &nothing)
                }
                return
            }
            let text = UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
            if EntityText.refersToOthers(text) || text.count > 1000 || guardian.pointee.entities > 500 {
                guardian.pointee.expandsEntities = true
                xmlStopParser(context)
                return
            }
            xmlSAX2EntityDecl(raw, name, type, publicID, systemID, content)
        }
        context.pointee.sax?.pointee.unparsedEntityDecl = { _, _, _, _, _ in }
        context.pointee.sax?.pointee.externalSubset = { _, _, _, _ in }
        context.pointee.sax?.pointee.resolveEntity = { _, _, _ in nil }
    }
}

/// The content of declared entities.
enum EntityText {
    /// Whether it names another entity: the seed of every expansion bomb. Character references don't count.
    static func refersToOthers(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = content[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            rest = rest[(start + 1)...]
            let name = rest.prefix { $0 != UInt8(ascii: ";") }.prefix(8)
            let isPlain =
                name.first == UInt8(ascii: "#")
                || ["amp", "lt", "gt", "quot", "apos"].contains(String(decoding: name, as: UTF8.self))
            if !isPlain { return true }
        }
        return content.contains(UInt8(ascii: "%")) && content.contains(UInt8(ascii: ";"))
            && content.contains(UInt8(ascii: "<"))
    }
}
