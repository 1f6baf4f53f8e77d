package import ChiboModel

/// How a run of the command ends; the numbers are those of sysexits.h, timeout(1) and the shells where they have one.
package enum ExitCode: Int32, CaseIterable, Sendable {
    /// Done, and the answer is not "no".
    case success = 0
    /// The answer is "no": tests failed, a check found errors, a record could not be judged, a second run differed.
    case negative = 1
    /// Two things compared differ.
    case different = 2
    /// The command was given wrongly.
    case usage = 64
    /// A file says something that cannot be so, or a script does not run.
    case data = 65
    /// A file or a folder to read is not there.
    case input = 66
    /// The store cannot be opened.
    case unavailable = 69
    /// Chibo itself is wrong.
    case bug = 70
    /// A file cannot be written.
    case output = 73
    /// Somebody else is at it; try again later.
    case busy = 75
    /// The script was not granted what it did.
    case denied = 77
    /// `unit.lua` or the settings are wrong.
    case configuration = 78
    /// The time allowed ran out.
    case timeout = 124
    /// Memory ran out.
    case memory = 125
    /// Output, depth or another bound was met.
    case limit = 126
    /// Stopped with Ctrl-C.
    case interrupted = 130

    /// The exit code that follows from a diagnostic.
    package init(_ diagnostic: Diagnostic) {
        self = ["CB-L001", "CB-L007"].contains(diagnostic.code) ? .memory : ExitCode(diagnostic.kind)
    }

    /// The exit code that follows from whose fault it is; memory is told from other limits by the code alone.
    package init(_ kind: Diagnostic.Kind) {
        switch kind {
        case .usage: self = .usage
        case .script, .data: self = .data
        case .input: self = .input
        case .unavailable: self = .unavailable
        case .bug: self = .bug
        case .output: self = .output
        case .busy: self = .busy
        case .denied: self = .denied
        case .configuration: self = .configuration
        case .limit: self = .limit
        case .timeout: self = .timeout
        }
    }

    /// What it means, for `chibo help exit-codes`.
    package var meaning: Bilingual {
        switch self {
        case .success: Bilingual(vi: "xong", en: "done")
        case .negative:
            Bilingual(
                vi: "câu trả lời là “không”: kiểm thử trượt, check thấy lỗi, có bản ghi không đánh giá được, "
                    + "--verify thấy khác biệt, lịch chạy lỗi",
                en:
                    "the answer is \"no\": tests failed, check found errors, a record could not be judged, --verify found "
                    + "differences, a scheduled run failed")
        case .different: Bilingual(vi: "hai bên so sánh khác nhau", en: "what was compared differs")
        case .usage: Bilingual(vi: "gõ lệnh sai", en: "the command was given wrongly")
        case .data: Bilingual(vi: "dữ liệu sai hoặc script lỗi", en: "bad data, or a script that fails")
        case .input: Bilingual(vi: "không thấy tệp cần đọc", en: "a file to read is missing")
        case .unavailable: Bilingual(vi: "không mở được kho dữ liệu", en: "the store cannot be opened")
        case .bug: Bilingual(vi: "lỗi của chính Chibo", en: "a fault of Chibo itself")
        case .output: Bilingual(vi: "không ghi được tệp", en: "a file cannot be written")
        case .busy: Bilingual(vi: "đang bận, hãy thử lại sau", en: "busy, try again later")
        case .denied: Bilingual(vi: "script chưa được cấp quyền", en: "the script was not granted what it did")
        case .configuration: Bilingual(vi: "unit.lua hoặc thiết lập sai", en: "unit.lua or the settings are wrong")
        case .timeout: Bilingual(vi: "hết thời gian cho phép", en: "the time allowed ran out")
        case .memory: Bilingual(vi: "hết bộ nhớ cho phép", en: "the memory allowed ran out")
        case .limit:
            Bilingual(vi: "vượt giới hạn khác: đầu ra, độ sâu", en: "another limit was met: output, depth")
        case .interrupted: Bilingual(vi: "bị dừng bằng Ctrl-C", en: "stopped with Ctrl-C")
        }
    }
}
