import ChiboModel
import ChiboSandbox

/// What a process behind the locks is started for.
enum SandboxTask: Equatable {
    /// What the command line says.
    case command
    /// To say which schedules the unit has.
    case schedules
    /// To do what a schedule asks for at a nominal time, with reports into a folder.
    case scheduled(String, nominal: Instant, folder: String)

    init(_ reader: inout ByteReader) throws(GarbledBytes) {
        switch try reader.text() {
        case "command": self = .command
        case "schedules": self = .schedules
        case "scheduled":
            self = .scheduled(
                try reader.text(), nominal: Instant(seconds: try reader.number()), folder: try reader.text())
        default: throw GarbledBytes("an unknown task")
        }
    }

    func put(to writer: inout ByteWriter) {
        switch self {
        case .command: writer.put("command")
        case .schedules: writer.put("schedules")
        case .scheduled(let schedule, let nominal, let folder):
            writer.put("scheduled")
            writer.put(schedule)
            writer.put(nominal.seconds)
            writer.put(folder)
        }
    }
}
