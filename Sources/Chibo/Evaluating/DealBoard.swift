import ChiboLua
import ChiboScripting
import Synchronization

/// What the states of an evaluation see of each other: who is at which piece, and from which piece on nothing counts.
final class DealBoard: Sendable {
    private struct Seat {
        var piece: Int
        var stop: LuaStopHandle?
    }

    private struct Table {
        var seats: [Seat]
        /// The first piece that ended the evaluation; those behind it are not needed.
        var end: Int
    }

    private let deal: RecordDeal
    private let table: Mutex<Table>

    init(_ deal: RecordDeal, states: Int) {
        self.deal = deal
        let seats = (0..<states).map { Seat(piece: $0, stop: nil) }
        table = Mutex(Table(seats: seats, end: deal.count))
    }

    /// A state is ready, and can be stopped by the handle.
    func began(_ state: Int, _ stop: LuaStopHandle) { table.withLock { $0.seats[state].stop = stop } }

    /// The piece that a state is at.
    func piece(of state: Int) -> Int { table.withLock { $0.seats[state].piece } }

    /// The first or the next piece of a state; nil where it is not needed any more.
    func next(of state: Int, isFirst: Bool) -> EvaluationPiece.Order? {
        table.withLock { table in
            if !isFirst { table.seats[state].piece += table.seats.count }
            let piece = table.seats[state].piece
            return piece < table.end ? deal.order(piece) : nil
        }
    }

    /// Nothing behind a piece is needed any more: the states that are there stop at once.
    func end(at piece: Int) {
        table.withLock { table in
            table.end = min(table.end, piece)
            for seat in table.seats where seat.piece > piece { seat.stop?.stop() }
        }
    }
}
