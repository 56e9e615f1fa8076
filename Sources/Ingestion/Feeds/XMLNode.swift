import CLibXML2
import Foundation

/// One element of an ``XMLTree``; valid while the tree lives.
struct XMLNode {
    let pointer: xmlNodePtr

    /// The name with the prefix its namespace usually has: `title`, `dc:creator`, `content:encoded`.
    ///
    /// The namespaces of feeds themselves have no prefix. An undeclared prefix stands as written.
    var name: String {
        let local = pointer.pointee.name.map { String(cString: $0) } ?? ""
        guard let namespace = pointer.pointee.ns else { return local }
        let address = namespace.pointee.href.map { String(cString: $0) } ?? ""
        if let prefix = Self.prefixes[address.lowercased()] { return prefix.isEmpty ? local : "\(prefix):\(local)" }
        guard let prefix = namespace.pointee.prefix else { return "\(address.isEmpty ? "" : "other:")\(local)" }
        return "\(String(cString: prefix)):\(local)"
    }

    /// Child elements, in order.
    var elements: some Sequence<XMLNode> {
        sequence(first: pointer.pointee.children) { $0?.pointee.next }
            .lazy.compactMap { $0 }.filter { $0.pointee.type == XML_ELEMENT_NODE }.map { XMLNode(pointer: $0) }
    }

    func first(_ names: String...) -> XMLNode? {
        for name in names {
            if let element = elements.first(where: { $0.name == name }) { return element }
        }
        return nil
    }

    /// The value of an attribute without namespace, or of `xml:lang` by its local name; `nil` when there is none.
    func attribute(_ name: String) -> String? {
        var attribute = pointer.pointee.properties
        while let current = attribute {
            if let found = current.pointee.name, String(cString: found) == name, let value = current.pointee.children {
                return value.pointee.content.map { String(cString: $0) }
            }
            attribute = current.pointee.next
        }
        return nil
    }

    /// All text inside, entities read; blanks at the ends dropped.
    func text(budget: inout Int) throws(EntityBudgetExceeded) -> String {
        var bytes: [UInt8] = []
        var current: xmlNodePtr? = pointer.pointee.children
        while let node = current {
            switch node.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = node.pointee.content {
                    bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
                }
            case XML_ENTITY_REF_NODE:
                let expansion = Self.expansion(of: node)
                budget -= expansion.count
                if budget < 0 { throw EntityBudgetExceeded() }
                bytes += expansion
            case XML_ELEMENT_NODE:
                if let child = node.pointee.children {
                    current = child
                    continue
                }
            default: break
            }
            var next: xmlNodePtr? = node
            while let from = next, from.pointee.next == nil, from.pointee.parent != pointer {
                next = from.pointee.parent
            }
            current = next?.pointee.next
        }
        var slice = bytes[...]
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        return String(decoding: slice.drop { $0 <= 0x20 }, as: UTF8.self)
    }

    /// What is inside, written as HTML.
    var innerHTML: String {
        guard let buffer = xmlBufferCreate() else { return "" }
        defer { xmlBufferFree(buffer) }
        var child = pointer.pointee.children
        while let node = child {
            htmlNodeDump(buffer, pointer.pointee.doc, node)
            child = node.pointee.next
        }
        return buffer.pointee.content.map { String(cString: $0) } ?? ""
    }

    /// The address relative links inside are read against, when the document states one (`xml:base`).
    var base: String? {
        var stated: [String] = []
        var current: xmlNodePtr? = pointer
        while let node = current, node.pointee.type == XML_ELEMENT_NODE {
            if let base = XMLNode(pointer: node).attribute("base") { stated.append(base) }
            current = node.pointee.parent
        }
        var result: URL?
        for base in stated.reversed() { result = URL(string: base, relativeTo: result)?.absoluteURL ?? result }
        return result?.absoluteString
    }

    private static func expansion(of node: xmlNodePtr) -> [UInt8] {
        guard let name = node.pointee.name else { return [] }
        if let known = htmlEntityLookup(name), let scalar = Unicode.Scalar(known.pointee.value) {
            return Array(String(Character(scalar)).utf8)
        }
        guard let entity = xmlGetDocEntity(node.pointee.doc, name), let content = entity.pointee.content else {
            return []
        }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    }

    private static let prefixes: [String: String] = [
        "http://www.w3.org/2005/atom": "", "http://purl.org/atom/ns#": "", "http://www.w3.org/2005/atom/": "",
        "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
        "http://channel.netscape.com/rdf/simple/0.9/": "", "http://backend.userland.com/rss2": "",
        "http://backend.userland.com/rss": "", "http://blogs.law.harvard.edu/tech/rss": "",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms", "http://purl.org/rss/1.0/modules/content/": "content",
        "http://www.w3.org/1999/xhtml": "xhtml", "http://search.yahoo.com/mrss/": "media",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    ]
}

/// More text came out of entities than a feed needs.
struct EntityBudgetExceeded: Error {}
