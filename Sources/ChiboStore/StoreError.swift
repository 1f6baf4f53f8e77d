public import ChiboModel

/// Why a store did not do what it was asked to: what, where, why, and what to do about it.
///
/// The texts name records by their ids and fields by their names, never a value.
public struct StoreError: Error, Hashable, Sendable {
    /// What kind of error it is; open, so that a later kind breaks nobody.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The code that people look up: `CB-D001`.
        public let name: String

        /// A code from its name.
        public init(_ name: String) { self.name = name }

        /// The code that people look up.
        public var description: String { name }

        /// Whether a caught error has a code: `catch let error where .stale ~= error`.
        public static func ~= (code: Code, error: any Error) -> Bool { (error as? StoreError)?.code == code }
    }

    /// What kind of error it is.
    public let code: Code
    /// What happened, and to what.
    public let message: Bilingual
    /// What to do about it.
    public let advice: Bilingual
    /// The file of the store, nil where it has none.
    public let file: String?
    /// What the machinery below said, in its words; empty where it said nothing.
    public let cause: String

    /// An error from its parts.
    public init(_ code: Code, _ message: Bilingual, advice: Bilingual, file: String? = nil, cause: String = "") {
        (self.code, self.message, self.advice) = (code, message, advice)
        (self.file, self.cause) = (file, cause)
    }
}

extension StoreError: CustomStringConvertible {
    /// All of it in English, on one line, for logs and tests.
    public var description: String {
        let place = file.map { " (\($0))" } ?? ""
        let reason = cause.isEmpty ? "" : ": \(cause)"
        return "\(code): \(message.en)\(place)\(reason). \(advice.en)"
    }
}

extension StoreError {
    /// The error as the host shows it to a person.
    public var diagnostic: Diagnostic {
        Diagnostic(
            code.name, kind, message, place: file.map { Diagnostic.Place(file: $0) }, suggestion: advice,
            original: cause.isEmpty ? nil : cause)
    }

    private var kind: Diagnostic.Kind {
        switch code {
        case .busy, .stale, .fenced, .remains: .busy
        case .full, .disk, .readOnly: .output
        case .invalid, .erased, .cannotUndo, .notABackup, .cannotDecrypt, .wouldLose: .data
        case .unknownVersion: .usage
        case .constraint, .unexpected: .bug
        default: .unavailable
        }
    }
}
