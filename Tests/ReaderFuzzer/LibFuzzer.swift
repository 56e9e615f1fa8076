#if LIBFUZZER
    import Foundation

    /// libFuzzer's own loop, guided by which branches an input reaches; see `scripts/fuzz --coverage`.
    ///
    /// The target is the environment's `FUZZ_TARGET`, seeds are first written to the folder `FUZZ_SEEDS`; the arguments
    /// are libFuzzer's.
    private let chosen: FuzzTarget = {
        let environment = ProcessInfo.processInfo.environment
        let target = environment["FUZZ_TARGET"].flatMap(FuzzTarget.init(rawValue:)) ?? .html
        if let folder = environment["FUZZ_SEEDS"] {
            for (number, seed) in SeedCorpus.seeds(for: target).enumerated() where seed.count < 8_000 {
                try? Data(seed).write(to: URL(filePath: "\(folder)/seed-\(number)"))
            }
        }
        return target
    }()

    @_cdecl("LLVMFuzzerInitialize")
    public func initializeFuzzer(
        _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutableRawPointer
    ) -> Int32 {
        _ = chosen
        return 0
    }

    /// The entry that SwiftPM links an executable with.
    @_cdecl("ReaderFuzzer_main")
    public func fuzzerMain(
        _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    ) -> Int32 {
        var count = count
        var arguments = arguments
        return runDriver(&count, &arguments) { testOneInput($0, $1) }
    }

    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<Int32>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32

    @_cdecl("LLVMFuzzerTestOneInput")
    public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
        let violations = chosen.violations(Array(UnsafeBufferPointer(start: start, count: count)))
        precondition(violations.isEmpty, violations.first ?? "")
        return 0
    }
#endif
