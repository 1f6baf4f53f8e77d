/// How far an archive may unpack before it is taken for an attack.
///
/// Deflate packs zeros 1,032 to 1, so a file of 300 KB can claim 300 MB. Sheets of real rosters pack 5 to 40 to 1.
package struct ArchiveLimits: Sendable {
    /// The largest size of one unpacked part, in bytes.
    package var partBytes: UInt64 = 512 << 20
    /// The largest size of all unpacked parts together, in bytes.
    package var totalBytes: UInt64 = 1 << 30
    /// The largest unpacked size for one packed byte, asked only of parts above ``ratioFromBytes``.
    package var ratio: UInt64 = 200
    /// The unpacked size from which on the ratio matters: small parts of repeated text are harmless.
    package var ratioFromBytes: UInt64 = 8 << 20
    /// The largest number of parts.
    package var parts: Int = 20_000

    package init() {}
}
