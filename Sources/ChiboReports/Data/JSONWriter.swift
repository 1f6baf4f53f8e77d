import ChiboDocument
import ChiboModel

/// Writes the whole document as JSON of a stable schema: typed values, exact numbers as text, shares with both counts.
///
/// The member `schema` names the version; a later version may add members but gives none another meaning.
struct JSONWriter: ReportWriter {
    var walk: DocumentWalk

    static let schema = "chibo.document/1"

    mutating func write(_ document: Document) throws(ReportError) -> [ReportPart] {
        var sections: [JSONValue] = []
        for section in document.sections { sections.append(try self.section(section)) }
        let value: JSONValue = [
            "schema": .string(Self.schema), "meta": JSONValue(document.meta), "sections": .array(sections),
        ]
        return [ReportPart(suffix: "", bytes: Array((value.text(indented: true) + "\n").utf8))]
    }

    private mutating func section(_ section: Section) throws(ReportError) -> JSONValue {
        [
            "page": [
                "paper": .string(section.page.paper.rawValue), "landscape": .boolean(section.page.isLandscape),
            ],
            "header": try blocks(section.header.standard), "footer": try blocks(section.footer.standard),
            "blocks": try blocks(section.blocks),
        ]
    }

    mutating func blocks(_ blocks: [Block]) throws(ReportError) -> JSONValue {
        var values: [JSONValue] = []
        for block in blocks {
            if case .only(let formats, let inner) = block {
                guard formats.contains(.json), case .array(let inner) = try self.blocks(inner) else { continue }
                values += inner
            } else {
                values.append(try value(of: block))
            }
        }
        return .array(values)
    }

    private mutating func value(of block: Block) throws(ReportError) -> JSONValue {
        switch block {
        case .heading(let heading):
            return [
                "block": "heading", "level": .integer(heading.level), "number": .text(walk.number(of: heading)),
                "id": .text(heading.id), "text": .string(words(heading.text)), "runs": try runs(heading.text),
            ]
        case .paragraph(let paragraph):
            return [
                "block": "paragraph", "style": .string(paragraph.style.rawValue),
                "align": .text(paragraph.align?.rawValue), "text": .string(words(paragraph.text)),
                "runs": try runs(paragraph.text),
            ]
        case .list(let list):
            return [
                "block": "list", "kind": .string(list.kind.rawValue), "start": .integer(list.start),
                "items": try lists(list.items),
            ]
        case .columns(let columns): return ["block": "columns", "boxes": try lists(columns.boxes.map(\.blocks))]
        case .table(let table): return try self.table(table)
        case .chart(let chart): return self.chart(chart)
        case .rule: return ["block": "rule"]
        case .space(let height): return ["block": "space", "millimetres": .real(height)]
        case .pageBreak: return ["block": "page_break"]
        case .keep(let inner): return ["block": "keep", "blocks": try blocks(inner)]
        case .only(_, let inner): return ["block": "keep", "blocks": try blocks(inner)]
        case .sheet(let name, let inner):
            return ["block": "sheet", "name": .string(name), "blocks": try blocks(inner)]
        case .group(let group):
            return [
                "block": "group", "id": .string(group.id), "title": .text(group.title),
                "blocks": try blocks(group.blocks),
            ]
        }
    }

    private mutating func lists(_ lists: [[Block]]) throws(ReportError) -> JSONValue {
        var values: [JSONValue] = []
        for list in lists { values.append(try blocks(list)) }
        return .array(values)
    }

    private mutating func chart(_ chart: ChartSpec) -> JSONValue {
        walk.countChart()
        let series = chart.series.map { series -> JSONValue in
            [
                "name": .string(series.name),
                "values": .array(chart.categories.indices.map { JSONValue(series.value(at: $0)) }),
            ]
        }
        let targets = chart.targets.map { ["label": .string($0.label), "value": JSONValue($0.value)] as JSONValue }
        return [
            "block": "chart", "kind": .string(chart.kind.rawValue), "title": .string(chart.title),
            "category_title": .string(chart.categoryTitle), "value_title": .text(chart.valueTitle),
            "categories": .array(chart.categories.map { .string($0) }), "series": .array(series),
            "targets": .array(targets), "note": .text(chart.note),
        ]
    }
}

