import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
    private struct Step {
        var command: String
        /// Lines of output as the README shows them.
        var shown: [String] = []
    }

    /// The commands of every `console` block, in order.
    private static func steps() throws -> [Step] {
        let text = try String(contentsOf: Checkout.root.appending(path: "README.md"), encoding: .utf8)
        var steps: [Step] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2))))
            } else if isInside, !steps.isEmpty {
                steps[steps.count - 1].shown.append(line)
            }
        }
        return steps
    }

    /// Whether lines are those shown, where `…` stands for any number of them.
    private static func matches(_ lines: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
        guard let first = shown.first else { return lines.isEmpty }
        if first == "…" {
            return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], shown.dropFirst()) }
        }
        return lines.first.map(sizeless) == sizeless(first) && matches(lines.dropFirst(), shown.dropFirst())
    }

    /// The line without the size of a site, which changes with every word of a page.
    private static func sizeless(_ line: String) -> String {
        line.replacing(#/[0-9]+ kB/#, with: "N kB")
    }

    @Test("The transcript runs as pasted and prints what it shows")
    func transcript() throws {
        let steps = try Self.steps()
        #expect(steps.count >= 10)
        try withTemporaryFolder { folder in
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "Corpus"), withDestinationURL: Checkout.corpus)
            let search = CommandRun.binary.deletingLastPathComponent().path + ":/usr/bin:/bin"
            for step in steps {
                let run = try CommandRun.run(
                    URL(filePath: "/bin/sh"), ["-c", step.command], in: folder, environment: ["PATH": search])
                #expect(run.status == 0, "\(step.command): \(run.errors)")
                let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                #expect(Self.matches(lines.dropLast(), step.shown[...]), "\(step.command):\n\(run.output)")
            }
        }
    }
}
