package import ChiboModel

/// What `chibo help CB-…` says on an error code.
package struct CodePage: Sendable {
    package let code: String
    package let title: Bilingual
    package let explanation: Bilingual
    /// A piece of script that meets it, and the remedy.
    package let example: String?

    package init(_ code: String, _ title: Bilingual, _ explanation: Bilingual, example: String? = nil) {
        (self.code, self.title, self.explanation, self.example) = (code, title, explanation, example)
    }
}
