import CLua
import CLuaBridge

extension LuaFrame {
    init(_ frame: clb_frame) {
        source = text(of: frame.source)
        line = Int(frame.line)
        let name = text(of: frame.name)
        function = name.isEmpty ? nil : name
    }
}

/// The text of a C array that ends with zero.
private func text<Array>(of array: Array) -> String {
    unsafe withUnsafeBytes(of: array) { bytes in unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
}

extension LuaError {
    /// What every use of a closed state answers.
    static var closed: LuaError { LuaError(kind: .runtime, message: "the Lua state is closed") }
}

extension LuaStopReason {
    init(_ code: Int32) {
        switch code {
        case clb_stop_cancelled.outcome: self = .cancelled
        case clb_stop_output.outcome: self = .output
        case clb_stop_depth.outcome: self = .depth
        case clb_stop_instructions.outcome: self = .instructions
        default: self = .deadline
        }
    }

    var message: String {
        switch self {
        case .deadline: "the time limit was reached"
        case .cancelled: "the run was cancelled"
        case .output: "more was printed than allowed"
        case .depth: "host functions were nested too deeply"
        case .instructions: "more instructions ran than allowed"
        }
    }
}

extension LuaState {
    /// The error of a call that ended with its value on top; [-1, 0].
    func takeError(_ L: OpaquePointer, _ outcome: Int32, chunk: String = "") -> LuaError {
        defer { unsafe lua_settop(L, -2) }
        let frames = takeFrames()
        if outcome > clb_stopped_base.outcome {
            let reason = LuaStopReason(outcome - clb_stopped_base.outcome)
            return LuaError(kind: .stopped(reason), message: reason.message, frames: frames, hotspot: hotspot)
        }
        if outcome == clb_memory.outcome {
            return LuaError(kind: .memory, message: "not enough memory", frames: frames, hotspot: hotspot)
        }
        let value = unsafe value(L, -1)
        if outcome == clb_syntax.outcome { return syntaxError(value, chunk) }
        if let error = unsafe hostError(clb_to_error(L, -1)) {
            return LuaError(kind: .host, message: "\(error)", value: value, cause: error, frames: frames)
        }
        return runtimeError(value, frames)
    }

    private func takeFrames() -> [LuaFrame] {
        guard let core = unsafe core else { return [] }
        if unsafe clb_frames_kept(core) {
            defer { context.carriedFrames = [] }
            return context.carriedFrames
        }
        return (0..<(unsafe clb_frame_count(core))).compactMap { index in
            unsafe clb_frame_at(core, index).map { LuaFrame(unsafe $0.pointee) }
        }
    }

    private func runtimeError(_ value: LuaValue, _ frames: [LuaFrame]) -> LuaError {
        switch value {
        case .string(let string):
            // error("…", 2) blames an outer frame: the text says which.
            for (index, frame) in frames.enumerated() {
                guard let rest = withoutPosition(string.text, frame) else { continue }
                return LuaError(kind: .runtime, message: rest, value: value, frames: Array(frames[index...]))
            }
            return LuaError(kind: .runtime, message: string.text, value: value, frames: frames)
        case .integer(let integer):
            return LuaError(kind: .runtime, message: "\(integer)", value: value, frames: frames)
        case .number(let number):
            return LuaError(kind: .runtime, message: "\(number)", value: value, frames: frames)
        case .table(let table):
            let message = table["message"].text ?? "(error object is a table value)"
            return LuaError(kind: .runtime, message: message, value: value, frames: frames)
        default:
            let message = "(error object is a \(value.typeName) value)"
            return LuaError(kind: .runtime, message: message, value: value, frames: frames)
        }
    }

    /// Takes apart "name:line: message near token".
    private func syntaxError(_ value: LuaValue, _ chunk: String) -> LuaError {
        let text = value.text ?? "syntax error"
        let kind = LuaError.Kind.syntax(incomplete: text.hasSuffix("<eof>"))
        let start = text.hasPrefix(chunk) ? text.index(text.startIndex, offsetBy: chunk.count) : text.startIndex
        guard let colon = text[start...].firstIndex(of: ":"),
            let end = text[text.index(after: colon)...].firstIndex(of: ":"),
            let line = Int(text[text.index(after: colon)..<end])
        else { return LuaError(kind: kind, message: text, value: value) }
        let message = text[text.index(after: end)...].drop { $0 == " " }
        return LuaError(
            kind: kind, message: String(message), value: value, frames: [LuaFrame(source: chunk, line: line)])
    }
}

/// The message after `source:line: `, when that is the frame's place; Lua shortens long sources in front.
private func withoutPosition(_ text: String, _ frame: LuaFrame) -> String? {
    guard frame.line > 0 else { return nil }
    let place = "\(frame.source):\(frame.line): "
    if text.hasPrefix(place) { return String(text.dropFirst(place.count)) }
    guard text.hasPrefix("...") else { return nil }
    let shortened = "...\(String(decoding: frame.source.utf8.suffix(56), as: UTF8.self)):\(frame.line): "
    return text.hasPrefix(shortened) ? String(text.dropFirst(shortened.count)) : nil
}
