/// The name among candidates that was probably meant: a third of its bytes or fewer differ; nil when none is near.
func nearestName(_ name: String, _ candidates: some Sequence<String>) -> String? {
    guard name.utf8.count <= 100 else { return nil }  // the work grows with the product of the lengths
    let wanted = Array(name.lowercased().utf8)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
        let other = Array(candidate.lowercased().utf8)
        let distance = edits(wanted, other)
        guard distance <= max(1, max(wanted.count, other.count) / 3), distance < best?.distance ?? .max else {
            continue
        }
        best = (distance, candidate)
    }
    return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours that make one of the other.
private func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in 0...left.count {
        for j in 0...right.count {
            if i == 0 || j == 0 {
                rows[i][j] = i + j
                continue
            }
            let same = left[i - 1] == right[j - 1]
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1))
            let isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
            if isSwap { rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1) }
        }
    }
    return rows[left.count][right.count]
}
