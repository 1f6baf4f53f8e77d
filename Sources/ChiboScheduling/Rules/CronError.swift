package import ChiboModel

/// What is wrong with a cron expression, in two languages: which field, what was read, what is allowed.
package struct CronError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Cause: Hashable, Sendable {
        /// The expression has another number of fields than five.
        case fieldCount(Int)
        /// A name such as `@daily` that nobody knows.
        case unknownNickname
        /// Neither a number nor a name of the field.
        case notANumber
        /// A number that the field does not have.
        case outOfRange
        /// The first end of a range lies after the second.
        case reversed
        /// A step of 0, or one wider than the field.
        case badStep
        /// A step after a single number, that readers of cron disagree about.
        case stepWithoutRange
        /// Nothing between two commas, or an empty field.
        case empty
        /// `?` and `W` of Quartz.
        case quartz
        /// No day will ever match, such as 30 February.
        case never
    }

    /// The whole expression.
    package let expression: String
    /// The field that it is in, nil where it is the whole.
    package let field: CronField?
    /// What was read there.
    package let text: String
    /// What is wrong.
    package let cause: Cause

    /// The message.
    package var message: Bilingual {
        let number = field.map { $0.rawValue + 1 } ?? 0
        let vi = field.map { "trường \(number) (\($0.vietnamese))" } ?? "biểu thức"
        let en = field.map { "field \(number) (\($0.english))" } ?? "the expression"
        return Bilingual(
            vi: "Biểu thức cron “\(expression)”, \(vi): \(vietnameseCause)",
            en: "Cron expression “\(expression)”, \(en): \(englishCause)")
    }

    package var description: String { message.en }

    private var allowed: String { field?.allowed ?? "" }
    private var span: String { field.map { "\($0.range.lowerBound)-\($0.range.upperBound)" } ?? "" }

    private var vietnameseCause: String {
        switch cause {
        case .fieldCount(let count):
            "cần đúng 5 trường (phút giờ ngày tháng thứ), đọc được \(count)"
        case .unknownNickname:
            "không có “\(text)”; dùng được @hourly @daily @weekly @monthly @yearly"
        case .notANumber: "“\(text)” không phải là số hay tên cho phép (\(allowed))"
        case .outOfRange: "“\(text)” nằm ngoài khoảng cho phép (\(allowed))"
        case .reversed: "khoảng “\(text)” bị ngược; viết số nhỏ trước, hoặc tách thành hai khoảng bằng dấu phẩy"
        case .badStep: "bước nhảy trong “\(text)” phải từ 1 đến \(field?.range.upperBound ?? 0)"
        case .stepWithoutRange: "bước nhảy trong “\(text)” cần một khoảng, ví dụ “*/\(step)” hoặc “\(span)/\(step)”"
        case .empty: "“\(text)” có chỗ trống; mỗi phần cần một số, tên (\(allowed)) hoặc *"
        case .quartz: "“\(text)” là cách viết của Quartz; dùng * thay cho ?, và số ngày thay cho W"
        case .never: "không bao giờ đến hạn, vì không có ngày nào như vậy (ví dụ 31/02)"
        }
    }

    private var englishCause: String {
        switch cause {
        case .fieldCount(let count): "five fields are needed (minute hour day month weekday), \(count) were read"
        case .unknownNickname: "there is no “\(text)”; known are @hourly @daily @weekly @monthly @yearly"
        case .notANumber: "“\(text)” is neither a number nor a name that is allowed (\(allowed))"
        case .outOfRange: "“\(text)” is outside of what is allowed (\(allowed))"
        case .reversed: "the range “\(text)” runs backwards; write the smaller end first, or two ranges and a comma"
        case .badStep: "the step in “\(text)” must be from 1 to \(field?.range.upperBound ?? 0)"
        case .stepWithoutRange: "the step in “\(text)” needs a range, such as “*/\(step)” or “\(span)/\(step)”"
        case .empty: "“\(text)” has an empty part; each needs a number, a name (\(allowed)) or *"
        case .quartz: "“\(text)” is Quartz's way; write * for ?, and the day's number for W"
        case .never: "it is never due, because there is no such day (as 31 February)"
        }
    }

    private var step: Substring { text.split(separator: "/").last ?? "5" }
}
