/// The texts of a snapshot, each stored once and known by its number.
///
/// Comparing two texts of a column is comparing two numbers, and a script's Lua state makes each Lua string once.
struct TextPoolBuilder {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [Int32] = [0]
    /// How many slots are taken.
    private var used = 0
    /// In each slot the hash of a text in the high half and its number, counted from 1, in the low half; 0 where it is free.
    ///
    /// With the hash at hand a text is compared, and the table grown, without a look at the texts themselves.
    private var slots = [UInt64](repeating: 0, count: 1024)

    /// How many texts there are.
    var count: Int { offsets.count - 1 }

    /// The number of a text in UTF-8, added if it is new.
    mutating func index(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = unsafe TextPool.hash(text)
        let slot = unsafe self.slot(of: text, hash)
        if slots[slot] != 0 { return Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1 }
        let number = unsafe append(text)
        slots[slot] = UInt64(hash) << 32 | UInt64(count)
        used += 1
        if used * 2 >= slots.count { grow() }
        return number
    }

    /// The number of a text that is stored without being looked for, now or ever: the id of a row.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        unsafe bytes.append(contentsOf: text)
        offsets.append(Int32(bytes.count))
        return Int32(count - 1)
    }

    /// The number of a text that was added before.
    func existingIndex(of text: String) -> Int32? {
        var text = text
        return text.withUTF8 { wanted in
            let slot = unsafe self.slot(of: wanted, TextPool.hash(wanted))
            return slots[slot] == 0 ? nil : Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
        }
    }

    /// The slot that a text is in, or the free one where it would be.
    private func slot(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == UInt64(hash), unsafe isEqual(Int(slots[slot] & 0xFFFF_FFFF) - 1, text) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func isEqual(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(offsets[index])
        guard Int(offsets[index + 1]) - start == text.count else { return false }
        for position in 0..<text.count where unsafe bytes[start + position] != text[position] { return false }
        return true
    }

    /// The positions of texts in the order of the texts' bytes; nil where they stand in it already.
    func sortedOrder(of list: [Int32]) -> [Int32]? {
        let isSorted = zip(list, list.dropFirst()).allSatisfy { !precedes($1, $0) }
        if isSorted { return nil }
        return list.indices.map(Int32.init).sorted { precedes(list[Int($0)], list[Int($1)]) }
    }

    private func precedes(_ left: Int32, _ right: Int32) -> Bool {
        bytes[Int(offsets[Int(left)])..<Int(offsets[Int(left) + 1])]
            .lexicographicallyPrecedes(bytes[Int(offsets[Int(right)])..<Int(offsets[Int(right) + 1])])
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        for entry in slots where entry != 0 {
            var slot = Int(entry >> 32) & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = entry
        }
        slots = larger
    }

    /// The finished pool.
    func build() -> TextPool {
        let numbers = slots.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) - 1 }
        return TextPool(bytes: ColumnBuffer(bytes), offsets: ColumnBuffer(offsets), slots: ColumnBuffer(numbers))
    }
}

/// The finished texts of a snapshot.
public struct TextPool: Sendable {
    /// The texts in UTF-8, one after the other.
    public let bytes: ColumnBuffer<UInt8>
    /// Where each text begins, and at the end where the last one ends.
    public let offsets: ColumnBuffer<Int32>
    private let slots: ColumnBuffer<Int32>

    init(bytes: ColumnBuffer<UInt8>, offsets: ColumnBuffer<Int32>, slots: ColumnBuffer<Int32>) {
        (self.bytes, self.offsets, self.slots) = (bytes, offsets, slots)
    }

    /// How many texts there are.
    public var count: Int { offsets.count - 1 }

    private func range(_ index: Int32) -> Range<Int> { Int(offsets[Int(index)])..<Int(offsets[Int(index) + 1]) }

    /// The text of a number.
    public subscript(index: Int32) -> String {
        let range = range(index)
        return unsafe bytes.withElements {
            unsafe String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
        }
    }

    /// The number of a text, if the snapshot has it as a value anywhere; ids of rows are not looked for here.
    public func index(of text: String) -> Int32? {
        var copy = text
        var slot = copy.withUTF8 { Int(unsafe TextPool.hash($0)) & (slots.count - 1) }
        while slots[slot] >= 0 {
            if isEqual(slots[slot], text) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Whether the text of a number has the same bytes as another.
    func isEqual(_ index: Int32, _ text: String) -> Bool {
        let range = range(index)
        return unsafe bytes.withElements { unsafe $0[range].elementsEqual(text.utf8) }
    }

    /// Whether the text of a number comes before another, by bytes.
    func precedes(_ index: Int32, _ text: String) -> Bool {
        let range = range(index)
        return unsafe bytes.withElements { unsafe $0[range].lexicographicallyPrecedes(text.utf8) }
    }

    /// A hash of bytes, eight at a time, folded by a full multiplication (after wyhash); the same on every host.
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let raw = UnsafeRawBufferPointer(text)
        var hash = UInt64(raw.count) ^ 0x9E37_79B9_7F4A_7C15
        var position = 0
        while position + 8 <= raw.count {
            hash = mixed(hash, unsafe raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var rest: UInt64 = 0
        while position < raw.count {
            rest = unsafe rest << 8 | UInt64(raw[position])
            position += 1
        }
        hash = mixed(hash, rest)
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
