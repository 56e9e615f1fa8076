import Foundation
import Markup
import Reports

/// Reads action items from the tables and lists under headings such as Action items, Follow-ups or Next steps.
struct ActionItemReader {
    var words: MarkdownText

    static let headings = [
        "action items", "action item", "actions", "follow ups", "follow up", "followups", "next steps", "remediation",
        "remediations", "remediation items", "corrective actions", "preventive actions", "preventative measures",
        "corrective measures", "action plan", "to do", "todos", "follow up actions", "follow up items",
    ]

    /// Items in the order of the document; empty when no heading asks for any.
    func items(in blocks: [MarkdownNode]) -> [ActionItem] {
        var result: [ActionItem] = []
        var end = blocks.startIndex
        for section in MarkdownSection.all(in: blocks) where section.isNamed(Self.headings) {
            // A section inside one already read.
            guard section.blocks.startIndex >= end else { continue }
            result += items(of: section)
            end = section.blocks.endIndex
        }
        return result
    }

    private func items(of section: MarkdownSection) -> [ActionItem] {
        var result: [ActionItem] = []
        var kind: String?
        for block in section.blocks {
            switch block.kind {
            case .heading: kind = Self.kind(block.plainText)
            case .paragraph where block.children.count == 1 && block.children[0].kind == .strong:
                kind = Self.kind(block.plainText)
            case .table: result += table(block, kind: kind)
            case .list: result += list(block, kind: kind)
            default: continue
            }
        }
        return result
    }

    // MARK: Tables

    private func table(_ table: MarkdownNode, kind: String?) -> [ActionItem] {
        let rows = table.children.map { row in row.children.map { words.inline($0).trimmed } }
        guard let header = rows.first else { return [] }
        let columns = Columns(header)
        return rows.dropFirst().compactMap { columns.item($0, kind: kind) }
    }

    private struct Columns {
        var text: Int
        var owner, due, status, kind, reference: Int?

        init(_ header: [String]) {
            let names = header.map { MarkdownSection.folded($0) }
            func column(_ known: Set<String>) -> Int? {
                names.firstIndex { known.contains($0) }
                    ?? names.firstIndex { name in name.split(separator: " ").contains { known.contains(String($0)) } }
            }
            owner = column(["owner", "owners", "assignee", "who", "responsible", "dri", "assigned", "owned", "team"])
            due = column(["due", "deadline", "eta", "due date", "target date", "target", "by", "when", "date"])
            status = column(["status", "state", "done", "progress"])
            kind = column(["type", "kind", "category", "class"])
            reference = column(["ticket", "bug", "issue", "tracking", "jira", "link", "tracker", "id", "reference"])
            let taken = [owner, due, status, kind, reference].compactMap { $0 }
            let named = names.indices.first { index in
                !taken.contains(index)
                    && names[index].split(separator: " ").contains { Self.textNames.contains(String($0)) }
            }
            text = named ?? names.indices.first { !taken.contains($0) } ?? 0
        }

        private static let textNames: Set<String> = [
            "action", "item", "task", "description", "what", "title", "summary", "follow", "actions", "todo", "step",
        ]

        func item(_ row: [String], kind: String?) -> ActionItem? {
            func cell(_ index: Int?) -> String? {
                guard let index, index < row.count else { return nil }
                let value = row[index]
                return value.isEmpty || ["-", "–", "—", "n/a", "tbd", "?"].contains(value.lowercased()) ? nil : value
            }
            guard var words = cell(text) else { return nil }
            if reference != text, let ticket = cell(reference) { words += " (\(ticket))" }
            return ActionItem(
                text: words, owner: cell(owner), due: cell(due), status: cell(status), kind: cell(self.kind) ?? kind)
        }
    }

    // MARK: Lists

    private func list(_ list: MarkdownNode, kind: String?) -> [ActionItem] {
        list.children.flatMap { item -> [ActionItem] in
            let lead = item.children.first { $0.kind == .paragraph }.map { words.inline($0).trimmed } ?? ""
            let nested = item.children.filter { if case .list = $0.kind { true } else { false } }
            // "Prevent:" over a nested list is a kind, not an item.
            if lead.isEmpty || (lead.hasSuffix(":") && !nested.isEmpty) {
                return nested.flatMap { self.list($0, kind: Self.kind(lead) ?? kind) }
            }
            var found = Self.item(lead)
            found.kind = found.kind ?? kind
            if case .item(let checked?) = item.kind, found.status == nil { found.status = checked ? "done" : "open" }
            for list in nested { Self.addFields(of: list, words: words, to: &found) }
            return [found]
        }
    }

