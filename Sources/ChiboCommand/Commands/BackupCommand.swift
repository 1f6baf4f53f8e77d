import Chibo
import Glibc

/// `chibo backup` and `chibo restore`
extension Job {
    func backUp() throws -> ExitCode {
        let file = options.operands[0]
        let store = try openStore()
        let folder = path(file).lastIndex(of: "/").map { String(path(file)[..<$0]) } ?? "."
        guard folder.isEmpty || FileAccess.kind(folder) == .folder else { throw Failures.cannotWrite(file, ENOENT) }
        let passphrase = options.has(.encrypt) ? try newPassphrase() : nil
        let summary = try ScriptHost.translating { () throws(StoreError) in
            try store.backUp(to: path(file), passphrase: passphrase)
        }
        if console.settings.json {
            try console.print(
                .object([
                    "file": .string(file), "data_version": .int(summary.version.number),
                    "head": .text(summary.head.map { "\($0)" }), "encrypted": .bool(summary.isEncrypted), "exit": 0,
                ]))
            return .success
        }
        let kind =
            summary.isEncrypted
            ? Bilingual(vi: "có mã hóa", en: "encrypted")
            : Bilingual(vi: "không mã hóa, chỉ chủ tệp đọc được", en: "not encrypted, readable by its owner only")
        let word = Bilingual(
            vi: "\(file): phiên bản dữ liệu \(summary.version), \(kind.vi), đã đọc lại và kiểm tra",
            en: "\(file): data version \(summary.version), \(kind.en), read back and verified")
        try console.print(Styled(word[language]))
        if let head = summary.head { try console.print(Styled("  \(summary.version)  \(head)", .code)) }
        return .success
    }

    func restore() throws -> ExitCode {
        let file = options.operands[0]
        guard FileAccess.kind(path(file)) == .file else { throw Failures.cannotRead(file, ENOENT) }
        let target = try storePath()
        // The unit alone: its store may be gone or damaged.
        let author = try restorer()
        let isEncrypted = try ScriptHost.translating { () throws(StoreError) in try SQLiteStore.isEncrypted(path(file))
        }
        let passphrase = isEncrypted ? try existingPassphrase() : nil
        let name = file.split(separator: "/").last.map { String($0) } ?? file
        let note = ChangeNote(
            author: author, action: "restore", reason: options.value(.reason) ?? "", sourceFile: name)
        let summary = try ScriptHost.translating { () throws(StoreError) in
            try SQLiteStore.restore(
                path(file), to: target, passphrase: passphrase, isReplacing: options.has(.replace), note: note)
        }
        if console.settings.json {
            try console.print(
                .object([
                    "store": .string(target), "backup_version": .int(summary.backup.number),
                    "data_version": .int(summary.version.number), "kept": .text(summary.kept), "exit": 0,
                ]))
            return .success
        }
        let word = Bilingual(
            vi: "đã khôi phục phiên bản \(summary.backup) từ \(file); phiên bản \(summary.version) ghi lại việc này",
            en: "restored version \(summary.backup) from \(file); version \(summary.version) records it")
        try console.print(Styled(word[language]))
        if let kept = summary.kept {
            let word = Bilingual(
                vi: "kho trước đó được giữ ở \(kept)", en: "the store that was there is kept in \(kept)")
            try console.print(Styled("  " + word[language]))
        }
        return .success
    }

    /// The store's file: the one named, or the unit's.
    private func storePath() throws -> String {
        if let file = options.store { return path(file) }
        return try unitFolder() + "/chibo.sqlite"
    }

    private func openStore() throws -> SQLiteStore {
        let file = try storePath()
        guard FileAccess.kind(file) == .file else { throw Failures.noStore(file) }
        return try ScriptHost.translating { () throws(StoreError) in try SQLiteStore(path: file) }
    }

    /// Whoever restores, where the unit lets them.
    private func restorer() throws -> String {
        let host = try ScriptHost(unit: try unitFolder(), store: MemoryStore(), options: hostOptions)
        try host.require(.restore)
        return host.options.author
    }
}

