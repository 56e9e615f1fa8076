import Dispatch

/// Threads of Dispatch for fetching: callers may block every thread of Swift's own pool while they wait for an answer.
final class FetchExecutor: TaskExecutor {
    static let shared = FetchExecutor()

    private let queue = DispatchQueue(label: "postmortem.fetch.tasks", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
