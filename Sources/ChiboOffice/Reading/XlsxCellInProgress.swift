internal import ChiboModel

/// What a cell's `t` attribute says of its value.
enum XlsxCellType {
    case number, shared, inline, formulaText, boolean, error, isoDate

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch unsafe (bytes.first, bytes.count) {
        case (UInt8(ascii: "s"), 1): self = .shared
        case (UInt8(ascii: "s"), _): self = .formulaText
        case (UInt8(ascii: "i"), _): self = .inline
        case (UInt8(ascii: "b"), _): self = .boolean
        case (UInt8(ascii: "e"), _): self = .error
        case (UInt8(ascii: "d"), _): self = .isoDate
        default: self = .number
        }
    }
}

/// The cell that is being read.
struct XlsxCellInProgress {
    var type = XlsxCellType.number
    var style = 0
    private var bytes: [UInt8] = []
    private var formula: [UInt8] = []
    private var inline = XlsxTextCollector()
    private var reading = Reading.nothing
    private var hasFormula = false

    private enum Reading { case nothing, value, formula, inline }

    mutating func reset() {
        type = .number
        style = 0
        bytes.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        reading = .nothing
        hasFormula = false
    }

    mutating func start(_ name: XMLName) {
        if reading == .inline { return inline.start(name) }
        switch name {
        case "v": reading = .value
        case "is": reading = .inline
        case "f":
            reading = .formula
            hasFormula = true
        default: break
        }
    }

    mutating func end(_ name: XMLName) {
        if reading == .inline, !(name == "is") { return inline.end(name) }
        reading = .nothing
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        switch reading {
        case .nothing: break
        case .value: unsafe bytes.append(contentsOf: text)
        case .formula: unsafe formula.append(contentsOf: text)
        case .inline: unsafe inline.append(text)
        }
    }

    /// The value as the cell's type and style say; nil where the two and the text do not fit together.
    mutating func value(style: XlsxCellStyle, context: XlsxContext) -> CellValue? {
        if type == .inline {
            let text = inline.take()
            return text.isEmpty ? .empty : .text(text)
        }
        if bytes.isEmpty { return emptyValue }
        switch type {
        case .shared:
            guard let index = unsafe bytes.withUnsafeBufferPointer({ unsafe Digits.integer($0) }),
                index < context.strings.count
            else { return nil }
            return context.strings[index].isEmpty ? .empty : .text(context.strings[index])
        case .formulaText, .inline: return .text(XlsxText.decode(bytes))
        case .boolean: return .boolean(bytes.first == UInt8(ascii: "1") || bytes.first == UInt8(ascii: "t"))
        case .error: return .error(String(decoding: bytes, as: UTF8.self))
        case .isoDate: return isoDate
        case .number: return number(style.format, context.dates)
        }
    }

    /// A formula that gave an empty text has a value; one that was never computed has none.
    private var emptyValue: CellValue {
        guard hasFormula, type != .formulaText else { return .empty }
        return .formulaWithoutValue(String(decoding: formula, as: UTF8.self))
    }

    /// `yyyy-mm-ddThh:mm:ss`, which the strict form of the format allows.
    private var isoDate: CellValue? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let date = CalendarDate(iso: text.prefix(10)) else { return .text(text) }
        let time = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]) else {
            return .date(date, seconds: 0)
        }
        return .date(date, seconds: time[0] * 3600 + time[1] * 60 + min(59, max(0, time[2])))
    }

    private func number(_ format: NumberFormat, _ dates: DateSystem) -> CellValue? {
        guard let number = StoredNumber(bytes) else { return nil }
        switch format {
        case .date:
            guard let (day, seconds) = dates.date(serial: number.value) else { break }
            return .date(day, seconds: seconds)
        case .time:
            guard number.value >= 0, number.value < 1 else { break }
            return .number(number.value, text: clock(Int((number.value * 86_400).rounded())))
        case .zeroPadded(let width):
            guard number.isWhole, number.value >= 0, number.text.utf8.count < width else { break }
            return .number(
                number.value, text: String(repeating: "0", count: width - number.text.utf8.count) + number.text)
        case .number, .text: break
        }
        return .number(number.value, text: number.text)
    }
}

/// A number as a workbook stores it, and as a person would read it.
struct StoredNumber {
    let value: Double
    let text: String
    let isWhole: Bool

    /// Whole numbers below this are exact in a `Double`, and shown digit by digit.
    private static let exact = 9_007_199_254_740_992.0

    init?(_ bytes: [UInt8]) {
        if let whole = unsafe bytes.withUnsafeBufferPointer({ unsafe Digits.integer($0) }) {
            value = Double(whole)
            text = String(whole)
            isWhole = true
            return
        }
        let stored = String(decoding: bytes, as: UTF8.self)
        guard let number = Double(stored.filter { $0 != " " && $0 != "\n" }), number.isFinite else { return nil }
        value = number
        isWhole = number.rounded() == number && abs(number) < StoredNumber.exact
        text = isWhole ? String(Int64(number)) : StoredNumber.shortest(number)
    }

    /// With at most 15 digits, as Excel shows: 0.30000000000000004 reads 0.3.
    private static func shortest(_ number: Double) -> String {
        let magnitude = abs(number)
        guard magnitude >= 1e-4, magnitude < 1e9 else { return "\(number)" }
        let scale = 100_000.0
        let rounded = (number * scale).rounded() / scale
        return abs(rounded - number) < magnitude * 1e-14 ? "\(rounded)" : "\(number)"
    }
}
