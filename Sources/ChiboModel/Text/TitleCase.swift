extension VietnameseText {
    /// The text with a capital at the start of each word and small letters after it, for display: "Nguyễn Văn Đức".
    ///
    /// A word starts at the beginning, and behind everything but letters, marks, digits and apostrophes: "Nguyễn-Trần",
    /// "(Hùng)", "O'Neil". Nothing is stored in this form: it cannot know that "UBND" is no name.
    public static func titleCased(_ text: String) -> String {
        var result = ""
        var isInside = false
        for character in composed(text) {
            let scalars = character.unicodeScalars
            let isWord = scalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
            if isWord, !isInside {
                result += scalars.reduce(into: "") { $0 += $1.properties.titlecaseMapping }
            } else {
                result += character.lowercased()
            }
            isInside = isWord || (isInside && (character == "'" || character == "\u{2019}"))
        }
        return composed(result)
    }
}
