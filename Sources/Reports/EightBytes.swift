/// Eight bytes of a text looked at together, so that what holds nothing special is passed over in strides.
package struct EightBytes {
    @usableFromInline let bytes: UInt64

    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The bytes at `index`; `nil` when fewer than eight are left.
    @inlinable
    package init?(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index <= text.count &- 8 else { return nil }
        bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// Whether all are ASCII.
    @inlinable package var areASCII: Bool { bytes & Self.highs == 0 }

    /// Whether one of them is `byte`.
    @inlinable
    package func contains(_ byte: UInt8) -> Bool {
        let difference = bytes ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference & Self.highs != 0
    }

    /// Whether one of them is less than `limit`, which is at most 0x80.
    @inlinable
    package func containsLess(than limit: UInt8) -> Bool {
        (bytes &- Self.ones &* UInt64(limit)) & ~bytes & Self.highs != 0
    }

    /// The highest bit of each byte that is `byte`, the first byte lowest.
    @inlinable
    package func places(of byte: UInt8) -> UInt64 {
        let difference = UInt64(littleEndian: bytes) ^ (Self.ones &* UInt64(byte))
        let low = ~Self.highs
        return ~(((difference & low) &+ low) | difference | low)
    }
}

extension [UInt8] {
    /// Adds the bytes of a text that is known when compiling.
    @inlinable
    package mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
