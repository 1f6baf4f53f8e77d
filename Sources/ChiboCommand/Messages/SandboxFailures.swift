import ChiboModel
import ChiboSandbox
import Glibc

/// What a script's process ended of, for the person who started it.
extension Failures {
    static func sandbox(_ outcome: SandboxOutcome, _ deadline: Duration) -> Diagnostic {
        switch outcome {
        case .outOfTime: return notStopped(deadline)
        case .outOfMemory:
            return Diagnostic(
                "CB-L007", .limit,
                Bilingual(vi: "tiến trình của kịch bản hết bộ nhớ", en: "the script's process ran out of memory"),
                suggestion: Bilingual(vi: "cho nó nhiều hơn: --memory 256M", en: "give it more: --memory 256M"))
        case .outOfOutput, .outOfFileSize:
            return Diagnostic(
                "CB-L008", .limit, Bilingual(vi: "kết quả của kịch bản quá lớn", en: "the script's result is too large")
            )
        case .crashed, .vanished: return crashed(outcome)
        case .finished(let code): return garbled("exit code \(code)")
        case .garbled(let reason): return garbled(reason)
        case .notLocked(let step, let number): return notMade("lock \(step): \(systemMessage(number))")
        case .notStarted(let number): return notMade(systemMessage(number))
        }
    }

    private static func notStopped(_ deadline: Duration) -> Diagnostic {
        Diagnostic(
            "CB-L006", .timeout,
            Bilingual(
                vi: "kịch bản không dừng khi hết \(deadline), nên tiến trình của nó đã bị kết thúc",
                en: "the script did not stop when its \(deadline) were over, so its process was ended"),
            suggestion: Bilingual(vi: "cho nó lâu hơn: --deadline 30s", en: "give it longer: --deadline 30s"))
    }

    private static func crashed(_ outcome: SandboxOutcome) -> Diagnostic {
        var (end, words) = ("", "")
        if case .crashed(let signal, let said) = outcome {
            (end, words) = (unsafe strsignal(signal).map { unsafe String(cString: $0) } ?? "signal \(signal)", said)
        }
        if case .vanished(let status, let said) = outcome { (end, words) = ("exit \(status)", said) }
        return Diagnostic(
            "CB-X002", .bug,
            Bilingual(vi: "tiến trình của kịch bản bị sập (\(end))", en: "the script's process crashed (\(end))"),
            cause: Bilingual(
                vi: "Chibo và kho dữ liệu vẫn nguyên vẹn", en: "Chibo and the store are unharmed"),
            original: words.isEmpty ? nil : ControlCharacters.neutralised(words))
    }

    private static func garbled(_ reason: String) -> Diagnostic {
        Diagnostic(
            "CB-X003", .bug,
            Bilingual(
                vi: "tiến trình của kịch bản trả lời sai quy ước, nên câu trả lời bị bỏ",
                en: "the script's process broke the protocol, so its answer was dropped"),
            original: ControlCharacters.neutralised(reason))
    }

    private static func notMade(_ original: String) -> Diagnostic {
        Diagnostic(
            "CB-X004", .unavailable,
            Bilingual(
                vi: "không tạo được tiến trình riêng cho kịch bản; kịch bản chưa chạy",
                en: "no process could be made for the script; it was not run"),
            original: original)
    }
}
