/// The texts of a snapshot, each stored once and known by its number.
///
/// Comparing two texts of a column is comparing two numbers, and a script's Lua state makes each Lua string once.
struct TextPoolBuilder {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [Int32] = [0]
    private var slots = [Int32](repeating: -1, count: 1024)

    /// How many texts there are.
    var count: Int { offsets.count - 1 }

    /// The number of a text, added if it is new.
    mutating func index(of text: String) -> Int32 {
        var text = text
        return text.withUTF8 { unsafe index(of: $0) }
    }

    /// The number of a text in UTF-8, added if it is new.
    mutating func index(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
        if count * 2 >= slots.count { grow() }
        var slot = unsafe TextPool.hash(text) & (slots.count - 1)
        while slots[slot] >= 0 {
            if unsafe TextPool.equal(bytes, offsets, slots[slot], text) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let index = Int32(count)
        unsafe bytes.append(contentsOf: text)
        offsets.append(Int32(bytes.count))
        slots[slot] = index
        return index
    }

    /// The number of a text that was added before.
    func existingIndex(of text: String) -> Int32? {
        var text = text
        return text.withUTF8 { wanted in
            var slot = unsafe TextPool.hash(wanted) & (slots.count - 1)
            while slots[slot] >= 0 {
                if unsafe TextPool.equal(bytes, offsets, slots[slot], wanted) { return slots[slot] }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
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
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for index in 0..<count {
            let range = Int(offsets[index])..<Int(offsets[index + 1])
            var slot = unsafe bytes.withUnsafeBufferPointer {
                unsafe TextPool.hash(UnsafeBufferPointer(rebasing: $0[range])) & (slots.count - 1)
            }
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// The finished pool.
    func build() -> TextPool {
        TextPool(bytes: ColumnBuffer(bytes), offsets: ColumnBuffer(offsets), slots: slots)
    }
}

/// The finished texts of a snapshot.
public struct TextPool: Sendable {
    /// The texts in UTF-8, one after the other.
    public let bytes: ColumnBuffer<UInt8>
    /// Where each text begins, and at the end where the last one ends.
    public let offsets: ColumnBuffer<Int32>
    private let slots: [Int32]

    init(bytes: ColumnBuffer<UInt8>, offsets: ColumnBuffer<Int32>, slots: [Int32]) {
        (self.bytes, self.offsets, self.slots) = (bytes, offsets, slots)
    }

    /// How many texts there are.
    public var count: Int { offsets.count - 1 }

    /// The text of a number.
    public subscript(index: Int32) -> String {
        let range = Int(offsets[Int(index)])..<Int(offsets[Int(index) + 1])
        return unsafe bytes.withElements {
            unsafe String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
        }
    }

    /// The number of a text, if the snapshot has it anywhere.
    public func index(of text: String) -> Int32? {
        var text = text
        return text.withUTF8 { wanted in
            var slot = unsafe TextPool.hash(wanted) & (slots.count - 1)
            while slots[slot] >= 0 {
                let index = slots[slot]
                let range = Int(offsets[Int(index)])..<Int(offsets[Int(index) + 1])
                if unsafe bytes.withElements({ unsafe $0[range].elementsEqual(wanted) }) { return index }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// FNV-1a over the bytes, its high half folded in: the tables are powers of two.
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<text.count { hash = unsafe (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff)
    }

    static func equal(_ bytes: [UInt8], _ offsets: [Int32], _ index: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool
    {
        let range = Int(offsets[Int(index)])..<Int(offsets[Int(index) + 1])
        return unsafe bytes[range].elementsEqual(text)
    }
}
