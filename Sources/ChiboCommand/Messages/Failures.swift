import ChiboModel
import Glibc

/// What the command itself complains about: command lines, folders, streams.
enum Failures {
    static func unknownVerb(_ word: String) -> Diagnostic {
        let near = nearestVerbs(word)
        return Diagnostic(
            "CB-U001", .usage,
            Bilingual(vi: "không có lệnh “\(word)”", en: "there is no verb \"\(word)\""),
            suggestion: near.first.map { Bilingual(both: "chibo \($0)") }
                ?? Bilingual(vi: "chibo help — các lệnh", en: "chibo help — the verbs"),
            arguments: ["word": word, "near": near.joined(separator: " ")])
    }

    /// Verbs near a word, also by the other words that people use for them.
    static func nearestVerbs(_ word: String) -> [String] {
        var meant: [String: String] = [:]
        for verb in Verb.all {
            for other in [verb.name.rawValue] + verb.otherWords { meant[other] = verb.name.rawValue }
        }
        let found = NearestName.suggestions(for: word, among: meant.keys.sorted())
        return found.compactMap { meant[$0] }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// A number that no rule pack has.
    static func noRule(_ name: String, among names: [String]) -> Diagnostic {
        let near = NearestName.suggestions(for: name, among: names).first
        return Diagnostic(
            "CB-U017", .usage,
            Bilingual(vi: "không có số “\(name)” trong các quy định", en: "the rule packs have no \"\(name)\""),
            suggestion: near.map { Bilingual(both: "chibo rules \($0)") }
                ?? Bilingual(vi: "chibo rules — các số có hiệu lực", en: "chibo rules — the numbers that are valid"),
            arguments: ["word": name, "near": near ?? ""])
    }

    static func unknownFlag(_ word: String, _ verb: Verb?) -> Diagnostic {
        let flags = verb?.allFlags ?? Flag.global + Verb.all.flatMap(\.flags)
        let name = String(word.drop { $0 == "-" })
        let near = NearestName.suggestions(for: name, among: Set(flags.map(\.name)).sorted()).first
        let place = verb.map { " " + $0.name.rawValue } ?? ""
        return Diagnostic(
            "CB-U002", .usage,
            Bilingual(vi: "`chibo\(place)` không có cờ \(word)", en: "`chibo\(place)` has no flag \(word)"),
            suggestion: near.map { Bilingual(both: "--" + $0) } ?? seeHelp(verb),
            arguments: ["flag": word, "near": near.map { "--" + $0 } ?? ""])
    }

    static func valueMissing(_ word: String, _ flag: Flag) -> Diagnostic {
        Diagnostic(
            "CB-U003", .usage,
            Bilingual(vi: "sau \(word) còn thiếu giá trị", en: "a value is missing after \(word)"),
            suggestion: Bilingual(vi: flag.spelling(.vi), en: flag.spelling(.en)), arguments: ["flag": word])
    }

    static func valueNotExpected(_ word: String) -> Diagnostic {
        Diagnostic(
            "CB-U004", .usage,
            Bilingual(vi: "\(word) không nhận giá trị", en: "\(word) takes no value"),
            suggestion: Bilingual(both: word), arguments: ["flag": word])
    }

    static func badValue(_ value: String, _ flag: Flag, _ kind: Flag.ValueKind) -> Diagnostic {
        Diagnostic(
            "CB-U005", .usage,
            Bilingual(
                vi: "--\(flag.name) không nhận “\(value)”", en: "--\(flag.name) cannot be \"\(value)\""),
            cause: expectation(kind), suggestion: fix(value, flag, kind),
            arguments: ["flag": "--" + flag.name, "value": value])
    }

    private static func expectation(_ kind: Flag.ValueKind) -> Bilingual {
        switch kind {
        case .date: Bilingual(vi: "cần một ngày có thật", en: "a day that exists is needed")
        case .period: Bilingual(vi: "cần một năm, quý hoặc tháng", en: "a year, quarter or month is needed")
        case .assignment: Bilingual(vi: "cần tên, dấu = và giá trị", en: "a name, = and a value are needed")
        case .count: Bilingual(vi: "cần một số nguyên không âm", en: "a whole number of 0 or more is needed")
        case .number(let bounds) where bounds.upperBound == .max:
            Bilingual(
                vi: "cần một số nguyên từ \(bounds.lowerBound) trở lên",
                en: "a whole number of \(bounds.lowerBound) or more is needed")
        case .number(let bounds):
            Bilingual(
                vi: "cần một số nguyên từ \(bounds.lowerBound) đến \(bounds.upperBound)",
                en: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound) is needed")
        case .duration: Bilingual(vi: "cần một thời gian, từ 1ms đến 60m", en: "a time is needed, from 1ms to 60m")
        case .size: Bilingual(vi: "cần một dung lượng, từ 1M đến 64G", en: "a size is needed, from 1M to 64G")
        case .choice(let words), .choices(let words):
            Bilingual(
                vi: "nhận: " + words.joined(separator: ", "), en: "it may be: " + words.joined(separator: ", "))
        case .text, .file, .folder: Bilingual(vi: "cần một tên", en: "a name is needed")
        }
    }

    private static func fix(_ value: String, _ flag: Flag, _ kind: Flag.ValueKind) -> Bilingual? {
        switch kind {
        case .date: Bilingual(both: "--\(flag.name) 2023-12-31")
        case .period:
            Bilingual(vi: "--\(flag.name) 2023, 2023-Q1 hoặc 2023-04", en: "--\(flag.name) 2023, 2023-Q1 or 2023-04")
        case .assignment: Bilingual(both: "--\(flag.name) min=3")
        case .choice(let words):
            NearestName.suggestions(for: value, among: words).first.map { Bilingual(both: "--\(flag.name) \($0)") }
        case .choices(let words):
            nearestList(value, words).map { Bilingual(both: "--\(flag.name) \($0)") }
        case .duration: Bilingual(both: "--\(flag.name) 2s")
        case .size: Bilingual(both: "--\(flag.name) 64M")
        case .count, .number, .text, .file, .folder: nil
        }
    }

    /// The list with each wrong word replaced by the nearest right one; nil where one has none.
    private static func nearestList(_ value: String, _ words: [String]) -> String? {
        let meant = value.split(separator: ",").map { part in
            words.contains(String(part))
                ? String(part) : NearestName.suggestions(for: String(part), among: words).first
        }
        return meant.isEmpty || meant.contains(nil) ? nil : meant.compactMap(\.self).joined(separator: ",")
    }

    static func operandMissing(_ operand: Verb.Operand, _ verb: Verb) -> Diagnostic {
        Diagnostic(
            "CB-U006", .usage,
            Bilingual(
                vi: "`chibo \(verb.name.rawValue)` còn thiếu \(operand.spelling(.vi)): \(operand.summary.vi)",
                en: "`chibo \(verb.name.rawValue)` needs \(operand.spelling(.en)): \(operand.summary.en)"),
            suggestion: verb.examples.first.map { Bilingual(both: $0.line) },
            arguments: ["verb": verb.name.rawValue, "operand": operand.spelling(.en)])
    }

    static func badOperand(_ word: String, _ operand: Verb.Operand, _ verb: Verb) -> Diagnostic {
        let near = NearestName.suggestions(for: word, among: operand.choices).first
        return Diagnostic(
            "CB-U007", .usage,
            Bilingual(
                vi: "`chibo \(verb.name.rawValue)` không hiểu “\(word)”",
                en: "`chibo \(verb.name.rawValue)` does not understand \"\(word)\""),
            cause: expectation(.choice(operand.choices)),
            suggestion: near.map { Bilingual(both: "chibo \(verb.name.rawValue) \($0)") } ?? seeHelp(verb),
            arguments: ["verb": verb.name.rawValue, "word": word])
    }

    static func tooMuch(_ word: String, _ verb: Verb) -> Diagnostic {
        Diagnostic(
            "CB-U008", .usage,
            Bilingual(
                vi: "`chibo \(verb.name.rawValue)` không cần “\(word)”",
                en: "`chibo \(verb.name.rawValue)` has no use for \"\(word)\""),
            cause: Bilingual(
                vi: "tên có dấu cách cần đặt trong dấu nháy", en: "names with spaces need quotes around them"),
            suggestion: Bilingual(vi: verb.usage(.vi), en: verb.usage(.en)),
            arguments: ["verb": verb.name.rawValue, "word": word])
    }

    private static func seeHelp(_ verb: Verb?) -> Bilingual {
        Bilingual(both: "chibo help" + (verb.map { " " + $0.name.rawValue } ?? ""))
    }
}

/// What the system refuses.
extension Failures {
    static func outputFailed(_ number: Int32) -> Diagnostic {
        Diagnostic(
            "CB-H001", .output,
            Bilingual(vi: "không ghi được kết quả ra stdout", en: "the results cannot be written to stdout"),
            cause: reason(number),
            original: systemMessage(number))
    }

