import Reports

/// Names as parts of the site's addresses.
enum PageName {
    /// A name no other in `taken` has; adds it there.
    static func unique(_ name: String, taken: inout Set<String>) -> String {
        let base = of(name)
        var candidate = base
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(base)-\(number)"
            number += 1
        }
        return candidate
    }

    /// `Amazon S3 (us-east-1)` → `amazon-s3-us-east-1`; a name that loses letters by that, or is long, ends in a digest.
    static func of(_ name: String) -> String {
        let slug = Slug.ascii(name)
        if slug.isEmpty { return "n" + digest(name) }
        return slug.utf8.count > 60 ? "\(slug.prefix(60))-\(digest(name))" : slug
    }

    /// The beginning of the text's SHA-256.
    static func digest(_ text: String) -> String {
        String(ContentHash.sha256(text).prefix(12))
    }
}
