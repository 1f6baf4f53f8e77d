import CSodium

/// A file that only a passphrase opens: XChaCha20-Poly1305 in pieces, the key from the passphrase by Argon2id.
///
/// All numbers are big-endian:
///
///     0   8 bytes   "CHIBOBAK"
///     8   1         version of the format: 1
///     9   1         how the key is made: 2, Argon2id 1.3 (crypto_pwhash_ALG_ARGON2ID13)
///     10  2         0
///     12  8         passes of Argon2id
///     20  8         bytes of memory of Argon2id
///     28  4         bytes in a piece before encryption
///     32  16        salt
///     48  24        header of libsodium's secretstream
///     72            the pieces, each 17 bytes longer than what is in it; the last one has the tag FINAL
///
/// The 72 bytes are authenticated with every piece. A piece that was changed, exchanged, left out or added makes the file
/// one that cannot be opened, and so does a missing end.
enum EncryptedFile {
    private static let magic = Array("CHIBOBAK".utf8)
    private static let headerSize = 72
    private static let pieceSize = 1 << 16
    private static let extra = 17

    /// Whether a file says that it is one.
    static func isOne(_ path: String) throws(StoreError) -> Bool {
        try PrivateFile.beginning(of: path, count: magic.count) == magic
    }

    /// Encrypts a file into a new one.
    static func encrypt(
        _ source: String, to path: String, _ passphrase: Passphrase, cost: KeyCost
    ) throws(StoreError) {
        let salt = randomBytes(Int(crypto_pwhash_SALTBYTES))
        let key = try self.key(passphrase, salt, cost, file: path)
        var state = crypto_secretstream_xchacha20poly1305_state()
        var streamHeader = [UInt8](repeating: 0, count: 24)
        unsafe crypto_secretstream_xchacha20poly1305_init_push(&state, &streamHeader, key)
        var header = magic + [1, UInt8(crypto_pwhash_ALG_ARGON2ID13), 0, 0]
        header += bytes(cost.passes, 8) + bytes(cost.memory, 8) + bytes(UInt64(pieceSize), 4) + salt + streamHeader
        let (input, output) = (try FileBytes(reading: source), try FileBytes(making: path))
        try output.write(header)
        var piece = try input.read(pieceSize)
        while true {
            let next = piece.count < pieceSize ? [] : try input.read(pieceSize)
            let isLast = next.isEmpty
            let tag: UInt8 = isLast ? 3 : 0  // crypto_secretstream_xchacha20poly1305_TAG_FINAL, a macro
            var sealed = [UInt8](repeating: 0, count: piece.count + extra)
            unsafe crypto_secretstream_xchacha20poly1305_push(
                &state, &sealed, nil, piece, UInt64(piece.count), header, UInt64(header.count), tag)
            try output.write(sealed)
            if isLast { return }
            piece = next
        }
    }

    /// Decrypts a file, piece by piece.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - passphrase: What opens it.
    ///   - body: Gets the pieces in their order; what it got counts only once the function has returned.
    /// - Throws: ``StoreError/Code/cannotDecrypt`` where it does not open or is not whole.
    static func decrypt(
        _ path: String, _ passphrase: Passphrase, _ body: ([UInt8]) throws(StoreError) -> Void
    ) throws(StoreError) {
        let input = try FileBytes(reading: path)
        let header = try input.read(headerSize)
        let (cost, piece) = try read(header, file: path)
        let key = try self.key(passphrase, Array(header[32..<48]), cost, file: path)
        var state = crypto_secretstream_xchacha20poly1305_state()
        guard unsafe crypto_secretstream_xchacha20poly1305_init_pull(&state, Array(header[48...]), key) == 0 else {
            throw .cannotDecrypt(path)
        }
        while true {
            let sealed = try input.read(piece + extra)
            guard sealed.count >= extra else { throw .cannotDecrypt(path) }
            var (opened, tag) = ([UInt8](repeating: 0, count: sealed.count - extra), UInt8(0))
            let result = unsafe crypto_secretstream_xchacha20poly1305_pull(
                &state, &opened, nil, &tag, sealed, UInt64(sealed.count), header, UInt64(header.count))
            guard result == 0 else { throw .cannotDecrypt(path) }
            try body(opened)
            if tag == 3 { break }
        }
        // Nothing may stand after the end.
        guard try input.read(1).isEmpty else { throw .cannotDecrypt(path) }
    }

    /// What the header says; bounds keep a header that was edited from asking for all memory.
    private static func read(_ header: [UInt8], file: String) throws(StoreError) -> (KeyCost, piece: Int) {
        guard header.count == headerSize, header.starts(with: magic) else { throw .cannotDecrypt(file) }
        guard header[8] == 1, header[9] == UInt8(crypto_pwhash_ALG_ARGON2ID13) else {
            throw .newerSchema(found: Int64(header[8]), known: 1, file: file)
        }
        let (passes, memory, piece) = (number(header[12..<20]), number(header[20..<28]), number(header[28..<32]))
        guard (1...16).contains(passes), (8192...(1 << 30)).contains(memory), (1...(1 << 20)).contains(piece) else {
            throw .cannotDecrypt(file)
        }
        return (KeyCost(passes: passes, memory: memory), Int(piece))
    }

    private static func key(
        _ passphrase: Passphrase, _ salt: [UInt8], _ cost: KeyCost, file: String
    ) throws(StoreError) -> [UInt8] {
        guard sodium_init() >= 0 else { throw .noMemoryForKey(file) }
        var key = [UInt8](repeating: 0, count: 32)
        let text = passphrase.bytes.map { CChar(bitPattern: $0) }
        let result = unsafe crypto_pwhash(
            &key, UInt64(key.count), text, UInt64(text.count), salt, cost.passes, Int(cost.memory),
            crypto_pwhash_ALG_ARGON2ID13)
        guard result == 0 else { throw .noMemoryForKey(file) }
        return key
    }

    private static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in generator.next() }
    }

    private static func bytes(_ number: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * (count - 1 - $0))) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

/// What opens an encrypted backup.
public struct Passphrase: Sendable {
    let bytes: [UInt8]

    /// The fewest characters that keep a guesser busy.
    public static let shortest = 8

    /// A passphrase; nil where it is too short to be one.
    public init?(_ text: String) {
        guard text.count >= Passphrase.shortest else { return nil }
        bytes = Array(text.utf8)
    }
}

/// How hard it is made to try passphrases.
package struct KeyCost: Sendable {
    let passes: UInt64
    /// In bytes.
    let memory: UInt64

    /// Three passes over 256 MiB: about a second of work for each passphrase tried.
    package static let usual = KeyCost(passes: 3, memory: 256 << 20)
    /// As good as none, for tests.
    package static let none = KeyCost(passes: 1, memory: 8192)
}
