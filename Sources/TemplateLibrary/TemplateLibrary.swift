import Foundation

/// The templates a command works with: those compiled in, overridden file by file from folders.
///
/// A path is relative to `Templates/`, such as `postmortems/standard.md` or `site/report.mustache`.
///
/// ```swift
/// let library = TemplateLibrary(overrides: [base.appending(path: "templates")])
/// try library.text(at: "postmortems/standard.md")
/// ```
public struct TemplateLibrary: Sendable {
    /// Folders looked into before the compiled-in templates, the first one first.
    public var overrides: [URL]

    public init(overrides: [URL] = []) {
        self.overrides = overrides
    }

    /// The template at a path.
    ///
    /// - Throws: ``TemplateError/missing(path:known:)`` when no folder and no compiled-in template has it;
    ///   ``TemplateError/unreadable(file:reason:)`` when an override is there but is not UTF-8 text.
    public func text(at path: String) throws -> String {
        for folder in overrides {
            let file = folder.appending(path: path)
            guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { continue }
            do {
                return try String(contentsOf: file, encoding: .utf8)
            } catch {
                throw TemplateError.unreadable(
                    file: file.path(percentEncoded: false), reason: error.localizedDescription)
            }
        }
        guard let text = embeddedTexts[path] else {
            throw TemplateError.missing(path: path, known: paths(in: String(path.prefix { $0 != "/" })))
        }
        return text
    }

    /// The paths of all templates below a folder such as `postmortems`, overrides included, sorted.
    public func paths(in folder: String) -> [String] {
        var result = Set(embeddedTexts.keys.filter { $0.hasPrefix(folder + "/") })
        for override in overrides {
            let names =
                (try? FileManager.default.subpathsOfDirectory(
                    atPath: override.appending(path: folder).path(percentEncoded: false))) ?? []
            result.formUnion(names.filter { $0.contains(".") }.map { "\(folder)/\($0)" })
        }
        return result.sorted()
    }
}

/// Why a template could not be had.
public enum TemplateError: Error, Equatable, CustomStringConvertible {
    case missing(path: String, known: [String])
    case unreadable(file: String, reason: String)

    public var description: String {
        switch self {
        case .missing(let path, let known):
            "no template '\(path)'; known are \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .unreadable(let file, let reason):
            "\(file): can't read the template: \(reason); save it as UTF-8 text"
        }
    }
}
