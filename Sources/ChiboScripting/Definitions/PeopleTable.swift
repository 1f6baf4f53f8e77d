package import ChiboModel

/// Something that a unit lets only some accounts of the operating system do.
package enum GuardedAction: String, CaseIterable, Sendable {
    /// Reading rosters into the store, and taking that back.
    case `import`
    /// Approving what scripts propose.
    case approve
    /// Erasing what is recorded of a person.
    case forget
    /// Putting a backup in the place of the store.
    case restore
    /// Seeing the personal values that the audit log masks.
    case reveal
}

extension UnitDefinition {
    /// Whether an account may do something: where `people` names accounts for it, one of those; else whoever may write to
    /// the store, except that nobody is shown masked values who is not named.
    package func allows(_ account: String, _ action: GuardedAction) -> Bool {
        let named = people[action.rawValue] ?? []
        return named.isEmpty ? action != .reveal : named.contains(account)
    }

    /// Refuses an account that may not do something.
    package func require(_ account: String, _ action: GuardedAction) throws(Diagnostic) {
        guard !allows(account, action) else { return }
        let line = "people = { \(action.rawValue) = { \"\(account)\" } }"
        throw Diagnostic(
            "CB-P010", .denied,
            Bilingual(
                vi: "tài khoản “\(account)” không được phép: \(action.label.vi)",
                en: "the account \"\(account)\" may not \(action.label.en)"),
            place: Diagnostic.Place(file: "unit.lua"),
            cause: Bilingual(
                vi: "unit.lua nêu các tài khoản được làm việc này ở people.\(action.rawValue)",
                en: "unit.lua names the accounts that may, in people.\(action.rawValue)"),
            suggestion: Bilingual(
                vi: "nhờ người được nêu tên làm, hoặc thêm tài khoản: \(line)",
                en: "ask one of those named, or add the account: \(line)"),
            arguments: ["account": account, "action": action.rawValue])
    }
}

extension GuardedAction {
    /// What it is, as people say it.
    package var label: Bilingual {
        switch self {
        case .import: Bilingual(vi: "nhập dữ liệu và rút lại lần nhập", en: "import records or take an import back")
        case .approve: Bilingual(vi: "duyệt đề nghị", en: "approve proposals")
        case .forget: Bilingual(vi: "xóa dữ liệu của một người", en: "erase a person's data")
        case .restore: Bilingual(vi: "khôi phục kho từ bản sao lưu", en: "restore the store from a backup")
        case .reveal: Bilingual(vi: "xem giá trị cá nhân trong nhật ký", en: "see personal values in the audit log")
        }
    }
}
