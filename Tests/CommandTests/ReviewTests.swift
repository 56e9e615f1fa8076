import Foundation
import TestSupport
import Testing

/// Deciding on suggestions with the built binary.
@Suite("review")
struct ReviewTests {
    /// A knowledge base with one classified report, and the report's id.
    private func withReport<T>(_ body: (_ base: String, _ id: String, _ file: URL) throws -> T) throws -> T {
        try withTemporaryFolder { folder in
            let base = folder.appending(path: "kb").path
            _ = try CommandRun.postmortem(["init", base, "--quiet"])
            let file = folder.appending(path: "rumour.md")
            try Data(MainJobTests.article.utf8).write(to: file)
            _ = try CommandRun.postmortem(["ingest", "--base", base, file.path])
            let classified = try CommandRun.postmortem(["classify", "--base", base, "--format", "json"])
            let id = try #require(classified.objects.first?["source"] as? String)
            return try body(base, id, file)
        }
    }

    private func review(_ base: String, _ arguments: String...) throws -> CommandRun {
        try CommandRun.postmortem(["review", "--base", base] + arguments)
    }

    private func kinds(_ run: CommandRun, _ key: String) -> [String] {
        run.objects.flatMap { ($0[key] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String } }
    }

    @Test("What waits is listed until somebody decides; decisions show in review, show, classify and search")
    func decides() throws {
        try withReport { base, id, _ in
            let before = try review(base, "--format", "json")
            let waiting = kinds(before, "waiting")
            #expect(before.status == 0 && waiting.contains("human-action") && waiting.contains("autonomous-ai-action"))
            #expect(try review(base).output.contains("human-action  asserted  suggested: "))

            let accept = try review(
                base, id, "--accept", "human-action", "--reject", "assistive-ai-misunderstanding", "--by",
                "incident lead", "--note", "read twice")
            #expect(accept.status == 0, "\(accept.errors)")
            #expect(accept.output.hasPrefix("accepted  human-action  asserted, "))
            #expect(accept.output.contains("\nrejected  assistive-ai-misunderstanding  by incident lead, "))
            #expect(accept.output.contains(": read twice\n"))
            let again = try review(
                base, id, "--accept", "human-action", "--by", "incident lead", "--note", "read twice", "--format",
                "json")
            #expect(again.objects.first?["unchanged"] as? [String] == ["human-action"])
            #expect(
                kinds(try review(base, "--format", "json"), "waiting")
                    == waiting.filter {
                        $0 != "human-action" && $0 != "assistive-ai-misunderstanding"
                    })

            let shown = try CommandRun.postmortem(["show", "--base", base, id])
            #expect(shown.output.contains("\nDecisions\n\n  accepted  human-action  asserted, "))
            #expect(shown.output.contains("  human-action  asserted  reviewed: "))
            #expect(!shown.output.contains("  assistive-ai-misunderstanding  asserted"))
            let json = try #require(
                try CommandRun.postmortem(["show", "--base", base, id, "--format", "json"]).objects.first)
            let decision = try #require((json["decisions"] as? [[String: Any]])?.first)
            #expect(decision["by"] as? String == "incident lead" && decision["version"] as? Int == 1)
            #expect(decision["model"] as? String == json["model"] as? String)
            #expect((decision["suggestion"] as? [String: Any])?["stance"] as? String == "asserted")

