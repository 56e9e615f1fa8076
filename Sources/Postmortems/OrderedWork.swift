import Dispatch
import Foundation

/// Works on many items on several threads, and hands the results on in the order of the items.
///
/// The calling thread is one of them: it hands on what is ready and works itself when nothing is. So that results don't
/// pile up behind a slow item, only as many items are begun as fit into a window.
final class OrderedWork<Item: Sendable, Output: Sendable>: @unchecked Sendable {
    private let items: [Item]
    private let window: Int
    private let work: @Sendable (Item) -> Output

    private let condition = NSCondition()
    // What follows is read and written with the condition locked.
    private var begun = 0
    private var handedOn = 0
    private var outputs: [Int: Output] = [:]
    private var isStopped = false

    /// - Parameter window: How many items may be begun and not yet handed on; at least 1.
    init(_ items: [Item], window: Int, work: @escaping @Sendable (Item) -> Output) {
        self.items = items
        self.window = max(window, 1)
        self.work = work
    }

    /// Calls `each` once for every item, in order and on the calling thread; an error it throws ends the work.
    ///
    /// - Parameters:
    ///   - threads: How many work at the same time, the calling one included.
    ///   - each: Gets the position of an item and what came of it.
    func run(threads: Int, each: (Int, Output) throws -> Void) rethrows {
        let group = DispatchGroup()
        for _ in 0..<max(min(threads, items.count) - 1, 0) {
            DispatchQueue.global().async(group: group) { self.help() }
        }
        defer {
            stop()
            group.wait()
        }
        while let step = nextStep() {
            switch step {
            case .handOn(let position, let output): try each(position, output)
            case .work(let position): finish(position, work(items[position]))
            }
        }
    }

    private enum Step {
        case handOn(Int, Output)
        case work(Int)
    }

    /// What the calling thread is to do; `nil` when all is done.
    private func nextStep() -> Step? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let output = outputs.removeValue(forKey: handedOn) {
                handedOn += 1
                condition.broadcast()
                return .handOn(handedOn - 1, output)
            }
            if handedOn == items.count { return nil }
            if let position = begin() { return .work(position) }
            condition.wait()
        }
    }

    /// Another thread's work, until there is none left.
    private func help() {
        while true {
            condition.lock()
            var position = begin()
            while position == nil, begun < items.count, !isStopped {
                condition.wait()
                position = begin()
            }
            condition.unlock()
            guard let position else { return }
            finish(position, work(items[position]))
        }
    }

    /// The next item, if it may be begun. Called with the condition locked.
    private func begin() -> Int? {
        guard !isStopped, begun < items.count, begun - handedOn < window else { return nil }
        begun += 1
        return begun - 1
    }

    private func finish(_ position: Int, _ output: Output) {
        condition.lock()
        outputs[position] = output
        condition.broadcast()
        condition.unlock()
    }

    private func stop() {
        condition.lock()
        isStopped = true
        condition.broadcast()
        condition.unlock()
    }
}
