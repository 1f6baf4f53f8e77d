internal import ChiboModel

/// A transfer that is in hand at the end of 2023, of a member who is still on the roll.
struct DemoTransfer {
    let member: Int
    let kind: String
    let reason: String
    let effectiveOn: CalendarDate
    let issuedOn: CalendarDate?
    let destination: String
    let upper: String
    let basis: String
    let noticeNo: String?
    let noticeOn: CalendarDate?
    let presentedOn: CalendarDate?
    let fileOn: CalendarDate?
    let state: String
}

/// The transfers of the sample, by reason: graduates first, then those who came, who are away, who change their work.
struct DemoTransfers {
    private(set) var all: [DemoTransfer] = []

    private static let destinations = [
        ("Chi bộ Tổ dân phố số 5", "Quận ủy Hai Bà Trưng, Hà Nội"),
        ("Chi bộ Thôn Đông", "Huyện ủy Vụ Bản, Nam Định"), ("Chi bộ Khối 7", "Thành ủy Vinh, Nghệ An"),
        ("Chi bộ Công ty Cổ phần Thương mại Sao Mai", "Đảng ủy Khối Doanh nghiệp tỉnh Hải Dương"),
        ("Chi bộ Tổ dân phố số 12", "Quận ủy Lê Chân, Hải Phòng"),
        ("Chi bộ Thôn Hạ", "Huyện ủy Đông Hưng, Thái Bình"),
        ("Chi bộ Ngân hàng khu vực Bắc Ninh", "Thành ủy Bắc Ninh, Bắc Ninh"),
        ("Chi bộ Ấp 3", "Huyện ủy Châu Thành, Bến Tre"),
    ]

    init(_ figures: DemoFigures, _ roster: [DemoMember], came: [Int], seed: UInt64) {
        var random = DemoRandom(seed: seed, stream: "transfers")
        let graduates = roster.indices.filter { roster[$0].category == .graduate }
        for index in random.sample(figures.transfers * 5 / 8, of: graduates) { addGraduate(index, roster, &random) }
        for index in came.prefix(figures.transfers / 5) { addArrival(index, &random) }
        for index in roster.indices where roster[index].activity == .away { addAway(index, &random) }
        let employees = roster.indices.filter { roster[$0].category == .staff && roster[$0].role == .none }
        let left = max(0, figures.transfers - all.count)
        for index in random.sample(left, of: employees.filter { !came.contains($0) && roster[$0].activity == .active })
        {
            addLeaver(index, bornIn: roster[index].person.birth.year, &random)
        }
        all.sort { $0.member < $1.member }
    }

    private mutating func addGraduate(_ member: Int, _ roster: [DemoMember], _ random: inout DemoRandom) {
        let graduated = roster[member].graduatedOn ?? DemoRoster.asOf
        add(member, "Chuyển đi chính thức", "Tốt nghiệp", graduated, step: random.number(0...3), &random)
    }

    private mutating func addLeaver(_ member: Int, bornIn year: Int, _ random: inout DemoRandom) {
        let effective = random.date(
            Period(year: 2023).last.adding(days: -120), Period(year: 2023).last.adding(days: -40))
        let reason =
            year < 1965 ? "Nghỉ hưu" : random.pick(["Chuyển công tác", "Chuyển công tác", "Chuyển nơi cư trú"])
        add(member, "Chuyển đi chính thức", reason, effective, step: random.number(0...3), &random)
    }

    private mutating func addAway(_ member: Int, _ random: inout DemoRandom) {
        let effective = random.date(from: 2023, to: 2023).adding(days: -100)
        add(member, "Chuyển đi tạm thời", "Đi học", effective, step: 2, &random)
    }

    private mutating func addArrival(_ member: Int, _ random: inout DemoRandom) {
        let effective = random.date(
            Period(year: 2023).first.adding(months: 6), Period(year: 2023).last.adding(days: -70))
        let issued = effective.adding(days: random.number(5...25))
        let presented = issued.adding(days: random.number(3...20))
        all.append(
            DemoTransfer(
                member: member, kind: "Chuyển đến chính thức", reason: "Chuyển công tác", effectiveOn: effective,
                issuedOn: issued, destination: DemoOrganisation.school, upper: "Đảng ủy Khối các trường ĐH, CĐ Hà Nội",
                basis: "Nơi làm việc", noticeNo: nil, noticeOn: nil, presentedOn: presented,
                fileOn: presented.adding(days: 10), state: "Hoàn tất"))
    }

    /// A transfer out that has come so far: due, letter issued, branch notified, letter presented.
    private mutating func add(
        _ member: Int, _ kind: String, _ reason: String, _ effective: CalendarDate, step: Int,
        _ random: inout DemoRandom
    ) {
        let issued = min(effective.adding(days: random.number(10...60)), DemoRoster.asOf.adding(days: -20))
        let notice = issued.adding(days: random.number(1...5))
        let (unit, upper) = random.pick(DemoTransfers.destinations)
        all.append(
            DemoTransfer(
                member: member, kind: kind, reason: reason, effectiveOn: effective, issuedOn: step > 0 ? issued : nil,
                destination: unit, upper: upper, basis: unit.contains("Công ty") ? "Nơi làm việc" : "Nơi cư trú",
                noticeNo: step > 1 ? "\(random.number(20...480))-TB/ĐU" : nil, noticeOn: step > 1 ? notice : nil,
                presentedOn: step > 2 ? notice.adding(days: random.number(2...14)) : nil, fileOn: nil,
                state: ["Đến hạn", "Đã cấp giấy", "Đã thông báo", "Đã nộp giấy"][step]))
    }
}