    /// Nested lines such as "Owner: platform team".
    private static func addFields(of list: MarkdownNode, words: MarkdownText, to item: inout ActionItem) {
        for child in list.children {
            let line = words.text(of: child.children).trimmed
            if !set(line, in: &item) { item.text += "\n- \(line)" }
        }
    }

    /// `[prevent] Add a check (owner: platform, due: 2024-05-01)` taken apart.
    static func item(_ line: String) -> ActionItem {
        var item = ActionItem(text: line)
        takeKind(&item)
        takeBracket(&item)
        takeTail(&item)
        return item
    }

    /// A leading `[prevent]` or `Prevent:`.
    private static func takeKind(_ item: inout ActionItem) {
        let text = item.text
        if text.hasPrefix("["), let close = text.prefix(40).firstIndex(of: "]"),
            let kind = kind(String(text[text.index(after: text.startIndex)..<close]))
        {
            item.kind = kind
            item.text = text[text.index(after: close)...].trimmed
        } else if let colon = text.prefix(30).firstIndex(of: ":"), let kind = kind(String(text[..<colon])) {
            item.kind = kind
            item.text = text[text.index(after: colon)...].trimmed
        }
    }

    /// A bracket at the end in which every part is a field; otherwise it belongs to the text.
    private static func takeBracket(_ item: inout ActionItem) {
        var text = item.text[...]
        if text.last == "." { text.removeLast() }
        guard text.last == ")", let open = text.lastIndex(of: "(") else { return }
        var copy = item
        let inside = text[text.index(after: open)...].dropLast()
        for part in inside.split(whereSeparator: { $0 == "," || $0 == ";" }) where !set(part.trimmed, in: &copy) {
            return
        }
        copy.text = text[..<open].trimmed
        if !copy.text.isEmpty { item = copy }
    }

    /// `… – owner: X, due: Y` at the end.
    private static func takeTail(_ item: inout ActionItem) {
        for mark in [" – ", " — ", " - ", " | ", "; "] {
            let pieces = item.text.components(separatedBy: mark)
            guard pieces.count > 1 else { continue }
            var copy = item
            var kept = pieces.count
            for piece in pieces.dropFirst().reversed() {
                let parts = piece.split(separator: ",").map(\.trimmed)
                var trial = copy
                guard !parts.isEmpty, parts.allSatisfy({ set($0, in: &trial) }) else { break }
                copy = trial
                kept -= 1
            }
            copy.text = pieces[..<kept].joined(separator: mark)
            item = copy
        }
    }

    /// Takes `owner: X` and its like; `false` when the words are no field.
    private static func set(_ part: String, in item: inout ActionItem) -> Bool {
        guard part.utf8.count < 200 else { return false }
        if part.hasPrefix("@"), part.utf8.count < 50, !part.contains(" ") {
            item.owner = item.owner ?? part
            return true
        }
        guard let mark = part.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
        let value = part[part.index(after: mark)...].trimmed
        guard !value.isEmpty else { return false }
        switch MarkdownSection.folded(String(part[..<mark])) {
        case "owner", "assignee", "responsible", "dri", "who", "owners": item.owner = value
        case "due", "deadline", "eta", "due date", "by": item.due = value
        case "status", "state": item.status = value
        case "type", "kind", "category": item.kind = kind(value) ?? value
        default: return false
        }
        return true
    }

    /// The kind that a heading or mark names; `nil` for other words.
    private static func kind(_ words: String) -> String? {
        switch MarkdownSection.folded(words) {
        case "prevent", "prevention", "preventive", "preventative", "prevent recurrence": "prevent"
        case "detect", "detection", "detective", "monitoring": "detect"
        case "mitigate", "mitigation", "mitigative", "reduce impact": "mitigate"
        case "process", "process changes", "documentation": "process"
        case "repair", "fix": "repair"
        case "investigate", "investigation": "investigate"
        default: nil
        }
    }
}
