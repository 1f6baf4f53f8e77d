import ChiboDocument

/// Shares a width among boxes or columns.
enum BoxWidths {
    /// Widths in columns of a terminal; a millimetre counts as two thirds of one.
    static func share(_ widths: [Width], of total: Int) -> [Int] {
        let weights = widths.map { width in
            switch width {
            case .automatic: 1.0
            case .fraction(let share): max(share, 0.01)
            case .millimetres(let length): max(length / 85, 0.01)
            }
        }
        let sum = weights.reduce(0, +)
        var result = weights.map { max(Int(Double(total) * $0 / sum), 1) }
        if let last = result.indices.last { result[last] = max(total - result.dropLast().reduce(0, +), 1) }
        return result
    }

    /// Widths between what each column needs at least and what it would like, which together fit into a total if they can.
    static func fit(least: [Int], wanted: [Int], into total: Int) -> [Int] {
        guard wanted.reduce(0, +) > total else { return wanted }
        var widths = least
        var free = total - least.reduce(0, +)
        // The columns that ask for little are served first; the rest share what is left.
        var open = widths.indices.filter { wanted[$0] > least[$0] }.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        while free > 0, let column = open.first {
            let goal = max((free + open.map { widths[$0] }.reduce(0, +)) / open.count, widths[column])
            let width = min(wanted[column], goal)
            free -= width - widths[column]
            widths[column] = width
            open.removeFirst()
        }
        return widths
    }
}
