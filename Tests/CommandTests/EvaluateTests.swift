import Foundation
import TestSupport
import Testing

@Suite("evaluate")
struct EvaluateTests {
    private static let gold = #"""
        {"id":"disk","title":"Disk full","text":"The disk of the database was full, and writes failed for an hour.","labels":{"capacity":"asserted"},"unsure":[],"trigger":"capacity"}
        {"id":"calm","title":"Release notes","text":"This version adds a dark theme.","labels":{}}
        """#

    private func run(_ text: String, _ more: String...) throws -> CommandRun {
        try CommandRun.postmortem(["evaluate", "--gold", "-"] + more, input: Data(text.utf8))
    }

    @Test("Figures of each kind, of all together and of the lead kinds, in text and in JSON")
    func figures() throws {
        let text = try run(Self.gold)
        #expect(text.status == 0 && text.errors == "")
        #expect(text.output.hasPrefix("2 texts, model "))
        #expect(text.output.contains("\ncapacity                       1  1.000 [1.00 1.00]  1.000 [1.00 1.00]  1.000"))
        #expect(text.output.contains("all (micro)"))
        #expect(text.output.contains("expected calibration error"))
        let object = try #require(try run(Self.gold, "--format", "json").objects.first)
        #expect(object["texts"] as? Int == 2)
        #expect((object["kinds"] as? [[String: Any]])?.count == 18)
        let trigger = try #require(object["trigger"] as? [String: Any])
        #expect(trigger["of"] as? Int == 1)
        #expect(object["errors"] == nil)
        #expect(try run(Self.gold, "--format", "json").output == run(Self.gold, "--format", "json").output)
    }

    @Test("Misses and false alarms are listed with text, kind and quote")
    func mistakes() throws {
        let wrong = Self.gold.replacing(
            #""labels":{"capacity":"asserted"}"#,
            with: #""labels":{"security":"asserted"},"evidence":{"security":["was full"]}"#
        )
        .replacing(#""trigger":"capacity""#, with: #""trigger":null"#)
        let text = try run(wrong, "--errors")
        #expect(text.status == 0)
        #expect(text.output.contains("false alarm  disk  capacity  labelled absent, suggested asserted, "))
        #expect(text.output.contains("\n    “The disk of the database was full, and writes failed for an hour.”"))
        #expect(text.output.contains("miss  disk  security  labelled asserted, suggested absent, "))
        #expect(text.output.contains("\n    “was full”"))
        let object = try #require(try run(wrong, "--errors", "--format", "json").objects.first)
        let errors = try #require(object["errors"] as? [[String: Any]])
        let forms = errors.compactMap { $0["error"] as? String }
        #expect(forms.contains("false-alarm") && forms.contains("miss"))
        #expect(errors.allSatisfy { $0["id"] as? String == "disk" && $0["quote"] is String })
    }

    @Test("Lines that can't be read are named by number, the rest is measured, and the status is 2")
    func badLines() throws {
        try withTemporaryFolder { folder in
            let lines = [
                "{not json", #"["list"]"#, #"{"text":"x"}"#, #"{"labels":{}}"#,
                #"{"text":"x","labels":{"weather":"asserted"}}"#,
                #"{"text":"x","labels":{"capcity":"asserted"}}"#, #"{"text":"x","labels":{"capacity":"maybe"}}"#,
                #"{"text":5,"labels":{}}"#, "", #"{"text":"x","labels":{},"unsure":"capacity"}"#,
                #"{"text":"The disk was full.","labels":{"capacity":"asserted"}}"#,
            ]
            // A byte order mark and Windows line ends are no damage.
            try Data(("\u{FEFF}" + lines.joined(separator: "\r\n")).utf8).write(
                to: folder.appending(path: "gold.jsonl"))
            let run = try CommandRun.postmortem(["evaluate", "--gold", "gold.jsonl"], in: folder)
            #expect(run.status == 2)
            #expect(run.output.hasPrefix("1 text, model "))
            let reasons = run.errors.split(separator: "\n").map {
                String($0).replacing("postmortem: error: gold.jsonl:", with: "")
            }
            #expect(
                reasons == [
                    "1: it is no JSON; each line is one object", "2: it is no JSON object",
                    "3: it has no 'labels'; write {} for a text that states none", "4: it has no 'text'",
                    "5: 'weather' in 'labels' is no kind of factor",
                    "6: 'capcity' in 'labels' is no kind of factor; did you mean 'capacity'?",
                    "7: 'maybe' is no stance for capacity; there are asserted, suspected, denied",
                    "8: 'text' is not a text", "10: 'unsure' is not a list of kinds",
                ])
            let object = try #require(
                try CommandRun.postmortem(["evaluate", "--gold", "gold.jsonl", "--format", "json"], in: folder).objects
                    .first)
            #expect((object["unreadable"] as? [[String: Any]])?.count == 9)
        }
    }

    @Test(
        "A file with nothing to measure is an error with a remedy",
        arguments: [
            ("", "-: no labelled text in it; write one JSON object a line, with title, text and labels {kind: stance}"),
            (
                "\n \n",
                "-: no labelled text in it; write one JSON object a line, with title, text and labels {kind: stance}"
            ),
            (
                "x\ny\n",
                "-: none of its lines can be read, line 1 because it is no JSON; each line is one object; write one JSON object a line, with title, text and labels {kind: stance}"
            ),
        ])
    func empty(text: String, message: String) throws {
        let run = try run(text)
        #expect(run.status == 2 && run.output == "")
        #expect(run.errors == "postmortem: error: \(message)\n")
    }

    @Test("A file that is not there, or is a folder, is named")
    func missing() throws {
        try withTemporaryFolder { folder in
            let gone = try CommandRun.postmortem(["evaluate", "--gold", "gone.jsonl"], in: folder)
            #expect(gone.status == 2)
            #expect(gone.errors == "postmortem: error: gone.jsonl: can't read: there is no such file; check the path\n")
            let dir = try CommandRun.postmortem(["evaluate", "--gold", "."], in: folder)
            #expect(dir.errors == "postmortem: error: .: can't read: it is a folder; name a file in it\n")
        }
    }

    /// The rules of the shared scoring script, applied to what `classify` prints.
    private struct Score {
        var counts: [String: [Int]] = [:]
        var stances = [0, 0]

        init(gold: [[String: Any]], answers: [[String: Any]], kinds: [String]) {
            let present = ["asserted", "suspected"]
            for kind in kinds {
                var tally = [0, 0, 0]
                for (entry, answer) in zip(gold, answers) {
                    if (entry["unsure"] as? [String] ?? []).contains(kind) { continue }
                    let label = (entry["labels"] as? [String: String])?[kind]
                    let stance = (answer["factors"] as? [[String: Any]])?.first { $0["kind"] as? String == kind }?[
                        "stance"]
                    let found = stance as? String
                    let (isLabelled, isFound) = (present.contains(label ?? ""), present.contains(found ?? ""))
                    tally[0] += isLabelled && isFound ? 1 : 0
                    tally[1] += !isLabelled && isFound ? 1 : 0
                    tally[2] += isLabelled && !isFound ? 1 : 0
                    if isLabelled, found != nil {
                        stances[0] += found == label ? 1 : 0
                        stances[1] += 1
                    }
                }
                counts[kind] = tally
            }
        }
    }

    @Test(
        "The counts are those of the shared scoring script over what classify prints of the same texts as files",
        .enabled(if: Checkout.has("data/classification/dev.jsonl")))
    func sharedScore() throws {
        let file = try #require(Checkout.shared("data/classification/dev.jsonl"))
        // A part will do: the whole takes a debug build long.
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").prefix(40)
        let gold = lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        try withTemporaryFolder { folder in
            let texts = folder.appending(path: "texts")
            try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
            for (number, entry) in gold.enumerated() {
                let text = "# \(entry["title"] as? String ?? "")\n\n\(entry["text"] as? String ?? "")"
                let name = "G\(String(number + 1001).suffix(3)).md"
                try Data(text.utf8).write(to: texts.appending(path: name))
            }
            let classified = try CommandRun.postmortem(["classify", "--format", "json", texts.path])
            let part = folder.appending(path: "gold.jsonl")
            try Data(lines.joined(separator: "\n").utf8).write(to: part)
            let object = try #require(
                try CommandRun.postmortem(["evaluate", "--gold", part.path, "--format", "json"]).objects.first)
            let kinds = try #require(object["kinds"] as? [[String: Any]])
            let score = Score(
                gold: gold, answers: classified.objects, kinds: kinds.compactMap { $0["kind"] as? String })
            for kind in kinds {
                let name = try #require(kind["kind"] as? String)
                let counts = ["hits", "false_alarms", "misses"].compactMap { kind[$0] as? Int }
                #expect(counts == score.counts[name], "\(name)")
            }
            let stance = try #require(object["stance"] as? [String: Any])
            #expect(["right", "of"].compactMap { stance[$0] as? Int } == score.stances)
        }
    }
}
