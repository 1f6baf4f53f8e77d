package import ChiboModel

/// One thing that `chibo doctor` looked at.
package struct DoctorItem: Sendable, Equatable {
    /// How it is.
    package enum State: String, Sendable {
        case fine, note, bad
    }

    /// The group that it stands in.
    package enum Area: String, Sendable, CaseIterable {
        case libraries, locks, time, terminal, unit, store

        var label: Bilingual {
            switch self {
            case .libraries: Bilingual(vi: "Thư viện chương trình", en: "Libraries")
            case .locks: Bilingual(vi: "Khóa quanh script", en: "Locks around scripts")
            case .time: Bilingual(vi: "Thời gian", en: "Time")
            case .terminal: Bilingual(vi: "Màn hình", en: "Terminal")
            case .unit: Bilingual(vi: "Đơn vị", en: "Unit")
            case .store: Bilingual(vi: "Kho dữ liệu", en: "Store")
            }
        }
    }

    package let area: Area
    package let state: State
    package let name: String
    package let text: Bilingual
    /// What to do about it.
    package let advice: Bilingual?

    package init(
        _ area: Area, _ state: State, _ name: String, _ text: Bilingual, advice: Bilingual? = nil
    ) {
        (self.area, self.state, self.name, self.text, self.advice) = (area, state, name, text, advice)
    }

    var json: JSON {
        .object([
            "area": .string(area.rawValue), "state": .string(state.rawValue), "name": .string(name),
            "text": text.json, "advice": advice?.json,
        ])
    }
}
