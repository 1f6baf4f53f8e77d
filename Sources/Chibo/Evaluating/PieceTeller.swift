import ChiboLua
import ChiboModel
import ChiboScripting

/// Takes the pieces of an evaluation as they come, and tells of them in the order of the records.
struct PieceTeller {
    /// What a piece came to, and what it printed.
    private typealias Outcome = (lines: [PrintedLine], result: Result<EvaluationPiece, Diagnostic>)

    private let deal: RecordDeal
    private let log: (String) -> Void
    private let progress: (Int, Int) -> Void
    /// What printing too much is told as.
    private let overflow: (LuaFrame?) -> Diagnostic
    /// How many bytes all states together may still print: what one state may.
    private var room: Int

    private var outcomes: [Int: Outcome] = [:]
    /// How many pieces have been told of.
    private var told = 0
    /// The first piece that ended the evaluation, as far as is known.
    private(set) var end: Int?
    /// The digest of the pieces told of, made while the states work on the next ones.
    private var digest = EvaluationDigest()

    init(
        _ deal: RecordDeal, output: Int, log: @escaping (String) -> Void, progress: @escaping (Int, Int) -> Void,
        overflow: @escaping (LuaFrame?) -> Diagnostic
    ) {
        (self.deal, self.log, self.progress, self.overflow) = (deal, log, progress, overflow)
        room = output
    }

    /// Takes what a piece came to.
    mutating func take(_ index: Int, _ lines: [PrintedLine], _ result: Result<EvaluationPiece, Diagnostic>) {
        outcomes[index] = (lines, result)
        if case .failure = result { finish(at: index) }
        while told <= end ?? deal.count, let outcome = outcomes[told] {
            let result = show(outcome.lines).map { .failure(overflow($0.place)) } ?? outcome.result
            outcomes[told] = ([], result)
            guard case .success(let piece) = result else { return finish(at: told) }
            digest.add(piece.verdicts)
            told += 1
            progress(min(told * deal.pieceSize, deal.rows.count), deal.rows.count)
        }
    }

    private mutating func finish(at index: Int) { end = min(end ?? index, index) }

    /// Shows lines as far as there is room; the first for which there is none.
    private mutating func show(_ lines: [PrintedLine]) -> PrintedLine? {
        for line in lines {
            // As a state counts, with the line's end.
            if line.text.utf8.count >= room { return line }
            room -= line.text.utf8.count + 1
            log(line.text)
        }
        return nil
    }

    /// The pieces in their order and the digest of all, once all states have left.
    func result() throws(Diagnostic) -> (pieces: [EvaluationPiece], digest: String) {
        var pieces: [EvaluationPiece] = []
        for index in 0..<min(deal.count, (end ?? deal.count) + 1) {
            guard let outcome = outcomes[index] else { preconditionFailure("every piece before the end has come") }
            pieces.append(try outcome.result.get())
        }
        return (pieces, digest.text)
    }
}
