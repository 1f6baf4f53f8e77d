internal import ChiboModel

/// A party organisation of the sample: the school's committee, a section committee or a branch.
struct DemoUnit {
    let code: String
    let name: String
    /// The Vietnamese label of its kind.
    let kind: String
    let type: DemoBranchType?
    let parent: String
    let established: CalendarDate
    let meetingDay: Int?
    /// How this branch's clerk writes dates.
    let dates: DemoDates
}

/// The kinds of branch in the sample, with what offices write for them.
enum DemoBranchType: String {
    case faculty = "Khoa"
    case office = "Phòng ban"
    case institute = "Viện/Trung tâm"
    case student = "Sinh viên"
    case service = "Đơn vị sự nghiệp"
}

/// How a clerk writes a date into a cell.
enum DemoDates: CaseIterable {
    /// A date of Excel's.
    case real
    /// `05/09/2023` as text.
    case padded
    /// `5-9-2023` as text.
    case dashed
}

/// An administrative unit of the sample.
struct DemoAdminUnit {
    let code: String
    let name: String
    let isSpecial: Bool
    /// The branch that its people belong to, if there is one.
    let branch: String?
    let established: CalendarDate
}

/// The units of the sample: one school committee, four section committees, branches, administrative units.
struct DemoOrganisation {
    /// The school's committee and its sections, then the branches.
    private(set) var committees: [DemoUnit] = []
    private(set) var branches: [DemoUnit] = []
    private(set) var adminUnits: [DemoAdminUnit] = []

    static let school = "Đảng bộ Trường Đại học Kinh tế quốc dân"

    private static let faculties = [
        "Kế toán", "Kiểm toán", "Ngân hàng", "Tài chính", "Marketing", "Quản trị kinh doanh", "Kinh tế học",
        "Kinh tế đầu tư", "Thống kê", "Toán kinh tế", "Luật", "Lý luận chính trị", "Ngoại ngữ kinh tế", "Bảo hiểm",
        "Du lịch và Khách sạn", "Bất động sản", "Khoa học quản lý", "Kinh tế phát triển",
    ]
    private static let institutes = ["Thương mại và Kinh tế quốc tế", "Công nghệ thông tin và Kinh tế số"]
    private static let offices = [
        "Tổng hợp", "Tổ chức cán bộ", "Quản lý đào tạo", "Công tác chính trị và Quản lý sinh viên", "Quản lý khoa học",
        "Hợp tác quốc tế", "Tài chính - Kế toán", "Thanh tra - Pháp chế", "Khảo thí", "Quản trị thiết bị",
        "Truyền thông", "Bảo vệ", "Y tế học đường",
    ]
    private static let services = ["Tạp chí Kinh tế và Phát triển"]

    init(_ figures: DemoFigures, seed: UInt64) {
        var random = DemoRandom(seed: seed, stream: "organisation")
        addCommittees(&random)
        for (index, type) in DemoOrganisation.types(figures.branches).enumerated() {
            addBranch(type, index, &random)
        }
        addAdminUnits(figures, &random)
    }

    /// The types of the branches: forty are twenty faculties and institutes, thirteen offices, a service, six of students.
    private static func types(_ count: Int) -> [DemoBranchType] {
        func share(_ part: Int) -> Int { (count * part + 20) / 40 }
        let students = max(1, share(6))
        let (institutes, offices, services) = (share(2), share(13), share(1))
        let faculties = count - students - institutes - offices - services
        return Array(repeating: .faculty, count: faculties) + Array(repeating: .institute, count: institutes)
            + Array(repeating: .office, count: offices) + Array(repeating: .service, count: services)
            + Array(repeating: .student, count: students)
    }

    private mutating func addCommittees(_ random: inout DemoRandom) {
        let sections = ["Khối Khoa, Viện", "Khối Phòng, Ban chức năng", "Khối Đơn vị sự nghiệp", "Sinh viên"]
        let names = [DemoOrganisation.school] + sections.map { "Đảng bộ bộ phận \($0)" }
        for (index, name) in names.enumerated() {
            committees.append(
                DemoUnit(
                    code: index == 0 ? "ĐB" : "ĐBBP\(index)", name: name,
                    kind: index == 0 ? "Đảng bộ cơ sở" : "Đảng bộ bộ phận", type: nil,
                    parent: index == 0 ? "" : DemoOrganisation.school,
                    established: random.date(from: 1996, to: 2005), meetingDay: nil, dates: .padded))
        }
    }

    private mutating func addBranch(_ type: DemoBranchType, _ index: Int, _ random: inout DemoRandom) {
        let earlier = branches.count { $0.type == type }
        let number = branches.count + 1
        branches.append(
            DemoUnit(
                code: type == .student ? "CBSV\(earlier + 1)" : "CB\(number < 10 ? "0" : "")\(number)",
                name: "Chi bộ " + DemoOrganisation.name(type, earlier), kind: "Chi bộ trực thuộc", type: type,
                parent: committees[DemoOrganisation.section(type)].name,
                established: random.date(from: 1998, to: 2021), meetingDay: random.number(3...8),
                dates: DemoDates.allCases[index % 3]))
    }

    private static func section(_ type: DemoBranchType) -> Int {
        switch type {
        case .faculty, .institute: 1
        case .office: 2
        case .service: 3
        case .student: 4
        }
    }

    /// The n-th name of a type; a list that is used up begins again at another site.
    private static func name(_ type: DemoBranchType, _ index: Int) -> String {
        let (prefix, names): (String, [String]) =
            switch type {
            case .faculty: ("Khoa ", faculties)
            case .institute: ("Viện ", institutes)
            case .office: ("Phòng ", offices)
            case .service: ("", services)
            case .student: ("Sinh viên \(index + 1)", [""])
            }
        let round = type == .student ? 0 : index / names.count
        return prefix + names[index % names.count] + (round == 0 ? "" : " - Cơ sở \(round + 1)")
    }

    /// One unit for each branch of employees, a second one for the merged branches, and some without a branch.
    private mutating func addAdminUnits(_ figures: DemoFigures, _ random: inout DemoRandom) {
        let employed = branches.filter { $0.type != .student }
        for branch in employed { addAdminUnit(String(branch.name.dropFirst("Chi bộ ".count)), of: branch, &random) }
        let merged = employed.filter { $0.type == .office }.suffix(figures.merged)
        for (index, branch) in merged.enumerated() {
            addAdminUnit("Trung tâm Dịch vụ hỗ trợ \(index + 1)", of: branch, &random)
        }
        addAdminUnit("Trung tâm Hỗ trợ đào tạo và Khởi nghiệp", of: nil, &random)
        addAdminUnit("Ban Quản lý ký túc xá", of: nil, isSpecial: true, &random)
        addAdminUnit("Trạm Điện nước", of: nil, isSpecial: true, &random)
    }

    private mutating func addAdminUnit(
        _ name: String, of branch: DemoUnit?, isSpecial: Bool = false, _ random: inout DemoRandom
    ) {
        let number = adminUnits.count + 1
        adminUnits.append(
            DemoAdminUnit(
                code: "DV" + String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number),
                name: name, isSpecial: isSpecial, branch: branch?.name,
                established: random.date(from: 1985, to: 2019)))
    }
}

extension DemoRandom {
    /// A day between two days, both included.
    mutating func date(_ first: CalendarDate, _ last: CalendarDate) -> CalendarDate {
        first.adding(days: number(0...max(0, last.days(since: first))))
    }

    /// A day of some years.
    mutating func date(from first: Int, to last: Int) -> CalendarDate {
        date(Period(year: first).first, Period(year: last).last)
    }
}
