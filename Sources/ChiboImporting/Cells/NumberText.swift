/// Whole numbers as people write them.
enum NumberText {
    /// A share as the percent that it is: `50%`, `50 %`; nil where no sign says so.
    static func percent(_ text: String) -> Int64? {
        guard text.last == "%" else { return nil }
        return whole(String(text.dropLast()))
    }

    /// A number of a cell as a percent: 0.5 stands for 50 where a cell shows shares; nil where that is no whole percent.
    static func percent(_ number: Double) -> Int64? {
        guard number > 0, number < 1 else { return nil }
        let percent = (number * 100).rounded()
        return abs(percent - number * 100) < 1e-9 ? Int64(percent) : nil
    }

    /// Reads `1350`, `1.350`, `1,350`, `1 350` and `12,0`; nil where it is no whole number.
    static func whole(_ text: String) -> Int64? {
        let bare = text.filter { $0 != " " }
        if let number = Int64(bare) { return number }
        // With both signs the last one parts the decimals: 1.234,0 and 1,234.0.
        if let last = bare.lastIndex(where: { $0 == "." || $0 == "," }),
            bare[..<last].contains(where: { ($0 == "." || $0 == ",") && $0 != bare[last] })
        {
            guard bare[bare.index(after: last)...].allSatisfy({ $0 == "0" }) else { return nil }
            return whole(String(bare[..<last]))
        }
        let isNegative = bare.hasPrefix("-")
        let groups = bare.dropFirst(isNegative ? 1 : 0).split(omittingEmptySubsequences: false) {
            $0 == "." || $0 == ","
        }
        guard groups.count >= 2, groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
        let isGrouped = (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        // Decimals that are all zero leave a whole number: 12,0.
        let isZero = groups.count == 2 && groups[1].allSatisfy { $0 == "0" }
        guard isGrouped || isZero else { return nil }
        let digits = isGrouped ? groups.joined() : String(groups[0])
        return Int64((isNegative ? "-" : "") + digits)
    }
}

/// Yes and no as offices write them.
enum BooleanText {
    private static let yes: Set<String> = ["x", "✓", "✔", "☑", "√", "v", "co", "da", "dung", "true", "yes", "y", "1"]
    private static let no: Set<String> = ["khong", "ko", "k", "chua", "sai", "false", "no", "n", "0", "-", "☐"]

    /// Reads a folded text; nil for anything else.
    static func read(folded text: String) -> Bool? {
        yes.contains(text) ? true : no.contains(text) ? false : nil
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
