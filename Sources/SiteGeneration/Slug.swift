import Foundation

/// Names as parts of addresses: lower-case ASCII letters, digits and hyphens.
enum Slug {
    /// A slug no other name in `taken` has; adds it there.
    static func unique(_ name: String, taken: inout Set<String>) -> String {
        let base = slug(name)
        var candidate = base
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(base)-\(number)"
            number += 1
        }
        return candidate
    }

    /// `Amazon S3 (us-east-1)` → `amazon-s3-us-east-1`; a name without such letters becomes a digest of itself.
    static func slug(_ name: String) -> String {
        var result: [UInt8] = []
        for byte in name.decomposedStringWithCanonicalMapping.lowercased().utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): result.append(byte)
            // Parts of a letter's accent leave no gap.
            case 0x80...: continue
            default: if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
            }
        }
        while result.last == UInt8(ascii: "-") { result.removeLast() }
        let text = String(decoding: result.prefix(60), as: UTF8.self)
        return text.isEmpty || result.count > 60 ? text + (text.isEmpty ? "n" : "-") + digest(name) : text
    }

    /// Eight hexadecimal digits of FNV-1a: enough to tell names and versions apart, not a protection.
    static func digest(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let hex = String(hash ^ (hash >> 32) & 0xffff_ffff, radix: 16)
        return String((String(repeating: "0", count: 16) + hex).suffix(8))
    }
}
