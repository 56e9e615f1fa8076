import Foundation
import TestSupport
import Testing

/// Labels and linked reports with the built binary.
@Suite("link")
struct LinkTests {
    private static let insiders = """
        ---
        title: Insiders on the zone outage
        labels:
          - {kind: autonomous-ai-action, stance: suspected, role: trigger, quote: "an agent deleted the zone", by: insiders}
        ---

        # Insiders on the zone outage

        According to insiders an agent deleted the zone.

        """
    private static let vendor = insiders.replacingOccurrences(of: "Insiders on", with: "The vendor on")
        .replacingOccurrences(of: "stance: suspected", with: "stance: denied")

    private func withReports<T>(_ body: (_ base: String, _ ids: [String], _ folder: URL) throws -> T) throws -> T {
        try withTemporaryFolder { folder in
            let base = folder.appending(path: "kb").path
            _ = try CommandRun.postmortem(["init", base, "--quiet"])
            for (name, text) in [("a.md", Self.insiders), ("b.md", Self.vendor)] {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            let run = try CommandRun.postmortem([
                "ingest", "--base", base, folder.appending(path: "a.md").path, folder.appending(path: "b.md").path,
            ])
            #expect(run.status == 0, "\(run.errors)")
            return try body(
                base, ["insiders-on-the-zone-outage", "the-vendor-on-the-zone-outage"].map { "undated-\($0)" }, folder)
        }
    }

    @Test("Linked reports show each other and their claims side by side, and unlinked ones do not")
    func links() throws {
        try withReports { base, _, folder in
            let found = try CommandRun.postmortem(["search", "--base", base, "--format", "json", "zone"])
            let hits = found.objects.first?["hits"] as? [[String: Any]] ?? []
            let ids = hits.compactMap { $0["id"] as? String }.sorted()
            try #require(ids.count == 2)
            let linked = try CommandRun.postmortem(["link", "--base", base] + ids)
            #expect(linked.status == 0 && linked.output == ids.joined(separator: "\n") + "\n")
            #expect(linked.errors == "postmortem: 2 reports tell of one incident\n")
            let shown = try CommandRun.postmortem(["show", "--base", base, ids[0]])
            #expect(shown.output.contains("Other accounts of this incident\n\n  \(ids[1])  "))
            #expect(shown.output.contains("labelled by the report's writers"))
            #expect(
                shown.output.hasSuffix(
                    """
                    Claims side by side

                      autonomous-ai-action  contested
                        \(ids[0])  suspected  (this report)
                          “an agent deleted the zone”  (insiders)
                        \(ids[1])  denied
                          “an agent deleted the zone”  (insiders)

                    """), "\(shown.output)")
            let site = folder.appending(path: "site")
            _ = try CommandRun.postmortem(["publish", "--base", base, "--output", site.path, "--quiet"])
            let page = try String(contentsOf: site.appending(path: "incidents/\(ids[0]).html"), encoding: .utf8)
            #expect(page.contains("One incident, 2 accounts") && page.contains("<b class=\"denied\">denied</b>"))
            #expect(page.contains("<b class=\"contested\">contested</b>"))
            #expect(page.contains("an agent deleted the zone</q> <span class=\"by\">according to insiders</span>"))

            #expect(try CommandRun.postmortem(["unlink", "--base", base, ids[1]]).status == 0)
            let alone = try CommandRun.postmortem(["show", "--base", base, "--format", "json", ids[0]])
            #expect((alone.objects.first?["accounts"] as? [String]) == [])
            #expect(!(try CommandRun.postmortem(["show", "--base", base, ids[0]])).output.contains("side by side"))
        }
    }

    @Test("One report, or one that is not there, cannot be linked")
    func bad() throws {
        try withReports { base, _, _ in
            let one = try CommandRun.postmortem(["link", "--base", base, "x"])
            #expect(one.status == 64 && one.errors.contains("Name two reports or more: 'postmortem link ID ID'."))
            let missing = try CommandRun.postmortem(["link", "--base", base, "x", "y"])
            #expect(missing.status == 2)
            #expect(missing.errors == "postmortem: error: no report 'x'; 'postmortem search' finds ids\n")
            #expect(try CommandRun.postmortem(["unlink", "--base", base, "x"]).status == 2)
        }
    }
}
