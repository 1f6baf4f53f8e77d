import ChiboLua
import ChiboModel

/// A total to be divided among the records of one kind.
struct QuotaDefinition {
    let total: Int
    let subject: SubjectKind
    let pool: LuaFunction
    let floor: LuaFunction?
    let cap: LuaFunction?
    let weightField: String?
    let weights: [String: ExactDecimal]
    let method: ApportionmentMethod
    let attained: LuaFunction?

    static let keys =
        DefinitionHead.keys + [
            "total", "among", "pool", "floor", "cap", "weight_by", "weight", "method", "attained",
        ]

    init(_ reader: TableReader) throws(Diagnostic) {
        try reader.allow(QuotaDefinition.keys)
        guard let total = try reader.optionalInteger("total"), total >= 0 else {
            throw reader.missing("total", "số nguyên không âm", "a whole number, not negative")
        }
        self.total = total
        subject = try SubjectKind(reader, key: "among")
        pool = try reader.function("pool")
        floor = try reader.optionalFunction("floor")
        cap = try reader.optionalFunction("cap")
        attained = try reader.optionalFunction("attained")
        method = try reader.optionalWord("method", as: ApportionmentMethod.self) ?? .largest_remainder
        weightField = try reader.optionalText("weight_by")
        weights = try QuotaDefinition.weights(reader, field: weightField, of: subject.kind)
    }

    private static func weights(
        _ reader: TableReader, field: String?, of kind: RecordKind
    ) throws(Diagnostic) -> [String: ExactDecimal] {
        guard let table = try reader.optionalTable("weight") else { return [:] }
        guard let field, let definition = Schema[kind].field(field), case .code(let list) = definition.type else {
            throw reader.problem(
                "CB-C008", vi: "`weight` cần `weight_by` là một trường có mã, ví dụ \"type\"",
                en: "`weight` needs `weight_by` to be a field with codes, such as \"type\"")
        }
        var weights: [String: ExactDecimal] = [:]
        for (key, value) in table.table.pairs {
            guard let code = key.text, list.codes.contains(code) else {
                throw table.unknownWord(field, key.text ?? key.typeName, list.codes)
            }
            guard let weight = TableReader.decimal(value), weight.units > 0 else {
                throw table.wrongType(code, value, "một số dương", "a positive number")
            }
            weights[code] = weight
        }
        return weights
    }
}
