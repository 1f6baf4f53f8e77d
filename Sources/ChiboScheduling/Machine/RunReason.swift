package import ChiboModel

/// Why a nominal time did not run, or did not run to its end: kept in the history as a code, shown in words.
///
/// A reason that is none of these codes is a message that the run itself left, and is shown as it is.
package enum RunReason: String, CaseIterable, Sendable {
    /// No host was there, and a later nominal time is run in its place.
    case host_down
    /// No host was there, and the schedule does not catch up so late.
    case too_late
    /// An earlier run was still going.
    case overlap
    /// As many runs are going or waiting as are allowed.
    case full
    /// A later nominal time took its place before it began.
    case replaced
    /// Stopped, because a later nominal time was due.
    case cancelled
    /// It took longer than its timeout.
    case timed_out
    /// The host that ran it is gone.
    case host_lost
    /// Another host holds the run now.
    case lease_lost
    /// The schedule is paused.
    case paused

    /// The words for a reason of the history.
    package static func words(for reason: String) -> Bilingual {
        RunReason(rawValue: reason)?.message ?? Bilingual(both: reason)
    }

    /// The words.
    package var message: Bilingual {
        switch self {
        case .host_down: Bilingual(vi: "không có máy nào chạy lúc đó", en: "no host was running then")
        case .too_late: Bilingual(vi: "đã quá hạn chạy bù", en: "too late to catch up")
        case .overlap: Bilingual(vi: "lần chạy trước chưa xong", en: "the earlier run was still going")
        case .full: Bilingual(vi: "quá nhiều lần đang chạy hoặc chờ", en: "too many runs are going or waiting")
        case .replaced: Bilingual(vi: "được thay bằng lần sau", en: "a later time took its place")
        case .cancelled: Bilingual(vi: "bị dừng để chạy lần sau", en: "stopped for a later time")
        case .timed_out: Bilingual(vi: "chạy quá thời gian cho phép", en: "it ran longer than its timeout")
        case .host_lost: Bilingual(vi: "máy đang chạy đã ngừng đột ngột", en: "the host that ran it is gone")
        case .lease_lost: Bilingual(vi: "máy khác đã nhận lần chạy này", en: "another host has taken the run")
        case .paused: Bilingual(vi: "lịch đang tạm dừng", en: "the schedule is paused")
        }
    }
}
