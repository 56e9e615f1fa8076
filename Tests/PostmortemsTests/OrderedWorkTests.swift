import Foundation
import Synchronization
import Testing

@testable import Postmortems

@Test("Work is handed on in order, whatever finishes first", arguments: [1, 2, 3, 8])
func inOrder(threads: Int) {
    let items = Array(0..<200)
    let work = OrderedWork(items, window: 7) { item in
        // Every ninth item is slower than those after it.
        if item % 9 == 0 { Thread.sleep(forTimeInterval: 0.002) }
        return item * 2
    }
    var positions: [Int] = []
    var outputs: [Int] = []
    work.run(threads: threads) { position, output in
        positions.append(position)
        outputs.append(output)
    }
    #expect(positions == items)
    #expect(outputs == items.map { $0 * 2 })
}

@Test("No more items are begun than the window holds", arguments: [1, 4])
func windowed(threads: Int) {
    let begun = Mutex(0)
    let work = OrderedWork(Array(0..<100), window: 5) { item in
        begun.withLock { $0 += 1 }
        return item
    }
    var handedOn = 0
    var most = 0
    work.run(threads: threads) { _, _ in
        most = max(most, begun.withLock { $0 } - handedOn)
        handedOn += 1
    }
    #expect(handedOn == 100)
    // The one being handed on may already have made room for another.
    #expect(most <= 6)
}

private struct Full: Error {}

@Test("An error while handing on ends the work", arguments: [1, 4])
func stopped(threads: Int) {
    let begun = Mutex(0)
    let work = OrderedWork(Array(0..<1_000), window: 8) { item in
        begun.withLock { $0 += 1 }
        return item
    }
    #expect(throws: Full.self) {
        try work.run(threads: threads) { position, _ in
            if position == 3 { throw Full() }
        }
    }
    #expect(begun.withLock { $0 } < 100)
}

@Test("Nothing to do is done at once")
func nothing() {
    OrderedWork([Int](), window: 1) { $0 }.run(threads: 4) { _, _ in Issue.record("nothing was given") }
}
