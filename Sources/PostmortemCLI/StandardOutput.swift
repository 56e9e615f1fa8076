#if canImport(Glibc)
    // `stdout` is a variable in C; nobody assigns to it.
    @preconcurrency import Glibc
#else
    import Darwin
#endif

/// Where results go.
enum StandardOutput {
    /// Writes out what is held back.
    ///
    /// - Returns: Why something printed so far did not reach its place; `nil` when all did.
    static func failure() -> String? {
        errno = 0
        guard fflush(stdout) != 0 || ferror(stdout) != 0 else { return nil }
        return errno == 0 ? "an earlier write failed" : String(cString: strerror(errno))
    }
}
