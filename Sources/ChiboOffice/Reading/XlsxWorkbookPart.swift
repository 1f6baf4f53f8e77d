/// A relationship of a part to another.
struct XlsxRelationship {
    let type: String
    let target: String
}

/// Reads a `.rels` part.
final class XlsxRelationshipsHandler: XMLHandler {
    private(set) var byID: [String: XlsxRelationship] = [:]

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            attributes["TargetMode"] != "External"
        else { return }
        let type = attributes["Type"]?.split(separator: "/").last.map { String($0) } ?? ""
        byID[id] = XlsxRelationship(type: type, target: target)
    }

    /// The target of the first relationship of a type, by the last word of the type's address.
    func target(ofType type: String) -> String? {
        byID.filter { $0.value.type == type }.min { $0.key < $1.key }?.value.target
    }
}

/// Reads `workbook.xml`: the sheets and how days are counted.
final class XlsxWorkbookHandler: XMLHandler {
    private(set) var sheets: [(name: String, isHidden: Bool, relationship: String)] = []
    private(set) var dates = DateSystem.from1900

    override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeError) {
        if name == "workbookPr", let flag = attributes["date1904"], flag == "1" || flag == "true" { dates = .from1904 }
        guard name == "sheet" else { return }
        guard let title = attributes["name"], let relationship = attributes["id"] else {
            throw place.malformed("sheet without name or id")
        }
        let state = attributes["state"]
        sheets.append((title, state == "hidden" || state == "veryHidden", relationship))
    }
}

/// Names of parts, which relationships give relative to the folder of the part they belong to.
enum PartName {
    static func resolve(_ target: String, from part: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var folders = part.split(separator: "/").dropLast()
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = folders.popLast() } else { folders.append(step) }
        }
        return folders.joined(separator: "/")
    }

    /// The part that holds the relationships of a part: `xl/workbook.xml` has `xl/_rels/workbook.xml.rels`.
    static func relationships(of part: String) -> String {
        let steps = part.split(separator: "/")
        return (steps.dropLast() + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
    }
}
