import CSodium
import ChiboModel

/// The bytes that the audit chain is made of, all of them decided here.
///
/// Whoever wants to verify a store without Chibo needs these lines, SHA-256 and BLAKE2b (RFC 7693):
///
///     value      = 0x00                                    nothing recorded
///                | 'T' length:4 bytes                      a text; also a date, as ISO 8601
///                | 'I' number:8                            a whole number; a yes or no is 1 or 0
///     commitment = BLAKE2b-256(row) with the key of the record, 16 bytes
///     row        = value(kind) value(id) value(valid_from) value(valid_to) value(stated) value(source_row)
///                  { value(field's code) value(field's value) }     fields with a value, by the bytes of their codes
///     leaf       = 'S' commitment                          a row that the transaction stated
///                | 'X' commitment                          a row that it superseded
///                | 'E' commitment                          a row that it erased
///     leaves     = all 'S', then all 'X', then all 'E', each by the bytes of the kind's code, then by the row's number
///     hash       = SHA-256("chibo audit 1\n" hash-before:32 value(version) value(recorded_at) value(author)
///                  value(action) value(reason) value(source_file) value(source_sheet) value(source_hash)
///                  value(assertion_count) SHA-256(leaves))
///
/// Numbers are big-endian; the hash before the first entry is 32 zero bytes. `key` is the random key of the record that
/// the row is of: when a person is erased, the rows and the key go, the commitments stay, and nothing can be guessed
/// from them. A field that is added to the schema later changes no row without a value for it; one that is renamed would,
/// so a migration that renames a column has to keep the old name here.
enum AuditEncoding {
    /// How many bytes a hash and a commitment have.
    static let hashSize = 32
    /// How many bytes the key of a record has.
    static let keySize = 16
    /// The hash before the first entry.
    static let origin = [UInt8](repeating: 0, count: hashSize)

    private static let preamble = Array("chibo audit 1\n".utf8)

    /// The hash of an entry.
    static func hash(of change: CommittedChange, leaves: [UInt8], after previous: [UInt8]) -> [UInt8] {
        let note = change.note
        var bytes = preamble + previous
        append(change.version.number, to: &bytes)
        append(change.recordedAt.seconds, to: &bytes)
        let texts = [note.author, note.action, note.reason, note.sourceFile, note.sourceSheet, note.sourceHash]
        for text in texts { append(text, to: &bytes) }
        append(Int64(change.assertionCount), to: &bytes)
        var details = SHA256()
        details.update(leaves)
        details.appendDigest(to: &bytes)
        var hash = SHA256()
        hash.update(bytes)
        return hash.digest
    }

    // MARK: Values

    static func appendNothing(to bytes: inout [UInt8]) { bytes.append(0) }

    static func append(_ number: Int64, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "I"))
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { unsafe append(utf8: $0, to: &bytes) }
    }

    @unsafe static func append(utf8 text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        appendHead(of: text.count, to: &bytes)
        unsafe bytes.append(contentsOf: text)
    }

    /// A value as a store keeps it.
    static func append(_ value: FieldValue, to bytes: inout [UInt8]) {
        switch value {
        case .missing: appendNothing(to: &bytes)
        case .text(let text), .code(let text): append(text, to: &bytes)
        case .reference(let id): append(id.text, to: &bytes)
        case .integer(let number): append(number, to: &bytes)
        case .boolean(let flag): append(flag ? 1 : 0, to: &bytes)
        case .date(let date): append(date.iso, to: &bytes)
        case .partialDate(let date): append(date.iso, to: &bytes)
        }
    }

    private static func appendHead(of count: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "T"))
        bytes.append(UInt8(truncatingIfNeeded: count >> 24))
        bytes.append(UInt8(truncatingIfNeeded: count >> 16))
        bytes.append(UInt8(truncatingIfNeeded: count >> 8))
        bytes.append(UInt8(truncatingIfNeeded: count))
    }
}

/// Makes the commitments to the rows of one kind.
struct RowSealer {
    /// The kind's fields in the order of the encoding: where each stands among the values, and its code encoded.
    let fields: [(position: Int, code: [UInt8])]
    private let kind: [UInt8]
    private var key: [UInt8] = []
    private var bytes: [UInt8] = []

    /// A sealer of a kind.
    ///
    /// - Parameters:
    ///   - kind: The kind's code.
    ///   - codes: The fields' codes, in the order of the values.
    init(kind: String, codes: [String]) {
        // It chooses what this processor does fastest; the result is the same without.
        _ = sodium_init()
        let order = codes.indices.sorted { codes[$0].utf8.lexicographicallyPrecedes(codes[$1].utf8) }
        fields = order.map { index in
            var code: [UInt8] = []
            AuditEncoding.append(codes[index], to: &code)
            return (index, code)
        }
        var name: [UInt8] = []
        AuditEncoding.append(kind, to: &name)
        self.kind = name
    }

    /// A sealer of a kind of the schema.
    init(_ kind: RecordKind) { self.init(kind: kind.code, codes: Schema[kind].fields.map(\.code)) }

    /// Adds the commitment to a row to a list.
    mutating func append(_ version: RecordVersion, of id: RecordID, key: [UInt8], to list: inout [UInt8]) {
        begin(key: key)
        AuditEncoding.append(id.text, to: &bytes)
        AuditEncoding.append(version.from.map { .date($0) } ?? .missing, to: &bytes)
        AuditEncoding.append(version.to.map { .date($0) } ?? .missing, to: &bytes)
        AuditEncoding.append(version.recorded.number, to: &bytes)
        AuditEncoding.append(version.sourceRow.map { .integer(Int64($0)) } ?? .missing, to: &bytes)
        for index in fields.indices {
            let value = version.values[fields[index].position]
            guard value != .missing else { continue }
            addCode(index)
            AuditEncoding.append(value, to: &bytes)
        }
        end(to: &list)
    }

    // MARK: The same piece by piece, for a row that is read from elsewhere

    /// Begins a row of a record.
    mutating func begin(key: [UInt8]) {
        self.key = key
        bytes.removeAll(keepingCapacity: true)
        bytes += kind
    }

    /// Adds the code of a field that has a value.
    mutating func addCode(_ index: Int) { bytes += fields[index].code }

    /// Adds a value.
    mutating func add(_ encode: (inout [UInt8]) -> Void) { encode(&bytes) }

    /// Ends the row, and adds the commitment to it to a list.
    mutating func end(to list: inout [UInt8]) {
        let end = list.count
        list.append(contentsOf: repeatElement(0, count: AuditEncoding.hashSize))
        unsafe list.withUnsafeMutableBufferPointer { list in
            guard let place = unsafe list.baseAddress?.advanced(by: end) else { return }
            _ = unsafe crypto_generichash(place, AuditEncoding.hashSize, bytes, UInt64(bytes.count), key, key.count)
        }
    }
}
