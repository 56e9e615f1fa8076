import Foundation
import Reports
import TestSupport
import Testing

@testable import Classification

/// The whole reports of `Corpus/labels`: their format, and what each file promises.
@Suite struct LabelledReportTests {
    private static let plain = """
        === writer-00-001
        style: terse status page
        title: Card payments delayed
        labels: human-action, detection-gap?, security!
        trigger: human-action
        ---
        # Card payments delayed

        A colleague pasted the wrong key.[[human-action]] Service is back. Nobody may have seen it. [[detection-gap?]]

        | 18:02 | it was no attack [[security!]] |
        | 18:10 | fixed |
        """

    @Test("A report is read with its text free of marks, and each mark stands where its sentence ends")
    func read() throws {
        let report = try #require(try LabelledReport.read(Self.plain).first)
        #expect(report.id == "writer-00-001" && report.writer == "writer-00" && report.title == "Card payments delayed")
        #expect(report.labels == [.humanAction: .asserted, .detectionGap: .suspected, .security: .denied])
        #expect(report.trigger == .humanAction)
        #expect(!report.text.contains("[[") && report.text.contains("| 18:02 | it was no attack |"))
        let ends = report.marks.map { mark in
            String(decoding: Array(report.text.utf8)[..<mark.end].suffix(10), as: UTF8.self)
        }
        #expect(ends == ["wrong key.", "e seen it.", " no attack"])
        #expect(report.holds(.humanAction) && report.holds(.detectionGap) && !report.holds(.security))
    }

    @Test(
        "What is wrong with a report is said by its name",
        arguments: [
            ("=== a-1\ntitle: T", "no line '---' before the text"),
            ("=== a-1\ntitle\n---\nx", "no colon in 'title'"),
            ("=== a-1\ntitle: T\n---\nx", "it needs 'title', 'labels' and 'trigger'"),
            ("=== a-1\ntitle: T\nlabels: magic\ntrigger: none\n---\nx", "'magic' is no kind"),
            ("=== a-1\ntitle: T\nlabels: none\ntrigger: magic\n---\nx", "'magic' is no kind"),
            ("=== a-1\ntitle: T\nlabels: none\ntrigger: none\n---\nx[[magic]]", "'magic' is no kind"),
            (
                "=== a-1\ntitle: T\nlabels: network\ntrigger: none\n---\nx",
                "network is not both a label and marked with the label's stance"
            ),
            (
                "=== a-1\ntitle: T\nlabels: network\ntrigger: none\n---\nx[[network?]]",
                "network is not both a label and marked with the label's stance"
            ),
            (
                "=== a-1\ntitle: T\nlabels: none\ntrigger: none\n---\nx[[network]]",
                "network is not both a label and marked with the label's stance"
            ),
        ])
    func refused(file: String, reason: String) {
        let error = #expect(throws: LabelledReportError.self) { try LabelledReport.read(file) }
        #expect(error?.description == "labelled report 'a-1': \(reason)")
    }

    /// The reports in the tree, file by file.
    private static func files() throws -> [(name: String, reports: [LabelledReport])] {
        let folder = Checkout.corpus.appending(path: "labels")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".reports") }
            .map { name in
                (name, try LabelledReport.read(String(contentsOf: folder.appending(path: name), encoding: .utf8)))
            }
    }

    @Test("Every report in the tree can be read, has its own id and name, and every kind is asserted often")
    func shape() throws {
        let readings = try String(
            contentsOf: Checkout.corpus.appending(path: "labels/reports.readings"), encoding: .utf8)
        var reports: [LabelledReport] = []
        for (name, file) in try Self.files() {
            #expect(file.allSatisfy { name.hasPrefix($0.writer) }, "\(name)")
            #expect(readings.contains("\n\(name)\t"), "\(name) has not been read by a second reader")
            reports += file
        }
        #expect(reports.count >= 1_900)
        #expect(Set(reports.map(\.id)).count == reports.count)
        #expect(reports.count { $0.labels.isEmpty } >= 150)
        for kind in FactorKind.allCases {
            #expect(reports.count { $0.labels[kind] == .asserted } >= 90, "\(kind)")
        }
    }

    @Test("A kind's share of the triggers is that of the written reports that name it beside others")
    func triggerShares() throws {
        let several = try Self.files().flatMap(\.reports)
            .filter { report in FactorKind.allCases.count { report.holds($0) } > 1 }
        for kind in FactorKind.allCases {
            let naming = several.filter { $0.holds(kind) }
            let share = 100 * Double(naming.count { $0.trigger == kind }) / Double(naming.count)
            #expect(TriggerShare.hundredths[kind] == max(1, Int(share.rounded())), "\(kind)")
        }
    }
}
