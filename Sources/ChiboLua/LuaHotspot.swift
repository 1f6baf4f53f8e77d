import CLuaBridge
import Synchronization

/// The place that a run was most often found at.
///
/// Samples are taken every 10 ms of the second half of a run's time, so that a script that ends in time pays nothing.
public struct LuaHotspot: Sendable, Hashable {
    /// The chunk's name.
    public let source: String
    /// The line, from 1; 0 where all that is known is what was running.
    public let line: Int
    /// How many samples found it there, at least.
    public let samples: Int
    /// How many samples were taken.
    public let total: Int

    /// A place from its parts.
    package init(source: String, line: Int, samples: Int, total: Int) {
        (self.source, self.line, self.samples, self.total) = (source, line, samples, total)
    }
}

extension LuaHotspot {
    /// The hottest of a run's samples; nil where there are none.
    init?(_ samples: UnsafePointer<clb_samples>) {
        var place = clb_sample()
        guard unsafe clb_hottest(samples, &place) else { return nil }
        let name = unsafe withUnsafeBytes(of: place.source) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        let total = unsafe samples.pointee.taken
        self.init(source: name, line: Int(place.line), samples: Int(place.count), total: Int(total))
    }
}

extension LuaState {
    /// The hottest place of the run that goes on, or was the last; nil where no sample was taken of it.
    package var hotspot: LuaHotspot? {
        guard let core = unsafe core, let samples = unsafe clb_samples_of(core) else { return nil }
        return unsafe LuaHotspot(samples)
    }

    /// Says what begins to run, for the case that no sample is ever taken of it.
    package func noteBeginning(of name: String) {
        if let core = unsafe core { unsafe clb_note_beginning(core, name) }
    }
}

/// Memory that several states write samples of their runs to, each to a seat of its own, and another process reads.
@safe package final class LuaSampleBoard: Sendable {
    private let address: UInt
    private let seats: Int
    private let taken = Atomic(0)

    /// A board over memory of zeros that lives as long as the process.
    ///
    /// Nil where it has no room for one state.
    @unsafe package init?(_ memory: UnsafeMutableRawBufferPointer) {
        seats = memory.count / MemoryLayout<clb_samples>.stride
        address = UInt(bitPattern: memory.baseAddress)
        if seats == 0 { return nil }
    }

    /// A seat; states made much later get those of earlier ones again.
    var nextSeat: UnsafeMutablePointer<clb_samples> {
        let seat = taken.add(1, ordering: .relaxed).oldValue % seats
        guard let first = unsafe UnsafeMutablePointer<clb_samples>(bitPattern: address) else {
            preconditionFailure("memory with room for a seat has an address")
        }
        return unsafe first + seat
    }

    /// What the board of a process says, which is not trusted: the place of most samples.
    package static func hottest(in bytes: [UInt8]) -> LuaHotspot? {
        let size = MemoryLayout<clb_samples>.stride
        var best: LuaHotspot?
        for start in stride(from: 0, through: bytes.count - size, by: size) {
            var samples = clb_samples()
            unsafe withUnsafeMutableBytes(of: &samples) { unsafe $0.copyBytes(from: bytes[start..<start + size]) }
            guard samples.used > 0, let place = unsafe LuaHotspot(&samples), place.line >= 0 else { continue }
            if best.map({ $0.samples < place.samples }) ?? true { best = place }
        }
        return best
    }
}
