/// A JSON text taken apart: no recursion, members in their order, numbers as they are written.
///
/// Foundation's reader keeps neither the order of members nor the digits of large numbers, which are identifiers and
/// epoch times in what we read.
struct JSONParser {
    /// One value.
    enum Node {
        case null
        case bool(Bool)
        /// The number's own text.
        case number(String)
        case string(String)
        case array([Node])
        case object(JSONMembers)
    }

    enum Failure: Error, Equatable {
        case notJSON
        case tooDeep(limit: Int)
    }

    /// Deep enough for any export, shallow enough for values to be freed without exhausting the stack.
    static let maxDepth = 256

    private let bytes: [UInt8]
    private var position = 0
    private var open: [Container] = []

    /// An array or object whose end has not been met. Filled in place: a copy for each member would make long arrays
    /// quadratic.
    private struct Container {
        var isObject: Bool
        var items: [Node] = []
        var members = JSONMembers()
        /// The name whose value is read next.
        var name = ""

        var node: Node { isObject ? .object(members) : .array(items) }
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The value of a whole JSON text.
    ///
    /// - Throws: ``Failure``.
    static func parse(_ bytes: [UInt8]) throws(Failure) -> Node {
        var parser = JSONParser(bytes)
        let node = try parser.value()
        parser.skipBlanks()
        guard parser.position == bytes.count else { throw .notJSON }
        return node
    }

    /// Reads values until the outermost is whole.
    private mutating func value() throws(Failure) -> Node {
        while true {
            guard var node = try beginning() else { continue }
            // What closes with this value closes now.
            while !open.isEmpty {
                skipBlanks()
                if try add(node) { break }
                node = open.removeLast().node
            }
            if open.isEmpty { return node }
        }
    }

    /// Puts a value into the innermost container.
    ///
    /// - Returns: Whether another value follows; `false` when the container has ended.
    private mutating func add(_ node: Node) throws(Failure) -> Bool {
        let last = open.count - 1
        if open[last].isObject {
            open[last].members.set(open[last].name, node)
            if skip(0x7D) { return false }
        } else {
            open[last].items.append(node)
            if skip(0x5D) { return false }
        }
        guard skip(0x2C) else { throw .notJSON }
        if open[last].isObject { open[last].name = try name() }
        return true
    }

    /// A value that is whole at once; `nil` when an array or object has been opened.
    private mutating func beginning() throws(Failure) -> Node? {
        skipBlanks()
        guard position < bytes.count else { throw .notJSON }
        switch bytes[position] {
        case 0x7B:
            position += 1
            skipBlanks()
            if skip(0x7D) { return .object(JSONMembers()) }
            try deepen(Container(isObject: true, name: try name()))
            return nil
        case 0x5B:
            position += 1
            skipBlanks()
            if skip(0x5D) { return .array([]) }
            try deepen(Container(isObject: false))
            return nil
        case 0x22: return .string(try string())
        case 0x74 where skip("true"): return .bool(true)
        case 0x66 where skip("false"): return .bool(false)
        case 0x6E where skip("null"): return .null
        case 0x2D, 0x30...0x39: return .number(try number())
        default: throw .notJSON
        }
    }

    private mutating func deepen(_ container: Container) throws(Failure) {
        guard open.count < Self.maxDepth else { throw .tooDeep(limit: Self.maxDepth) }
        open.append(container)
    }

    private mutating func name() throws(Failure) -> String {
        skipBlanks()
        let name = try string()
        skipBlanks()
        guard skip(0x3A) else { throw .notJSON }
        return name
    }

    private mutating func number() throws(Failure) -> String {
        let start = position
        _ = skip(0x2D)
        guard skipDigits() else { throw .notJSON }
        if skip(0x2E), !skipDigits() { throw .notJSON }
        if skip(0x65) || skip(0x45) {
            if !skip(0x2B) { _ = skip(0x2D) }
            guard skipDigits() else { throw .notJSON }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipDigits() -> Bool {
        let start = position
        while position < bytes.count, bytes[position].isDigit { position += 1 }
        return position > start
    }

    // MARK: Strings

    private mutating func string() throws(Failure) -> String {
        guard skip(0x22) else { throw .notJSON }
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case 0x22:
                position += 1
                return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
            case 0x5C: return try escapedString(from: start)
            default: position += 1
            }
        }
        throw .notJSON
    }

    /// A string with escapes in it; what stands before the first is taken as it is.
    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var result = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case 0x22: return String(decoding: result, as: UTF8.self)
            case 0x5C:
                guard position < bytes.count else { throw .notJSON }
                let mark = bytes[position]
                position += 1
                switch mark {
                case 0x22, 0x5C, 0x2F: result.append(mark)
                case 0x62: result.append(0x08)
                case 0x66: result.append(0x0C)
                case 0x6E: result.append(0x0A)
                case 0x72: result.append(0x0D)
                case 0x74: result.append(0x09)
                case 0x75: result += String(try scalar()).utf8
                default: throw .notJSON
                }
            default: result.append(byte)
            }
        }
        throw .notJSON
    }

    /// The scalar of `\u` and four digits, of two such in a row when they are a pair; U+FFFD for half a pair.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        guard let first = hex(at: position) else { throw .notJSON }
        position += 4
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), position + 6 <= bytes.count, bytes[position] == 0x5C,
            bytes[position + 1] == 0x75, let second = hex(at: position + 2), (0xDC00..<0xE000).contains(second)
        else { return "\u{FFFD}" }
        position += 6
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private func hex(at index: Int) -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<(index + 4)] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }

    // MARK: Marks

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count,
            (0..<count).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
        else { return false }
        position += count
        return true
    }
}

/// The members of a JSON object in their order; of a name given twice the last value counts.
struct JSONMembers {
    private(set) var list: [(name: String, value: JSONParser.Node)] = []
    /// Where each name stands, once there are too many to look through.
    private var places: [String: Int] = [:]

    subscript(name: String) -> JSONParser.Node? {
        place(of: name).map { list[$0].value }
    }

    mutating func set(_ name: String, _ value: JSONParser.Node) {
        if let place = place(of: name) {
            list[place].value = value
            return
        }
        list.append((name, value))
        if list.count == 17 {
            for (index, member) in list.enumerated() { places[member.name] = index }
        } else if list.count > 17 {
            places[name] = list.count - 1
        }
    }

    private func place(of name: String) -> Int? {
        list.count > 16 ? places[name] : list.firstIndex { $0.name == name }
    }
}
