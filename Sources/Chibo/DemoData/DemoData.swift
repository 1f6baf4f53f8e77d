package import ChiboModel
internal import ChiboOffice
internal import Glibc

/// Spreadsheets as an office would have them, about people who do not exist: what `chibo demo-data` writes.
package enum DemoData {
    /// A file that was written.
    package struct File: Hashable, Sendable {
        /// The file's name without its extension; the import mapping that reads it has the same id.
        package let id: String
        /// Where it was written.
        package let path: String
        /// How many records are in it.
        package let rows: Int
        /// The headings as an import mapping names them, in the order of the columns.
        package let headings: [String]
    }

    /// The units that there is sample data for.
    package static let units = ["neu"]
    /// How many members a sample may have.
    package static let sizes = 40...200_000

    /// Writes the sample data of a unit into a folder, which is made if it is not there.
    ///
    /// The same unit, number and seed give the same bytes. The files come in the order in which they must be imported.
    ///
    /// - Throws: `CB-U030` to `CB-U032`, or what kept a file from being written.
    package static func write(
        unit: String, members: Int, seed: UInt64, into folder: String
    ) throws(Diagnostic) -> [File] {
        guard units.contains(unit) else { throw unknownUnit(unit) }
        guard sizes.contains(members) else { throw badSize(members) }
        try makeFolder(folder)
        var files: [File] = []
        let world = DemoWorld(members: members, seed: seed)
        for sheet in world.sheets {
            let sheet = sheet(world)
            let path = folder + (folder.hasSuffix("/") ? "" : "/") + sheet.name + ".xlsx"
            do { try sheet.write(to: path) } catch { throw error.diagnostic(writing: true) }
            files.append(File(id: sheet.name, path: path, rows: sheet.rows.count, headings: sheet.headings))
        }
        return files
    }

    private static func unknownUnit(_ unit: String) -> Diagnostic {
        let known = units.joined(separator: ", ")
        return Diagnostic(
            "CB-U030", .usage,
            Bilingual(
                vi: "không có dữ liệu mẫu cho đơn vị “\(unit)”", en: "there is no sample data for unit “\(unit)”"),
            suggestion: Bilingual(vi: "các đơn vị có sẵn: \(known)", en: "there is for: \(known)"))
    }

    private static func badSize(_ members: Int) -> Diagnostic {
        let range = "\(sizes.lowerBound)-\(sizes.upperBound)"
        return Diagnostic(
            "CB-U031", .usage,
            Bilingual(
                vi: "số đảng viên của dữ liệu mẫu phải trong khoảng \(range), không phải \(members)",
                en: "a sample has \(range) members, not \(members)"))
    }

    /// Makes a folder and those above it; what it will hold is for its owner's eyes.
    private static func makeFolder(_ folder: String) throws(Diagnostic) {
        var path = folder.hasPrefix("/") ? "/" : ""
        for part in folder.split(separator: "/") {
            path += part + "/"
            if unsafe mkdir(path, 0o700) != 0 && errno != EEXIST { throw unusable(folder, errno) }
        }
        if unsafe access(path.isEmpty ? "." : path, W_OK | X_OK) != 0 { throw unusable(folder, errno) }
    }

    private static func unusable(_ folder: String, _ code: Int32) -> Diagnostic {
        let reason = unsafe String(cString: strerror(code))
        return Diagnostic(
            "CB-U032", .output,
            Bilingual(vi: "không ghi được vào thư mục \(folder)", en: "the folder \(folder) cannot be written to"),
            suggestion: Bilingual(vi: "hãy chọn thư mục khác bằng --out", en: "choose another one with --out"),
            original: reason)
    }
}

extension DemoWorld {
    /// The sheets in the order of import: what a row refers to comes first.
    ///
    /// They are made when they are written: one at a time is enough to hold in memory.
    var sheets: [(DemoWorld) -> OfficeSheet] {
        [
            \.unitsSheet, \.adminUnitsSheet, \.membersSheet, \.unitRatingsSheet, \.memberRatingsSheet, \.meetingsSheet,
            \.candidatesSheet, \.stepsSheet, \.admissionsSheet, \.transfersSheet, \.assignmentsSheet, \.themePlansSheet,
            \.screeningSheet, \.branchAssessmentsSheet, \.memberAssessmentsSheet, \.progressSheet,
        ]
    }
}
