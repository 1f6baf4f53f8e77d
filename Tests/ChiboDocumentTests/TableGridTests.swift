import ChiboTestSupport
import ChiboDocument
import ChiboModel
import Testing

/// The texts of a grid, a line a row; covered places are shown as `<` where the cell begins at the left, `^` where above.
func picture(_ slots: [[TableGrid.Slot]]) -> [String] {
    slots.enumerated().map { index, row in
        row.map { slot in
            switch slot {
            case .cell(let cell): cell.text
            case .covered(let origin, _): origin == index ? "<" : "^"
            }
        }.joined(separator: "|")
    }
}

@Suite struct `The layout of tables` {
    let columns = [
        TableColumn("a", "A"), TableColumn("b", "B", .integer, total: .sum), TableColumn("c", "C", .integer),
    ]

    @Test func `titles under the same words share a heading`() throws {
        let table = TableSpec(columns: [
            TableColumn("n", "TT"), TableColumn("q1", "I", under: ["Số buổi", "Kỳ 1"]),
            TableColumn("q2", "II", under: ["Số buổi", "Kỳ 1"]), TableColumn("q3", "III", under: ["Số buổi", "Kỳ 2"]),
            TableColumn("s", "Tổng", under: ["Số buổi"]), TableColumn("x", "Khác"),
        ])
        let grid = try table.laidOut()
        #expect(
            picture(grid.header) == [
                "TT|Số buổi|<|<|<|Khác",
                "^|Kỳ 1|<|Kỳ 2|Tổng|^",
                "^|I|II|III|^|^",
            ])
        #expect(picture(grid.body.map(\.slots)) == ["Không có|<|<|<|<|<"])
    }

    @Test func `the same words apart from each other stay two headings`() throws {
        let table = TableSpec(columns: [
            TableColumn("a", "x", under: ["Nam"]), TableColumn("b", "y"), TableColumn("c", "z", under: ["Nam"]),
        ])
        #expect(picture(try table.laidOut().header) == ["Nam|y|Nam", "x|^|z"])
    }

    @Test func `written headings may go over rows and columns`() throws {
        var table = TableSpec(
            columns: columns,
            header: [[HeaderCell("Đơn vị", rowspan: 2), HeaderCell("Số lượng", colspan: 2)], ["Có", "Thiếu"]],
            numbersColumns: true)
        #expect(picture(try table.laidOut().header) == ["Đơn vị|Số lượng|<", "^|Có|Thiếu", "(1)|(2)|(3)"])
        table.columns[1].isHidden = true
        #expect(picture(try table.laidOut().header) == ["Đơn vị|Số lượng", "^|Thiếu", "(1)|(2)"])
    }

    @Test(arguments: [
        ([[HeaderCell("a", colspan: 4)]], 1, 1, TableProblem.Reason.tooWide(columns: 3)),
        ([["a", "b", "c", "d"]], 1, 4, .tooWide(columns: 3)),
        ([["a"], [HeaderCell("b", rowspan: 2)]], 2, 1, .tooTall),
        ([["a", HeaderCell("b", rowspan: 2)], [HeaderCell("c", colspan: 2)]], 2, 1, .overlap),
        ([["a", HeaderCell("b", colspan: 0)]], 1, 2, .badSpan),
        ([[HeaderCell("b", colspan: .max, rowspan: .max)]], 1, 1, .tooWide(columns: 3)),
    ])
    func `a wrong span is told with its place`(
        header: [[HeaderCell]], row: Int, column: Int, reason: TableProblem.Reason
    ) {
        let table = TableSpec(id: "t", columns: columns, header: header)
        #expect(throws: TableProblem(table: "t", place: .header(row: row, column: column), reason: reason)) {
            try table.laidOut()
        }
        let rows = header.map {
            TableRow($0.map { TableCell(.text($0.text), colspan: $0.colspan, rowspan: $0.rowspan) })
        }
        #expect(throws: TableProblem(table: "t", place: .body(row: row, column: column), reason: reason)) {
            try TableSpec(id: "t", columns: columns, rows: rows).laidOut()
        }
    }

    @Test func `keys must be there, once`() {
        #expect(throws: TableProblem.self) {
            try TableSpec(columns: [TableColumn("a", ""), TableColumn("a", "")]).laidOut()
        }
        #expect(throws: TableProblem.self) { try TableSpec(columns: []).laidOut() }
        let problem = #expect(throws: TableProblem.self) {
            try TableSpec(caption: "Bảng", columns: columns, rows: [["x"]], mergeRepeats: ["z"]).laidOut()
        }
        #expect(problem?.message.vi == "Bảng “Bảng”, cột “z”: không có cột này; các cột có là: a, b, c")
    }

    @Test func `rows are grouped, and sums know their rows`() throws {
        let rows: [TableRow] = [["x", 1, 2], ["y", 10, 3], ["x", 100, 4]]
        let table = TableSpec(columns: columns, rows: rows, groupBy: [TableGroup("a", prefix: "Khối ")])
        let grid = try table.laidOut()
        #expect(
            picture(grid.body.map(\.slots)) == [
                "Khối x|<|<", "x|1|2", "x|100|4", "Cộng|101|", "Khối y|<|<", "y|10|3", "Cộng|10|", "Tổng cộng|111|",
            ])
        #expect(grid.body.map(\.kind) == [.group, .data, .data, .subtotal, .group, .data, .subtotal, .total])
        guard case .cell(let total) = grid.body[7].slots[1] else { return #expect(Bool(false)) }
        #expect(total.aggregate?.total == .sum)
        #expect(total.aggregate?.rows == [1, 2, 5])
    }

    @Test func `groups lie in groups`() throws {
        let rows: [TableRow] = [["x", 1, 1], ["x", 1, 2], ["y", 1, 1]]
        var table = TableSpec(
            columns: columns, rows: rows, groupBy: [TableGroup("c"), TableGroup("a", hasSubtotal: false)])
        table.columns[2].isHidden = true
        #expect(
            picture(try table.laidOut().body.map(\.slots)) == [
                "1|<", "x|<", "x|1", "y|<", "y|1", "Cộng|2", "2|<", "x|<", "x|1", "Cộng|1", "Tổng cộng|3",
            ])
    }

    @Test func `sums are exact and keep their kind`() throws {
        func total(_ kind: TableColumn.Total, _ values: [Cell]) throws -> Cell {
            let table = TableSpec(
                columns: [TableColumn("a", "A"), TableColumn("b", "B", total: kind)],
                rows: values.map { TableRow(values: ["x", $0]) })
            guard case .cell(let cell) = try table.laidOut().body.last?.slots[1] else { return .empty }
            return cell.value
        }
        let share = try #require(Quotient(1, 2))
        let other = try #require(Quotient(3, 10))
        #expect(try total(.sum, [1, 2, .empty, "?"]) == 3)
        #expect(
            try total(.sum, [.decimal(FixedDecimal(11, scale: 1)), .decimal(FixedDecimal(22, scale: 2)), 1])
                == .decimal(FixedDecimal(232, scale: 2)))
        #expect(try total(.sum, [.percent(share), .percent(other)]) == .percent(try #require(Quotient(4, 12))))
        #expect(try total(.average, [1, 2, 2]) == .number(try #require(Quotient(5, 3))))
        #expect(try total(.average, [.empty]) == .empty)
        #expect(try total(.count, [1, .empty, "x"]) == 2)
        #expect(try total(.sum, [.money(5, currency: "đ"), .money(7, currency: "đ")]) == .money(12, currency: "đ"))
        #expect(throws: TableProblem(table: "", place: .column("b"), reason: .mixedCurrencies)) {
            try total(.sum, [.money(5, currency: "đ"), .money(7, currency: "USD")])
        }
        #expect(throws: TableProblem(table: "", place: .column("b"), reason: .overflow)) {
            try total(.sum, [.integer(.max), 1])
        }
    }

    @Test func `equal neighbours become one cell within the one at their left`() throws {
        let rows: [TableRow] = [["x", 1, 5], ["x", 1, 5], ["y", 1, 5], ["y", 1, 6], ["", 2, 6]]
        var table = TableSpec(columns: columns, rows: rows, mergeRepeats: ["a", "b"])
        table.columns[1].total = .none
        #expect(picture(try table.laidOut().body.map(\.slots)) == ["x|1|5", "^|^|5", "y|1|5", "^|^|6", "|2|6"])
    }

    @Test func `looks follow values, compared exactly`() throws {
        var table = TableSpec(columns: columns, rows: [["x", 3, 4], ["y", 4, 4]])
        table.conditions = [
            TableCondition("b", .less(.decimal(FixedDecimal(40, scale: 1))), CellStyle([.bold], signal: .bad)),
            TableCondition("a", .equals("y"), CellStyle(signal: .good), wholeRow: true),
        ]
        let grid = try table.laidOut()
        let signals = grid.body.prefix(2).map { row in
            row.slots.map { slot -> CellStyle.Signal? in
                if case .cell(let cell) = slot { cell.style.signal } else { nil }
            }
        }
        #expect(signals == [[nil, .bad, nil], [.good, .good, .good]])
    }

    @Test func `every place of a random table lies under exactly one cell`() throws {
        var numbers = SeededGenerator(seed: 11)
        var laidOut = 0
        for _ in 0..<300 {
            let width = Int.random(in: 1...6, using: &numbers)
            let columns = (0..<width).map { TableColumn("c\($0)", "C\($0)", hiddenIn: $0 % 3 == 1 ? [.csv] : []) }
            let rows = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
                TableRow(
                    (0..<Int.random(in: 0...width, using: &numbers)).map { _ in
                        TableCell(
                            .integer(Int.random(in: 0...2, using: &numbers)),
                            colspan: Int.random(in: 1...5, using: &numbers) == 1 ? 2 : 1,
                            rowspan: Int.random(in: 1...5, using: &numbers) == 1 ? 2 : 1)
                    })
            }
            let table = TableSpec(columns: columns, rows: rows, mergeRepeats: ["c0"])
            for format in [nil, ReportFormat.csv] {
                guard let grid = try? table.laidOut(for: format) else { continue }
                laidOut += 1
                #expect(isTiled(grid.body.map(\.slots), width: grid.columns.count))
                #expect(isTiled(grid.header, width: grid.columns.count))
            }
        }
        #expect(laidOut > 200)
    }

    private func isTiled(_ rows: [[TableGrid.Slot]], width: Int) -> Bool {
        var owner = Array(repeating: Array(repeating: 0, count: width), count: rows.count)
        for (row, slots) in rows.enumerated() {
            guard slots.count == width else { return false }
            for (column, slot) in slots.enumerated() {
                guard case .cell(let cell) = slot else { continue }
                for below in row..<row + cell.rowspan {
                    for across in column..<column + cell.colspan { owner[below][across] += 1 }
                }
            }
        }
        return owner.allSatisfy { $0.allSatisfy { $0 == 1 } }
    }
}

