/// What is known of a row.
struct Figures {
    let row: Row
    let times: Sides
    let counts: Sides?
}

/// The figures as a table for people.
func table(of figures: [Figures]) -> String {
    let head = ["operation", "target", "ours ns", "raw C ns", "ratio", "ours Ir", "raw C Ir", "ratio"]
    let body = figures.map { each in
        [each.row.name, each.row.target.description] + cells(each.times, digits: 1)
            + (each.counts.map { cells($0, digits: 0) } ?? ["-", "-", "-"])
    }
    let widths = head.indices.map { column in ([head] + body).map { $0[column].count }.max() ?? 0 }
    return ([head] + body).map { cells in
        cells.indices.map { column in
            let space = String(repeating: " ", count: widths[column] - cells[column].count)
            return column < 2 ? cells[column] + space : space + cells[column]
        }
        .joined(separator: "  ")
    }
    .joined(separator: "\n")
}

private func cells(_ sides: Sides, digits: Int) -> [String] {
    [decimal(sides.ours, digits: digits), decimal(sides.floor, digits: digits), decimal(sides.ratio, digits: 2)]
}

/// The figures as a JSON list; instructions are null where callgrind did not run.
func json(of figures: [Figures]) -> String {
    let rows = figures.map { each in
        """
          {"name": "\(each.row.name)", "target": \(targetJSON(each.row.target)), \
        "ours_ns": \(decimal(each.times.ours, digits: 2)), "raw_ns": \(decimal(each.times.floor, digits: 2)), \
        "ours_ir": \(each.counts.map { decimal($0.ours, digits: 1) } ?? "null"), \
        "raw_ir": \(each.counts.map { decimal($0.floor, digits: 1) } ?? "null")}
        """
    }
    return "[\n" + rows.joined(separator: ",\n") + "\n]"
}

private func targetJSON(_ target: Row.Target) -> String {
    switch target {
    case .ratio(let ratio): "{\"ratio\": \(decimal(ratio, digits: 2))}"
    case .nanoseconds(let limit): "{\"ns\": \(limit)}"
    case .none: "null"
    }
}
