import Postmortems

#if canImport(Glibc)
    // `stdout` is a variable in C; nobody assigns to it.
    @preconcurrency import Glibc
#else
    import Darwin
#endif

/// Where results go.
enum StandardOutput {
    /// Lets results gather before they are handed on, unless a person watches: a report is longer than the C library's
    /// own buffer, and each would be handed on for itself. To be called before anything is printed.
    static func gather() {
        if isatty(STDOUT_FILENO) == 0 { setvbuf(stdout, nil, _IOFBF, 1 << 16) }
    }

    /// Prints a value on a line of its own.
    static func print(_ json: JSONValue) {
        let bytes = json.utf8 + [0x0A]
        bytes.withUnsafeBufferPointer { _ = fwrite($0.baseAddress, 1, $0.count, stdout) }
    }

    /// Writes out what is held back.
    ///
    /// - Returns: Why something printed so far did not reach its place; `nil` when all did.
    static func failure() -> String? {
        errno = 0
        guard fflush(stdout) != 0 || ferror(stdout) != 0 else { return nil }
        return errno == 0 ? "an earlier write failed" : String(cString: strerror(errno))
    }
}
