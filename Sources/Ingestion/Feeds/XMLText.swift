import CLibXML2

/// Writes what is inside an element of an ``XMLTree``, without recursion.
enum XMLText {
    /// The texts inside `parent`, blanks at the ends dropped.
    ///
    /// - Parameter asMarkup: Whether elements are written as well, and texts escaped; else texts stand as they are.
    static func write(
        inside parent: xmlNodePtr, asMarkup: Bool, budget: inout Int
    ) throws(EntityBudgetExceeded) -> String {
        var output: [UInt8] = []
        var current: xmlNodePtr? = parent.pointee.children
        while let node = current {
            switch node.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = node.pointee.content {
                    let bytes = UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
                    if asMarkup { Escape.text(bytes, into: &output) } else { output.append(contentsOf: bytes) }
                }
            case XML_ENTITY_REF_NODE:
                let expansion = Self.expansion(of: node)
                budget -= expansion.count
                if budget < 0 { throw EntityBudgetExceeded() }
                if asMarkup {
                    expansion.withUnsafeBufferPointer { Escape.text($0, into: &output) }
                } else {
                    output += expansion
                }
            case XML_ELEMENT_NODE:
                if asMarkup { open(node, into: &output) }
                if let child = node.pointee.children {
                    current = child
                    continue
                }
                if asMarkup { close(node, into: &output) }
            default: break
            }
            var next: xmlNodePtr? = node
            while let from = next, from.pointee.next == nil, let above = from.pointee.parent, above != parent {
                if asMarkup { close(above, into: &output) }
                next = above
            }
            current = next?.pointee.next
        }
        return output.withUnsafeBufferPointer { trimmed($0) }
    }

    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var start = 0
        var end = bytes.count
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        while start < end, bytes[start] <= 0x20 { start += 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }

    /// An attribute's value: its texts, and the few entities that may stand between them.
    static func value(ofAttribute attribute: UnsafeMutablePointer<xmlAttr>) -> String? {
        guard let first = attribute.pointee.children else { return "" }
        if first.pointee.next == nil, first.pointee.type == XML_TEXT_NODE {
            return first.pointee.content.map { String(cString: $0) }
        }
        var output: [UInt8] = []
        var current: xmlNodePtr? = first
        while let node = current, output.count < 65_536 {
            if node.pointee.type == XML_ENTITY_REF_NODE {
                output += expansion(of: node)
            } else if let content = node.pointee.content {
                output.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
            }
            current = node.pointee.next
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func open(_ node: xmlNodePtr, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "<"))
        write(node.pointee.name, into: &output)
        var attribute = node.pointee.properties
        while let current = attribute {
            output.append(0x20)
            write(current.pointee.name, into: &output)
            output += "=\"".utf8
            var value = Self.value(ofAttribute: current) ?? ""
            value.withUTF8 { Escape.attribute($0, into: &output) }
            output.append(UInt8(ascii: "\""))
            attribute = current.pointee.next
        }
        output.append(UInt8(ascii: ">"))
    }

    private static func close(_ node: xmlNodePtr, into output: inout [UInt8]) {
        // HTML has no end tags for these: `</br>` would be read as another one.
        if node.pointee.children == nil, ["br", "img", "hr", "wbr", "input", "col"].contains(localName(node)) {
            return
        }
        output += "</".utf8
        write(node.pointee.name, into: &output)
        output.append(UInt8(ascii: ">"))
    }

    private static func localName(_ node: xmlNodePtr) -> String {
        node.pointee.name.map { String(cString: $0) } ?? ""
    }

    private static func write(_ name: UnsafePointer<xmlChar>?, into output: inout [UInt8]) {
        guard let name else { return }
        output.append(contentsOf: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
    }

    /// What a reference stands for: a character of HTML, or the text of an entity the document declares.
    private static func expansion(of node: xmlNodePtr) -> [UInt8] {
        guard let name = node.pointee.name else { return [] }
        if let known = htmlEntityLookup(name), let scalar = Unicode.Scalar(known.pointee.value) {
            return Array(String(Character(scalar)).utf8)
        }
        guard let entity = xmlGetDocEntity(node.pointee.doc, name) else {
            // Declared nowhere: it is an ampersand that nobody escaped.
            return Array("&\(String(cString: name));".utf8)
        }
        guard let content = entity.pointee.content else { return [] }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    }
}
