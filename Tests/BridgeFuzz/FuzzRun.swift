import ChiboLua
import Dispatch
import Glibc

/// One input through a state, and what must hold afterwards.
struct FuzzRun {
    /// How the script ended: a word for each known end, and what it printed.
    struct Ending: Equatable {
        var kind = "ends"
        var message = ""
        var printed: [String] = []
    }

    let input: FuzzInput
    private(set) var problems: [String] = []

    /// What a stop may need beyond the deadline, in time of the processor, under sanitizers: the longest call that
    /// cannot be interrupted is a full collection.
    static let slack: Double = 0.5

    init(_ input: FuzzInput) {
        self.input = input
    }

    /// Runs the script, again when the input asks for it, and collects what broke.
    mutating func run() {
        let first = ending()
        guard input.isRepeated, input.stopAfter == nil, !first.isTimed else { return }
        let second = ending()
        if !second.isTimed && first != second { problems.append("two runs differ: \(first) and \(second)") }
    }

    private mutating func ending() -> Ending {
        let census = FuzzCensus()
        let left = LeftState()
        let ending = ending(census, left)
        // Whatever a jump over one of the host's frames leaves behind holds its state.
        if left.state != nil { problems.append("something still holds the state") }
        if census.living != 0 { problems.append("\(census.living) objects outlived their state") }
        return ending
    }

    private mutating func ending(_ census: FuzzCensus, _ left: LeftState) -> Ending {
        let lines = Lines()
        let state = LuaState(input.policy) { lines.all.append($0) }
        left.state = state
        // The host's own scripts are not what the deadline is for.
        let host = state.withDeadline(nil) { FuzzHost(state, census) }
        var ending = Ending()
        let began = processorTime()
        stopLater(state)
        state.failAllocation(input.failingAllocation > 0 ? input.failingAllocation : -1)
        do throws(LuaError) {
            try state.load(input.script, name: "fuzz.lua").call()
        } catch {
            ending.kind = word(for: error.kind)
            ending.message = error.description
            _ = error.traceback
        }
        state.failAllocation(-1)
        check(state, host, processorTime() - began)
        host.forget()
        state.close()
        problems += host.problems
        ending.printed = lines.all
        return ending
    }

    private mutating func check(_ state: LuaState, _ host: FuzzHost, _ time: Double) {
        let deadline = input.policy.deadline.map { Double($0.components.attoseconds) / 1e18 } ?? 0
        if time > deadline + Self.slack { problems.append("control came back after \(time) s of \(deadline) s") }
        if state.memoryUsed > input.policy.memory + FuzzHost.overdraft {
            problems.append("\(state.memoryUsed) bytes are in use of \(input.policy.memory)")
        }
        _ = state.takeMissingReads()
        host.forget()
        state.collectGarbage()
        do throws(LuaError) {
            let answer = try state.load("return 1 + 1", name: "after.lua").call()
            if answer != [2] { problems.append("afterwards 1 + 1 is \(answer)") }
        } catch {
            // Globals of the script may fill the memory, a loaded machine may use up a deadline of milliseconds, and
            // the other thread's stop may come only now.
            switch error.kind {
            case .memory, .stopped(.deadline): break
            case .stopped(.instructions) where input.policy.instructions ?? .max < 4096: break
            case .stopped(.cancelled) where input.stopAfter != nil: break
            default: problems.append("afterwards the state fails: \(error)")
            }
        }
    }

    private func stopLater(_ state: LuaState) {
        guard let delay = input.stopAfter else { return }
        let handle = state.stopHandle
        let microseconds = Int(delay.components.attoseconds / 1_000_000_000_000)
        DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds(microseconds)) { handle.stop() }
    }

    private func word(for kind: LuaError.Kind) -> String {
        switch kind {
        case .syntax: "syntax"
        case .runtime: "error"
        case .memory: "memory"
        case .host: "host"
        case .stopped(let reason): "stopped by \(reason)"
        }
    }
}

extension FuzzRun.Ending {
    /// The clock decided, or memory, whose use depends on when garbage is collected.
    fileprivate var isTimed: Bool { kind.hasPrefix("stopped by") || kind == "memory" }
}

/// The state of a run, which nobody must hold afterwards.
private final class LeftState {
    weak var state: LuaState?
}

/// What was printed.
private final class Lines {
    var all: [String] = []
}

/// Seconds of the processor that this thread used: what others do on the machine does not count.
private func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
