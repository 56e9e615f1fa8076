import CLibXML2
import Foundation

/// One element of an ``XMLTree``; valid while the tree lives.
struct XMLNode: Equatable {
    let pointer: xmlNodePtr

    /// Child elements, in order.
    var elements: some Sequence<XMLNode> {
        sequence(state: pointer.pointee.children) { next -> XMLNode? in
            while let node = next {
                next = node.pointee.next
                if node.pointee.type == XML_ELEMENT_NODE { return XMLNode(pointer: node) }
            }
            return nil
        }
    }

    var hasElements: Bool {
        var child = pointer.pointee.children
        while let node = child {
            if node.pointee.type == XML_ELEMENT_NODE { return true }
            child = node.pointee.next
        }
        return false
    }

    var isEmpty: Bool { pointer.pointee.children == nil }

    /// The name without its prefix, as written.
    var localName: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

    /// The name with its prefix, as written.
    var qualifiedName: String {
        guard let prefix = pointer.pointee.ns?.pointee.prefix else { return localName }
        return "\(String(cString: prefix)):\(localName)"
    }

    /// The value of an attribute by its local name, so that `xml:lang` is found as `lang` and `rdf:about` as `about`;
    /// `nil` when there is none.
    func attribute(_ name: StaticString) -> String? {
        var attribute = pointer.pointee.properties
        while let current = attribute {
            if let found = current.pointee.name, strcasecmp(UnsafePointer(found).asChars, name.chars) == 0 {
                return XMLText.value(ofAttribute: current)
            }
            attribute = current.pointee.next
        }
        return nil
    }

    /// All text inside, entities read; blanks at the ends dropped.
    func text(budget: inout Int) throws(EntityBudgetExceeded) -> String {
        // Nearly always a single text.
        if let only = pointer.pointee.children, only.pointee.next == nil, only.pointee.type == XML_TEXT_NODE,
            let content = only.pointee.content
        {
            return XMLText.trimmed(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
        }
        return try XMLText.write(inside: pointer, asMarkup: false, budget: &budget)
    }

    /// What is inside, written as markup: elements with their attributes, all else as escaped text.
    func markup(budget: inout Int) throws(EntityBudgetExceeded) -> String {
        try XMLText.write(inside: pointer, asMarkup: true, budget: &budget)
    }

    /// The address relative links inside are read against, as `xml:base` of this element and those around it state it.
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
}

extension UnsafePointer<xmlChar> {
    fileprivate var asChars: UnsafePointer<CChar> { UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self) }
}

extension StaticString {
    fileprivate var chars: UnsafePointer<CChar> { UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self) }
}

/// More text came out of entities than a feed needs.
struct EntityBudgetExceeded: Error {}
