private import CUTF8Proc

/// Unicode's composed form NFC, of any text.
///
/// Swift's strings compare by canonical equivalence but show no normal form, and bytes are what stores, files and keys
/// hold. The tables are those of utf8proc (Unicode's own data); the order of marks is put right here, because utf8proc
/// bubbles them and a cell of a hundred thousand marks would take hours.
enum Normalization {
    /// The text in NFC: canonically equal to the argument, and the same scalars for all texts that are.
    static func composed(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy({ isStable($0.value) }) { return text }
        var scalars = decomposed(text.unicodeScalars)
        let length = unsafe scalars.withUnsafeMutableBufferPointer { buffer in
            let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
            return unsafe utf8proc_normalize_utf32(buffer.baseAddress, buffer.count, options)
        }
        return string(scalars.prefix(max(0, length)))
    }

    /// A scalar taken apart: the letter first, then its marks.
    static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.value < 0xC0 { return [scalar] }
        return decomposed(CollectionOfOne(scalar)).compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
    }

    /// Scalars that compose with nothing before them and stand in NFC for themselves.
    ///
    /// ASCII, Latin and the Vietnamese letters beyond it, general punctuation: what nearly every text is made of. The
    /// tests compare with Unicode's quick check.
    private static func isStable(_ value: UInt32) -> Bool {
        value < 0x300 || (0x1E00...0x1EFF).contains(value) || (0x2010...0x2027).contains(value)
    }

    private static func string(_ scalars: some Sequence<Int32>) -> String {
        var view = String.UnicodeScalarView()
        for value in scalars { if let scalar = Unicode.Scalar(UInt32(bitPattern: value)) { view.append(scalar) } }
        return String(view)
    }

    /// Every scalar taken apart, with marks in canonical order.
    private static func decomposed(_ scalars: some Sequence<Unicode.Scalar>) -> [Int32] {
        var result: [Int32] = []
        // The longest canonical decomposition of one scalar has four.
        var parts = [Int32](repeating: 0, count: 8)
        let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue)
        var marksFrom = 0
        for scalar in scalars {
            let count = unsafe parts.withUnsafeMutableBufferPointer { buffer in
                unsafe utf8proc_decompose_char(
                    Int32(bitPattern: scalar.value), buffer.baseAddress, buffer.count, options, nil)
            }
            for part in parts.prefix(max(0, min(count, parts.count))) {
                if combiningClass(part) == 0 {
                    putInOrder(&result, from: marksFrom)
                    marksFrom = result.count + 1
                }
                result.append(part)
            }
        }
        putInOrder(&result, from: marksFrom)
        return result
    }

    private static func combiningClass(_ scalar: Int32) -> Int {
        Int(unsafe utf8proc_get_property(scalar).pointee.combining_class)
    }

    /// Sorts the marks after a letter by their class, those of one class as they were typed.
    private static func putInOrder(_ scalars: inout [Int32], from start: Int) {
        guard scalars.count - start > 1 else { return }
        let classes = scalars[start...].map(combiningClass)
        guard zip(classes, classes.dropFirst()).contains(where: { $0 > $1 }) else { return }
        let marks = zip(scalars[start...], classes).enumerated()
            .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
        scalars.replaceSubrange(start..., with: marks.map(\.element.0))
    }
}
