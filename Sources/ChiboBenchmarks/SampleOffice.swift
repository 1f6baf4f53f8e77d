import Chibo
import ChiboModel
import Glibc

/// An office's spreadsheets of 50,000 members, and a store with them, made once for all benchmarks that need them.
///
/// Another process makes them, so that their making is no part of a benchmark's peak of memory.
struct SampleOffice {
    static let members = 50_000

    /// Where the files are.
    let folder: String

    /// The unit whose scripts read them.
    static let unit = "Scripts/units/neu"

    /// The spreadsheets; made in the temporary folder where they are not there yet.
    static func ready() throws -> SampleOffice {
        let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        let office = SampleOffice(folder: "\(place)/chibo-bench-\(getuid())-\(ScriptHost.version)-\(members)")
        if unsafe access(office.folder + "/complete", F_OK) != 0 {
            _ = try runSelf(["--sample-office", office.folder])
        }
        return office
    }

    /// Makes the spreadsheets and the stores in a folder: what `--sample-office` does.
    static func make(in folder: String) throws {
        let office = SampleOffice(folder: folder)
        let files = try DemoData.write(unit: "neu", members: members, seed: 1, into: folder)
        for name in ["units", "full"] { office.remove(name) }
        for (name, wanted) in [("units", files.prefix(2)), ("full", files[...])] {
            let host = try office.host(name)
            for file in wanted { _ = try host.commit(try host.readRoster(file.id, file: file.path)) }
        }
        unsafe close(open(folder + "/complete", O_CREAT | O_WRONLY, 0o600))
    }

    /// A host over one of the stores: `units` knows the branches, `full` everything.
    func host(_ store: String) throws -> ScriptHost {
        try ScriptHost(unit: SampleOffice.unit, store: try SQLiteStore(path: "\(folder)/\(store).sqlite"))
    }

    /// A copy of a store, for a benchmark that writes.
    func copy(_ store: String, as name: String) throws {
        remove(name)
        for suffix in ["", "-wal"] {
            guard let source = unsafe fopen("\(folder)/\(store).sqlite\(suffix)", "r") else { continue }
            defer { unsafe fclose(source) }
            guard let target = unsafe fopen("\(folder)/\(name).sqlite\(suffix)", "w") else {
                throw BenchmarkFailure("\(folder) cannot be written to")
            }
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = unsafe fread(&buffer, 1, buffer.count, source), count > 0 {
                unsafe fwrite(buffer, 1, count, target)
            }
            unsafe fclose(target)
        }
    }

    private func remove(_ store: String) {
        for suffix in ["", "-wal", "-shm"] { unsafe unlink("\(folder)/\(store).sqlite\(suffix)") }
    }
}
