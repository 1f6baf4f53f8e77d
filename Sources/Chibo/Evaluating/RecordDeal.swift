import ChiboScripting

/// How the records of an evaluation are dealt to states: in pieces, one after the other to each state in turn.
///
/// Who gets which piece follows from the numbers here alone, so that also a script that keeps something between records
/// answers the same whenever it is run again.
struct RecordDeal: Sendable {
    /// The rows that the evaluation is about, in the order in which they are asked about.
    let rows: [Int32]
    /// How many states take part.
    let states: Int
    /// How many records make a piece.
    let pieceSize: Int

    /// The most records of a piece: few enough that states come to their ends together, enough that handing over a piece
    /// costs nothing beside it.
    private static let largestPiece = 256
    /// How many pieces each state should have at least, so that a slow one does not leave the others idle.
    private static let piecesPerState = 4

    /// Records in their order, dealt to so many states.
    init(_ rows: [Int32], states: Int) {
        (self.rows, self.states) = (rows, states)
        let fair = rows.count / (states * RecordDeal.piecesPerState)
        pieceSize = max(1, min(RecordDeal.largestPiece, fair))
    }

    /// How many pieces there are.
    var count: Int { (rows.count + pieceSize - 1) / pieceSize }

    /// A piece; nil past the last one.
    func order(_ index: Int) -> EvaluationPiece.Order? {
        guard index < count else { return nil }
        let start = index * pieceSize
        return EvaluationPiece.Order(index: index, rows: rows[start..<min(rows.count, start + pieceSize)])
    }

    /// How much work each of two states has to have, before a second one is worth its making: a state with its scripts
    /// loaded and its records mounted costs what judging some hundred records does.
    static let worthwhile = 1000

    /// How many states to use for so much work, where nobody said so.
    static func states(for work: Int, cores: Int) -> Int { max(1, min(cores, work / worthwhile)) }
}
