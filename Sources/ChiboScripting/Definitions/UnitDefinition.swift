import ChiboLua
package import ChiboModel

/// Who a unit is, and what its scripts may do.
package struct UnitDefinition: Sendable, Equatable {
    /// Somebody who holds an office of the unit, for signatures.
    package struct Officer: Sendable, Equatable {
        /// The code of the role.
        package let role: String
        /// The name as documents print it.
        package let name: String
        /// From when, if it is known.
        package let from: CalendarDate?
        /// Until when, that day included, if it has ended.
        package let to: CalendarDate?
    }

    /// What a script is granted beyond counting.
    package struct Grant: Sendable, Equatable {
        /// The identifying fields that it may read.
        package let fields: [String]
    }

    /// The unit's short name.
    package let id: String
    /// Its name.
    package let name: String
    /// The code of its organ in document numbers.
    package let organ: String
    /// The name of the organ above it.
    package let upperOrgan: String
    /// Where its documents are dated.
    package let place: String
    /// Its IANA time zone.
    package let timeZone: String
    /// Which tones come first in lists of names.
    package let toneOrder: ToneOrder
    /// What each script is granted, by the script's path without its ending.
    package let grants: [String: Grant]
    /// Which accounts may do what.
    package let people: [String: [String]]
    /// Who holds its offices.
    package let officers: [Officer]

    static let keys = [
        "id", "name", "organ", "upper_organ", "place", "time_zone", "grants", "people", "officers",
        "tone_order",
    ]

    init(_ reader: TableReader) throws(Diagnostic) {
        try reader.allow(UnitDefinition.keys)
        id = try reader.text("id")
        name = try reader.text("name")
        organ = try reader.optionalText("organ") ?? "ĐU"
        upperOrgan = try reader.optionalText("upper_organ") ?? ""
        place = try reader.optionalText("place") ?? ""
        timeZone = try reader.optionalText("time_zone") ?? "Asia/Ho_Chi_Minh"
        toneOrder = try reader.optionalWord("tone_order", as: ToneOrder.self) ?? .cldr
        grants = try UnitDefinition.grants(reader)
        var people: [String: [String]] = [:]
        if let table = try reader.optionalTable("people") {
            try table.allow(GuardedAction.allCases.map(\.rawValue))
            for (key, _) in table.table.pairs {
                if let name = key.text { people[name] = try table.texts(name) }
            }
        }
        self.people = people
        var officers: [Officer] = []
        for entry in try reader.tables("officers") {
            try entry.allow(["role", "name", "from", "to"])
            officers.append(
                Officer(
                    role: try entry.text("role"), name: try entry.text("name"), from: try entry.optionalDate("from"),
                    to: try entry.optionalDate("to")))
        }
        self.officers = officers
    }

    private static func grants(_ reader: TableReader) throws(Diagnostic) -> [String: Grant] {
        guard let table = try reader.optionalTable("grants") else { return [:] }
        var grants: [String: Grant] = [:]
        for (key, value) in table.table.pairs {
            guard let script = key.text, let entry = value.table else {
                throw table.problem(
                    "CB-C012", vi: "mỗi quyền có dạng [\"reports/tên\"] = { fields = { … } }",
                    en: "a grant is written [\"reports/name\"] = { fields = { … } }")
            }
            let grant = TableReader(table: entry, name: "grants[\"\(script)\"]")
            try grant.allow(["fields", "write", "mail", "propose"])
            grants[script] = Grant(fields: try grant.texts("fields"))
        }
        return grants
    }

    /// Who held an office on a day.
    package func holder(of role: String, on date: CalendarDate) -> Officer? {
        officers.last { officer in
            officer.role == role && (officer.from.map { $0 <= date } ?? true) && (officer.to.map { date <= $0 } ?? true)
        }
    }

    /// The identifying fields that a definition may read: those it declares and the unit grants.
    func visibility(of path: String, declared: [String]) -> Visibility {
        let script = path.hasSuffix(".lua") ? String(path.dropLast(4)) : path
        return Visibility(granted: Set(grants[script]?.fields ?? []).intersection(declared))
    }
}
