/// The languages that people are spoken to in.
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// Vietnamese.
    case vi
    /// English.
    case en
}

/// One text in both languages of the house; a text with one language missing cannot be written down.
public struct Bilingual: Sendable, Hashable {
    /// The text in Vietnamese.
    public let vi: String
    /// The text in English.
    public let en: String

    /// A text in both languages.
    public init(vi: String, en: String) { (self.vi, self.en) = (vi, en) }

    /// A text that is the same in both, such as a name or a piece of code.
    public init(both text: String) { (vi, en) = (text, text) }

    /// The text in one of the languages.
    public subscript(language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}

/// What went wrong, for the person who has to put it right: what, where, for whom, why, and what to do.
///
/// The rooms that notice a fault fill in what they know; printing it (language, colours, JSON, exit code) is the
/// business of whoever talks to the person. It names no person: a record is named by its id.
public struct Diagnostic: Error, Sendable, Hashable {
    /// A stable code such as `CB-N012`: the area's letter and three digits; `chibo help CB-N012` explains it.
    public var code: String
    /// Whether it stops the job, or is said while the job goes on.
    public var severity: Severity
    /// Whose fault it is, from which the exit code follows.
    public var kind: Kind
    /// What happened, in one sentence without a full stop.
    public var message: Bilingual
    /// Where; nil where no place can be named.
    public var place: Place?
    /// The lines of the file around the place; nil where there is no text to show.
    public var excerpt: Excerpt?
    /// A few words that stand beside the caret.
    public var label: Bilingual?
    /// The id of the record it happened for, such as `M-0421`.
    public var record: String?
    /// How many other records met the same fault.
    public var others: Int
    /// The likely cause, with figures where there are some.
    public var cause: Bilingual?
    /// One thing to do about it; code stands in it as one would type it.
    public var suggestion: Bilingual?
    /// What the library underneath said, untranslated: Lua's message, SQLite's, the system's.
    public var original: String?
    /// The names and values that the message is made of, for programs that read the JSON.
    public var arguments: [String: String]

    /// A diagnostic from its parts; only what happened is required.
    public init(
        _ code: String, _ kind: Kind, _ message: Bilingual, severity: Severity = .error, place: Place? = nil,
        excerpt: Excerpt? = nil, label: Bilingual? = nil, record: String? = nil, others: Int = 0,
        cause: Bilingual? = nil, suggestion: Bilingual? = nil, original: String? = nil,
        arguments: [String: String] = [:]
    ) {
        (self.code, self.kind, self.message, self.severity) = (code, kind, message, severity)
        (self.place, self.excerpt, self.label) = (place, excerpt, label)
        (self.record, self.others) = (record, others)
        (self.cause, self.suggestion, self.original) = (cause, suggestion, original)
        self.arguments = arguments
    }
}

extension Diagnostic {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable {
        /// The job, or this part of it, could not be done.
        case error
        /// The job was done, and somebody should look at it.
        case warning
        /// Good to know.
        case note
    }

    /// Whose fault it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The command or the call was given wrongly.
        case usage
        /// A script of the unit does not load or fails.
        case script
        /// A file that was read says something that cannot be so.
        case data
        /// A file or a folder to read is not there, or may not be read.
        case input
        /// The store cannot be opened, or is not one.
        case unavailable
        /// Chibo itself is wrong.
        case bug
        /// A file cannot be written: no space, no permission.
        case output
        /// Somebody else is at it; the same command may succeed later.
        case busy
        /// The script was not granted what it did.
        case denied
        /// `unit.lua` or the settings are wrong.
        case configuration
        /// Memory, output or depth ran out.
        case limit
        /// The time allowed ran out.
        case timeout
    }

    /// A place in a text file.
    public struct Place: Sendable, Hashable {
        /// The file as the person knows it: relative to the unit's folder where it is inside.
        public var file: String
        /// The line, counted from 1.
        public var line: Int?
        /// The column, counted from 1 in characters as a person sees them, not in bytes.
        public var column: Int?
        /// How many characters the caret spans; at least 1.
        public var length: Int

        /// A place from its parts.
        public init(file: String, line: Int? = nil, column: Int? = nil, length: Int = 1) {
            (self.file, self.line, self.column, self.length) = (file, line, column, max(1, length))
        }
    }

    /// A few lines of a file, so that one sees the fault without opening it.
    public struct Excerpt: Sendable, Hashable {
        /// The number of the first line, counted from 1.
        public let firstLine: Int
        /// The lines without their ends.
        public let lines: [String]

        /// Lines that are at hand.
        public init(firstLine: Int, lines: [String]) { (self.firstLine, self.lines) = (firstLine, lines) }

        /// A line of a text with the line before it; nil when the text has no such line.
        public init?(of text: String, line: Int, before: Int = 1) {
            guard line >= 1 else { return nil }
            // By bytes: to Swift, "\r\n" is one character and no line end of "\n".
            let all = text.utf8.split(separator: 0x0A, maxSplits: line, omittingEmptySubsequences: false)
            guard line <= all.count else { return nil }
            firstLine = max(1, line - before)
            lines = all[(firstLine - 1)..<line].map { bytes in
                String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
            }
        }
    }
}
