import Foundation

/// The processor time this thread spends on `body`, in seconds.
///
/// For claims that work grows with its input and no faster: unlike a clock on the wall it stands still while other
/// processes have their turn, so that a busy machine fails no test.
public func threadSeconds(_ body: () throws -> Void) rethrows -> Double {
    let start = threadClock()
    try body()
    return threadClock() - start
}

private func threadClock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
