internal import CXlsxWriter

extension SheetWriter {
    /// The paper a sheet is printed on.
    package enum Paper: Sendable { case a3, a4, a5 }

    /// Sets the width of columns, in characters of the default font, and whether they are hidden.
    package func setColumns(_ columns: ClosedRange<Int>, width: Double, isHidden: Bool = false) throws(OfficeError) {
        var options = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
        try unsafe check(
            worksheet_set_column_opt(
                handle, lxw_col_t(clamping: columns.lowerBound - 1), lxw_col_t(clamping: columns.upperBound - 1), width,
                nil, &options))
    }

    /// Sets the height of a row in points.
    ///
    /// A wrapped row needs it: LibreOffice shows one line of a row without a height.
    package func setRow(_ row: Int, height: Double, isHidden: Bool = false) throws(OfficeError) {
        var options = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
        try unsafe check(worksheet_set_row_opt(handle, lxw_row_t(clamping: row - 1), height, nil, &options))
    }

    /// Keeps the first rows and columns in sight.
    package func freeze(rows: Int, columns: Int = 0) {
        unsafe worksheet_freeze_panes(handle, lxw_row_t(clamping: rows), lxw_col_t(clamping: columns))
    }

    /// Puts filter buttons on the first row of a range.
    package func setFilter(_ range: CellRange) throws(OfficeError) {
        try unsafe check(
            worksheet_autofilter(
                handle, lxw_row_t(clamping: range.first.row - 1), lxw_col_t(clamping: range.first.column - 1),
                lxw_row_t(clamping: range.last.row - 1), lxw_col_t(clamping: range.last.column - 1)))
    }

    /// Prints these rows at the top of every page.
    package func repeatRows(_ rows: ClosedRange<Int>) throws(OfficeError) {
        try unsafe check(
            worksheet_repeat_rows(
                handle, lxw_row_t(clamping: rows.lowerBound - 1), lxw_row_t(clamping: rows.upperBound - 1)))
    }

    /// Prints these columns at the left of every page.
    package func repeatColumns(_ columns: ClosedRange<Int>) throws(OfficeError) {
        try unsafe check(
            worksheet_repeat_columns(
                handle, lxw_col_t(clamping: columns.lowerBound - 1), lxw_col_t(clamping: columns.upperBound - 1)))
    }

    /// Sets how the sheet is printed; `fitsWidth` makes it one page wide and as many long as it needs.
    package func setPage(_ paper: Paper = .a4, isLandscape: Bool = false, fitsWidth: Bool = true) {
        let code: UInt8 =
            switch paper {
            case .a3: 8
            case .a4: 9
            case .a5: 11
            }
        unsafe worksheet_set_paper(handle, code)
        if isLandscape { unsafe worksheet_set_landscape(handle) }
        if fitsWidth { unsafe worksheet_fit_to_pages(handle, 1, 0) }
    }

    /// Sets the margins in millimetres.
    package func setMargins(left: Double, right: Double, top: Double, bottom: Double) {
        unsafe worksheet_set_margins(handle, left / 25.4, right / 25.4, top / 25.4, bottom / 25.4)
    }

    /// Sets what stands above and below every page, in Excel's codes: `&C&P` is the page number in the middle.
    package func setHeader(_ header: String = "", footer: String = "") throws(OfficeError) {
        if !header.isEmpty { try unsafe check(worksheet_set_header(handle, header)) }
        if !footer.isEmpty { try unsafe check(worksheet_set_footer(handle, footer)) }
    }

    /// Shows or hides the grid on the screen; it is never printed.
    package func setGrid(isVisible: Bool) {
        unsafe worksheet_gridlines(
            handle, UInt8(isVisible ? LXW_SHOW_SCREEN_GRIDLINES.rawValue : LXW_HIDE_ALL_GRIDLINES.rawValue))
    }

    /// Hides the sheet's tab; the first sheet stays visible, as Excel demands.
    package func hide() { unsafe worksheet_hide(handle) }

    /// Shows this sheet when the workbook is opened.
    package func activate() { unsafe worksheet_activate(handle) }

    /// Attaches a note to a cell.
    package func addNote(_ text: String, at cell: CellReference, author: String = "Chibo") throws(OfficeError) {
        let texts = OwnedCStrings()
        var options = unsafe lxw_comment_options()
        unsafe options.author = texts.add(author)
        let code = withExtendedLifetime(texts) {
            unsafe worksheet_write_comment_opt(
                handle, lxw_row_t(clamping: cell.row - 1), lxw_col_t(clamping: cell.column - 1), text, &options)
        }
        try check(code, cell)
    }
}
