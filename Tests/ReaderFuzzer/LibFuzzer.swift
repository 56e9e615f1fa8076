#if LIBFUZZER
    import Foundation

    /// libFuzzer's own loop, guided by which branches an input reaches; only in a build with `--sanitize fuzzer`.
    enum LibFuzzer {
        nonisolated(unsafe) private static var target = FuzzTarget.html

        /// The target is the environment's `FUZZ_TARGET`; the arguments are libFuzzer's.
        static func run() {
            target = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap(FuzzTarget.init(rawValue:)) ?? .html
            if let folder = ProcessInfo.processInfo.environment["FUZZ_SEEDS"] {
                for (number, seed) in SeedCorpus.seeds(for: target).enumerated() {
                    try? Data(seed).write(to: URL(filePath: "\(folder)/seed-\(number)"))
                }
            }
            var count = CommandLine.argc
            var arguments = CommandLine.unsafeArgv
            exit(
                runDriver(&count, &arguments) { start, count in
                    let input = Array(UnsafeBufferPointer(start: start, count: count))
                    let violations = LibFuzzer.target.violations(input)
                    precondition(violations.isEmpty, violations[0])
                    return 0
                })
        }
    }

    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<Int32>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32
#endif
