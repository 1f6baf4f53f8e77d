internal import ChiboModel

/// The SHA-256 of a file, by which the audit log knows a source again.
package enum FileDigest {
    /// The digest of a file's bytes in small hexadecimal digits.
    package static func sha256(of path: String) throws(OfficeError) -> String {
        SHA256.hex(try InputFile.whole(path, limit: CSVFile.sizeLimit))
    }
}