// MARK: - Tables

extension JSONWriter {
    private mutating func table(_ table: TableSpec) throws(ReportError) -> JSONValue {
        let grid = try walk.grid(of: table)
        let titles = FlatTable.titles(of: grid)
        let columns = zip(grid.columns, titles).map { column, title -> JSONValue in
            ["key": .string(column.key), "title": .string(title), "type": .string(column.kind.rawValue)]
        }
        return [
            "block": "table", "id": .text(table.id), "caption": .text(table.caption), "columns": .array(columns),
            "header": .array(grid.header.map { .array(cells($0, grid.columns)) }),
            "rows": .array(grid.body.map { row($0, grid.columns) }), "note": .text(table.note),
        ]
    }

    private func row(_ row: TableGrid.Row, _ columns: [TableColumn]) -> JSONValue {
        [
            "kind": .string(row.kind.rawValue), "level": .integer(row.level),
            "cells": .array(cells(row.slots, columns)),
        ]
    }

    private func cells(_ slots: [TableGrid.Slot], _ columns: [TableColumn]) -> [JSONValue] {
        zip(slots, columns).compactMap { slot, column in
            guard case .cell(let cell) = slot else { return nil }
            return .object([.init("column", .string(column.key))] + members(cell))
        }
    }

    private func members(_ cell: GridCell) -> [JSONValue.Member] {
        guard case .object(var members) = JSONValue(cell.value) else { return [] }
        if cell.value != .text(cell.text) { members.append(.init("text", .string(cell.text))) }
        if cell.colspan > 1 { members.append(.init("colspan", .integer(cell.colspan))) }
        if cell.rowspan > 1 { members.append(.init("rowspan", .integer(cell.rowspan))) }
        if let signal = cell.style.signal { members.append(.init("signal", .string(signal.rawValue))) }
        if walk.options.showsSources, let source = cell.source { members.append(.init("source", .string(source))) }
        return members
    }
}

// MARK: - Running text

extension JSONWriter {
    /// The words of a text, references among them.
    private func words(_ text: RichText) -> String {
        text.runs.map { run in
            if case .field(.reference(let id)) = run { walk.title(of: id) } else { run.plain }
        }.joined()
    }

    /// The pieces of a text, where it has more to say than its words.
    private mutating func runs(_ text: RichText) throws(ReportError) -> JSONValue {
        let isPlain = text.runs.allSatisfy { if case .text(_, TextMarks()) = $0 { true } else { false } }
        if isPlain { return .null }
        var values: [JSONValue] = []
        for run in text.runs { values.append(try value(of: run)) }
        return .array(values)
    }

    private mutating func value(of run: TextRun) throws(ReportError) -> JSONValue {
        switch run {
        case .text(let text, let marks):
            return ["run": "text", "text": .string(text), "marks": .array(marks.flags.names.map { .string($0) })]
        case .field(.page): return ["run": "field", "field": "page"]
        case .field(.pages): return ["run": "field", "field": "pages"]
        case .field(.date(let date)): return ["run": "field", "field": "date", "value": .string(date.iso)]
        case .field(.reference(let id)): return ["run": "field", "field": "reference", "id": .string(id)]
        case .link(let text, .anchor(let id)):
            return ["run": "link", "anchor": .string(id), "text": .string(text.plain)]
        case .link(let text, .address(let address)):
            return ["run": "link", "address": .string(address), "text": .string(text.plain)]
        case .footnote(let blocks): return ["run": "footnote", "blocks": try self.blocks(blocks)]
        case .lineBreak: return ["run": "line_break"]
        case .tab: return ["run": "tab"]
        }
    }
}

extension TextMarks.Flags {
    /// The names of the marks.
    var names: [String] {
        let all: [(TextMarks.Flags, String)] = [
            (.bold, "bold"), (.italic, "italic"), (.underline, "underline"), (.strike, "strike"),
            (.superscript, "superscript"), (.subscript, "subscript"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
