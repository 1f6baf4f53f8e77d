package import ChiboModel
package import ChiboScripting

extension ScriptHost {
    /// The numbers of the rule packs, each with its document: the regulations first, the unit's own over them.
    package func rules() throws(Diagnostic) -> [RuleListing] { try runtime.ruleListings() }
}
