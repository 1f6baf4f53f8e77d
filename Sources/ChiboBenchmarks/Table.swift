/// Measurements as a table for people.
func table(of measurements: [Measurement]) -> String {
    let head = ["operation", "items", "median", "min", "max", "an item", "peak MB"]
    let rows = measurements.map { each in
        [
            each.name, "\(each.itemCount) \(each.items)", each.median.short, each.min.short, each.max.short,
            each.perItem.short, decimal(Double(each.peakKiB) / 1000 * 1.024, digits: 1),
        ]
    }
    let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
    return ([head] + rows).map { line(of: $0, widths: widths) }.joined(separator: "\n")
}

/// Names to the left, figures to the right.
private func line(of cells: [String], widths: [Int]) -> String {
    cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - cells[column].count)
        return column < 2 ? cells[column] + space : space + cells[column]
    }
    .joined(separator: "  ")
}

/// Measurements as a JSON list, times in nanoseconds and memory in KiB; names and items are plain ASCII.
func json(of measurements: [Measurement]) -> String {
    let rows = measurements.map { each in
        """
          {"name": "\(each.name)", "items": "\(each.items)", "count": \(each.itemCount), "rounds": \(each.rounds), \
        "median_ns": \(each.median.inNanoseconds), "min_ns": \(each.min.inNanoseconds), \
        "max_ns": \(each.max.inNanoseconds), "peak_kib": \(each.peakKiB)}
        """
    }
    return "[\n" + rows.joined(separator: ",\n") + "\n]"
}
