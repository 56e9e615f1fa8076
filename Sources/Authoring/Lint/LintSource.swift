import Markup

/// A file's bytes with its front matter set apart and its lines known.
struct LintSource {
    let path: String
    let bytes: [UInt8]
    let frontMatter: FrontMatter?
    let body: String
    /// Where the body begins in `bytes`.
    let bodyOffset: Int
    /// The offset at which each line of the file begins. Lines end as in CommonMark: LF, CR or both.
    let lineStarts: [Int]
    /// Scalars before every 256th byte, so that a place in an endless line costs no walk along it.
    private let checkpoints: [Int]
    /// Index into `lineStarts` of the body's first line.
    let bodyLineIndex: Int

    init(_ text: String, path: String) throws {
        self.path = path
        let file: FrontMatter.File
        do {
            file = try FrontMatter.split(text)
        } catch let error as FrontMatterError {
            throw AuthoringError.unreadable(path: path, line: error.line, reason: error.reason)
        }
        bytes = Array(text.utf8)
        frontMatter = file.frontMatter
        body = file.body
        // The body is a suffix of the text, so its length says where it begins whatever ended the lines before it.
        bodyOffset = bytes.count - file.body.utf8.count
        lineStarts = Self.lineStarts(in: bytes)
        checkpoints = Self.checkpoints(in: bytes)
        bodyLineIndex = Self.line(at: bodyOffset, in: lineStarts)
    }

    /// Where a byte stands.
    func place(at offset: Int) -> LintPlace {
        let line = Self.line(at: offset, in: lineStarts)
        var start = lineStarts[line]
        // A byte order mark is invisible in every editor.
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        let from = min(start, offset)
        return LintPlace(
            line: line + 1, column: scalars(before: offset) - scalars(before: from) + 1, utf8Column: offset - from + 1)
    }

    private func scalars(before offset: Int) -> Int {
        let step = Self.checkpointStep
        let checkpoint = offset / step
        return bytes[checkpoint * step..<offset].reduce(checkpoints[checkpoint]) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    private static let checkpointStep = 256

    private static func checkpoints(in bytes: [UInt8]) -> [Int] {
        var counts = [0]
        var count = 0
        for index in bytes.indices {
            if bytes[index] & 0xC0 != 0x80 { count += 1 }
            if (index + 1) % checkpointStep == 0 { counts.append(count) }
        }
        return counts
    }

    func range(_ range: Range<Int>) -> LintRange {
        LintRange(start: place(at: range.lowerBound), end: place(at: range.upperBound))
    }

    /// The words in a range, each run of white space as one space, cut after 200 bytes.
    func excerpt(_ range: Range<Int>) -> String {
        var result: [UInt8] = []
        for byte in bytes[range].prefix(200) {
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isSpace {
                result.append(byte)
            } else if result.last != 0x20 {
                result.append(0x20)
            }
        }
        while let last = result.last, range.count > 200, last & 0xC0 == 0x80 { result.removeLast() }
        if range.count > 200, let last = result.last, last >= 0xC0 { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes of lines as the Markdown tree counts them (1-based, in the body), ends included.
    func lines(_ first: Int, _ last: Int) -> Range<Int> {
        let from = bodyLineIndex + max(first, 1) - 1
        let to = bodyLineIndex + max(last, first)
        guard from < lineStarts.count else { return bytes.count..<bytes.count }
        let start = max(lineStarts[from], bodyOffset)
        return start..<max(start, to < lineStarts.count ? lineStarts[to] : bytes.count)
    }

    private static func lineStarts(in bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for index in bytes.indices {
            let isLoneReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            if bytes[index] == 0x0A || isLoneReturn { starts.append(index + 1) }
        }
        return starts
    }

    private static func line(at offset: Int, in starts: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
