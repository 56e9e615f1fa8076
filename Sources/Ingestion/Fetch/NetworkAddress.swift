import Foundation

/// An IP address, and whether it belongs to the public internet.
struct NetworkAddress: Hashable, Sendable {
    /// 4 or 16 bytes, in network order.
    var bytes: [UInt8]

    /// `93.184.216.34` or `2606:2800::1`, for messages.
    var text: String {
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":")
    }

    /// Whether packets to it leave for the public internet: not loopback, private, link-local, shared, multicast,
    /// documentation or reserved (IANA special-purpose registries).
    var isPublic: Bool {
        carried4.map { Self.isPublic4($0[...]) } ?? Self.isPublic6(bytes)
    }

    /// 169.254.0.0/16 or fe80::/10, in any spelling.
    var isLinkLocal: Bool {
        carried4.map { $0[0] == 169 && $0[1] == 254 } ?? (bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80)
    }

    /// The IPv4 address it is or carries; `nil` for any other IPv6 address.
    private var carried4: [UInt8]? {
        if bytes.count == 4 { return bytes }
        // ::ffff:0:0/96 (mapped) and 64:ff9b::/96 (translated).
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        let isTranslated = Array(bytes[..<12]) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        if isMapped || isTranslated { return Array(bytes[12...]) }
        // 2002::/16 (6to4).
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? Array(bytes[2..<6]) : nil
    }

    private static func isPublic4(_ slice: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(slice)
        let (a, b, c) = (bytes[0], bytes[1], bytes[2])
        switch a {
        case 0, 10, 127, 224...255: return false
        case 100: return !(64...127).contains(b)
        case 169: return b != 254
        case 172: return !(16...31).contains(b)
        case 192:
            return !(b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99))
        case 198: return !(b == 18 || b == 19 || (b == 51 && c == 100))
        case 203: return !(b == 0 && c == 113)
        default: return true
        }
    }

    /// Only global unicast passes.
    private static func isPublic6(_ bytes: [UInt8]) -> Bool {
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        // 2001::/23 (protocol assignments, Teredo), 2001:db8::/32 and 3fff::/20 (documentation).
        if bytes[0] == 0x20, bytes[1] == 0x01 {
            return !(bytes[2] < 2 || (bytes[2] == 0x0D && bytes[3] == 0xB8))
        }
        return !(bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] & 0xF0 == 0)
    }

    /// Every address a host name stands for, as the system resolves it; literals in any of their forms (`127.1`,
    /// `0x7f000001`, `2130706433`, `::1`) too. Blocks while it asks. Empty when there is none.
    static func all(of host: String) -> [NetworkAddress] {
        all(of: host, flags: 0)
    }

    /// Whether the first bits are the same, as in `10.0.0.0/8`.
    func begins(like other: NetworkAddress, bits: Int) -> Bool {
        guard bytes.count == other.bytes.count, (0...bytes.count * 8).contains(bits) else { return false }
        let (whole, rest) = bits.quotientAndRemainder(dividingBy: 8)
        guard bytes[..<whole] == other.bytes[..<whole] else { return false }
        return rest == 0 || (bytes[whole] ^ other.bytes[whole]) >> (8 - rest) == 0
    }

    private static func all(of host: String, flags: Int32) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_flags = flags
        hints.ai_family = AF_UNSPEC
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var result: [NetworkAddress] = []
        var next = list
        while let entry = next {
            if let address = address(entry.pointee), !result.contains(address) { result.append(address) }
            next = entry.pointee.ai_next
        }
        return result
    }

    private static func address(_ info: addrinfo) -> NetworkAddress? {
        guard let socket = info.ai_addr else { return nil }
        switch info.ai_family {
        case AF_INET:
            return socket.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin_addr) { NetworkAddress(bytes: Array($0)) }
            }
        case AF_INET6:
            return socket.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin6_addr) { NetworkAddress(bytes: Array($0)) }
            }
        default: return nil
        }
    }
}

extension NetworkAddress {
    /// An address written as numbers, in any of its forms; `nil` for a name. Asks nobody.
    init?(literal: String) {
        guard let address = Self.all(of: literal, flags: AI_NUMERICHOST).first else { return nil }
        self = address
    }
}
