/// Puts events from one or several sources into the order of time.
public enum Chronology {
    /// Every element of every list, from early to late.
    ///
    /// An event without a time keeps its place after the one it follows in its list; one before the first timed event stays
    /// before it. Events of one moment keep the order of their list, and of the lists. A list that runs from late to
    /// early, as status pages write, is turned round first, so that events of one second come out as they happened. A
    /// day alone stands before the times of that day, by the clock of its neighbours. A list without any time comes last.
    ///
    /// - Complexity: O(*n* log *n*).
    public static func merged<Element>(_ lists: [[Element]], at: (Element) -> Timestamp?) -> [Element] {
        var blocks: [Block<Element>] = []
        for list in lists {
            var own = self.blocks(of: list, at: at)
            if isDescending(own.map(\.key)) { own.reverse() }
            blocks += own
        }
        // Swift's sort keeps the order of equals.
        return blocks.sorted { $0.key < $1.key }.flatMap(\.members)
    }

    /// The events of one timeline, from early to late; see ``merged(_:at:)``.
    public static func sorted(_ events: [TimelineEvent]) -> [TimelineEvent] {
        merged([events]) { $0.at }
    }

    /// A timed event with the untimed ones that stay beside it.
    private struct Block<Element> {
        var key: Int64
        var members: [Element]
    }

    private static func blocks<Element>(of list: [Element], at: (Element) -> Timestamp?) -> [Block<Element>] {
        var blocks: [Block<Element>] = []
        var lead: [Element] = []
        var offset = list.lazy.compactMap(at).first(where: \.hasTime)?.offsetSeconds ?? 0
        for element in list {
            if let time = at(element) {
                if time.hasTime { offset = time.offsetSeconds }
                let key = time.secondsSince1970 - Int64(time.hasTime ? 0 : offset)
                blocks.append(Block(key: key, members: lead + [element]))
                lead = []
            } else if blocks.isEmpty {
                lead.append(element)
            } else {
                blocks[blocks.count - 1].members.append(element)
            }
        }
        if !lead.isEmpty { blocks.append(Block(key: .max, members: lead)) }
        return blocks
    }

    private static func isDescending(_ keys: [Int64]) -> Bool {
        var falls = 0
        var rises = 0
        for (left, right) in zip(keys, keys.dropFirst()) {
            if right < left { falls += 1 }
            if left < right { rises += 1 }
        }
        return falls > rises
    }
}