    static func noFolder(_ path: String, _ number: Int32) -> Diagnostic {
        Diagnostic(
            "CB-H002", .input,
            Bilingual(vi: "không vào được thư mục “\(path)”", en: "cannot enter the folder \"\(path)\""),
            cause: reason(number), suggestion: checkPath, original: systemMessage(number), arguments: ["path": path])
    }

    static func noUnit(_ path: String?) -> Diagnostic {
        let message =
            path.map {
                Bilingual(
                    vi: "không thấy đơn vị “\($0)”: ở đó không có unit.lua",
                    en: "there is no unit \"\($0)\": no unit.lua is there")
            }
            ?? Bilingual(
                vi: "ở đây không có đơn vị nào: không thấy unit.lua ở thư mục này và các thư mục cha",
                en: "there is no unit here: no unit.lua in this folder or those above it")
        return Diagnostic(
            "CB-H003", .configuration, message,
            suggestion: Bilingual(
                vi: "chibo init — tạo một đơn vị, hoặc chỉ ra bằng --unit",
                en: "chibo init — make one, or name one with --unit"),
            arguments: ["path": path ?? ""])
    }

    static func cannotRead(_ path: String, _ number: Int32) -> Diagnostic {
        Diagnostic(
            "CB-H004", .input, Bilingual(vi: "không đọc được “\(path)”", en: "cannot read \"\(path)\""),
            cause: reason(number), suggestion: checkPath, original: systemMessage(number), arguments: ["path": path])
    }

