import Foundation

/// Makes the addresses in content absolute, and lets only harmless ones through.
struct AddressResolver: Sendable {
    /// The address relative ones are read against; `nil` when it isn't known.
    let base: URL?
    /// Scheme and host of ``base`` as they are written.
    private let origin: [UInt8]?

    init(base: String?) {
        let found = base.flatMap { URL(string: $0) }.flatMap { url in
            ["http", "https"].contains(url.scheme?.lowercased() ?? "") && url.host() != nil ? url : nil
        }
        self.base = found
        origin = found.flatMap { url in
            let text = url.absoluteString.utf8
            guard let scheme = url.scheme?.utf8.count, text.dropFirst(scheme).starts(with: "://".utf8) else {
                return nil
            }
            let host = text.dropFirst(scheme + 3).prefix { !"/?#".utf8.contains($0) }
            return Array(text.prefix(scheme + 3)) + Array(host)
        }
    }

    /// `address` as `http`, `https`, `mailto` or `#fragment`; `nil` for all others, and for relative ones without a base.
    ///
    /// Blanks and control characters are dropped before the scheme is read, as browsers do: `java\tscript:` is no way
    /// around it. What is returned is printable ASCII without quotes or angle brackets, at most ``longest`` bytes of it:
    /// a longer address would lead elsewhere once cut.
    func resolve(_ address: some Collection<UInt8>) -> String? {
        guard address.count <= Self.longest else { return nil }
        let plain = address.withContiguousStorageIfAvailable { resolvePlain($0) } ?? nil
        guard let resolved = plain ?? harmless(address), resolved.utf8.count <= Self.longest else { return nil }
        return resolved
    }

    private static let longest = 4096

    private func harmless(_ address: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        for byte in address {
            if byte > 0x20, byte != 0x7F {
                bytes.append(byte)
            } else if byte == 0x20, !bytes.isEmpty {
                bytes += Array("%20".utf8)
            }
        }
        while bytes.suffix(3).elementsEqual("%20".utf8) { bytes.removeLast(3) }
        guard let first = bytes.first else { return nil }
        if first == UInt8(ascii: "#") { return bytes.count > 1 ? Self.escaped(bytes) : nil }
        if let scheme = Self.scheme(of: bytes) {
            switch scheme {
            case "http", "https":
                // "http:foo" and "http://" lead nowhere.
                let rest = bytes.dropFirst(scheme.utf8.count + 1)
                return rest.starts(with: "//".utf8) && rest.count > 2 ? Self.escaped(bytes) : nil
            case "mailto": return Self.escaped(bytes)
            default: return nil
            }
        }
        // A colon before any slash may be a scheme in some disguise.
        let head = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard !head.contains(UInt8(ascii: ":")), let base else { return nil }
        let slashes = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
        let relative = Self.escaped(slashes)
        guard let url = URL(string: relative, relativeTo: base)?.absoluteURL,
            ["http", "https"].contains(url.scheme?.lowercased() ?? "")
        else { return nil }
        return Self.escaped(Array(url.absoluteString.utf8))
    }

    /// The same for the addresses that most are: absolute, or from the root of the host, and in letters that need no care;
    /// `nil` for all others, harmless or not.
    private func resolvePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard (2..<2048).contains(bytes.count) else { return nil }
        var last: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"),
                UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: ":"):
                break
            // "/./" and "/../" are taken out of a relative address.
            case UInt8(ascii: ".") where last != UInt8(ascii: "/"): break
            default: return nil
            }
            last = byte
        }
        let isAbsolute = bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8)
        if isAbsolute {
            return bytes.count > 8 && bytes[8] != UInt8(ascii: "/") ? String(decoding: bytes, as: UTF8.self) : nil
        }
        guard let origin, bytes[0] == UInt8(ascii: "/"), bytes[1] != UInt8(ascii: "/") else { return nil }
        return String(decoding: origin + bytes, as: UTF8.self)
    }

    /// The letters before the first colon, in lower case, when they can be a scheme.
    private static func scheme(of bytes: [UInt8]) -> String? {
        var name: [UInt8] = []
        for byte in bytes.prefix(32) {
            switch byte {
            case UInt8(ascii: ":"): return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
                UInt8(ascii: "-"), UInt8(ascii: "."):
                name.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
            default: return nil
            }
        }
        return nil
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x80..., UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "`"),
                UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"):
                output += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
