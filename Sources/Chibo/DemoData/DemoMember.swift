internal import ChiboModel

/// A member of the sample.
struct DemoMember {
    /// The position of the branch.
    let branch: Int
    let category: DemoCategory
    let role: DemoRole
    let person: DemoPerson
    let recordNo: String
    let decisionOn: CalendarDate
    let decisionNo: String
    let admittedOn: CalendarDate
    /// Nil while on probation.
    let officialOn: CalendarDate?
    let cardNo: String?
    let cardIssued: CalendarDate?
    let qualification: String
    let theory: String?
    let activity: DemoActivity
    let studentNo: String?
    let graduatedOn: CalendarDate?
    let residenceOn: CalendarDate?

    var isOfficial: Bool { officialOn != nil }
}

/// Who somebody is, member or candidate.
struct DemoPerson {
    let name: String
    let isFemale: Bool
    let birth: CalendarDate
    /// Whether only the year of birth is on record.
    let knowsYearOnly: Bool
    let nationalID: String
    let ethnicity: String
    let hometown: String

    var sex: String { isFemale ? "Nữ" : "Nam" }

    /// A person born in a year; the serial number makes the citizen's number unique.
    ///
    /// The numbers begin with 099, which no province has: they are nobody's.
    init(born year: Int, female: Int, serial: Int, _ random: inout DemoRandom) {
        isFemale = random.chance(female)
        name = DemoNames.name(isFemale: isFemale, &random)
        birth = random.date(from: year, to: year)
        knowsYearOnly = year < 1966 && random.chance(35)
        let century = (year < 2000 ? 0 : 2) + (isFemale ? 1 : 0)
        nationalID = "099\(century)" + digits(year % 100, 2) + digits(serial * 7919 % 1_000_000, 6)
        ethnicity = random.pick(weighted: DemoNames.ethnicities)
        hometown = random.pick(DemoNames.hometowns)
    }
}

/// What a member is, as offices write it.
enum DemoCategory: String {
    case lecturer = "Giảng viên"
    case staff = "Chuyên viên"
    case manager = "Cán bộ quản lý"
    case student = "Sinh viên"
    case graduate = "SV đã tốt nghiệp còn sinh hoạt"

    var isStudent: Bool { self == .student || self == .graduate }
}

/// A member's office in the branch.
enum DemoRole: String {
    case secretary = "Bí thư"
    case deputy = "Phó bí thư"
    case committee = "Chi ủy viên"
    case none = "Đảng viên"
}

/// Whether a member takes part in the branch's life.
enum DemoActivity: String {
    case active = "Đang sinh hoạt"
    case exempt = "Miễn công tác và sinh hoạt"
    case away = "Sinh hoạt tạm thời nơi khác"
}

/// A number with leading zeros up to a width.
func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
