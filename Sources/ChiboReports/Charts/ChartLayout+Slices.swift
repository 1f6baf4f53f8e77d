import ChiboDocument

// Pies and rings: the first series, with a legend that tells value and share.
extension ChartLayout {
    mutating func slices(hole: Double) {
        let cells = chart.series.first?.values ?? []
        let values = chart.categories.indices.map { index in
            max(cells.indices.contains(index) ? value(cells[index]) ?? 0 : 0, 0)
        }
        let sum = values.reduce(0, +)
        let radius = 120.0
        let center = ChartDrawing.Point(x: radius + 12, y: radius + 12)
        var start = 0.0
        for (index, value) in values.enumerated() where value > 0 {
            let end = start + value / sum
            drawing.shapes.append(
                .slice(
                    center: center, radius: radius, hole: radius * hole, from: start, to: end,
                    fill: ChartColors.color(index)))
            start = end
        }
        let height = 24.0 * Double(chart.categories.count)
        drawing.height = max(radius * 2 + 24, height + 24)
        legend(values, sum: sum, x: radius * 2 + 56, y: max((drawing.height - height) / 2, 12), cells: cells)
    }

    private mutating func legend(_ values: [Double], sum: Double, x: Double, y: Double, cells: [Cell]) {
        for (index, name) in chart.categories.enumerated() {
            let line = y + 24 * Double(index)
            drawing.shapes.append(.rectangle(x: x, y: line + 4, width: 13, height: 13, fill: ChartColors.color(index)))
            let cell = cells.indices.contains(index) ? cells[index] : .empty
            let share = sum > 0 && !isPercent ? " (\(percent(values[index] / sum)))" : ""
            let words = CleanText.line(name) + ": " + cell.text() + share
            text(ChartDrawing.cut(words, width: drawing.width - x - 24, size: 14), x + 22, line + 15, size: 14)
        }
    }

    private func percent(_ share: Double) -> String {
        NumberText.decimal(FixedDecimal(Int((share * 1000).rounded()), scale: 1).withoutTrailingZeros) + "\u{A0}%"
    }
}
