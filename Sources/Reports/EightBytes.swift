/// Eight bytes of a text looked at together, so that what holds nothing special is passed over in strides.
package struct EightBytes {
    @usableFromInline let bytes: UInt64

    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @inlinable static var highs: UInt64 { 0x8080_8080_8080_8080 }

    /// The bytes at `index`; `nil` when fewer than eight are left.
    @inlinable @inline(__always)
    package init?(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index <= text.count &- 8 else { return nil }
        bytes = UInt64(
            littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    // What follows marks a byte by its highest bit, the first byte lowest. Marks may be added up; only the first of them is
    // sure, as a byte after it may be marked by mistake.

    /// Marks the bytes that are `byte`.
    @inlinable @inline(__always)
    package func marks(of byte: UInt8) -> UInt64 {
        let difference = bytes ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference & Self.highs
    }

    /// Marks the bytes that are less than `limit`, which is at most 0x80.
    @inlinable @inline(__always)
    package func marks(ofLessThan limit: UInt8) -> UInt64 {
        (bytes &- Self.ones &* UInt64(limit)) & ~bytes & Self.highs
    }

    /// Which byte is marked first; 8 when none is.
    @inlinable @inline(__always)
    package static func first(of marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }

    /// Marks the bytes that are `byte`, all of them for sure.
    @inlinable @inline(__always)
    package func sureMarks(of byte: UInt8) -> UInt64 {
        let difference = bytes ^ (Self.ones &* UInt64(byte))
        let low = ~Self.highs
        return ~(((difference & low) &+ low) | difference | low)
    }

    /// The first place from `start` on whose byte may be marked: of the last seven places any may. The end when none is.
    @inlinable @inline(__always)
    package static func place(
        in text: UnsafeBufferPointer<UInt8>, from start: Int, marking marks: (EightBytes) -> UInt64
    ) -> Int {
        var index = start
        while let next = EightBytes(text, at: index) {
            let marks = marks(next)
            if marks != 0 { return index &+ first(of: marks) }
            index &+= 8
        }
        return index
    }
}

extension [UInt8] {
    /// Adds the bytes of a text that is known when compiling.
    @inlinable
    package mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
