/// Sums, counts and means over cells, exact.
enum Aggregation {
    enum Failure: Error { case mixedCurrencies, overflow }

    static func value(_ total: TableColumn.Total, of cells: [Cell]) throws(Failure) -> Cell {
        switch total {
        case .none: return .empty
        case .count: return .integer(cells.count { !$0.isEmpty })
        case .sum: return try sum(cells)
        case .average: return try average(cells)
        }
    }

    private static func sum(_ cells: [Cell]) throws(Failure) -> Cell {
        let filled = cells.filter { $0.quotient != nil }
        if filled.contains(where: { if case .percent = $0 { true } else { false } }) { return try pooled(filled) }
        if filled.contains(where: { if case .number = $0 { true } else { false } }) {
            return .number(try added(filled.compactMap(\.quotient)))
        }
        return try decimalSum(filled)
    }

    /// All that was counted of all that there is.
    private static func pooled(_ cells: [Cell]) throws(Failure) -> Cell {
        var (top, bottom) = (Int128(0), Int128(0))
        for value in cells.compactMap(\.quotient) {
            top += Int128(value.numerator)
            bottom += Int128(value.denominator)
        }
        guard let numerator = Int(exactly: top), let denominator = Int(exactly: bottom),
            let share = Quotient(numerator, denominator)
        else { throw .overflow }
        return .percent(share)
    }

    private static func decimalSum(_ cells: [Cell]) throws(Failure) -> Cell {
        let currency = try commonCurrency(cells)
        let values = cells.compactMap { cell in
            switch cell {
            case .integer(let value): FixedDecimal(value)
            case .decimal(let value), .money(let value, _): value
            default: nil as FixedDecimal?
            }
        }
        let scale = values.map(\.scale).max() ?? 0
        var sum = Int128(0)
        for value in values {
            let (next, overflow) = sum.addingReportingOverflow(
                Int128(value.coefficient) * Int128(FixedDecimal.power(scale - value.scale)))
            if overflow { throw .overflow }
            sum = next
        }
        guard let coefficient = Int(exactly: sum) else { throw .overflow }
        let total = FixedDecimal(coefficient, scale: scale)
        if let currency { return .money(total, currency: currency) }
        let isWhole = cells.allSatisfy { if case .integer = $0 { true } else { false } }
        return isWhole ? .integer(coefficient) : .decimal(total)
    }

    private static func commonCurrency(_ cells: [Cell]) throws(Failure) -> String? {
        var found: Set<String> = []
        for case .money(_, let currency) in cells { found.insert(currency) }
        guard found.count <= 1 else { throw .mixedCurrencies }
        return found.first
    }

    private static func average(_ cells: [Cell]) throws(Failure) -> Cell {
        let currency = try commonCurrency(cells)
        let values = cells.compactMap(\.quotient)
        guard !values.isEmpty else { return .empty }
        guard let mean = try added(values).divided(by: values.count) else { throw .overflow }
        if let currency, let amount = mean.rounded(decimals: 2) { return .money(amount, currency: currency) }
        if case .percent? = cells.first(where: { $0.quotient != nil }) { return .percent(mean) }
        return .number(mean)
    }

    private static func added(_ values: [Quotient]) throws(Failure) -> Quotient {
        var sum = Quotient(0)
        for value in values {
            guard let next = sum.adding(value) else { throw .overflow }
            sum = next
        }
        return sum
    }
}
