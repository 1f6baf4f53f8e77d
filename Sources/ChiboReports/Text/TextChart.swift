import ChiboDocument
import ChiboModel

/// Draws a chart as lying bars of eighths of a character, each with its exact value.
struct TextChart {
    let chart: ChartSpec
    let width: Int

    init(_ chart: ChartSpec, width: Int) {
        self.chart = chart
        self.width = width
    }

    func lines() -> [String] {
        let title = chart.title.isEmpty ? [] : WrappedText.lines(CleanText.clean(chart.title), width: width)
        let goals = chart.targets.map { "◆ " + CleanText.line($0.label) + ": " + $0.value.text() }
        let note = chart.note.map { WrappedText.lines(CleanText.clean($0), width: width) } ?? []
        return title + bars() + goals.flatMap { WrappedText.lines($0, width: width) } + note
    }

    /// A bar a value; with several series, the name of the series stands before each bar.
    private func bars() -> [String] {
        let names = chart.categories.map { CleanText.line($0) }
        let nameWidth = min(names.map { DisplayWidth.of($0) }.max() ?? 0, max(width / 3, 8))
        let isMany = chart.series.count > 1
        let series = chart.series.map { CleanText.line($0.name) }
        let seriesWidth = isMany ? min(series.map { DisplayWidth.of($0) }.max() ?? 0, max(width / 5, 6)) : 0
        let room = max(width - nameWidth - seriesWidth - valueWidth - (isMany ? 5 : 4), 5)
        return chart.categories.indices.flatMap { category in
            chart.series.indices.map { index in
                let name = cut(index == 0 ? names[category] : "", nameWidth)
                let label = isMany ? " " + cut(series[index], seriesWidth) : ""
                let cell = chart.series[index].value(at: category)
                return "\(name)\(label) │\(bar(cell, room: room)) \(cell.isEmpty ? "–" : cell.text())"
            }
        }
    }

    private var valueWidth: Int { chart.series.flatMap(\.values).map { DisplayWidth.of($0.text()) }.max() ?? 0 }

    private func cut(_ text: String, _ width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return WrappedText.pad(text, to: width, .left) }
        let head = WrappedText.lines(text.split(separator: " ").joined(separator: "\u{A0}"), width: width - 1)[0]
        return WrappedText.pad(head + "…", to: width, .left)
    }

    /// The bar of a value as a share of the largest one; what is not a number above zero has none.
    private func bar(_ cell: Cell, room: Int) -> String {
        let values = chart.series.flatMap(\.values) + chart.targets.map(\.value)
        let largest = values.compactMap { $0.quotient?.approximate }.max() ?? 0
        guard let value = cell.quotient?.approximate, value > 0, largest > 0 else { return "" }
        let eighths = max(Int((value / largest * Double(room * 8)).rounded()), 1)
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}
