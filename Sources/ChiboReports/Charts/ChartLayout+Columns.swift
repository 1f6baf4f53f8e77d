import ChiboDocument

// Standing bars and lines over categories from the left to the right.
extension ChartLayout {
    mutating func columns() {
        let scale = frame()
        let slot = (right - left) / Double(max(chart.categories.count, 1))
        for category in chart.categories.indices {
            let x = left + slot * Double(category)
            let group = min(slot * 0.72, chart.kind == .stacked ? 96 : 56 * Double(chart.series.count))
            if chart.kind == .stacked {
                stack(category, x: x + (slot - group) / 2, width: group, scale)
            } else {
                let width = group / Double(max(chart.series.count, 1))
                for series in chart.series.indices {
                    column(category, series, x: x + (slot - group) / 2 + width * Double(series), width: width, scale)
                }
            }
        }
        finish(scale)
    }

    mutating func lines() {
        let scale = frame()
        let slot = (right - left) / Double(max(chart.categories.count, 1))
        for series in chart.series.indices {
            for run in runs(of: series, slot: slot, scale) {
                let points = run.map(\.point)
                if points.count > 1 { drawing.shapes.append(.path(points, color: color(series))) }
                for (point, label) in run {
                    drawing.shapes.append(.dot(point, fill: color(series)))
                    if chart.showsValues { text(label, point.x, point.y - 9, .middle, size: 12) }
                }
            }
        }
        finish(scale)
    }

    /// The points of a series, parted where a value is missing.
    private func runs(
        of series: Int, slot: Double, _ scale: ChartScale
    ) -> [[(point: ChartDrawing.Point, label: String)]] {
        var runs: [[(point: ChartDrawing.Point, label: String)]] = [[]]
        for category in chart.categories.indices {
            let cell = chart.series[series].value(at: category)
            guard let value = value(cell) else {
                runs.append([])
                continue
            }
            let point = ChartDrawing.Point(x: left + slot * (Double(category) + 0.5), y: up(value, scale))
            runs[runs.count - 1].append((point, cell.text()))
        }
        return runs
    }

    private func up(_ value: Double, _ scale: ChartScale) -> Double { bottom - scale.position(value) * (bottom - top) }

    /// The axis of values with its lines.
    private mutating func frame() -> ChartScale {
        let scale = ChartScale(allValues(), isPercent: isPercent)
        left = (scale.ticks.map { ChartDrawing.width(of: $0.label, size: 12) }.max() ?? 0) + 14
        if let title = chart.valueTitle {
            text(CleanText.line(title), 0, top + 6, size: 12, color: ChartColors.faint)
            top += 18
        }
        top += 14
        bottom = top + 240
        for tick in scale.ticks {
            let y = up(tick.value, scale)
            line(left, y, right, y, ChartColors.grid)
            text(tick.label, left - 8, y + 4, .end, size: 12, color: ChartColors.faint)
        }
        return scale
    }

    private mutating func column(_ category: Int, _ series: Int, x: Double, width: Double, _ scale: ChartScale) {
        let cell = chart.series[series].value(at: category)
        guard let value = value(cell) else { return }
        box(x, up(0, scale), x + width - 1.5, up(value, scale), color(series))
        let label = cell.text()
        guard chart.showsValues, ChartDrawing.width(of: label, size: 12) <= width + 14 else { return }
        text(label, x + width / 2, min(up(value, scale), up(0, scale)) - 5, .middle, size: 12)
    }

    private mutating func stack(_ category: Int, x: Double, width: Double, _ scale: ChartScale) {
        var (above, below) = (0.0, 0.0)
        for series in chart.series.indices {
            let cell = chart.series[series].value(at: category)
            guard let value = value(cell), value != 0 else { continue }
            let start = value > 0 ? above : below
            let (y1, y2) = (up(start, scale), up(start + value, scale))
            box(x, y1, x + width, y2, color(series))
            line(x, y2, x + width, y2, ChartColors.paper)
            if value > 0 { above += value } else { below += value }
            guard chart.showsValues, abs(y2 - y1) >= 16, width > ChartDrawing.width(of: cell.text(), size: 12) else {
                continue
            }
            text(
                cell.text(), x + width / 2, (y1 + y2) / 2 + 4, .middle, size: 12,
                color: color(series).isDark ? ChartColors.paper : ChartColors.ink)
        }
    }

    /// The line of zero, the goals and the names below.
    private mutating func finish(_ scale: ChartScale) {
        line(left, up(0, scale), right, up(0, scale), ChartColors.axis)
        for goal in chart.targets {
            guard let value = value(goal.value) else { continue }
            line(left, up(value, scale), right, up(value, scale), ChartColors.goal, width: 1.5, dashed: true)
        }
        drawing.height = names()
    }

    /// Writes the names of the categories on lines below the columns, or slanted where they are too long, and returns the lower edge.
    private mutating func names() -> Double {
        let slot = (right - left) / Double(max(chart.categories.count, 1))
        let names = chart.categories.map { CleanText.line($0) }
        let wrapped = names.map { WrappedText.lines($0, width: max(Int((slot - 6) / (13 * 0.56)), 1)) }
        let words = names.flatMap { $0.split(separator: " ") }
        let fits = words.allSatisfy { ChartDrawing.width(of: String($0), size: 13) <= slot - 4 }
        guard !fits || wrapped.contains(where: { $0.count > 3 }) else { return upright(wrapped, slot: slot) }
        let cut = names.map { ChartDrawing.cut($0, width: 130, size: 12) }
        for (index, name) in cut.enumerated() {
            text(name, left + slot * (Double(index) + 0.5) + 4, bottom + 14, .end, size: 12, turn: -40)
        }
        let longest = cut.map { ChartDrawing.width(of: $0, size: 12) }.max() ?? 0
        return bottom + 24 + longest * 0.65
    }

    private mutating func upright(_ names: [[String]], slot: Double) -> Double {
        for (index, lines) in names.enumerated() {
            for (row, line) in lines.enumerated() {
                text(line, left + slot * (Double(index) + 0.5), bottom + 19 + 16 * Double(row), .middle)
            }
        }
        return bottom + 12 + 16 * Double(names.map(\.count).max() ?? 1)
    }
}
