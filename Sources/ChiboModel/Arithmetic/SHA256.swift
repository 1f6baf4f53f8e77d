/// SHA-256 (FIPS 180-4), for receipts, the audit chain and the digests of files.
///
/// A hundred lines of arithmetic against a library of megabytes; the tests compare it with one that is not ours.
public struct SHA256: Sendable {
    private var state: State = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// The beginning of a block that is not whole yet.
    private var pending: Block = InlineArray(repeating: 0)
    private var pendingCount = 0
    private var length: UInt64 = 0

    private typealias State = InlineArray<8, UInt32>
    private typealias Block = InlineArray<64, UInt8>

    /// An empty digest.
    public init() {}

    /// The digest of bytes, in small hexadecimal digits.
    public static func hex(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hexDigest
    }

    /// Adds a text's UTF-8.
    public mutating func update(_ text: String) { update(Array(text.utf8)) }

    /// Adds bytes.
    public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    /// Adds bytes where they lie.
    public mutating func update(_ bytes: Swift.Span<UInt8>) {
        length += UInt64(bytes.count)
        var next = 0
        while pendingCount > 0, next < bytes.count {
            pending[pendingCount] = bytes[next]
            (pendingCount, next) = (pendingCount + 1, next + 1)
            if pendingCount == 64 {
                SHA256.compress(pending.span, 0, &state)
                pendingCount = 0
            }
        }
        while bytes.count - next >= 64 {
            SHA256.compress(bytes, next, &state)
            next += 64
        }
        while next < bytes.count {
            pending[pendingCount] = bytes[next]
            (pendingCount, next) = (pendingCount + 1, next + 1)
        }
    }

    /// The digest of all that was added, in small hexadecimal digits.
    public var hexDigest: String { SHA256.hexadecimal(digest) }

    /// The 32 bytes of the digest of all that was added.
    public var digest: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(32)
        appendDigest(to: &result)
        return result
    }

    /// Adds the 32 bytes of the digest of all that was added to a list.
    public func appendDigest(to list: inout [UInt8]) {
        // A one bit, zeros, and the length in bits, up to a whole block.
        var (last, words) = (pending, state)
        last[pendingCount] = 0x80
        for index in pendingCount + 1..<64 { last[index] = 0 }
        if pendingCount >= 56 {
            SHA256.compress(last.span, 0, &words)
            last = InlineArray(repeating: 0)
        }
        for index in 0..<8 { last[56 + index] = UInt8(truncatingIfNeeded: (length &* 8) >> UInt64(56 - index * 8)) }
        SHA256.compress(last.span, 0, &words)
        for index in 0..<8 {
            for shift in stride(from: 24, through: 0, by: -8) {
                list.append(UInt8(truncatingIfNeeded: words[index] >> shift))
            }
        }
    }

    /// Bytes in small hexadecimal digits.
    public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]

    private static func compress(_ bytes: Swift.Span<UInt8>, _ start: Int, _ state: inout State) {
        // The last 16 words of the schedule: a word is needed for the 16 rounds after it and no longer.
        var words = InlineArray<16, UInt32> { (index: Int) -> UInt32 in
            let at = start &+ index &* 4
            return UInt32(bytes[at]) << 24 | UInt32(bytes[at &+ 1]) << 16 | UInt32(bytes[at &+ 2]) << 8
                | UInt32(bytes[at &+ 3])
        }
        var turn = state
        sixteenRounds(0, &turn, &words)
        for first in stride(from: 16, to: 64, by: 16) {
            for index in 0..<16 {
                let (early, late) = (words[(index &+ 1) & 15], words[(index &+ 14) & 15])
                let first = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
                let second = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
                words[index] = words[index] &+ first &+ words[(index &+ 9) & 15] &+ second
            }
            sixteenRounds(first, &turn, &words)
        }
        for index in 0..<8 { state[index] &+= turn[index] }
    }

    @inline(__always)
    private static func sixteenRounds(_ first: Int, _ state: inout State, _ words: inout InlineArray<16, UInt32>) {
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
        for index in 0..<16 {
            let sum = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            let choice = (e & f) ^ (~e & g)
            let one = h &+ sum &+ choice &+ constants[first &+ index] &+ words[index]
            let two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
        }
        state = [a, b, c, d, e, f, g, h]
    }

    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { word &>> bits | word &<< (32 &- bits) }
}
