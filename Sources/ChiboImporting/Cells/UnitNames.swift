internal import ChiboModel

/// Names of organisations reduced to what tells them apart: "CB SV1", "Chi bộ Sinh viên 1" and "Chi bộ SV số 1" are one.
///
/// What is equal here is suggested, and never taken for the same by itself.
enum UnitNames {
    private static let abbreviations: [String: [String]] = [
        "sv": ["sinh", "vien"], "hs": ["hoc", "sinh"], "gv": ["giang", "vien"], "cn": ["cong", "nghe"],
        "cntt": ["cong", "nghe", "thong", "tin"], "dh": ["dai", "hoc"], "cd": ["cao", "dang"], "k": ["khoa"],
        "p": ["phong"], "bm": ["bo", "mon"], "tt": ["trung", "tam"], "vp": ["van", "phong"], "db": ["dang", "bo"],
        "dbbp": ["dang", "bo", "bo", "phan"], "tv": ["thu", "vien"], "qt": ["quan", "tri"], "kt": ["ke", "toan"],
    ]
    private static let numerals: [String: String] = [
        "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    ]

    /// The key of a name; empty where only the kind of organisation is said.
    static func key(_ name: String) -> String {
        var words = pieces(VietnameseText.folded(name))
        if words.starts(with: ["chi", "bo"]) {
            words.removeFirst(2)
        } else if words.first == "cb" {
            words.removeFirst()
        }
        var result: [String] = []
        for (index, word) in words.enumerated() {
            let isBeforeNumber = index + 1 < words.count && words[index + 1].utf8.first.map { $0 < 0x3A } ?? false
            if ["so", "thu"].contains(word), isBeforeNumber { continue }
            if index == words.count - 1, index > 0, let number = numerals[word] {
                result.append(number)
            } else if word.utf8.allSatisfy({ $0 < 0x3A }) {
                let digits = word.drop { $0 == "0" }
                result.append(digits.isEmpty ? "0" : String(digits))
            } else {
                result += abbreviations[word] ?? [word]
            }
        }
        return result.joined(separator: " ")
    }

    /// The words and numbers of a folded text; `sv1` is a word and a number.
    private static func pieces(_ text: String) -> [String] {
        var result: [String] = []
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            let isDigit = (0x30...0x39).contains(byte)
            guard isDigit || (0x61...0x7A).contains(byte) else {
                previous = UInt8(ascii: " ")
                continue
            }
            let isSame = previous != UInt8(ascii: " ") && (previous < 0x3A) == isDigit
            let letter = String(Unicode.Scalar(byte))
            if isSame, let last = result.popLast() { result.append(last + letter) } else { result.append(letter) }
            previous = byte
        }
        return result
    }
}
