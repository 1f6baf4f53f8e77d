/// The six tones, in the order of CLDR's collation for Vietnamese.
public enum Tone: Int, Sendable, Comparable {
    case level, grave, hook, tilde, acute, dot

    /// Whether one tone sorts before another.
    public static func < (left: Tone, right: Tone) -> Bool { left.rawValue < right.rawValue }

    /// The combining mark that writes it.
    var mark: UInt32? {
        switch self {
        case .level: nil
        case .grave: 0x300
        case .hook: 0x309
        case .tilde: 0x303
        case .acute: 0x301
        case .dot: 0x323
        }
    }
}
