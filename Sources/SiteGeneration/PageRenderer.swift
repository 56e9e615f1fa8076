import Foundation
import Mustache
import TemplateLibrary

/// What a template is filled with: text, `Bool`, nested fields or arrays of them; absent keys render as nothing.
typealias Fields = [String: Any]

/// Fills the page templates of `Templates/site`.
struct PageRenderer {
    private let library: MustacheLibrary
    private let common: Fields

    /// - Parameter common: Fields every page may use.
    /// - Throws: ``SiteGenerationError/template(path:line:reason:)`` for a template that does not parse.
    init(templates: TemplateLibrary, common: Fields) throws {
        MustacheContentTypes.register(EscapedMarkup(), named: EscapedMarkup.name)
        var compiled: [String: MustacheTemplate] = [:]
        for path in templates.paths(in: "site") where path.hasSuffix(".mustache") {
            let name = String(path.dropFirst("site/".count).dropLast(".mustache".count))
            compiled[name] = try Self.compile(try templates.text(at: path), path: path)
        }
        library = MustacheLibrary(templates: compiled)
        self.common = common
    }

    /// One page. Links in it start with `root`, which leads from the page's folder to the site's.
    func page(_ template: String, at path: String, root: String? = nil, _ fields: Fields) -> SiteFile {
        var all = common.merging(fields) { _, new in new }
        all["root"] = root ?? String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
        all["path"] = path
        return SiteFile(path: path, text: library.render(all, withTemplate: template) ?? "")
    }

    private static func compile(_ text: String, path: String) throws -> MustacheTemplate {
        do {
            // Each template, partials too, starts anew with the library's own escaping unless told otherwise.
            return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(EscapedMarkup.name)}}" + text)
        } catch let error as MustacheTemplate.ParserError {
            throw SiteGenerationError.template(
                path: path, line: error.context.lineNumber, reason: "\(error.error)")
        }
    }
}

/// Escapes scalar by scalar.
///
/// The library's own HTML escaping goes by character, and a quotation mark with a combining accent after it is one
/// character that is no quotation mark: it would end an attribute.
struct EscapedMarkup: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String {
        text.escapedForMarkup
    }
}
