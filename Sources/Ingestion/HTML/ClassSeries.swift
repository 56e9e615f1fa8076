/// Whether an element is one of a series: what comes again and again, such as the times of updates, is content.
struct ClassSeries {
    private let tree: HTMLTree
    /// How many texts with digits stand before each node.
    private var digitsBefore: [Int32]
    /// The last element of each tag and class that holds digits.
    private var last: [UInt64: Int] = [:]

    init(_ tree: HTMLTree, in roots: [Int]) {
        self.tree = tree
        digitsBefore = Array(repeating: 0, count: tree.nodes.count + 1)
        for index in tree.nodes.indices {
            let holds = tree.textBytes(index).contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            digitsBefore[index + 1] = digitsBefore[index] + (holds ? 1 : 0)
        }
        for root in roots {
            for index in tree.range(of: root) where holdsDigit(index) {
                if let key = key(of: index) { last[key] = index }
            }
        }
    }

    /// Whether a later element of the parts has the same class and holds digits too.
    func continues(_ index: Int) -> Bool {
        guard holdsDigit(index), let key = key(of: index), let other = last[key] else { return false }
        return other >= Int(tree.nodes[index].end)
    }

    private func holdsDigit(_ index: Int) -> Bool {
        digitsBefore[Int(tree.nodes[index].end)] > digitsBefore[index]
    }

    private func key(of index: Int) -> UInt64? {
        guard let name = tree.attributeBytes(index, "class"), !name.isEmpty else { return nil }
        return name.reduce(WordHash().adding(tree.nodes[index].tag.rawValue)) { $0.adding($1) }.value
    }
}
