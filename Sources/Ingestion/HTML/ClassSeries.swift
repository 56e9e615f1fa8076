/// Whether an element is one of a series: what comes again and again, such as the times of updates, is content.
enum ClassSeries {
    /// Whether a later element of the parts has the same class and holds digits too.
    static func continues(_ tree: HTMLTree, _ index: Int, in roots: [Int]) -> Bool {
        guard let name = tree.attributeBytes(index, "class"), !name.isEmpty, holdsDigit(tree, index) else {
            return false
        }
        let tag = tree.nodes[index].tag
        for root in roots where Int(tree.nodes[root].end) > index {
            for other in max(root, Int(tree.nodes[index].end))..<Int(tree.nodes[root].end)
            where tree.nodes[other].tag == tag {
                if let same = tree.attributeBytes(other, "class"), same.count == name.count, same.elementsEqual(name),
                    holdsDigit(tree, other)
                {
                    return true
                }
            }
        }
        return false
    }

    private static func holdsDigit(_ tree: HTMLTree, _ index: Int) -> Bool {
        tree.range(of: index).contains { position in
            tree.nodes[position].tag == .text
                && tree.textBytes(position).contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        }
    }
}
