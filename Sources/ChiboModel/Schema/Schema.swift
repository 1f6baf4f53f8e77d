/// The one table of what the host knows: from it come storage, Lua fields, import synonyms, documentation and types.
public enum Schema {
    /// The schema of a kind.
    public static subscript(kind: RecordKind) -> RecordSchema { all[Int(kind.rawValue)] }

    /// All kinds, in the order of ``RecordKind``.
    public static let all: [RecordSchema] = [
        unit, adminUnit, member, rating, meeting, transfer, candidate, stage, admission, assignment, document,
        assessment, campaign, progress, event,
        unitAlias, headcount, delegation, introducer, reward, discipline, commitment, screeningCase, caseStep,
        residenceNote, paper, dues, attendance, trainingClass, enrolment, supervision, visit, inspection, feedback,
        issue, registration, registrationResult, plan, planLink, target, targetRevision, task, submission, recipient,
    ]
}
