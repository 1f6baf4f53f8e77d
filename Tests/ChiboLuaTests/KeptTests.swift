import ChiboLua
import ChiboTestSupport
import Testing

/// Values that the host keeps: the same until they are let go, and garbage from then on.
struct KeptTests {
    let state = LuaState(.trusted)

    @Test(arguments: 1...8) func `kept and let go in any order they are what a list would hold`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var held: [(handle: Handle, value: Int64)] = []
        var next: Int64 = 0
        for _ in 0..<3000 {
            if held.isEmpty || Int.random(in: 0..<100, using: &random) < 52 {
                held.append((keep(.integer(next)), next))
                next += 1
            } else {
                // The last one most of the time, as scopes do.
                let last = Bool.random(using: &random)
                held.remove(at: last ? held.count - 1 : Int.random(in: held.indices, using: &random))
            }
            if next % 500 == 0 { state.collectGarbage() }
        }
        #expect(held.allSatisfy { state.value(of: $0.handle.kept).integer == $0.value })
    }

    @Test func `what is let go is garbage, wherever it stood`() throws {
        let counted = Counter()
        var handles = (0..<30).map { _ in
            let probe = counted.probe()
            return keep(.function(state.makeFunction("counted") { _ in withExtendedLifetime(probe) {} }))
        }
        #expect(counted.alive == 30)
        for place in [12, 3, 0, 26] { handles.remove(at: place) }
        state.collectGarbage()
        #expect(counted.alive == 26)
        handles.removeAll()
        state.collectGarbage()
        #expect(counted.alive == 0)
    }

    @Test func `more than a stack of Lua can hold`() {
        var handles: [Handle] = []
        for number in 0..<1_100_000 { handles.append(keep(.integer(Int64(number)))) }
        for number in stride(from: 0, to: handles.count, by: 99_991) {
            #expect(state.value(of: handles[number].kept).integer == Int64(number))
        }
        handles.removeSubrange(400_000...)
        let more = (0..<200_000).map { keep(.integer(Int64(-$0))) }
        #expect(state.value(of: handles[399_999].kept) == 399_999)
        #expect(state.value(of: more[199_999].kept) == -199_999)
    }

    private func keep(_ value: LuaValue) -> Handle {
        guard let kept = state.keep(value) else { fatalError("the state is open") }
        return Handle(kept)
    }
}

/// In a class, as an array holds only what can be copied.
private final class Handle {
    let kept: LuaKept

    init(_ kept: consuming LuaKept) { self.kept = kept }
}

/// Counts the probes that are alive.
private final class Counter {
    fileprivate(set) var alive = 0

    func probe() -> Probe { Probe(self) }

    final class Probe {
        private let counter: Counter

        init(_ counter: Counter) {
            self.counter = counter
            counter.alive += 1
        }

        deinit { counter.alive -= 1 }
    }
}
