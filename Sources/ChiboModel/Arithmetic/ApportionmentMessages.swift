extension ApportionmentError {
    /// Which bounds cannot be kept, for people.
    ///
    /// - Parameter name: What people call the n-th pool.
    /// - Returns: The reason in both languages.
    public func message(_ name: (Int) -> String) -> Bilingual {
        switch self {
        case .floorsExceedTotal(let sum, let total):
            Bilingual(
                vi: "tổng các mức sàn là \(sum), lớn hơn tổng chỉ tiêu \(total)",
                en: "the floors add up to \(sum), more than the total of \(total)")
        case .capsBelowTotal(let sum, let total):
            Bilingual(
                vi: "tổng các mức trần là \(sum), nhỏ hơn tổng chỉ tiêu \(total)",
                en: "the caps add up to \(sum), less than the total of \(total)")
        case .capBelowFloor(let pool, let floor, let cap):
            Bilingual(
                vi: "\(name(pool)): mức trần \(cap) nhỏ hơn mức sàn \(floor)",
                en: "\(name(pool)): the cap \(cap) lies below the floor \(floor)")
        case .nothingToShareBy(let left):
            Bilingual(
                vi: "còn \(left) chỉ tiêu mà không đơn vị nào còn nguồn để nhận",
                en: "\(left) are left and no unit has a pool to take them")
        case .unusableSize(let pool):
            Bilingual(
                vi: "\(name(pool)): nguồn không dùng để chia được", en: "\(name(pool)): its pool cannot be used")
        case .tooManySeats(let total, let limit):
            Bilingual(
                vi: "chỉ tiêu \(total) vượt quá mức chia được là \(limit)",
                en: "\(total) are more than the \(limit) that can be divided")
        }
    }
}
