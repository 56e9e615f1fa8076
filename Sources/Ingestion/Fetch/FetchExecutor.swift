import Dispatch

/// Threads of Dispatch for fetching: callers may block every thread of Swift's own pool while they wait for an answer.
final class FetchExecutor: TaskExecutor {
    static let shared = FetchExecutor()

    /// Serial, because only serial queues get a thread when all shared ones are blocked; nothing that runs here blocks.
    private let queue = DispatchQueue(label: "postmortem.fetch.tasks")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
