import ChiboModel

/// Which fields a script may read.
///
/// Counting needs no name: the fields that identify a person are shown only to a definition that declares them and whose
/// unit grants them.
package struct Visibility: Hashable, Sendable {
    /// The codes of identifying fields that are shown.
    package let granted: Set<String>

    /// Shows what identifies nobody, and the granted fields.
    package init(granted: Set<String> = []) { self.granted = granted }

    /// The fields that tell who somebody is, of all kinds.
    package static let identifying = Set(Schema.all.flatMap(\.fields).filter(\.isGuarded).map(\.code))

    /// Shows everything: for the host itself and for tests with made-up people.
    package static let everything = Visibility(granted: identifying)

    /// Whether a field may be read.
    ///
    /// Granting a structure (`hometown`) grants its parts (`hometown.ward`).
    func shows(_ field: FieldDefinition) -> Bool {
        guard field.isGuarded, !granted.contains(field.code) else { return true }
        return field.code.firstIndex(of: ".").map { granted.contains(String(field.code[..<$0])) } ?? false
    }
}
