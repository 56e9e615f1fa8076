import Foundation

/// One file of the site.
public struct SiteFile: Equatable, Sendable {
    /// Relative to the site's folder, with `/` between parts and no `..`: `incidents/2017-02-28-s3.html`.
    public var path: String
    public var bytes: Data

    public init(path: String, bytes: Data) {
        self.path = path
        self.bytes = bytes
    }

    init(path: String, text: String) {
        self.init(path: path, bytes: Data(text.utf8))
    }
}
