import ChiboDocument
import ChiboModel

extension JSONValue {
    /// A typed value of a table: its type, and the value so that nothing is lost.
    init(_ cell: Cell) {
        switch cell {
        case .empty: self = ["type": "empty"]
        case .text(let text): self = ["type": "text", "value": .string(text)]
        case .integer(let value): self = ["type": "integer", "value": .integer(value)]
        case .decimal(let value): self = ["type": "decimal", "value": .string(value.canonical)]
        case .number(let value): self = .object([Member("type", "number")] + Self.counts(value))
        case .percent(let value):
            let percent = value.rounded(decimals: 4, times: 100)?.withoutTrailingZeros.canonical
            self = .object([Member("type", "percent")] + Self.counts(value) + [Member("percent", .text(percent))])
        case .money(let value, let currency):
            self = ["type": "money", "value": .string(value.canonical), "currency": .string(currency)]
        case .date(let date): self = ["type": "date", "value": .string(date.iso)]
        case .partialDate(let date): self = ["type": "partial_date", "value": .string(date.iso)]
        case .boolean(let value): self = ["type": "boolean", "value": .boolean(value)]
        case .code(let code, let label): self = ["type": "code", "value": .string(code), "label": .string(label)]
        }
    }

    private static func counts(_ value: Quotient) -> [Member] {
        [Member("numerator", .integer(value.numerator)), Member("denominator", .integer(value.denominator))]
    }

    /// What is said about a document.
    init(_ meta: DocumentMeta) {
        self = [
            "title": .string(meta.title), "author": .string(meta.author), "created": .text(meta.created?.iso),
            "language": .string(meta.language), "classification": .text(meta.classification),
            "draft": .boolean(meta.isDraft),
        ]
    }
}
