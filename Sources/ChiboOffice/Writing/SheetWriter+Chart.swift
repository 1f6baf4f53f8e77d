internal import CXlsxWriter

extension SheetWriter {
    /// Draws a native chart with its top left corner in a cell.
    package func insert(_ chart: WorkbookChart, at cell: CellReference) throws(OfficeError) {
        let drawn = try unsafe workbook.chart(SheetWriter.type(chart.kind))
        for series in chart.series { try unsafe add(series, to: drawn, chart) }
        unsafe setTitles(of: drawn, chart)
        if !chart.showsLegend {
            unsafe chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        }
        let texts = OwnedCStrings()
        var options = unsafe lxw_chart_options()
        // The library draws 480 by 288 pixels at scale 1.
        unsafe options.x_scale = Double(chart.width) / 480
        unsafe options.y_scale = Double(chart.height) / 288
        unsafe options.description = texts.add(chart.alternativeText)
        let code = withExtendedLifetime(texts) {
            unsafe worksheet_insert_chart_opt(
                handle, lxw_row_t(clamping: cell.row - 1), lxw_col_t(clamping: cell.column - 1), drawn, &options)
        }
        try check(code, cell)
    }

    private func add(
        _ series: WorkbookChart.Series, to drawn: UnsafeMutablePointer<lxw_chart>, _ chart: WorkbookChart
    ) throws(OfficeError) {
        guard let added = unsafe chart_add_series(drawn, nil, nil) else {
            throw workbook.refused("chart_add_series", part: name)
        }
        unsafe chart_series_set_name(added, series.name)
        let values = series.values
        try require(values.range)
        unsafe chart_series_set_values(
            added, values.sheet, lxw_row_t(values.range.first.row - 1), lxw_col_t(values.range.first.column - 1),
            lxw_row_t(values.range.last.row - 1), lxw_col_t(values.range.last.column - 1))
        if let categories = series.categories {
            try require(categories.range)
            unsafe chart_series_set_categories(
                added, categories.sheet, lxw_row_t(categories.range.first.row - 1),
                lxw_col_t(categories.range.first.column - 1), lxw_row_t(categories.range.last.row - 1),
                lxw_col_t(categories.range.last.column - 1))
        }
        if let color = series.color {
            unsafe paint(added, lxw_color_t(color), isLine: chart.kind == .line)
        }
        if chart.showsValues { unsafe chart_series_set_labels(added) }
    }

    private func paint(_ series: UnsafeMutablePointer<lxw_chart_series>, _ color: lxw_color_t, isLine: Bool) {
        if isLine {
            var line = lxw_chart_line()
            line.color = color
            line.width = 2.25
            unsafe chart_series_set_line(series, &line)
        } else {
            var fill = lxw_chart_fill()
            fill.color = color
            unsafe chart_series_set_fill(series, &fill)
        }
    }

    private func setTitles(of drawn: UnsafeMutablePointer<lxw_chart>, _ chart: WorkbookChart) {
        if let title = chart.title { unsafe chart_title_set_name(drawn, title) } else { unsafe chart_title_off(drawn) }
        if let title = chart.categoryTitle { unsafe chart_axis_set_name(drawn.pointee.x_axis, title) }
        if let title = chart.valueTitle { unsafe chart_axis_set_name(drawn.pointee.y_axis, title) }
        if let minimum = chart.minimum { unsafe chart_axis_set_min(drawn.pointee.y_axis, minimum) }
        if let maximum = chart.maximum { unsafe chart_axis_set_max(drawn.pointee.y_axis, maximum) }
    }

    private static func type(_ kind: WorkbookChart.Kind) -> UInt8 {
        let type =
            switch kind {
            case .bar: LXW_CHART_BAR
            case .column: LXW_CHART_COLUMN
            case .stackedBar: LXW_CHART_BAR_STACKED
            case .stackedColumn: LXW_CHART_COLUMN_STACKED
            case .line: LXW_CHART_LINE
            case .area: LXW_CHART_AREA
            case .pie: LXW_CHART_PIE
            case .doughnut: LXW_CHART_DOUGHNUT
            }
        return UInt8(type.rawValue)
    }
}
