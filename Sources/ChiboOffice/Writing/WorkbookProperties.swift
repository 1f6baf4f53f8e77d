/// What a workbook says about itself (File ▸ Info).
package struct WorkbookProperties: Hashable, Sendable {
    package var title = ""
    package var subject = ""
    package var author = ""
    package var company = ""
    package var comments = ""
    /// When it was made, in seconds since 1970-01-01 UTC.
    ///
    /// Never the clock: the same input must give the same bytes. A report gives the time of its run.
    package var created: Int64 = 946_684_800

    package init() {}
}
