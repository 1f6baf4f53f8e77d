/// What is missing in the records of members, and what contradicts itself, branch by branch (domain.md §6, RP-27).
public struct DataCheck: Sendable {
    /// Something that cannot be so, or that somebody should look at.
    public enum Contradiction: String, CaseIterable, Sendable {
        case admittedTooYoung = "admitted_too_young"
        case officialTooEarly = "official_too_early"
        case decidedAfterCeremony = "decided_after_ceremony"
        case leftBeforeAdmitted = "left_before_admitted"
        case officialWithoutDay = "official_without_day"
        case probationLongOver = "probation_long_over"
        case sameNumber = "same_number"
        case noBranch = "no_branch"

        /// What it says.
        public var label: Bilingual {
            switch self {
            case .admittedTooYoung: Bilingual(vi: "kết nạp khi chưa đủ 18 tuổi", en: "admitted before 18")
            case .officialTooEarly:
                Bilingual(vi: "chính thức khi chưa đủ 12 tháng dự bị", en: "official before 12 months of probation")
            case .decidedAfterCeremony:
                Bilingual(vi: "quyết định sau ngày kết nạp", en: "the decision is later than the ceremony")
            case .leftBeforeAdmitted: Bilingual(vi: "ra khỏi danh sách trước khi kết nạp", en: "left before admission")
            case .officialWithoutDay:
                Bilingual(vi: "chính thức nhưng thiếu ngày công nhận", en: "official without a day of recognition")
            case .probationLongOver:
                Bilingual(vi: "còn dự bị dù đã kết nạp quá 18 tháng", en: "on probation 18 months after admission")
            case .sameNumber:
                Bilingual(vi: "trùng số CCCD hoặc số thẻ với người khác", en: "shares a national or card number")
            case .noBranch: Bilingual(vi: "không thuộc chi bộ nào", en: "belongs to no branch")
            }
        }
    }

    /// The members of one branch.
    public struct Branch: Sendable {
        /// The branch; nil for those who belong to none.
        public let id: RecordID?
        /// Its name; empty where it has none.
        public let name: String
        /// How many members are on its roll.
        public fileprivate(set) var memberCount = 0
        /// How many values there should be, and how many there are.
        public fileprivate(set) var wanted = 0, present = 0
        /// How often each field is empty that should not be.
        public fileprivate(set) var missing: [String: Int] = [:]
        /// Who is concerned by what.
        public fileprivate(set) var contradictions: [Contradiction: [RecordID]] = [:]

        /// How many contradictions there are.
        public var contradictionCount: Int { contradictions.values.reduce(0) { $0 + $1.count } }
    }

    /// The branches in the order of their ids, those without members left out; last the members without a branch.
    public private(set) var branches: [Branch] = []

    /// The fields that every member's record should have; those of official members only for them.
    public static let expected = [
        "full_name", "sex", "birth", "national_id", "ethnicity", "hometown.text", "qualification", "category", "grade",
        "activity", "admission_decision_on", "admitted_on",
    ]
    private static let expectedOfOfficials = ["card_no", "official_on"]

    private let snapshot: Snapshot
    private var shared: Set<Int32> = []

    /// Looks at all members on the roll of a snapshot's day.
    public init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        let roll = snapshot[.member].roll.array
        shared = sharedNumbers(roll)
        var places: [RecordID?: Branch] = [:]
        for row in roll {
            let id = reference(row, "branch")
            var branch = places[id] ?? Branch(id: id, name: name(id))
            add(row, to: &branch)
            places[id] = branch
        }
        branches = places.values.sorted { left, right in
            guard let first = left.id else { return false }
            return right.id.map { first < $0 } ?? true
        }
    }

    private func add(_ row: Int32, to branch: inout Branch) {
        branch.memberCount += 1
        let isOfficial = value(row, "grade") == .code("official")
        for field in DataCheck.expected + (isOfficial ? DataCheck.expectedOfOfficials : []) {
            branch.wanted += 1
            if value(row, field) == .missing { branch.missing[field, default: 0] += 1 } else { branch.present += 1 }
        }
        let id = snapshot.id(of: row, in: .member)
        for contradiction in contradictions(row, isOfficial) {
            branch.contradictions[contradiction, default: []].append(id)
        }
    }

    private func contradictions(_ row: Int32, _ isOfficial: Bool) -> [Contradiction] {
        var found: [Contradiction] = []
        let (admitted, official) = (day(row, "admitted_on"), day(row, "official_on"))
        if let admitted {
            if case .partialDate(let birth) = value(row, "birth"), admitted < birth.earliest.adding(years: 18) {
                found.append(.admittedTooYoung)
            }
            if let official, official < admitted.adding(months: 12) { found.append(.officialTooEarly) }
            if let decided = day(row, "admission_decision_on"), admitted < decided {
                found.append(.decidedAfterCeremony)
            }
            if let left = day(row, "left.on"), left < admitted { found.append(.leftBeforeAdmitted) }
            if value(row, "grade") == .code("probationary"), admitted.adding(months: 18) < snapshot.asOf {
                found.append(.probationLongOver)
            }
        }
        if isOfficial, official == nil { found.append(.officialWithoutDay) }
        if shared.contains(row) { found.append(.sameNumber) }
        if reference(row, "branch") == nil { found.append(.noBranch) }
        return found
    }

    /// The members whose national or card number another one has as well.
    private func sharedNumbers(_ roll: [Int32]) -> Set<Int32> {
        var shared: Set<Int32> = []
        for field in ["national_id", "card_no"] {
            var rows: [String: [Int32]] = [:]
            for row in roll {
                if case .text(let number) = value(row, field) { rows[number, default: []].append(row) }
            }
            for group in rows.values where group.count > 1 { shared.formUnion(group) }
        }
        return shared
    }

    private func value(_ row: Int32, _ field: String) -> FieldValue { snapshot.value(.member, row: row, field) }

    private func day(_ row: Int32, _ field: String) -> CalendarDate? {
        guard case .date(let day) = value(row, field) else { return nil }
        return day
    }

    private func reference(_ row: Int32, _ field: String) -> RecordID? {
        guard case .reference(let id) = value(row, field) else { return nil }
        return id
    }

    private func name(_ id: RecordID?) -> String {
        guard let id, let row = snapshot.row(of: id, in: .unit),
            case .text(let name) = snapshot.value(.unit, row: row, "name")
        else { return "" }
        return name
    }
}
