internal import ChiboModel

/// Makes the members of the sample, branch by branch.
struct DemoRoster {
    /// A member before anything but the place is known.
    private struct Place {
        let branch: Int
        let category: DemoCategory
        let role: DemoRole
        var isNew = false
    }

    private(set) var members: [DemoMember] = []
    private var random: DemoRandom
    private let organisation: DemoOrganisation

    /// The day that the roster is of.
    static let asOf = Period(year: 2023).last

    init(_ figures: DemoFigures, _ organisation: DemoOrganisation, seed: UInt64) {
        self.organisation = organisation
        random = DemoRandom(seed: seed, stream: "roster")
        var places: [Place] = []
        for (branch, size) in sizes(figures).enumerated() { places += self.places(branch, size) }
        for index in admitted(figures.admissions, places) { places[index].isNew = true }
        members.reserveCapacity(places.count)
        for place in places { members.append(member(place)) }
    }

    /// How many members each branch has: at least four, the branches of students twice as many as the others.
    private mutating func sizes(_ figures: DemoFigures) -> [Int] {
        let weights = organisation.branches.map { branch -> Int in
            let base = branch.type == .student ? 80 : branch.type == .faculty ? 48 : 34
            return base * random.number(75...125)
        }
        let spare = max(0, figures.members - 4 * weights.count)
        let total = weights.reduce(0, +)
        var sizes = weights.map { 4 + spare * $0 / total }
        let left = figures.members - sizes.reduce(0, +)
        for index in 0..<max(0, left) { sizes[index % sizes.count] += 1 }
        return sizes
    }

    private mutating func places(_ branch: Int, _ size: Int) -> [Place] {
        let leaders = min(5, max(2, size / 7))
        return (0..<size).map { position in
            let role: DemoRole =
                position >= leaders ? .none : position == 0 ? .secretary : position == 1 ? .deputy : .committee
            return Place(branch: branch, category: category(branch, leads: role != .none), role: role)
        }
    }

    private mutating func category(_ branch: Int, leads: Bool) -> DemoCategory {
        switch organisation.branches[branch].type {
        case .student?: leads ? .lecturer : random.chance(86) ? .student : .graduate
        case .faculty?, .institute?:
            leads && random.chance(60)
                ? .manager : random.pick(weighted: [(.lecturer, 84), (.staff, 12), (.manager, 4)])
        default: leads && random.chance(70) ? .manager : random.pick(weighted: [(.staff, 88), (.manager, 12)])
        }
    }

    /// Those whose ceremony was in 2023: four of five are students.
    private mutating func admitted(_ count: Int, _ places: [Place]) -> [Int] {
        let free = places.indices.filter { places[$0].role == .none }
        let students = free.filter { places[$0].category == .student }
        let employees = free.filter { !places[$0].category.isStudent && places[$0].category != .manager }
        let fromStudents = min(students.count, (count * 4 + 2) / 5)
        let fromEmployees = min(employees.count, count - fromStudents)
        let rest = min(students.count, count - fromEmployees)
        return random.sample(rest, of: students) + random.sample(fromEmployees, of: employees)
    }

    private mutating func member(_ place: Place) -> DemoMember {
        let serial = members.count + 1
        let (born, year) = years(place)
        let person = DemoPerson(born: born, female: place.category.isStudent ? 66 : 55, serial: serial, &random)
        let admitted = ceremony(in: year, bornOn: person.birth)
        let official = admitted.adding(months: 12)
        let isOfficial = official.adding(days: random.number(0...60)) <= DemoRoster.asOf
        let decided = admitted.adding(days: -random.number(4...25))
        let issued = isOfficial ? cardDay(after: official) : nil
        return DemoMember(
            branch: place.branch, category: place.category, role: place.role, person: person,
            recordNo: "30." + digits(serial * 6151 % 1_000_000, 6), decisionOn: decided,
            decisionNo: "\(random.number(101...989))-QĐ/ĐUK", admittedOn: admitted,
            officialOn: isOfficial ? official : nil,
            cardNo: issued == nil ? nil : digits(serial * 104_729 % 10_000_000, 8), cardIssued: issued,
            qualification: qualification(place), theory: theory(place), activity: activity(place, born),
            studentNo: place.category.isStudent ? "11\(born % 100 + 18)" + digits(serial % 10_000, 4) : nil,
            graduatedOn: place.category == .graduate ? graduation() : nil,
            residenceOn: !place.category.isStudent && random.chance(93) ? random.date(from: 2013, to: 2022) : nil)
    }

    /// The years of birth and of the ceremony.
    private mutating func years(_ place: Place) -> (born: Int, admitted: Int) {
        if place.category.isStudent {
            let admitted = place.isNew ? 2023 : random.number(2021...2022)
            return (admitted - random.number(19...21), admitted)
        }
        if place.isNew { return (random.number(1988...1998), 2023) }
        let born = place.role == .none ? random.number(1959...1982) + random.number(0...14) : random.number(1966...1986)
        let admitted = born + random.number(21...36)
        return (born, admitted <= 2022 ? admitted : random.number(2014...2022))
    }

    /// A ceremony of a year, on a day of the week, after the eighteenth birthday.
    private mutating func ceremony(in year: Int, bornOn birth: CalendarDate) -> CalendarDate {
        let days = Period(year: year)
        let day = random.date(max(days.first, birth.adding(years: 18).adding(days: 1)), days.last)
        // Not on a Sunday, and not into the next year.
        return day.weekday != 7 ? day : day.adding(days: day < days.last ? 1 : -1)
    }

    /// Cards are given on four days a year; a card of last autumn may still be on its way.
    private mutating func cardDay(after official: CalendarDate) -> CalendarDate? {
        for year in official.year...official.year + 1 {
            for (month, day) in [(2, 3), (5, 19), (9, 2), (11, 7)] {
                guard let date = CalendarDate(year: year, month: month, day: day), date > official.adding(days: 30)
                else { continue }
                return date <= DemoRoster.asOf ? date : nil
            }
        }
        return nil
    }

    private mutating func qualification(_ place: Place) -> String {
        switch place.category {
        case .student: "Đang học đại học"
        case .graduate: "Cử nhân"
        case .lecturer: random.pick(weighted: [("Tiến sĩ", 55), ("Thạc sĩ", 45)])
        case .manager: random.pick(weighted: [("Tiến sĩ", 60), ("Thạc sĩ", 40)])
        case .staff: random.pick(weighted: [("Thạc sĩ", 55), ("Cử nhân", 45)])
        }
    }

    private mutating func theory(_ place: Place) -> String? {
        if place.category.isStudent { return "Sơ cấp" }
        let choices: [(String?, Int)] =
            place.role == .none
            ? [("Sơ cấp", 55), ("Trung cấp", 30), ("Cao cấp", 5), (nil, 10)]
            : [("Trung cấp", 50), ("Cao cấp", 45), ("Cử nhân", 5)]
        return random.pick(weighted: choices)
    }

    private mutating func activity(_ place: Place, _ born: Int) -> DemoActivity {
        if place.role != .none || place.isNew { return .active }
        if born < 1963 && random.chance(60) { return .exempt }
        return random.chance(1) ? .away : .active
    }

    private mutating func graduation() -> CalendarDate {
        random.date(Period(year: 2023).first.adding(days: 20), Period(year: 2023).first.adding(months: 9))
    }
}
