import ChiboDocument

// Lying bars: a row a category, as long as there are categories.
extension ChartLayout {
    mutating func bars() {
        let scale = ChartScale(allValues(), isPercent: isPercent)
        let names = chart.categories.map { ChartDrawing.cut(CleanText.line($0), width: drawing.width * 0.36, size: 13) }
        left = (names.map { ChartDrawing.width(of: $0, size: 13) }.max() ?? 0) + 12
        let labels = chart.series.flatMap(\.values).map { ChartDrawing.width(of: $0.text(), size: 12) }
        if chart.showsValues { right -= (labels.max() ?? 0) + 8 }
        let thickness = chart.series.count == 1 ? 16.0 : 12.0
        let row = thickness * Double(max(chart.series.count, 1)) + 10
        bottom = top + row * Double(max(chart.categories.count, 1))
        uprightGrid(scale)
        for (index, name) in names.enumerated() {
            let y = top + row * Double(index)
            text(name, left - 8, y + row / 2 + 4.5, .end)
            for series in chart.series.indices {
                bar(index, series, y: y + 5 + thickness * Double(series), thickness: thickness - 1, scale)
            }
        }
        line(across(0, scale), top, across(0, scale), bottom, ChartColors.axis)
        for goal in chart.targets { uprightGoal(goal, scale) }
        drawing.height = bottom + (chart.valueTitle == nil ? 26 : 46)
    }

    private func across(_ value: Double, _ scale: ChartScale) -> Double {
        left + scale.position(value) * (right - left)
    }

    private mutating func uprightGrid(_ scale: ChartScale) {
        for tick in scale.ticks {
            let x = across(tick.value, scale)
            line(x, top, x, bottom, ChartColors.grid)
            text(tick.label, x, bottom + 18, .middle, size: 12, color: ChartColors.faint)
        }
        if let title = chart.valueTitle {
            text(CleanText.line(title), (left + right) / 2, bottom + 38, .middle, size: 12, color: ChartColors.faint)
        }
    }

    private mutating func bar(_ category: Int, _ series: Int, y: Double, thickness: Double, _ scale: ChartScale) {
        let cell = chart.series[series].value(at: category)
        guard let value = value(cell) else { return }
        let (zero, end) = (across(0, scale), across(value, scale))
        box(zero, y, end, y + thickness, color(series))
        guard chart.showsValues else { return }
        text(cell.text(), max(zero, end) + 5, y + thickness / 2 + 4.2, size: 12)
    }

    private mutating func uprightGoal(_ goal: ChartSpec.Target, _ scale: ChartScale) {
        guard let value = value(goal.value) else { return }
        let x = across(value, scale)
        line(x, top - 6, x, bottom, ChartColors.goal, width: 1.5, dashed: true)
    }
}
