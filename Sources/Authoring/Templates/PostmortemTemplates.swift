import Foundation
import Mustache
import Reports
import TemplateLibrary

/// The templates that `new` writes postmortems from.
///
/// ```swift
/// let templates = PostmortemTemplates(library: TemplateLibrary())
/// try templates.list().map(\.name)  // ["ai-involved", "narrative", "near-miss", …]
/// let text = try templates.render("standard", values: draft)
/// ```
///
/// A template is Mustache over Markdown. Its first line is a comment with its abstract, `{{! For most incidents. }}`;
/// it may use `{{{title}}}` and `{{{services}}}` (as YAML), `{{{date}}}`, `{{{heading}}}` and `{{{timeline}}}`.
public struct PostmortemTemplates: Sendable {
    private let library: TemplateLibrary
    private static let folder = "postmortems"

    public init(library: TemplateLibrary) {
        self.library = library
    }

    /// One line about each template, by name.
    ///
    /// - Throws: ``TemplateError`` when an override can't be read.
    public func list() throws -> [TemplateSummary] {
        try names().map { TemplateSummary(name: $0, abstract: Self.abstract(of: try source(of: $0))) }
    }

    /// A template as it is written.
    ///
    /// - Throws: ``AuthoringError/unknownTemplate(name:known:nearest:)``, or ``TemplateError`` when an override can't
    ///   be read.
    public func source(of name: String) throws -> String {
        let known = names()
        guard known.contains(name) else {
            throw AuthoringError.unknownTemplate(
                name: name, known: known, nearest: Spelling.nearest(to: name, in: known))
        }
        return try library.text(at: "\(Self.folder)/\(name).md")
    }

    /// A postmortem to fill in: its front matter holds the values, whatever characters they have.
    ///
    /// - Throws: As ``source(of:)``, and ``AuthoringError/brokenTemplate(name:reason:)``.
    public func render(_ name: String, values: PostmortemDraft) throws -> String {
        // As text, because Mustache would write "&amp;" for "&"; each value is escaped for its own place.
        let source = "{{% CONTENT_TYPE:TEXT }}\n" + (try source(of: name))
        let template: MustacheTemplate
        do {
            template = try MustacheTemplate(string: source)
        } catch let error as MustacheTemplate.ParserError {
            throw AuthoringError.brokenTemplate(
                name: name, reason: "line \(error.context.lineNumber - 1): \(Self.reason(error.error))")
        } catch {
            throw AuthoringError.brokenTemplate(name: name, reason: "\(error)")
        }
        let heading = MarkdownText.inline(values.title)
        return template.render([
            "title": YAMLText.quoted(values.title), "date": values.date.day, "services": YAMLText.list(values.services),
            "heading": heading.isEmpty ? "Untitled incident" : heading, "timeline": TimelineTable(values.timeline).text,
        ])
    }

    private static func reason(_ error: any Error) -> String {
        switch "\(error)" {
        case "overflow", "unfinishedName": "a tag is not closed with }}"
        case "sectionCloseNameIncorrect": "a section is closed under another name"
        case "expectedSectionEnd": "a section is never closed"
        case let other: other
        }
    }

    private func names() -> [String] {
        library.paths(in: Self.folder).filter { $0.hasSuffix(".md") }
            .map { String($0.dropFirst(Self.folder.count + 1).dropLast(3)) }.filter { !$0.contains("/") }
    }

    /// The comment on the first line; empty when there is none.
    private static func abstract(of source: String) -> String {
        guard let line = source.split(separator: "\n", maxSplits: 1).first, line.hasPrefix("{{!"), line.hasSuffix("}}")
        else { return "" }
        return line.dropFirst(3).dropLast(2).trimmingCharacters(in: .whitespaces)
    }
}

/// A template in a listing.
public struct TemplateSummary: Equatable, Sendable {
    public var name: String
    /// One sentence; empty when the template has none.
    public var abstract: String

    public init(name: String, abstract: String) {
        self.name = name
        self.abstract = abstract
    }
}
