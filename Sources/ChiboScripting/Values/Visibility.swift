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

    /// The fields that tell who somebody is.
    package static let identifying: Set<String> = [
        "full_name", "birth_name", "national_id", "record_no", "card_no", "hometown", "current_address", "student_no",
    ]

    /// Shows everything: for the host itself and for tests with made-up people.
    package static let everything = Visibility(granted: identifying)

    /// Whether a field may be read.
    func shows(_ field: FieldDefinition, of kind: RecordKind) -> Bool {
        field.sensitivity == .none || !Visibility.identifying.contains(field.code) || granted.contains(field.code)
    }
}
