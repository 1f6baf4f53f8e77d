extension TargetResult {
    /// What the plan asks, in words: `trên 90 %`, `từ 100 trở lên`, `100 %`.
    public var planText: String {
        let texts = values.map { $0.vietnamese + (isPercent ? " %" : "") }
        let first = texts.first ?? ""
        switch op {
        case .gt: return "trên \(first)"
        case .ge: return "từ \(first) trở lên"
        case .le: return "không quá \(first)"
        case .lt: return "dưới \(first)"
        case .eq: return first
        case .between: return "từ \(first) đến \(texts.last ?? "")"
        case .all: return "100 %"
        }
    }

    /// What was measured, for people: `97,5 %`, `97`; a dash where it is not known.
    public var measureText: String {
        switch measure {
        case nil: "–"
        case .count(let count): String(count)
        case .share(let share): share.percentText(threshold: threshold) ?? "–"
        }
    }

    /// The counts behind a share, `39/40`; empty for a count.
    public var countsText: String {
        if case .share(let share) = measure { return "\(share.part)/\(share.whole)" }
        return ""
    }

    /// How many are lacking to a target that asks for at least a count; nil where that says nothing.
    public var shortfall: Int64? {
        switch (op, measure) {
        case (.ge, .count(let count)):
            guard let value = values.first, value.scale == 0 else { return nil }
            return max(0, value.units.subtractingReportingOverflow(count).partialValue)
        case (.all, .share(let share)): return share.whole - share.part
        default: return nil
        }
    }

    /// Whether the values are percentages.
    public var isPercent: Bool {
        if case .share = measure { return true }
        return op == .all
    }

    /// The percentage that a share is shown against, so that rounding never hides which side it is on.
    private var threshold: ExactDecimal? { op == .all ? ExactDecimal(100) : values.first }
}
