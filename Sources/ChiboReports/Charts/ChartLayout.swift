import ChiboDocument

/// Lays a chart out as shapes; the title and the note are left to the format around it.
struct ChartLayout {
    let chart: ChartSpec
    var drawing: ChartDrawing
    /// The room inside the axes.
    var left = 0.0
    var top = 8.0
    var right: Double
    var bottom = 0.0

    static func draw(_ chart: ChartSpec, width: Double = 720) -> ChartDrawing {
        var layout = ChartLayout(chart, width: width)
        layout.legend()
        switch chart.kind {
        case .bar: layout.bars()
        case .column, .stacked: layout.columns()
        case .line: layout.lines()
        case .pie: layout.slices(hole: 0)
        case .donut: layout.slices(hole: 0.58)
        }
        return layout.drawing
    }

    private init(_ chart: ChartSpec, width: Double) {
        self.chart = chart
        drawing = ChartDrawing(width: width, height: 0)
        right = width - 12
    }

    /// The number to draw for a cell: shares times a hundred.
    func value(_ cell: Cell) -> Double? {
        if case .percent(let share) = cell { return share.approximate * 100 }
        return cell.quotient?.approximate
    }

    var isPercent: Bool {
        chart.series.flatMap(\.values).contains { if case .percent = $0 { true } else { false } }
    }

    func color(_ series: Int) -> Color { chart.series[series].color ?? ChartColors.color(series) }

    /// All values that the axis must hold; of stacked bars their heights.
    func allValues() -> [Double] {
        let goals = chart.targets.compactMap { value($0.value) }
        guard chart.kind == .stacked else { return goals + chart.series.flatMap(\.values).compactMap { value($0) } }
        return goals
            + chart.categories.indices.flatMap { index in
                let values = chart.series.compactMap { value($0.value(at: index)) }
                return [values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)]
            }
    }

    /// The names of the series with their colours and of the goals, from the left, on as many lines as they need.
    private mutating func legend() {
        guard chart.kind != .pie, chart.kind != .donut else { return }
        let series = chart.series.count > 1 ? chart.series.map(\.name) : []
        let goals = chart.targets.map { $0.label + ": " + $0.value.text() }
        guard !series.isEmpty || !goals.isEmpty else { return }
        var x = 0.0
        for (index, words) in (series + goals).enumerated() {
            let name = ChartDrawing.cut(CleanText.line(words), width: right - 36, size: 13)
            let width = ChartDrawing.width(of: name, size: 13) + 46
            if x > 0, x + width > right { (x, top) = (0, top + 22) }
            if index < series.count {
                drawing.shapes.append(.rectangle(x: x + 6, y: top, width: 12, height: 12, fill: color(index)))
            } else {
                line(x, top + 6, x + 18, top + 6, ChartColors.goal, width: 1.5, dashed: true)
            }
            text(name, x + 24, top + 11)
            x += width
        }
        top += 30
    }

    mutating func text(
        _ words: String, _ x: Double, _ y: Double, _ anchor: ChartDrawing.Anchor = .start, size: Double = 13,
        color: Color = ChartColors.ink, turn: Double = 0, bold: Bool = false
    ) {
        let look = ChartDrawing.TextLook(size: size, anchor: anchor, color: color, isBold: bold, turn: turn)
        drawing.shapes.append(.text(words, at: .init(x: x, y: y), look))
    }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: Color, width: Double = 1, dashed: Bool = false
    ) {
        drawing.shapes.append(
            .line(from: .init(x: x1, y: y1), to: .init(x: x2, y: y2), color: color, width: width, isDashed: dashed))
    }

    /// A rectangle between two corners in any order.
    mutating func box(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ fill: Color) {
        drawing.shapes.append(
            .rectangle(x: min(x1, x2), y: min(y1, y2), width: abs(x2 - x1), height: abs(y2 - y1), fill: fill))
    }
}
