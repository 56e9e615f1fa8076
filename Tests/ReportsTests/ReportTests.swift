import Foundation
import Reports
import Testing

@Suite("Reports")
struct ReportTests {
    @Test("JSON has the contract's fields in its order, and null for what a source does not say")
    func json() {
        let report = Report(source: "a.md", kind: .postmortem, title: "T", text: "x")
        #expect(
            report.json.text == """
                {"source":"a.md","kind":"postmortem","title":"T","organisation":null,"authors":[],"language":null,\
                "url":null,"published":null,"updated":null,"text":"x","html":"","timeline":[],"stamps":{},\
                "services":[],"severity":null,"action_items":[],"warnings":[],"summary":null,"date":null,\
                "archived_url":null,"other_urls":[],"stated_duration_seconds":null}
                """)
    }

    @Test(
        "Any text survives JSON",
        arguments: ["", "\"\\\n\r\t\u{0}\u{1F}", "</script>", "é\u{301}👩‍🚒", "\u{2028}\u{2029}", "\u{FEFF}"])
    func strings(text: String) throws {
        let line = JSONValue.array([.string(text)]).text
        #expect(!line.contains("\n") && !line.contains("</"))
        let back = try JSONDecoder().decode([String].self, from: Data(line.utf8))
        #expect(back.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
    }

    @Test("A duration is measured from impact to resolution, else to mitigation, and names its anchors")
    func duration() throws {
        let start = try #require(Timestamp("2024-03-05T10:00Z"))
        let end = try #require(Timestamp("2024-03-05T11:30Z"))
        var report = Report(source: "a", kind: .postmortem, stamps: [.impactStart: Stamp(at: start)])
        #expect(report.measuredDuration == nil)
        report.stamps[.mitigated] = Stamp(at: end)
        #expect(report.measuredDuration?.seconds == 5_400)
        #expect(report.measuredDuration?.to == .mitigated)
        report.stamps[.resolved] = Stamp(at: start)
        #expect(report.measuredDuration?.to == .resolved)
        report.stamps[.impactStart] = Stamp(at: try #require(Timestamp("2024-03-05")))
        #expect(report.measuredDuration == nil, "a day alone measures nothing")
    }

    @Test("Evidence stands when the bytes of its field spell its quote")
    func evidence() {
        let report = Report(source: "a", kind: .postmortem, title: "né", text: "an é here")
        func stands(_ field: Evidence.Field, _ range: Range<Int>, _ quote: String) -> Bool {
            Evidence(field: field, utf8Range: range, quote: quote, stance: .asserted).stands(in: report)
        }
        #expect(stands(.text, 3..<5, "é"))
        #expect(stands(.title, 1..<3, "é"))
        #expect(!stands(.text, 3..<4, "é"))
        #expect(!stands(.text, 3..<5, "e"))
        #expect(!stands(.text, 3..<99, "é here"))
    }
}
