import ChiboModel

/// Looks at the machine that the program runs on.
package struct Doctor {
    /// The variables of the environment.
    let environment: [String: String]
    /// The memory map of the process, as Linux writes it.
    let memoryMap: String
    /// What the libraries say of themselves, by the beginning of their file's name: `libsqlite3` → `3.40.1`.
    let versions: [String: String]
    /// Where the time zones are.
    let zoneFolder: String
    /// Whether the results and the messages go to a terminal, and how wide it is.
    let columns: Int?

    package init(
        environment: [String: String], memoryMap: String, versions: [String: String] = [:],
        zoneFolder: String = "/usr/share/zoneinfo", columns: Int? = nil
    ) {
        (self.environment, self.memoryMap, self.versions) = (environment, memoryMap, versions)
        (self.zoneFolder, self.columns) = (zoneFolder, columns)
    }

    /// What there is to say, without the unit and its store.
    package func items() -> [DoctorItem] { libraries() + [timeZones()] + [locale(), terminal()] }

    /// The shared libraries that the process has loaded, in the order of their names.
    private func libraries() -> [DoctorItem] {
        let paths = memoryMap.split(separator: "\n").compactMap { line -> String? in
            guard let slash = line.firstIndex(of: "/") else { return nil }
            let path = String(line[slash...])
            return path.contains(".so") ? path : nil
        }
        return Set(paths).sorted().map { path in
            let file = String(path.split(separator: "/").last ?? "")
            let isGone = file.hasSuffix(" (deleted)")
            let version = versions.first { file.hasPrefix($0.key) }?.value
            return DoctorItem(
                .libraries, isGone ? .note : .fine, file,
                Bilingual(both: [version, path].compactMap { $0 }.joined(separator: "  ")),
                advice: isGone
                    ? Bilingual(
                        vi: "thư viện vừa được nâng cấp: chạy lại chibo", en: "it was just upgraded: start chibo anew")
                    : nil)
        }
    }

    private func timeZones() -> DoctorItem {
        let zone = "Asia/Ho_Chi_Minh"
        if FileAccess.kind(zoneFolder + "/" + zone) == .file {
            return DoctorItem(.time, .fine, "tzdata", Bilingual(both: "\(zoneFolder)/\(zone)"))
        }
        return DoctorItem(
            .time, .bad, "tzdata",
            Bilingual(vi: "không thấy múi giờ trong \(zoneFolder)", en: "no time zones in \(zoneFolder)"),
            advice: Bilingual(both: "apt-get install tzdata"))
    }

    private func locale() -> DoctorItem {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
        let language = Options.language(of: environment)
        let text = Bilingual(vi: "\(locale), thông báo: \(language)", en: "\(locale), messages: \(language)")
        let folded = locale.lowercased()
        if folded.contains("utf-8") || folded.contains("utf8") { return DoctorItem(.terminal, .fine, "locale", text) }
        return DoctorItem(
            .terminal, .note, "locale", text,
            advice: Bilingual(
                vi: "đặt LANG=C.UTF-8 hoặc vi_VN.UTF-8 để chữ Việt hiện đúng trong các chương trình khác",
                en: "set LANG=C.UTF-8 or vi_VN.UTF-8, so that other programs show Vietnamese letters too"))
    }

    private func terminal() -> DoctorItem {
        let kind = environment["TERM"] ?? ""
        let size =
            columns.map { Bilingual(vi: "\($0) cột", en: "\($0) columns") }
            ?? Bilingual(vi: "không phải màn hình", en: "not a terminal")
        let name = kind.isEmpty ? "TERM" : kind
        return DoctorItem(.terminal, .fine, name, size)
    }
}
