import Classification
import Foundation
import Reports

/// Where the labelled texts are.
struct TrainingSources {
    var labels: String
    var corpus: String
    /// Labelled reports that are kept beside the checkout.
    var dev: String?

    private struct Gold: Decodable {
        var title: String?
        var text: String
        var labels: [FactorKind: Stance]
        var unsure: [FactorKind]
    }

    /// Tables as they stand in the sources, so that cues can be tried without a build.
    static func tables(_ names: [String], in folder: String) throws -> [String] {
        try names.map { name in
            try String(contentsOfFile: "\(folder)/\(name)Cues.swift", encoding: .utf8)
                .components(separatedBy: "#\"\"\"\n").dropFirst().map { $0.components(separatedBy: "\"\"\"#")[0] }
                .joined(separator: "\n").components(separatedBy: "\n")
                .map { String($0.dropFirst($0.hasPrefix("        ") ? 8 : 0)) }.joined(separator: "\n")
                .trimmingCharacters(in: .newlines)
        }
    }

    private func names(in folder: String, _ ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(ending) }
    }

    private func files(in folder: String, _ ending: String) throws -> [String] {
        try names(in: folder, ending).map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
    }

    func passages() throws -> [LabelledPassage] {
        try files(in: labels, ".passages").flatMap { try LabelledPassage.read($0) }
    }

    /// The whole reports of the folder of labels.
    ///
    /// - Throws: ``UnreadLabels`` for a file that nobody but its writer has read.
    func writtenReports() throws -> [LabelledReport] {
        let readings = try String(contentsOfFile: labels + "/reports.readings", encoding: .utf8)
        let names = try names(in: labels, ".reports")
        try SecondReadings(table: readings).check(names)
        return try files(in: labels, ".reports").flatMap { try LabelledReport.read($0) }
    }

    func devReports() throws -> [FactorTrainer.Document] {
        guard let dev else { return [] }
        return try String(contentsOfFile: dev, encoding: .utf8).split(separator: "\n").map { line in
            let gold = try JSONDecoder().decode(Gold.self, from: Data(line.utf8))
            return FactorTrainer.Document(
                report: Report(source: "dev", kind: .postmortem, title: gold.title, text: gold.text),
                labels: gold.labels, unsure: Set(gold.unsure))
        }
    }

    /// `Corpus/` tells incidents again in our own words, shorter and smoother than those who had them.
    private static let retellingWeight = 0.3

    /// The incidents of `Corpus/`, with the labels of their front matter.
    ///
    /// - Throws: ``UnreadLabels`` when an entry's labels have not been read by a second reader.
    func corpusReports() throws -> [FactorTrainer.Document] {
        let readings = try String(contentsOfFile: labels + "/incidents.readings", encoding: .utf8)
        try SecondReadings(table: readings).check(try names(in: corpus, ".md"))
        return try files(in: corpus, ".md").compactMap { text in
            let parts = text.components(separatedBy: "\n---\n")
            guard parts.count > 1 else { return nil }
            var labels: [FactorKind: Stance] = [:]
            var quotes: [FactorKind: [String]] = [:]
            var fields: [String: String] = [:]
            for line in parts[0].split(separator: "\n") {
                let words = line.split { " {},:".contains($0) }.map { String($0) }
                if let at = words.firstIndex(of: "kind"), at + 3 < words.count, words[at + 2] == "stance",
                    let kind = FactorKind(rawValue: words[at + 1]), let stance = Stance(rawValue: words[at + 3])
                {
                    labels[kind] = labels[kind] ?? stance
                    if stance != .denied, let quote = Self.quote(in: line) { quotes[kind, default: []].append(quote) }
                } else if let colon = line.firstIndex(of: ":"), line.first != " " {
                    fields[String(line[..<colon])] =
                        line[line.index(after: colon)...].trimmingCharacters(in: CharacterSet(charactersIn: " \"'"))
                }
            }
            // That a text states no factor is to be learned too.
            guard !labels.isEmpty || fields["labels"] == "none" else { return nil }
            // The first line of the body repeats the title.
            let body = parts.dropFirst().joined(separator: "\n---\n").split(
                separator: "\n", omittingEmptySubsequences: false
            ).drop { $0.isEmpty || $0.hasPrefix("# ") }.joined(separator: "\n")
            return FactorTrainer.Document(
                report: Report(
                    source: "corpus", kind: .publicReport, title: fields["title"],
                    organisation: fields["organisation"], text: body),
                labels: labels, quotes: quotes, weight: Self.retellingWeight)
        }
    }

    /// What a label quotes: `{kind: …, quote: "…"}`, with a quotation mark inside as YAML escapes it.
    private static func quote(in line: Substring) -> String? {
        line.firstMatch(of: /quote: "((?:[^"\\]|\\.)*)"/).map {
            $0.1.replacingOccurrences(of: "\\\"", with: "\"")
        }
    }

    /// The digest of everything a model is trained on.
    func digest() throws -> String {
        let texts =
            try files(in: labels, ".passages") + files(in: labels, ".reports") + files(in: corpus, ".md")
            + (dev.map { [try String(contentsOfFile: $0, encoding: .utf8)] } ?? [])
        return ContentHash.sha256(texts.map { ContentHash.sha256($0) }.joined(separator: "\n"))
    }
}
