import Foundation
import TestSupport
import Testing

/// Ctrl-C and `kill` at any moment: what was whole stays whole, and nothing half-built is left lying about.
@Suite("Interruption", .serialized)
struct InterruptionTests {
    /// Starts the command, signals it after some milliseconds, and waits for its end.
    private func run(
        _ arguments: [String], after milliseconds: Int, signal number: Int32 = SIGINT
    ) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = arguments
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(milliseconds) * 1_000)
        kill(process.processIdentifier, number)
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    private func files(below folder: String) -> Int {
        FileManager.default.subpaths(atPath: folder)?.count ?? 0
    }

    @Test("Whenever publish is interrupted, a whole site stands and no other folder is left")
    func publish() throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            _ = try CommandRun.postmortem(["ingest", "--base", base, Checkout.corpus.path])
            _ = try CommandRun.postmortem(["publish", "--base", base])
            let whole = files(below: base + "/site")
            #expect(whole > 200)
            var interrupted = 0
            for round in 0..<12 {
                let end = try run(
                    ["publish", "--base", base], after: 150 + round * 90, signal: [SIGINT, SIGTERM, SIGHUP][round % 3])
                #expect(files(below: base + "/site") == whole)
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: base).filter { $0.hasPrefix(".site") } == [])
                // On a busy machine the signal may come before there is anybody to hear it.
                if end.errors.contains("postmortem: interrupted; ") {
                    interrupted += 1
                    #expect(end.status == 128 + [SIGINT, SIGTERM, SIGHUP][round % 3])
                }
            }
            #expect(interrupted > 0)
        }
    }

    @Test("Whenever ingest is interrupted, whole reports are stored and the next run stores the rest")
    func ingest() throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            for round in 0..<5 {
                let end = try run(["ingest", "--base", base, Checkout.corpus.path], after: 60 + round * 60)
                #expect([0, SIGINT, 128 + SIGINT].contains(end.status))
                #expect(try CommandRun.postmortem(["verify", "--base", base]).status == 0)
            }
            let rest = try CommandRun.postmortem(["ingest", "--quiet", "--base", base, Checkout.corpus.path])
            #expect(rest.status == 0)
            let again = try CommandRun.postmortem(["ingest", "--quiet", "--base", base, Checkout.corpus.path])
            #expect(again.output.hasPrefix("0 added, 0 updated, "), "\(again.output)")
        }
    }
}
