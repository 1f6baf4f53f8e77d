/// A text file of one byte a letter, from before Unicode.
struct OneByteText {
    /// How many words with letters beyond ASCII prove an encoding; one alone may be anything.
    private static let fewest = 4
    /// How many such words are looked at.
    private static let most = 20_000

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The text in UTF-8 and what it was in; nil where no encoding makes Vietnamese of it.
    var decoded: (text: [UInt8], encoding: LegacyEncoding)? {
        var marked: [String] = []
        for word in words where marked.count < OneByteText.most {
            if bytes[word].contains(where: { $0 >= 0x80 }) { marked.append(Windows1252.text(bytes[word])) }
        }
        var guess = EncodingGuess()
        guard marked.count >= OneByteText.fewest, let encoding = guess.encoding(ofBytes: marked) else { return nil }
        return (text(in: encoding), encoding)
    }

    private func text(in encoding: LegacyEncoding) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        var end = 0
        for word in words {
            result += bytes[end..<word.lowerBound]
            let isPlain = bytes[word].allSatisfy { $0 < 0x80 }
            if isPlain { result += bytes[word] } else { result += encoding.decode(Windows1252.text(bytes[word])).utf8 }
            end = word.upperBound
        }
        result += bytes[end...]
        return result
    }

    /// The stretches of letters, and of bytes that may be letters.
    private var words: [Range<Int>] {
        var result: [Range<Int>] = []
        var start: Int?
        for (index, byte) in bytes.enumerated() {
            let isLetter = byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
            if isLetter, start == nil { start = index }
            if !isLetter, let first = start {
                result.append(first..<index)
                start = nil
            }
        }
        if let start { result.append(start..<bytes.count) }
        return result
    }
}