/// Passphrases: typed without being shown, or from a file; never on the command line, where everybody can see them.
extension Job {
    private func existingPassphrase() throws -> Passphrase {
        guard let text = try givenPassphrase() ?? typedPassphrase(Job.ask), let passphrase = Passphrase(text) else {
            throw Failures.noPassphrase()
        }
        return passphrase
    }

    private func newPassphrase() throws -> Passphrase {
        if let text = try givenPassphrase() {
            guard let passphrase = Passphrase(text) else { throw Failures.noPassphrase() }
            return passphrase
        }
        guard let text = try typedPassphrase(Job.askNew), let passphrase = Passphrase(text) else {
            throw Failures.noPassphrase()
        }
        guard try typedPassphrase(Job.askAgain) == text else { throw Failures.passphrasesDiffer() }
        return passphrase
    }

    /// The first line of the file that a flag names.
    private func givenPassphrase() throws -> String? {
        guard let file = options.value(.passphraseFile) else { return nil }
        switch FileAccess.read(path(file)) {
        case .failure(let error): throw Failures.cannotRead(file, error.number)
        case .success(let text): return String(text.prefix { $0 != "\n" && $0 != "\r\n" })
        }
    }

    private func typedPassphrase(_ question: Bilingual) throws -> String? {
        guard console.terminal.inputIsTerminal, !options.has(.noInput) else { return nil }
        console.say(Styled(question[language]))
        return SecretLine.read(from: console.terminal)
    }

    private static let ask = Bilingual(vi: "Mật khẩu của bản sao lưu:", en: "The backup's passphrase:")
    private static let askNew = Bilingual(
        vi: "Mật khẩu mới (ít nhất \(Passphrase.shortest) ký tự; mất nó là mất bản sao lưu):",
        en: "A new passphrase (\(Passphrase.shortest) characters or more; without it the backup is lost):")
    private static let askAgain = Bilingual(vi: "Gõ lại mật khẩu:", en: "The same again:")
}

/// A line that is typed and not shown.
enum SecretLine {
    /// Reads keys up to the end of the line; nil where it was broken off, or where keys cannot be read.
    static func read(from terminal: any Terminal) -> String? {
        guard terminal.enterRawMode() else { return nil }
        defer { terminal.leaveRawMode() }
        var line: [UInt8] = []
        while let keys = terminal.readKeys(timeoutMilliseconds: nil) {
            for key in keys {
                switch key {
                case 0x0D, 0x0A: return String(decoding: line, as: UTF8.self)
                case 0x03: return nil
                case 0x04 where line.isEmpty: return nil
                case 0x08, 0x7F: line = Array(String(decoding: line, as: UTF8.self).dropLast().utf8)
                default: line.append(key)
                }
            }
        }
        return nil
    }
}

extension Failures {
    static func noStore(_ file: String) -> Diagnostic {
        Diagnostic(
            "CB-D017", .unavailable,
            Bilingual(vi: "chưa có kho dữ liệu nào ở “\(file)”", en: "there is no store in \"\(file)\" yet"),
            suggestion: Bilingual(vi: "chỉ ra kho bằng --store TỆP", en: "name the store with --store FILE"),
            arguments: ["path": file])
    }

    static func noPassphrase() -> Diagnostic {
        Diagnostic(
            "CB-U046", .usage,
            Bilingual(
                vi: "cần mật khẩu, ít nhất \(Passphrase.shortest) ký tự",
                en: "a passphrase of \(Passphrase.shortest) characters or more is needed"),
            suggestion: Bilingual(
                vi: "gõ khi được hỏi, hoặc --passphrase-file TỆP (dòng đầu; /dev/fd/3 cho một ống dẫn)",
                en: "type it when asked, or --passphrase-file FILE (its first line; /dev/fd/3 for a pipe)"))
    }

    static func passphrasesDiffer() -> Diagnostic {
        Diagnostic(
            "CB-U047", .usage, Bilingual(vi: "hai lần gõ không giống nhau", en: "the two were not the same"),
            suggestion: Bilingual(vi: "chạy lại lệnh", en: "run the command again"))
    }
}
