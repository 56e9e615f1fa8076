import Foundation

/// The links of a published site, held against the files that are there.
public struct SiteLinks {
    private let root: String
    private let pages: [String: String]

    /// - Parameter site: The site's folder.
    public init(site: URL) throws {
        root = site.standardizedFileURL.path(percentEncoded: false)
        var pages: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init()
        where path.hasSuffix(".html") {
            pages[path] = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
        }
        self.pages = pages
    }

    /// `page: link` for every link inside the site that leads to no file, or to a place its page does not have.
    public var broken: [String] {
        let identifiers = pages.mapValues { Set(Self.values(of: ["id"], in: $0)) }
        return pages.sorted { $0.key < $1.key }.flatMap { page, html in
            Set(Self.values(of: ["href", "src", "action"], in: html)).sorted()
                .filter { !leadsSomewhere($0, from: page, identifiers) }.map { "\(page): \($0)" }
        }
    }

    private func leadsSomewhere(_ link: String, from page: String, _ identifiers: [String: Set<String>]) -> Bool {
        if link.contains("://") || link.hasPrefix("data:") || link.hasPrefix("mailto:") { return true }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0].removingPercentEncoding ?? ""
        let folder = URL(filePath: "/\(page)").deletingLastPathComponent()
        let target =
            path.isEmpty
            ? page : String(folder.appending(path: path).standardized.path(percentEncoded: false).dropFirst())
        guard FileManager.default.fileExists(atPath: "\(root)/\(target)") else { return false }
        guard parts.count == 2, !parts[1].isEmpty else { return true }
        return identifiers[target]?.contains(parts[1].removingPercentEncoding ?? parts[1]) ?? false
    }

    /// What the attributes say, in order. Our own pages quote every value.
    private static func values(of attributes: [String], in html: String) -> [String] {
        attributes.flatMap { attribute in
            html.components(separatedBy: " \(attribute)=\"").dropFirst().map { rest in
                String(rest.prefix { $0 != "\"" }).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
            }
        }
    }
}