@Suite struct `Numbers of headings and items` {
    @Test func `headings count themselves in the order of a party document`() {
        var numbers = HeadingNumbers()
        let levels = [1, 2, 2, 3, 3, 4, 4, 1, 2, 3]
        let texts = levels.map { numbers.next(Heading(level: $0, "x", number: .automatic)) ?? "" }
        #expect(texts == ["I-", "1-", "2-", "2.1-", "2.2-", "a)", "b)", "II-", "1-", "1.1-"])
        #expect(numbers.next(Heading(level: 1, "x")) == nil)
        #expect(numbers.next(Heading(level: 9, "x", number: .fixed("Điều 1."))) == "Điều 1.")
    }

    @Test func `items count in figures, letters and Roman figures`() {
        #expect(
            [1, 4, 9, 14, 1994, 3999, 4000].map { Counting.roman($0) }
                == ["i", "iv", "ix", "xiv", "mcmxciv", "mmmcmxcix", "4000"])
        #expect([1, 5, 23, 24, 0].map { Counting.letters($0) } == ["a", "đ", "y", "aa", "0"])
    }
}

@Suite struct `Cells as text` {
    @Test func `each kind reads as a Vietnamese reader expects`() throws {
        let date = try #require(CalendarDate(year: 2023, month: 2, day: 9))
        let month = try #require(PartialDate(year: 1985, month: 5))
        #expect(Cell.date(date).text() == "09/02/2023")
        #expect(Cell.partialDate(month).text() == month.vietnamese)
        #expect(Cell.money(1_250_000, currency: "đ").text() == "1.250.000\u{A0}đ")
        #expect(Cell.boolean(true).text() == "Có")
        #expect(Cell.code("met", label: "Đạt").text() == "Đạt")
        #expect(Cell.number(try #require(Quotient(10, 3))).text() == "3,33")
        #expect(Cell.decimal(FixedDecimal(1234567, scale: 3)).text(decimals: 1) == "1.234,6")
        #expect(Cell.empty.text() == "")
    }
}
