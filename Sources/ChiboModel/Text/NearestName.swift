/// Finds the name that a person probably meant.
public enum NearestName {
    /// The names nearest to one that does not exist, best first; empty where none is near.
    ///
    /// A name is near when a third of its letters or fewer have to change (Damerau-Levenshtein, accents folded).
    public static func suggestions(for name: String, among candidates: [String], limit: Int = 3) -> [String] {
        // No name of ours is as long; the work grows with the product of the lengths.
        guard name.utf8.count <= 200 else { return [] }
        let wanted = Array(VietnameseText.identifier(name).utf8)
        let scored = candidates.compactMap { candidate -> (distance: Int, name: String)? in
            let other = Array(VietnameseText.identifier(candidate).utf8)
            let distance = editDistance(wanted, other)
            return distance <= max(1, max(wanted.count, other.count) / 3) ? (distance, candidate) : nil
        }
        return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
    }

    /// Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours.
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for i in 1...left.count {
            var row = [i] + [Int](repeating: 0, count: right.count)
            for j in 1...right.count {
                let replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
                row[j] = min(replaced, last[j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