    static func cannotWrite(_ path: String, _ number: Int32) -> Diagnostic {
        Diagnostic(
            "CB-H005", .output, Bilingual(vi: "không ghi được “\(path)”", en: "cannot write \"\(path)\""),
            cause: reason(number), suggestion: checkPath, original: systemMessage(number), arguments: ["path": path])
    }

    /// For an error that no room turned into a diagnostic: that is a fault of ours.
    static func unexpected(_ error: any Error) -> Diagnostic {
        Diagnostic(
            "CB-H099", .bug,
            Bilingual(vi: "Chibo gặp lỗi không lường trước", en: "Chibo met a fault it does not know"),
            suggestion: Bilingual(
                vi: "gửi cho người làm Chibo dòng “gốc” và lệnh đã gõ",
                en: "send the \"original\" line and the command to the makers of Chibo"),
            original: String(describing: error))
    }

    private static let checkPath = Bilingual(
        vi: "xem lại đường dẫn và quyền đối với nó", en: "look at the path and its permissions")

    /// Why the system refuses, where that can be said in a few words.
    private static func reason(_ number: Int32) -> Bilingual? {
        switch number {
        case ENOENT: Bilingual(vi: "không có ở đó", en: "it is not there")
        case ENOTDIR: Bilingual(vi: "đó không phải thư mục", en: "that is no folder")
        case EISDIR: Bilingual(vi: "đó là thư mục", en: "that is a folder")
        case EEXIST: Bilingual(vi: "ở đó đã có tệp", en: "a file is there already")
        case EACCES, EPERM: Bilingual(vi: "không được phép", en: "it is not permitted")
        case EROFS: Bilingual(vi: "ổ đĩa chỉ cho đọc", en: "the disk is read-only")
        case ENOSPC: Bilingual(vi: "đĩa đã đầy", en: "the disk is full")
        case EDQUOT, EFBIG: Bilingual(vi: "đã hết chỗ được phép dùng", en: "the room that is allowed is used up")
        default: nil
        }
    }

    static func systemMessage(_ number: Int32) -> String {
        unsafe strerror(number).map { unsafe String(cString: $0) } ?? "errno \(number)"
    }
}

extension Failures {
    static func unknownTopic(_ word: String) -> Diagnostic {
        let topics = Verb.all.map(\.name.rawValue) + CodePage.all.map(\.code) + ["exit-codes"]
        let near = nearestVerbs(word) + NearestName.suggestions(for: word, among: topics)
        return Diagnostic(
            "CB-U009", .usage,
            Bilingual(vi: "không có trợ giúp về “\(word)”", en: "there is no help on \"\(word)\""),
            suggestion: Bilingual(both: near.first.map { "chibo help " + $0 } ?? "chibo help"),
            arguments: ["word": word])
    }
}
