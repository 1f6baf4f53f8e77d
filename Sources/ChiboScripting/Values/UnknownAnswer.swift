/// What a host function throws when the answer depends on what nobody has recorded: the rule answers `unknown`.
struct UnknownAnswer: Error, CustomStringConvertible {
    /// What is not known, in Vietnamese.
    let reason: String
    /// The reason, where a script prints the error.
    var description: String { reason }
}
