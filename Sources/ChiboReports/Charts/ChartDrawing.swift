import ChiboDocument
import ChiboModel

/// A chart as shapes on a plane, in points from the top left: the one drawing that every format with vectors shows.
struct ChartDrawing: Equatable, Sendable {
    struct Point: Equatable, Sendable {
        var x: Double
        var y: Double
    }

    enum Anchor: String, Sendable { case start, middle, end }

    /// How a text looks.
    struct TextLook: Equatable, Sendable {
        var size = 13.0
        var anchor = Anchor.start
        var color = ChartColors.ink
        var isBold = false
        /// Degrees, clockwise, around the text's anchor.
        var turn = 0.0
    }

    enum Shape: Equatable, Sendable {
        case rectangle(x: Double, y: Double, width: Double, height: Double, fill: Color)
        case line(from: Point, to: Point, color: Color, width: Double, isDashed: Bool)
        case path([Point], color: Color)
        case dot(Point, fill: Color)
        /// A slice of a ring or of a disc; angles in turns from twelve o'clock, clockwise.
        case slice(center: Point, radius: Double, hole: Double, from: Double, to: Double, fill: Color)
        case text(String, at: Point, TextLook)
    }

    var width: Double
    var height: Double
    var shapes: [Shape] = []

    /// About how wide a text is in a sans-serif font.
    static func width(of text: String, size: Double) -> Double { Double(DisplayWidth.of(text)) * size * 0.56 }

    /// The text cut with an ellipsis where it would be wider.
    static func cut(_ text: String, width: Double, size: Double) -> String {
        let room = max(Int(width / (size * 0.56)), 2)
        guard DisplayWidth.of(text) > room else { return text }
        var result = ""
        for character in text {
            guard DisplayWidth.of(result) + DisplayWidth.of(character) < room else { break }
            result.append(character)
        }
        return WrappedText.trimmedEnd(result) + "…"
    }
}

/// The colours of charts: calm, and apart from each other for most colour-blind readers and in grey.
enum ChartColors {
    static let ink = Color(rgb: 0x2B2F36)
    static let faint = Color(rgb: 0x6B7079)
    static let grid = Color(rgb: 0xE3E1DB)
    static let axis = Color(rgb: 0x9A9C9F)
    static let goal = Color(rgb: 0xA61C1C)
    static let paper = Color(rgb: 0xFFFFFF)

    static let palette: [Color] = [
        Color(rgb: 0x2F5D8A), Color(rgb: 0xD08C3C), Color(rgb: 0x5B8E7D), Color(rgb: 0xB5533C), Color(rgb: 0x7A6C9D),
        Color(rgb: 0x8FB3D1), Color(rgb: 0x6F6A5E), Color(rgb: 0xC9B458),
    ]

    /// The colour of a series or a slice.
    static func color(_ index: Int) -> Color { palette[index % palette.count] }
}

extension Color {
    /// Whether white letters are easier to read on the colour than dark ones (luma as in BT 601).
    var isDark: Bool {
        let (red, green, blue) = (Int(rgb >> 16), Int(rgb >> 8 & 255), Int(rgb & 255))
        return red * 299 + green * 587 + blue * 114 < 128_000
    }
}
