internal import CXlsxWriter

extension CellFormat {
    /// The library's number for an alignment, border or line style.
    private typealias Code = UInt8

    /// Sets a fresh format of the library to this look.
    func apply(to format: UnsafeMutablePointer<lxw_format>, dateFormat: Bool) {
        unsafe format_set_font_name(format, font)
        unsafe format_set_font_size(format, size)
        unsafe applyMarks(to: format)
        if let color { unsafe format_set_font_color(format, lxw_color_t(color)) }
        if let fill {
            unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            unsafe format_set_fg_color(format, lxw_color_t(fill))
        }
        unsafe applyPlacement(to: format)
        unsafe applyBorders(to: format)
        if let code = numberFormat ?? (dateFormat ? "dd/mm/yyyy" : nil) { unsafe format_set_num_format(format, code) }
    }

    private func applyMarks(to format: UnsafeMutablePointer<lxw_format>) {
        if isBold { unsafe format_set_bold(format) }
        if isItalic { unsafe format_set_italic(format) }
        if isUnderlined { unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if isStruckOut { unsafe format_set_font_strikeout(format) }
    }

    private func applyPlacement(to format: UnsafeMutablePointer<lxw_format>) {
        if horizontal != .general { unsafe format_set_align(format, CellFormat.code(horizontal)) }
        // The bottom is where the format puts text unless told otherwise.
        if vertical != .bottom { unsafe format_set_align(format, CellFormat.code(vertical)) }
        if wraps { unsafe format_set_text_wrap(format) }
        if indent > 0 { unsafe format_set_indent(format, UInt8(clamping: indent)) }
        if rotation != 0 { unsafe format_set_rotation(format, Int16(clamping: max(-90, min(90, rotation)))) }
    }

    private func applyBorders(to format: UnsafeMutablePointer<lxw_format>) {
        unsafe format_set_left(format, CellFormat.code(borders.left))
        unsafe format_set_right(format, CellFormat.code(borders.right))
        unsafe format_set_top(format, CellFormat.code(borders.top))
        unsafe format_set_bottom(format, CellFormat.code(borders.bottom))
    }

    private static func code(_ horizontal: Horizontal) -> Code {
        switch horizontal {
        case .general: Code(LXW_ALIGN_NONE.rawValue)
        case .left: Code(LXW_ALIGN_LEFT.rawValue)
        case .center: Code(LXW_ALIGN_CENTER.rawValue)
        case .right: Code(LXW_ALIGN_RIGHT.rawValue)
        case .justify: Code(LXW_ALIGN_JUSTIFY.rawValue)
        }
    }

    private static func code(_ vertical: Vertical) -> Code {
        switch vertical {
        case .top: Code(LXW_ALIGN_VERTICAL_TOP.rawValue)
        case .center: Code(LXW_ALIGN_VERTICAL_CENTER.rawValue)
        case .bottom: Code(LXW_ALIGN_VERTICAL_BOTTOM.rawValue)
        }
    }

    private static func code(_ border: Border) -> Code {
        switch border {
        case .none: Code(LXW_BORDER_NONE.rawValue)
        case .hair: Code(LXW_BORDER_HAIR.rawValue)
        case .thin: Code(LXW_BORDER_THIN.rawValue)
        case .medium: Code(LXW_BORDER_MEDIUM.rawValue)
        case .thick: Code(LXW_BORDER_THICK.rawValue)
        case .double: Code(LXW_BORDER_DOUBLE.rawValue)
        case .dashed: Code(LXW_BORDER_DASHED.rawValue)
        case .dotted: Code(LXW_BORDER_DOTTED.rawValue)
        }
    }
}
