import ChiboDocument
import Glibc

/// A drawing as SVG whose text stays text: it can be selected, searched and read aloud.
enum SVGText {
    static func svg(_ drawing: ChartDrawing, label: String) -> String {
        let (width, height) = (number(drawing.width), number(drawing.height))
        let head = "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(HTMLEscape.attribute(label))\">"
        return head + "\n" + drawing.shapes.map { shape($0) + "\n" }.joined() + "</svg>"
    }

    private static func shape(_ shape: ChartDrawing.Shape) -> String {
        switch shape {
        case .rectangle(let x, let y, let width, let height, let fill):
            let place = "x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
            return "<rect \(place) fill=\"#\(fill.hex)\"/>"
        case .line(let from, let to, let color, let width, let isDashed):
            let ends = "x1=\"\(number(from.x))\" y1=\"\(number(from.y))\" x2=\"\(number(to.x))\" y2=\"\(number(to.y))\""
            let dash = isDashed ? " stroke-dasharray=\"5 4\"" : ""
            return "<line \(ends) stroke=\"#\(color.hex)\" stroke-width=\"\(number(width))\"\(dash)/>"
        case .path(let points, let color):
            let places = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
            return "<polyline points=\"\(places)\" fill=\"none\" stroke=\"#\(color.hex)\" stroke-width=\"2.25\"/>"
        case .dot(let point, let fill):
            return "<circle cx=\"\(number(point.x))\" cy=\"\(number(point.y))\" r=\"3.5\" fill=\"#\(fill.hex)\"/>"
        case .slice(let center, let radius, let hole, let from, let to, let fill):
            let path = slice(center, radius, hole, from, to)
            return
                "<path d=\"\(path)\" fill=\"#\(fill.hex)\" stroke=\"#FFFFFF\" stroke-width=\"1.5\" fill-rule=\"evenodd\"/>"
        case .text(let words, let point, let look): return text(words, point, look)
        }
    }

    private static func text(_ words: String, _ point: ChartDrawing.Point, _ look: ChartDrawing.TextLook) -> String {
        let (x, y) = (number(point.x), number(point.y))
        let turn = look.turn == 0 ? "" : " transform=\"rotate(\(number(look.turn)) \(x) \(y))\""
        let anchor = look.anchor == .start ? "" : " text-anchor=\"\(look.anchor.rawValue)\""
        let weight = look.isBold ? " font-weight=\"bold\"" : ""
        let style = "font-size=\"\(number(look.size))\" fill=\"#\(look.color.hex)\"\(anchor)\(weight)\(turn)"
        return "<text x=\"\(x)\" y=\"\(y)\" \(style)>\(HTMLEscape.text(words))</text>"
    }

    private static func slice(
        _ center: ChartDrawing.Point, _ radius: Double, _ hole: Double, _ from: Double, _ to: Double
    ) -> String {
        guard to - from < 0.9999 else { return ring(center, radius) + (hole > 0 ? ring(center, hole) : "") }
        let isLarge = to - from > 0.5 ? 1 : 0
        let outer = "A\(number(radius)) \(number(radius)) 0 \(isLarge) 1 \(place(center, radius, to))"
        let start = place(center, radius, from)
        guard hole > 0 else { return "M\(place(center, 0, 0)) L\(start) \(outer) Z" }
        let inner = "A\(number(hole)) \(number(hole)) 0 \(isLarge) 0 \(place(center, hole, from))"
        return "M\(start) \(outer) L\(place(center, hole, to)) \(inner) Z"
    }

    /// A whole circle as two arcs, since one arc cannot end where it began.
    private static func ring(_ center: ChartDrawing.Point, _ radius: Double) -> String {
        let arc = "A\(number(radius)) \(number(radius)) 0 1 1"
        return "M\(place(center, radius, 0)) \(arc) \(place(center, radius, 0.5)) \(arc) \(place(center, radius, 0)) Z"
    }

    private static func place(_ center: ChartDrawing.Point, _ radius: Double, _ turn: Double) -> String {
        let angle = (turn - 0.25) * 2 * Double.pi
        return "\(number(center.x + radius * cos(angle))) \(number(center.y + radius * sin(angle)))"
    }

    /// A coordinate with at most two decimals, the same in every locale.
    static func number(_ value: Double) -> String {
        // No page is a billion points wide; what is no number is nowhere.
        let bounded = value.isNaN ? 0 : max(-1e9, min(value, 1e9))
        return FixedDecimal(Int((bounded * 100).rounded()), scale: 2).withoutTrailingZeros.canonical
    }
}
