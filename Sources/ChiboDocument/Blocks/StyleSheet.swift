/// The name of a paragraph's style.
///
/// The ones below are those of party documents; a unit may name others and define them in its `StyleSheet`.
public struct StyleName: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name as scripts write it.
    public let rawValue: String

    /// A style of this name.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// A style of this name.
    public init(stringLiteral value: String) { rawValue = value }

    /// Running text, justified, the first line moved in.
    public static let body: StyleName = "body"
    /// "ĐẢNG CỘNG SẢN VIỆT NAM", at the right of the head, with a rule below.
    public static let party: StyleName = "party"
    /// The superior organ, at the left of the head.
    public static let upperOrgan: StyleName = "upper_organ"
    /// The issuing organ, at the left of the head.
    public static let organ: StyleName = "organ"
    /// "Số 127-QĐ/TW".
    public static let number: StyleName = "number"
    /// "Hà Nội, ngày 20 tháng 02 năm 2018".
    public static let placeDate: StyleName = "place_date"
    /// The name of the type, "BÁO CÁO".
    public static let title: StyleName = "title"
    /// What the document is about, below the title.
    public static let subject: StyleName = "subject"
    /// "Kính gửi: …".
    public static let addressee: StyleName = "addressee"
    /// "Nơi nhận:".
    public static let recipientsHead: StyleName = "recipients_head"
    /// One recipient.
    public static let recipients: StyleName = "recipients"
    /// "T/M BAN THƯỜNG VỤ".
    public static let authority: StyleName = "authority"
    /// "BÍ THƯ".
    public static let position: StyleName = "position"
    /// The name below the signature.
    public static let signer: StyleName = "signer"
    /// A remark in small letters.
    public static let note: StyleName = "note"
    /// The grade of secrecy.
    public static let classification: StyleName = "classification"
}

/// How a paragraph looks, where a format has looks; nil means as in the style it is based on.
public struct ParagraphStyle: Equatable, Sendable {
    /// The style that answers for what is nil here.
    public var basedOn: StyleName?
    /// The font family.
    public var font: String?
    /// Letters: size in points, colour, marks.
    public var marks: TextMarks?
    /// Where lines stand.
    public var align: Alignment?
    /// How far the first line is moved in, in millimetres.
    public var firstLine: Double?
    /// How far all lines are moved in, in millimetres.
    public var indent: Double?
    /// Space above, in points.
    public var before: Double?
    /// Space below, in points.
    public var after: Double?
    /// The distance of lines in points, or nil for the font's own.
    public var lineHeight: Double?
    /// A rule below as a share of the text's width, 0 for none.
    public var ruleBelow: Double?

    /// A look; what is left out comes from the style it is based on.
    public init(
        basedOn: StyleName? = .body, font: String? = nil, marks: TextMarks? = nil, align: Alignment? = nil,
        firstLine: Double? = nil, indent: Double? = nil, before: Double? = nil, after: Double? = nil,
        lineHeight: Double? = nil, ruleBelow: Double? = nil
    ) {
        self.basedOn = basedOn
        self.font = font
        self.marks = marks
        self.align = align
        self.firstLine = firstLine
        self.indent = indent
        self.before = before
        self.after = after
        self.lineHeight = lineHeight
        self.ruleBelow = ruleBelow
    }
}

/// The looks of the named styles.
public struct StyleSheet: Equatable, Sendable {
    /// The looks by name.
    public var styles: [StyleName: ParagraphStyle]

    /// A sheet of these styles.
    public init(_ styles: [StyleName: ParagraphStyle]) { self.styles = styles }

    /// The look of a name, with all that it takes from the styles it is based on; an unknown name looks as the body.
    public func resolved(_ name: StyleName) -> ParagraphStyle {
        var result = styles[name] ?? ParagraphStyle(basedOn: name == .body ? nil : .body)
        var seen: Set<StyleName> = [name]
        while let base = result.basedOn, seen.insert(base).inserted, let style = styles[base] {
            result = result.filled(from: style)
        }
        return result
    }

    /// The prescribed looks of party documents (36-HD/VPTW, as gathered in `domain.md` §4).
    public static let party = StyleSheet([
        .body: ParagraphStyle(
            basedOn: nil, font: "Times New Roman", marks: TextMarks(size: 14), align: .justify, firstLine: 10,
            indent: 0, before: 0, after: 6, lineHeight: 20, ruleBelow: 0),
        .party: head([.bold], 15, ruleBelow: 1),
        .upperOrgan: head([], 14),
        .organ: head([.bold], 14),
        .number: head([], 14),
        .placeDate: head([.italic], 14),
        .title: ParagraphStyle(
            basedOn: .organ, marks: TextMarks([.bold], size: 16), before: 18),
        .subject: ParagraphStyle(
            basedOn: .organ, marks: TextMarks([.bold], size: 14), after: 12, ruleBelow: 0.2),
        .addressee: ParagraphStyle(align: .center, firstLine: 0),
        .recipientsHead: ParagraphStyle(marks: TextMarks([.underline], size: 14), align: .left, firstLine: 0, after: 0),
        .recipients: ParagraphStyle(marks: TextMarks(size: 12), align: .left, firstLine: 0, after: 0, lineHeight: 15),
        .authority: head([.bold], 14),
        .position: head([], 14),
        .signer: ParagraphStyle(basedOn: .organ, before: 60),
        .note: ParagraphStyle(marks: TextMarks([.italic], size: 12), firstLine: 0, lineHeight: 15),
        .classification: head([.bold], 14),
    ])

    private static func head(_ flags: TextMarks.Flags, _ size: Double, ruleBelow: Double = 0) -> ParagraphStyle {
        ParagraphStyle(
            marks: TextMarks(flags, size: size), align: .center, firstLine: 0, after: 0, ruleBelow: ruleBelow)
    }
}

extension ParagraphStyle {
    /// This style, with what is missing taken from another one.
    func filled(from base: ParagraphStyle) -> ParagraphStyle {
        ParagraphStyle(
            basedOn: base.basedOn, font: font ?? base.font, marks: marks ?? base.marks, align: align ?? base.align,
            firstLine: firstLine ?? base.firstLine, indent: indent ?? base.indent, before: before ?? base.before,
            after: after ?? base.after, lineHeight: lineHeight ?? base.lineHeight,
            ruleBelow: ruleBelow ?? base.ruleBelow)
    }
}
