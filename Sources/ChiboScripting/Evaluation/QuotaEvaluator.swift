import ChiboLua
package import ChiboModel

extension ScriptRuntime {
    /// Divides a quota among the records that it is for.
    package func allocate(_ definition: Definition, _ context: RunContext) throws(Diagnostic) -> Allocation {
        guard case .quota(let quota) = definition.content else { throw wrongKind(definition, .quota) }
        return try run(definition, context) { generation in
            let evaluator = QuotaEvaluator(
                runtime: self, quota: quota, snapshot: context.snapshot, generation: generation, id: definition.id)
            return Allocation(
                receipt: receipt(definition, context), title: definition.title, total: quota.total,
                method: quota.method,
                lines: try evaluator.lines())
        }
    }
}

/// One division of a quota.
private struct QuotaEvaluator {
    let runtime: ScriptRuntime
    let quota: QuotaDefinition
    let snapshot: Snapshot
    let generation: LuaGeneration
    let id: String

    func lines() throws -> [AllocationLine] {
        let kind = quota.subject.kind
        let rows = quota.subject.rows(in: snapshot)
        let pools = try rows.map { try pool(PackedValue(kind: LuaKind(kind), generation: generation, row: $0)) }
        let seats: [Int]
        do { seats = try Apportionment(quota.method).divide(quota.total, among: pools) } catch {
            throw explained(error, rows)
        }
        return try rows.enumerated().map { index, row in
            let record = PackedValue(kind: LuaKind(kind), generation: generation, row: row)
            return AllocationLine(
                subject: snapshot.id(of: row, in: kind), label: label(row), pool: pools[index].size,
                weight: pools[index].weight, floor: pools[index].floor, cap: pools[index].cap, quota: seats[index],
                attained: try quota.attained.map { try Int64(count($0, record, "attained")) })
        }
    }

    private func label(_ row: Int32) -> String {
        RecordLabels.label(of: snapshot.id(of: row, in: quota.subject.kind), quota.subject.kind, in: snapshot)
    }

    private func pool(_ record: PackedValue) throws -> ApportionmentPool {
        ApportionmentPool(
            size: Int64(try count(quota.pool, record, "pool")), weight: weight(record.row),
            floor: try quota.floor.map { try count($0, record, "floor") } ?? 0,
            cap: try quota.cap.map { try count($0, record, "cap") })
    }

    /// The whole number that a function answers for a record; a collection counts its rows.
    private func count(_ function: LuaFunction, _ record: PackedValue, _ what: String) throws -> Int {
        let value = try function.call(packed: record) { $0.value(0) }
        let number = value.rows?.count ?? value.integer.flatMap { Int(exactly: $0) }
        guard let number, number >= 0 else {
            throw Diagnostic(
                "CB-R004", .script,
                Bilingual(
                    vi:
                        "`\(what)` của \(label(record.row)) phải là một số nguyên không âm, không phải \(value.typeName)",
                    en:
                        "`\(what)` of \(label(record.row)) has to be a whole number, not negative, not a \(value.typeName)"
                ),
                place: function.definedAt.map { Diagnostic.Place(file: $0.source, line: $0.line) })
        }
        return number
    }

    private func weight(_ row: Int32) -> ExactDecimal {
        guard let field = quota.weightField, case .code(let code) = snapshot.value(quota.subject.kind, row: row, field)
        else { return ExactDecimal(1) }
        return quota.weights[code] ?? ExactDecimal(1)
    }

    /// Says which bounds cannot be kept, in the names that people use.
    private func explained(_ error: ApportionmentError, _ rows: [Int32]) -> Diagnostic {
        let text = error.message { label(rows[$0]) }
        return Diagnostic(
            "CB-Q001", .script,
            Bilingual(vi: "không chia được \"\(id)\": \(text.vi)", en: "\"\(id)\" cannot be divided: \(text.en)"),
            place: quota.pool.definedAt.map { Diagnostic.Place(file: $0.source, line: $0.line) })
    }
}
