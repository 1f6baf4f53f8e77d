/// A sentence in the two languages of the people who read it.
package struct BilingualText: Hashable, Sendable {
    /// The sentence in Vietnamese.
    package let vietnamese: String
    /// The sentence in English.
    package let english: String

    package init(vi vietnamese: String, en english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }
}

/// Why an office file could not be read or written, in parts from which a message is made.
package struct OfficeError: Error, Hashable, Sendable {
    /// What kind of trouble it is; a caller decides by it, a person reads ``reason``.
    package enum Kind: String, Sendable, CaseIterable {
        /// There is no such file.
        case missing
        /// The operating system refuses to read or write it.
        case access
        /// It is something else than its name says: an old `.xls`, a web page, a picture.
        case otherFormat
        /// It is encrypted with a password.
        case encrypted
        /// It is cut off or garbled.
        case damaged
        /// It is larger, or would grow larger, than a spreadsheet may be.
        case tooLarge
        /// It holds something that no honest office file holds, such as a document type or thousands of nested elements.
        case forbidden
        /// Its text is in an encoding that cannot be told for certain.
        case encoding
        /// A caller asked for what the format cannot hold: a sheet that is not there, merged cells that overlap.
        case request
    }

    /// The kind of trouble.
    package let kind: Kind
    /// The file's path as it was given.
    package let file: String
    /// The part inside the file, or the sheet, if the trouble lies in one.
    package let part: String?
    /// The line in the part, from 1.
    package let line: Int?
    /// What is wrong.
    package let reason: BilingualText
    /// What to do about it.
    package let advice: BilingualText

    package init(
        _ kind: Kind, file: String, part: String? = nil, line: Int? = nil, reason: BilingualText, advice: BilingualText
    ) {
        self.kind = kind
        self.file = file
        self.part = part
        self.line = line
        self.reason = reason
        self.advice = advice
    }
}

extension OfficeError {
    /// The whole message in Vietnamese: the place, what is wrong, what to do.
    package var vietnamese: String {
        place(line: "dòng") + ": " + reason.vietnamese + ". " + advice.vietnamese + "."
    }

    /// The whole message in English: the place, what is wrong, what to do.
    package var english: String {
        place(line: "line") + ": " + reason.english + ". " + advice.english + "."
    }

    private func place(line word: String) -> String {
        [file, part, line.map { "\(word) \($0)" }].compactMap(\.self).joined(separator: ", ")
    }
}

extension OfficeError: CustomStringConvertible {
    /// The English message.
    package var description: String { english }
}
