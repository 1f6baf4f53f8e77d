/// Whole numbers as people write them.
enum NumberText {
    /// Reads `1350`, `1.350`, `1,350`, `1 350` and `12,0`; nil where it is no whole number.
    static func whole(_ text: String) -> Int64? {
        let bare = text.filter { $0 != " " }
        if let number = Int64(bare) { return number }
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
