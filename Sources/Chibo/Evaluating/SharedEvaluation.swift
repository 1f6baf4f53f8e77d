import ChiboLua
import ChiboModel
import ChiboScripting

/// One evaluation by several states side by side, each on a thread of its own over the same snapshot.
///
/// The thread that asked for it reads the store, shows lines and progress, and puts the pieces together in the order of the
/// records: what comes out does not tell how many states there were.
struct SharedEvaluation {
    /// What a state tells the thread that waits.
    private enum Word: Sendable {
        case finished(EvaluationPiece, [PrintedLine])
        case failed(piece: Int, [PrintedLine], Diagnostic)
        case wants(CalendarDate, Mailbox<Result<Snapshot, Diagnostic>>)
        case left
    }

    private let job: EvaluationJob
    private let deal: RecordDeal
    private let words = Mailbox<Word>()

    init(_ job: EvaluationJob, _ deal: RecordDeal) { (self.job, self.deal) = (job, deal) }

    /// Asks about all records; nil where the system has no thread to give.
    ///
    /// - Parameters:
    ///   - snapshotAt: The records on another day, for scripts that ask for them.
    ///   - teller: Gets what scripts print and how far they are.
    /// - Returns: The pieces in their order, and their digest.
    /// - Throws: What ended the evaluation; of several ends the one that comes first in the order of the records.
    func pieces(
        snapshotAt: (CalendarDate) throws(Diagnostic) -> Snapshot, _ teller: inout PieceTeller
    ) throws(Diagnostic) -> (pieces: [EvaluationPiece], digest: String)? {
        let seats = Mailbox<(state: Int, board: DealBoard)>()
        var threads: [WorkerThread] = []
        while threads.count < deal.states, let thread = WorkerThread({ [self] in work(seats) }) {
            threads.append(thread)
        }
        if threads.isEmpty { return nil }
        let board = DealBoard(deal, states: threads.count)
        for state in threads.indices { seats.put((state, board)) }
        listen(to: threads.count, board, snapshotAt, &teller)
        threads.forEach { $0.join() }
        return try teller.result()
    }

    private func listen(
        to states: Int, _ board: DealBoard, _ snapshotAt: (CalendarDate) throws(Diagnostic) -> Snapshot,
        _ teller: inout PieceTeller
    ) {
        var left = 0
        while left < states {
            switch words.take() {
            case .finished(let piece, let lines): teller.take(piece.index, lines, .success(piece))
            case .failed(let piece, let lines, let diagnostic): teller.take(piece, lines, .failure(diagnostic))
            case .wants(let date, let reply):
                reply.put(Result { () throws(Diagnostic) in try snapshotAt(date) })
            case .left: left += 1
            }
            if let end = teller.end { board.end(at: end) }
        }
    }
}

/// On the threads of the states.
extension SharedEvaluation {
    private func work(_ seats: Mailbox<(state: Int, board: DealBoard)>) {
        defer { words.put(.left) }
        let (state, board) = seats.take()
        var lines: [PrintedLine] = []
        var isFirst = true
        do throws(Diagnostic) {
            try job.takePart(
                snapshotAt: ask, log: { lines.append($0) }, began: { board.began(state, $0) },
                next: {
                    defer { isFirst = false }
                    return board.next(of: state, isFirst: isFirst)
                },
                finished: { piece in
                    words.put(.finished(piece, lines))
                    lines = []
                })
        } catch { words.put(.failed(piece: board.piece(of: state), lines, error)) }
    }

    /// The records on another day, from the thread that may read the store.
    private func ask(_ date: CalendarDate) throws(Diagnostic) -> Snapshot {
        let reply = Mailbox<Result<Snapshot, Diagnostic>>()
        words.put(.wants(date, reply))
        return try reply.take().get()
    }
}
