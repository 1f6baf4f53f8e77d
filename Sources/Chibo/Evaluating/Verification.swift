public import ChiboModel

/// An evaluation that was made twice, and where the two differ.
public struct Verification: Sendable {
    /// The first one.
    public let evaluation: Evaluation
    /// The answers that differ, in the order of the records.
    public let differences: [EvaluationDifference]
    /// What there is to say about the differences; nil where there are none.
    public let diagnostic: Diagnostic?

    init(_ first: Evaluation, again second: Evaluation, path: String) {
        evaluation = first
        differences = first.differences(from: second)
        diagnostic = differences.isEmpty ? nil : Verification.diagnostic(differences, path)
    }

    private static func diagnostic(_ differences: [EvaluationDifference], _ path: String) -> Diagnostic {
        let count = differences.count
        return Diagnostic(
            "CB-R009", .script,
            Bilingual(
                vi: "kết quả phụ thuộc thứ tự chấm: \(count) câu trả lời khác khi chấm lại theo thứ tự ngược",
                en: count == 1
                    ? "the result depends on the order of the records: 1 answer differs in the reverse order"
                    : "the result depends on the order of the records: \(count) answers differ in the reverse order"),
            place: Diagnostic.Place(file: path), record: differences.first?.subject.text,
            others: Set(differences.map(\.subject)).count - 1,
            cause: Bilingual(
                vi: "script giữ lại điều gì đó giữa các bản ghi: một biến đặt ngoài hàm check mà hàm sửa, hoặc "
                    + "math.random",
                en: "the script keeps something between records: a variable outside of check that check changes, or "
                    + "math.random"),
            suggestion: Bilingual(
                vi: "đặt biến bằng `local` bên trong hàm; đếm bằng :count() trên tập hợp",
                en: "make the variable `local` inside the function; count with :count() of a collection"))
    }
}
