import ChiboDocument
import ChiboModel

/// Draws a grid with box characters.
///
/// Cells over several rows or columns are drawn as one; the lines around them leave out what lies inside.
struct TextTable {
    /// A row of the drawing: who lies on each column, and whether a line stands above.
    private struct Band {
        /// The cell on each column, as an index of `cells`.
        var ids: [Int]
        var hasLineAbove: Bool
        var height = 1
    }

    private var cells: [GridCell] = []
    private var texts: [[String]] = []
    private var bands: [Band] = []
    private var widths: [Int] = []
    private var starts: [Int] = []

    init(_ grid: TableGrid, width: Int) {
        let headerEnd = grid.header.count
        let rows = grid.header + grid.body.map(\.slots)
        for (index, row) in rows.enumerated() { addBand(row, index: index, origin: index < headerEnd ? 0 : headerEnd) }
        widths = Self.columnWidths(bands.map(\.ids), cells, width: width - 3 * grid.columns.count - 1)
        layText()
        setLines(grid)
        setHeights()
    }

    private mutating func addBand(_ row: [TableGrid.Slot], index: Int, origin: Int) {
        var band = Band(ids: [], hasLineAbove: true)
        for slot in row {
            switch slot {
            case .cell(let cell):
                band.ids.append(cells.count)
                cells.append(cell)
                starts.append(index)
            case .covered(let row, let column):
                band.ids.append(origin + row == index ? band.ids[column] : bands[origin + row].ids[column])
            }
        }
        bands.append(band)
    }

    private static func columnWidths(_ rows: [[Int]], _ cells: [GridCell], width: Int) -> [Int] {
        let count = rows.first?.count ?? 0
        var least = Array(repeating: 1, count: count)
        var wanted = least
        for row in rows {
            for (column, id) in row.enumerated() where cells[id].colspan == 1 {
                let text = CleanText.clean(cells[id].text)
                let words = text.split { $0 == " " || $0 == "\n" }
                let longest = words.map { DisplayWidth.of($0) }.max() ?? 0
                least[column] = max(least[column], min(longest, cells[id].value.quotient == nil ? 14 : 40))
                let lines = text.split(separator: "\n")
                wanted[column] = max(wanted[column], min(lines.map { DisplayWidth.of($0) }.max() ?? 0, 60))
            }
        }
        wanted = zip(least, wanted).map { max($0, $1) }
        return BoxWidths.fit(least: least, wanted: wanted, into: width)
    }

    /// The width inside a cell, the borders that it lies over counted in.
    private func innerWidth(of id: Int, in ids: [Int]) -> Int {
        let columns = ids.indices.filter { ids[$0] == id }
        return columns.reduce(0) { $0 + widths[$1] } + 3 * (columns.count - 1)
    }

    private mutating func layText() {
        texts = Array(repeating: [], count: cells.count)
        for (index, band) in bands.enumerated() {
            for id in Set(band.ids) where starts[id] == index {
                texts[id] = WrappedText.lines(CleanText.clean(cells[id].text), width: innerWidth(of: id, in: band.ids))
            }
        }
    }

    /// Lines stand around headings, groups and sums; between all rows only where many rows take several lines.
    private mutating func setLines(_ grid: TableGrid) {
        let first = grid.header.count
        let tall = bands.dropFirst(first).count { band in
            band.ids.contains { texts[$0].count > 1 && cells[$0].rowspan == 1 }
        }
        let isTall = tall * 4 > bands.count - first
        let isMerged = cells.indices.contains { cells[$0].rowspan > 1 && starts[$0] >= first }
        for index in bands.indices.dropFirst(first + 1) where !isTall && !isMerged {
            let (here, above) = (grid.body[index - first].kind, grid.body[index - first - 1].kind)
            bands[index].hasLineAbove = here != .data || above != .data
        }
    }

    private mutating func setHeights() {
        for index in bands.indices {
            let own = bands[index].ids.filter { cells[$0].rowspan == 1 }
            bands[index].height = max(own.map { texts[$0].count }.max() ?? 1, 1)
        }
        for id in cells.indices where cells[id].rowspan > 1 {
            let last = starts[id] + cells[id].rowspan - 1
            let lines = bands[starts[id] + 1...last].count { $0.hasLineAbove }
            let room = bands[starts[id]...last].reduce(lines) { $0 + $1.height }
            bands[last].height += max(texts[id].count - room, 0)
        }
    }

    func lines() -> [String] {
        var result: [String] = []
        var printed = Array(repeating: 0, count: cells.count)
        for index in bands.indices {
            if bands[index].hasLineAbove { result.append(border(above: index, &printed)) }
            for _ in 0..<bands[index].height { result.append(content(bands[index].ids, &printed)) }
        }
        result.append(border(above: bands.count, &printed))
        return result
    }

    private func content(_ ids: [Int], _ printed: inout [Int]) -> String {
        var line = "│"
        var column = 0
        while column < ids.count {
            let id = ids[column]
            line += " " + nextLine(of: id, in: ids, &printed) + " │"
            column += ids[column...].prefix { $0 == id }.count
        }
        return line
    }

    private func nextLine(of id: Int, in ids: [Int], _ printed: inout [Int]) -> String {
        let text = printed[id] < texts[id].count ? texts[id][printed[id]] : ""
        printed[id] += 1
        return WrappedText.pad(text, to: innerWidth(of: id, in: ids), cells[id].align)
    }

    /// The line above a band: corners and crossings by what meets there, text where a cell goes through.
    private func border(above index: Int, _ printed: inout [Int]) -> String {
        let above = index > 0 ? bands[index - 1].ids : nil
        let below = index < bands.count ? bands[index].ids : nil
        let count = widths.count
        func isThrough(_ column: Int) -> Bool {
            guard (0..<count).contains(column), let above, let below else { return false }
            return above[column] == below[column]
        }
        func divides(_ ids: [Int]?, _ column: Int) -> Bool {
            guard let ids else { return false }
            return column == 0 || column == count || ids[column - 1] != ids[column]
        }
        var line = ""
        var column = 0
        while column <= count {
            line += Self.crossing(
                up: divides(above, column), down: divides(below, column), left: column > 0 && !isThrough(column - 1),
                right: column < count && !isThrough(column))
            guard column < count else { break }
            if let below, isThrough(column) {
                line += " " + nextLine(of: below[column], in: below, &printed) + " "
                column += below[column...].prefix { $0 == below[column] }.count
            } else {
                line += String(repeating: "─", count: widths[column] + 2)
                column += 1
            }
        }
        return line
    }

    private static func crossing(up: Bool, down: Bool, left: Bool, right: Bool) -> String {
        let shapes = [" ", "╶", "╴", "─", "╷", "┌", "┐", "┬", "╵", "└", "┘", "┴", "│", "├", "┤", "┼"]
        return shapes[(up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0)]
    }
}
