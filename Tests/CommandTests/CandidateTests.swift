import Foundation
import Postmortems
import TestSupport
import Testing

@Suite("classify --explain, --candidate and --threshold")
struct CandidateTests {
    /// A folder with the article and a candidate whose threshold is far higher than that of the current model.
    private func withCandidate<T>(_ body: (URL) throws -> T) throws -> T {
        try withTemporaryFolder { folder in
            try Data(MainJobTests.article.utf8).write(to: folder.appending(path: "rumour.md"))
            let current = try #require(ModelFile.current)
            let json = current.json.text
                .replacing("\"threshold\":\(current.threshold)", with: "\"threshold\":0.99")
            #expect(json != current.json.text)
            try Data(json.utf8).write(to: folder.appending(path: "model.json"))
            try Data(current.json.text.utf8).write(to: folder.appending(path: "same.json"))
            return try body(folder)
        }
    }

    @Test("Explanations name cue, scope, section and features; JSON adds them to what classify prints")
    func explains() throws {
        try withCandidate { folder in
            let text = try CommandRun.postmortem(["classify", "--explain", "rumour.md"], in: folder)
            #expect(text.status == 0, "\(text.errors)")
            #expect(text.output.contains("  autonomous-ai-action  denied"))
            #expect(text.output.contains("” denies, "))
            #expect(text.output.contains("suggested from 0."))
            #expect(!text.output.contains("not suggested"))
            let all = try CommandRun.postmortem(["classify", "--explain", "--all", "rumour.md"], in: folder)
            #expect(all.output.hasPrefix(text.output.trimmingCharacters(in: .newlines)))
            #expect(all.output.contains("not suggested"))
            let json = try #require(
                try CommandRun.postmortem(["classify", "--explain", "--format", "json", "rumour.md"], in: folder)
                    .objects.first)
            let factors = try #require(json["factors"] as? [[String: Any]])
            let explanations = try #require(json["explanations"] as? [[String: Any]])
            #expect(factors.map { $0["kind"] as? String } == explanations.map { $0["kind"] as? String })
            let signal = try #require((explanations[0]["signals"] as? [[String: Any]])?.first)
            for key in ["evidence", "section", "cue", "pattern", "reason", "scopes", "features"] {
                #expect(signal[key] != nil, "\(key)")
            }
        }
    }

    @Test("A candidate is tried on files and on the knowledge base, and nothing is stored")
    func candidate() throws {
        try withCandidate { folder in
            let same = try CommandRun.postmortem(
                ["classify", "--candidate", "same.json", "--format", "json", "rumour.md"], in: folder)
            #expect(same.status == 0, "\(same.errors)")
            let none = try #require(same.objects.last?["summary"] as? [String: Any])
            #expect(none["changed"] as? Int == 0 && none["reports"] as? Int == 1)
            #expect(none["current"] as? String == none["candidate"] as? String)

            _ = try CommandRun.postmortem(["init", "kb", "--quiet"], in: folder)
            _ = try CommandRun.postmortem(["ingest", "--base", "kb", "rumour.md"], in: folder)
            let id = try #require(
                try CommandRun.postmortem(["classify", "--base", "kb", "--format", "json"], in: folder).objects.first?[
                    "source"] as? String)
            _ = try CommandRun.postmortem(["review", "--base", "kb", id, "--accept", "human-action"], in: folder)
            let before = try CommandRun.postmortem(["show", "--base", "kb", id, "--format", "json"], in: folder)
            let trial = try CommandRun.postmortem(
                ["classify", "--base", "kb", "--candidate", "model.json", "--format", "json"], in: folder)
            #expect(trial.status == 0, "\(trial.errors)")
            let changes = try #require(trial.objects.first?["changes"] as? [[String: Any]])
            #expect(changes.allSatisfy { $0["change"] as? String == "removed" || $0["change"] as? String == "role" })
            let summary = try #require(trial.objects.last?["summary"] as? [String: Any])
            #expect(summary["threshold"] as? Double == 0.99)
            #expect((summary["training"] as? String)?.count == 64)
            let text = try CommandRun.postmortem(["classify", "--base", "kb", "--candidate", "model.json"], in: folder)
            #expect(text.output.contains(" of 1 reports would change: "))
            if changes.contains(where: { $0["kind"] as? String == "human-action" }) {
                #expect(text.output.contains("accepted on review"))
            }
            #expect(try CommandRun.postmortem(["show", "--base", "kb", id, "--format", "json"], in: folder) == before)
            // The file's own threshold gives way to the one that is asked for.
            let lower = try CommandRun.postmortem(
                [
                    "classify", "--base", "kb", "--candidate", "model.json", "--threshold",
                    "\(try #require(ModelFile.current).threshold)", "--format", "json",
                ], in: folder)
            #expect((lower.objects.last?["summary"] as? [String: Any])?["changed"] as? Int == 0)
        }
    }

    @Test("Another threshold is another model; what can't be a model or threshold is refused")
    func refuses() throws {
        try withCandidate { folder in
            let usual = try CommandRun.postmortem(["classify", "--format", "json", "rumour.md"], in: folder)
            let strict = try CommandRun.postmortem(
                ["classify", "--threshold", "0.99", "--format", "json", "rumour.md"], in: folder)
            #expect(usual.objects.first?["model"] as? String != strict.objects.first?["model"] as? String)
            try Data("{}".utf8).write(to: folder.appending(path: "empty.json"))
            let bad = try CommandRun.postmortem(["classify", "--candidate", "empty.json", "rumour.md"], in: folder)
            #expect(bad.status == 2 && bad.output == "")
            #expect(
                bad.errors
                    == "postmortem: error: empty.json: its format is 'not stated', and this program reads 'postmortem-model-2'; write it anew with 'scripts/train --model FILE'\n"
            )
            let gone = try CommandRun.postmortem(["classify", "--candidate", "gone.json", "rumour.md"], in: folder)
            #expect(gone.errors == "postmortem: error: gone.json: can't read: there is no such file; check the path\n")
            for (arguments, message) in [
                (["--threshold", "1.5", "x"], "--threshold must be above 0 and below 1."),
                (["--all", "x"], "--all goes with --explain."),
                (["--explain"], "--explain needs report ids or files."),
                (["--explain", "--candidate", "m", "x"], "--explain and --candidate are two questions; ask one."),
            ] {
                let run = try CommandRun.postmortem(["classify"] + arguments, in: folder)
                #expect(run.status == 64 && run.errors.contains(message), "\(run.errors)")
            }
        }
    }
}