            let classified = try CommandRun.postmortem(["classify", "--base", base, id])
            #expect(classified.output.contains("reviewed: rejected"))
            for (query, total) in [
                ("is:reviewed", 1), ("factor:assistive-ai-misunderstanding", 0), ("factor:human-action", 1),
            ] {
                let found = try CommandRun.postmortem(["search", "--base", base, "--format", "json", query])
                #expect(found.objects.first?["total"] as? Int == total, "\(query)")
            }
            #expect(try CommandRun.postmortem(["verify", "--base", base]).status == 0)
        }
    }

    @Test("An added kind quotes the text exactly; other words are refused with the nearest ones")
    func adds() throws {
        try withReport { base, id, _ in
            let wrong = try review(base, id, "--add", "capacity", "--quote", "a planned capacity change by an engineer")
            #expect(wrong.status == 2 && wrong.output == "")
            #expect(
                wrong.errors
                    == "postmortem: error: \(id): the words “a planned capacity change by an engineer” do not stand in the report; the nearest are “A spokesperson said the trigger was a planned capacity change that an engineer had started by hand.”\n"
            )
            let far = try review(base, id, "--add", "capacity", "--quote", "zzz")
            #expect(
                far.errors
                    == "postmortem: error: \(id): the words “zzz” do not stand in the report; 'postmortem show \(id)' prints it\n"
            )
            let added = try review(
                base, id, "--add", "capacity", "--quote", "a planned capacity  change", "--stance", "suspected",
                "--role",
                "trigger", "--format", "json")
            #expect(added.status == 0, "\(added.errors)")
            let decision = try #require((added.objects.first?["decisions"] as? [[String: Any]])?.first)
            #expect(decision["decision"] as? String == "add" && decision["stance"] as? String == "suspected")
            #expect(decision["role"] as? String == "trigger")
            let evidence = try #require((decision["evidence"] as? [[String: Any]])?.first)
            #expect(evidence["quote"] as? String == "a planned capacity change")
            let range = try #require(evidence["utf8Range"] as? [Int])
            let shown = try CommandRun.postmortem(["show", "--base", base, id, "--format", "json"])
            let text = try #require(shown.objects.first?["text"] as? String)
            #expect(
                String(decoding: Array(text.utf8)[range[0]..<range[1]], as: UTF8.self) == "a planned capacity change")
        }
    }

    @Test("What nobody suggests can't be accepted or rejected, and then nothing of the command is kept")
    func refuses() throws {
        try withReport { base, id, _ in
            let accept = try review(base, id, "--accept", "human-action", "--accept", "network")
            #expect(accept.status == 2)
            #expect(accept.errors.contains("\(id): network is not suggested; there are "))
            #expect(accept.errors.hasSuffix("; give --add network --quote to add it\n"))
            let reject = try review(base, id, "--reject", "network")
            #expect(
                reject.errors
                    == "postmortem: error: \(id): nothing suggests network, so there is nothing to reject; 'postmortem review \(id)' lists what is suggested\n"
            )
            #expect(try review(base, id, "--format", "json").objects.first?["decisions"] as? [String] == [])
            let unknown = try review(base, "nope", "--accept", "network")
            #expect(unknown.errors == "postmortem: error: no report 'nope'; 'postmortem search' finds ids\n")
            try Data("roster: [Priya Nair]\n".utf8).write(to: URL(filePath: base + "/postmortem.yml"))
            let named = try review(base, id, "--accept", "human-action", "--by", "priya nair")
            #expect(named.status == 2)
            #expect(
                named.errors
                    == "postmortem: error: 'priya nair' stands in the roster of postmortem.yml; decisions name a role, such as 'incident lead'\n"
            )
        }
    }

    @Test("A decision survives another version and another reading, and what speaks against it is listed")
    func survives() throws {
        try withReport { base, id, file in
            _ = try review(base, id, "--accept", "human-action")
            _ = try CommandRun.postmortem(["ingest", "--base", base, file.path])
            #expect(kinds(try review(base, id, "--format", "json"), "decisions") == ["human-action"])
            try Data("# Cloud region slows down\n\nNothing is known.\n".utf8).write(to: file)
            _ = try CommandRun.postmortem(["ingest", "--base", base, file.path])
            _ = try CommandRun.postmortem(["classify", "--base", base])
            let item = try #require(try review(base, "--format", "json").objects.first)
            let found = try #require(item["disagreements"] as? [[String: Any]])
            #expect(found.map { $0["form"] as? String } == ["quote-gone", "not-suggested"])
            let text = try review(base)
            #expect(text.output.contains("human-action  accepted, and words it rests on no longer stand in the report"))
            #expect(text.errors.contains("2 disagreements"))
            let shown = try CommandRun.postmortem(["show", "--base", base, id, "--format", "json"])
            let factors = try #require(shown.objects.first?["factors"] as? [[String: Any]])
            #expect(factors.map { $0["kind"] as? String } == ["human-action"])
            // Deciding again settles it.
            _ = try review(base, id, "--reject", "human-action")
            #expect(try review(base, "--format", "json").output == "")
            #expect(try CommandRun.postmortem(["verify", "--base", base]).status == 0)
        }
    }

    @Test("The site tells reviewed from suggested, names what was rejected and keeps the note to itself")
    func published() throws {
        try withReport { base, id, _ in
            _ = try review(
                base, id, "--accept", "human-action", "--reject", "assistive-ai-misunderstanding", "--by",
                "incident lead",
                "--note", "between us")
            let site = base + "/site"
            _ = try CommandRun.postmortem(["publish", "--base", base, "--output", site])
            let page = try String(contentsOfFile: "\(site)/incidents/\(id).html", encoding: .utf8)
            #expect(page.contains("reviewed</span> · <b>asserted</b>"))
            #expect(page.contains("by incident lead, <time"))
            #expect(page.contains("<span class=\"note\">suggested</span> · <b>denied</b>"))
            #expect(page.contains("Suggested and rejected on review: "))
            #expect(!page.contains("between us"))
            let list = try String(contentsOfFile: "\(site)/incidents.html", encoding: .utf8)
            #expect(list.contains("data-review=\"reviewed\"") && list.contains("class=\"tick\""))
        }
    }

    @Test("evaluate holds suggestions against decisions; without any it says so with status 1")
    func evaluated() throws {
        try withReport { base, id, _ in
            let none = try CommandRun.postmortem(["evaluate", "--base", base])
            #expect(none.status == 1 && none.output == "")
            #expect(
                none.errors
                    == "postmortem: nobody has decided on a suggestion yet; 'postmortem review' lists what waits\n")
            _ = try review(base, id, "--accept", "human-action", "--reject", "assistive-ai-misunderstanding")
            let object = try #require(
                try CommandRun.postmortem(["evaluate", "--base", base, "--format", "json"]).objects.first)
            let total = try #require(object["decisions"] as? [String: Any])
            #expect(total["accepted"] as? Int == 1 && total["rejected"] as? Int == 1)
            #expect(total["agreement"] as? Double == 0.5)
            #expect((object["months"] as? [[String: Any]])?.count == 1)
            let text = try CommandRun.postmortem(["evaluate", "--base", base])
            #expect(text.status == 0 && text.output.hasPrefix("month "))
        }
    }
}
