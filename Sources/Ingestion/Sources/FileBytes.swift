import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads what is open in one go: Foundation's `FileHandle` takes four kilobytes at a time.
enum FileBytes {
    enum Failure: Error {
        case unreadable, tooLarge
    }

    /// All bytes from where a descriptor stands to the end.
    ///
    /// - Parameters:
    ///   - expected: How many there are likely to be.
    ///   - limit: More than these are an error.
    static func rest(of descriptor: Int32, expected: Int, limit: Int) throws(Failure) -> Data {
        // A byte more, so that the end shows without another round.
        var data = Data(count: min(max(expected, 4_096), limit) + 1)
        var filled = 0
        while true {
            if filled == data.count { data.count *= 2 }
            let got = data.withUnsafeMutableBytes { bytes in
                bytes.baseAddress.map { read(descriptor, $0 + filled, bytes.count - filled) } ?? 0
            }
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw .unreadable }
            if got == 0 { break }
            filled += got
            if filled > limit { throw .tooLarge }
        }
        data.count = filled
        return data
    }
}
