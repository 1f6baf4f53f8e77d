package import ChiboModel

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
    package let reason: Bilingual
    /// What to do about it.
    package let advice: Bilingual

    package init(
        _ kind: Kind, file: String, part: String? = nil, line: Int? = nil, reason: Bilingual, advice: Bilingual
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
    /// The whole message in both languages: the place, what is wrong, what to do.
    package var message: Bilingual {
        Bilingual(
            vi: place(line: "dòng") + ": " + reason.vi + ". " + advice.vi + ".",
            en: place(line: "line") + ": " + reason.en + ". " + advice.en + ".")
    }

    private func place(line word: String) -> String {
        [file, part, line.map { "\(word) \($0)" }].compactMap(\.self).joined(separator: ", ")
    }

    /// The error as the command shows errors; ``part`` stands in the message because it is no file of its own.
    package func diagnostic(writing: Bool = false) -> Diagnostic {
        let prefix = part.map { $0 + ": " } ?? ""
        return Diagnostic(
            code, diagnosticKind(writing: writing), Bilingual(vi: prefix + reason.vi, en: prefix + reason.en),
            place: Diagnostic.Place(file: file, line: part == nil ? line : nil), suggestion: advice,
            arguments: ["file": file, "part": part ?? "", "kind": kind.rawValue])
    }

    private func diagnosticKind(writing: Bool) -> Diagnostic.Kind {
        switch kind {
        case .missing, .access: writing ? .output : .input
        case .otherFormat, .encrypted, .damaged, .tooLarge, .forbidden, .encoding: .data
        case .request: writing ? .limit : .data
        }
    }

    /// `CB-F001` and on, in the order of ``Kind``.
    private var code: String {
        let number = (Kind.allCases.firstIndex(of: kind) ?? 0) + 1
        return "CB-F00\(number)"
    }
}

extension OfficeError: CustomStringConvertible {
    /// The English message.
    package var description: String { message.en }
}
