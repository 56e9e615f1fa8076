import Foundation

/// Feeds the readers with damaged input; `scripts/fuzz` tells how it is run.
@main
enum ReaderFuzzer {
    static func main() {
        var arguments = CommandLine.arguments.dropFirst()
        func value(_ name: String) -> String? {
            guard let at = arguments.firstIndex(of: name), at + 1 < arguments.endIndex else { return nil }
            defer { arguments.removeSubrange(at...(at + 1)) }
            return arguments[at + 1]
        }
        let seconds = value("--seconds").flatMap(Double.init) ?? 60
        let seed = value("--seed").flatMap(UInt64.init) ?? 1
        let folder = URL(filePath: value("--output") ?? ".build/fuzz", directoryHint: .isDirectory)
        let growth = value("--megabytes").flatMap { Int($0) } ?? 96
        let replay = value("--replay")
        let named = arguments.compactMap(FuzzTarget.init(rawValue:))
        let targets = named.isEmpty ? FuzzTarget.allCases : named
        guard named.count == arguments.filter({ $0 != "all" }).count else {
            fail(
                "usage: ReaderFuzzer [--seconds N] [--seed N] [--output DIR] [--megabytes N] [--replay FILE] "
                    + "[html|feed|timeline|markdown|all]")
        }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if let replay { return self.replay(replay, targets) }
        var failed = false
        for target in targets {
            let share = seconds / Double(targets.count)
            let result = Campaign(target: target, seed: seed, seconds: share, folder: folder, growth: growth).run()
            let slowest = "\((result.slowest.seconds * 1000).rounded() / 1000) s for \(result.slowest.bytes) bytes"
            print(
                "fuzzed \(target.rawValue): \(result.tried) inputs, \(result.found.count) broken; slowest \(slowest);",
                "\(result.megabytes) MB in use")
            for line in result.found { print("  \(line)") }
            failed = failed || !result.found.isEmpty
        }
        exit(failed ? 1 : 0)
    }

    private static func replay(_ path: String, _ targets: [FuzzTarget]) {
        guard let data = FileManager.default.contents(atPath: path) else { fail("can't read \(path)") }
        for target in targets { print("\(target.rawValue): \(target.violations(Array(data)))") }
    }

    private static func fail(_ words: String) -> Never {
        FileHandle.standardError.write(Data((words + "\n").utf8))
        exit(64)
    }
}
