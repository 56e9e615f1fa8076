import Foundation

/// Keeps the input that is being read where a crash or a hang leaves it behind in a file.
///
/// The handler runs in the middle of anything, so it touches only what was laid ready: plain memory and system calls.
enum InputInHand {
    nonisolated(unsafe) private static let buffer = UnsafeMutableRawPointer.allocate(byteCount: 1 << 20, alignment: 16)
    nonisolated(unsafe) private static var count = 0
    nonisolated(unsafe) private static var path = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    nonisolated(unsafe) private static var message = UnsafeMutablePointer<CChar>.allocate(capacity: 1)

    /// Processor seconds after which an input counts as one that hangs.
    private static let patience = 20

    /// Arms the handlers; the input goes to `file`.
    static func watch(file: String) {
        path = strdup(file)
        message = strdup("\nReaderFuzzer: a crash or hang; the input is in \(file)\n")
        // A stack of its own, since an endless recursion has used up the usual one.
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
        stack.ss_size = 1 << 16
        sigaltstack(&stack, nil)
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGPROF] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in
                let file = open(InputInHand.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
                _ = write(file, InputInHand.buffer, InputInHand.count)
                _ = write(2, InputInHand.message, strlen(InputInHand.message))
                _exit(signal == SIGPROF ? 70 : 71)
            }
            action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK))
            sigaction(signal, &action, nil)
        }
    }

    static func take(_ input: [UInt8]) {
        count = min(input.count, 1 << 20)
        input.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { buffer.copyMemory(from: start, byteCount: count) }
        }
        var timer = itimerval()
        timer.it_value.tv_sec = patience
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    }
}
