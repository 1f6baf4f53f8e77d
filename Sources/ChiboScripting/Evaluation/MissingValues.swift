import ChiboLua
import ChiboModel

extension ScriptRuntime {
    /// Notes a missing value that is no field: a rating that nobody has entered.
    func noteMissing(_ what: String) {
        // One check may ask the same of thousands of records.
        if !notedMissing.contains(what) { notedMissing.append(what) }
    }

    /// Forgets what was noted, before a check is asked.
    func forgetMissing() {
        _ = state.takeMissingReads()
        if !notedMissing.isEmpty { notedMissing = [] }
    }

    /// What the check just asked read and did not find, in words; empty where all values were there.
    func takeMissing() -> [String] {
        let reads = state.takeMissingReads()
        var names = notedMissing
        notedMissing = []
        for read in reads.first {
            guard let label = label(of: read), !names.contains(label) else { continue }
            names.append(label)
        }
        return names
    }

    private func label(of read: MissingRead) -> String? {
        guard let world = worlds[read.record.generation], let codes = world.fieldCodes[read.record.kind],
            codes.indices.contains(read.field)
        else { return nil }
        let code = codes[read.field]
        guard let kind = read.record.kind.record else { return code }
        let schema = Schema[kind]
        return schema.field(code)?.label ?? schema.derived.first { $0.code == code }?.label ?? code
    }
}
