import Foundation

/// The bytes of one source and what is known about them.
public struct SourceDocument: Sendable {
    /// The path or URL as the caller gave it; `-` for standard input.
    public var source: String
    public var bytes: Data
    /// What stays the same when the source is read again: a path relative to the knowledge base, or an address. `nil` when
    /// only the content can tell, as for standard input.
    public var identity: String?
    /// What the transport says, such as `text/html; charset=iso-8859-1`.
    public var contentType: String?
    /// Where the last redirect led.
    public var finalURL: String?

    public init(
        source: String, bytes: Data, identity: String? = nil, contentType: String? = nil, finalURL: String? = nil
    ) {
        self.source = source
        self.bytes = bytes
        self.identity = identity
        self.contentType = contentType
        self.finalURL = finalURL
    }

    /// Whether the source is a web address.
    var isAddress: Bool { WebAddress.isAddress(source) }

    /// The `charset` of the content type.
    var charset: String? {
        guard let contentType else { return nil }
        for part in contentType.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmed.lowercased() == "charset" else { continue }
            let value = pair[1].trimmed.filter { $0 != "\"" && $0 != "'" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    /// The content type without parameters, in lower case.
    var mediaType: String? {
        contentType?.split(separator: ";").first.map { $0.trimmed.lowercased() }
    }

    /// The last part of the path, in lower case, without `.gz`.
    var name: String {
        var path = finalURL ?? source
        if WebAddress.isAddress(path), let end = path.firstIndex(where: { $0 == "?" || $0 == "#" }) {
            path = String(path[..<end])
        }
        var name = (path.split(separator: "/").last.map(String.init) ?? path).lowercased()
        if name.hasSuffix(".gz") { name.removeLast(3) }
        return name
    }

    /// The name's ending without the dot; empty when it has none.
    var nameExtension: String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    }
}

/// Addresses of the web, by their words alone.
public enum WebAddress {
    /// Whether a text is an `http` or `https` address.
    public static func isAddress(_ text: String) -> Bool {
        let head = text.prefix(8).lowercased()
        return head.hasPrefix("http://") || head.hasPrefix("https://")
    }

    /// An address with its host in lower case, the empty path as `/`, and without its fragment unless asked to keep it.
    static func normalised(_ text: String, keepsFragment: Bool = false) -> String {
        let bare = keepsFragment ? text : text.split(separator: "#", maxSplits: 1).first.map(String.init) ?? text
        if isNormalised(bare) { return bare }
        guard var parts = URLComponents(string: bare) else { return bare }
        parts.scheme = parts.scheme?.lowercased()
        parts.host = parts.host?.lowercased()
        if parts.path.isEmpty { parts.path = "/" }
        return parts.string ?? bare
    }

    /// Whether an address is plainly written as it should be: most are, and taking one apart takes long.
    private static func isNormalised(_ text: String) -> Bool {
        var slashes = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "/"): slashes += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                break
            case UInt8(ascii: ":") where slashes == 0: break
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "&"),
                UInt8(ascii: "?"), UInt8(ascii: "#"):
                if slashes < 3 { return false }
            default: return false
            }
        }
        return slashes >= 3
    }

    /// An address without the user name and password before its host, for messages; any other text is unchanged.
    public static func withoutUser(_ text: String) -> String {
        guard let scheme = text.range(of: "://"), text.contains("@") else { return text }
        let rest = text[scheme.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        // A password with an unescaped slash in it: what stands before the slash is no host then.
        let port = authority.lastIndex(of: ":").map { authority[authority.index(after: $0)...] } ?? ""
        let isHost = port.allSatisfy { $0.isNumber || $0 == "]" } || authority.hasSuffix("]")
        let place = authority.contains("@") || isHost ? authority : rest
        guard let mark = place.lastIndex(of: "@") else { return text }
        return String(text[..<scheme.upperBound] + rest[rest.index(after: mark)...])
    }

    static func host(_ text: String) -> String? {
        URLComponents(string: text)?.host?.lowercased()
    }
}
