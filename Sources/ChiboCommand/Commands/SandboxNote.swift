import Chibo
import ChiboSandbox

/// What a process behind the locks tells its host beside results and messages.
///
/// It may have been taken over: what it says is checked as if a stranger had written it.
enum SandboxNote: Equatable {
    /// What a run is to leave in the store.
    case receipt(RunReceipt)
    /// The unit's schedules, and its time zone.
    case schedules([ScheduleDefinition], zone: String)
    /// Why a scheduled run failed, for its history.
    case failure(String)

    init(_ bytes: [UInt8]) throws(GarbledBytes) {
        var reader = ByteReader(bytes)
        switch try reader.text() {
        case "receipt": self = .receipt(try RunReceipt(sandboxed: &reader))
        case "schedules":
            let (zone, count) = (try reader.text(), try reader.number())
            guard zone.utf8.count < 100, 0...1000 ~= count else { throw GarbledBytes("schedules that cannot be") }
            var definitions: [ScheduleDefinition] = []
            for _ in 0..<count { definitions.append(try ScheduleDefinition(sandboxed: &reader)) }
            self = .schedules(definitions, zone: zone)
        case "failure": self = .failure(ControlCharacters.neutralised(String(try reader.text().prefix(500))))
        default: throw GarbledBytes("an unknown note")
        }
        try reader.finish()
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        switch self {
        case .receipt(let receipt):
            writer.put("receipt")
            receipt.put(to: &writer)
        case .schedules(let definitions, let zone):
            writer.put("schedules")
            writer.put(zone)
            writer.put(Int64(definitions.count))
            for definition in definitions { definition.put(to: &writer) }
        case .failure(let reason):
            writer.put("failure")
            writer.put(reason)
        }
        return writer.bytes
    }
}

extension RunReceipt {
    fileprivate init(sandboxed reader: inout ByteReader) throws(GarbledBytes) {
        let texts = try reader.texts()
        let version = DataVersion(try reader.number())
        guard texts.count == 6, texts.allSatisfy({ $0.utf8.count < 1 << 16 }), let day = CalendarDate(iso: texts[3]),
            ["evaluate", "allocate", "plan", "report"].contains(texts[0])
        else { throw GarbledBytes("a receipt that cannot be") }
        // The version of the host is known here and is not asked of the child.
        self.init(
            kind: texts[0], definition: texts[1], scriptHash: texts[2], dataVersion: version, asOf: day,
            parameters: texts[4], hostVersion: ScriptHost.version, outputHash: texts[5])
    }

    fileprivate func put(to writer: inout ByteWriter) {
        writer.put([kind, definition, scriptHash, asOf.iso, parameters, outputHash])
        writer.put(dataVersion.number)
    }
}

/// Numbers are bounded where they are read, so that no later sum of them overflows; a timetable checks the rest itself.
extension ScheduleDefinition {
    fileprivate init(sandboxed reader: inout ByteReader) throws(GarbledBytes) {
        let texts = try reader.texts()
        guard texts.count == 5, texts.allSatisfy({ $0.utf8.count < 500 }),
            let overlap = OverlapPolicy(rawValue: texts[2]), let gap = DaylightPolicy.Gap(rawValue: texts[3]),
            let repeated = DaylightPolicy.Repeat(rawValue: texts[4])
        else { throw GarbledBytes("a schedule that cannot be") }
        let trigger = try ScheduleTrigger(sandboxed: &reader)
        self.init(
            id: texts[0], trigger: trigger, timeZone: texts[1],
            catchUpWindow: try reader.number(within: 0...1 << 40), catchUpLimit: try reader.number(within: 0...1 << 20),
            overlap: overlap, timeout: try reader.number(within: 1...1 << 40),
            retries: try reader.number(within: 0...1 << 20), backoff: try reader.number(within: 0...1 << 40),
            daylight: DaylightPolicy(gap: gap, repeated: repeated))
    }

    fileprivate func put(to writer: inout ByteWriter) {
        writer.put([id, timeZone, overlap.rawValue, daylight.gap.rawValue, daylight.repeated.rawValue])
        trigger.put(to: &writer)
        for number in [catchUpWindow, catchUpLimit, timeout, retries, backoff] { writer.put(Int64(number)) }
    }
}

extension ScheduleTrigger {
    fileprivate init(sandboxed reader: inout ByteReader) throws(GarbledBytes) {
        let (kind, text) = (try reader.text(), try reader.text())
        guard text.utf8.count < 500 else { throw GarbledBytes("a trigger that cannot be") }
        switch kind {
        case "cron": self = .cron(text)
        case "event": self = .event(text)
        default:
            guard let every = Span(rawValue: text) else { throw GarbledBytes("a trigger that cannot be") }
            self = .calendar(try CalendarRule(every, kind, &reader))
        }
    }

    fileprivate func put(to writer: inout ByteWriter) {
        switch self {
        case .cron(let text): for word in ["cron", text] { writer.put(word) }
        case .event(let name): for word in ["event", name] { writer.put(word) }
        case .calendar(let rule):
            let (kind, day) = rule.day.sandboxed
            for word in [kind, rule.every.rawValue] { writer.put(word) }
            for number in [day, rule.month, rule.hour, rule.minute] { writer.put(Int64(number)) }
        }
    }
}

extension CalendarRule {
    fileprivate init(_ every: Span, _ kind: String, _ reader: inout ByteReader) throws(GarbledBytes) {
        let number = try reader.number(within: -1 << 20...1 << 20)
        let days: [String: Day] = ["nth": .nth(number), "last": .last, "weekday": .weekday(number)]
        guard let day = days[kind] else { throw GarbledBytes("a day that cannot be") }
        self.init(
            every: every, month: try reader.number(within: -1 << 20...1 << 20), day: day,
            hour: try reader.number(within: 0...23), minute: try reader.number(within: 0...59))
    }
}

extension CalendarRule.Day {
    fileprivate var sandboxed: (kind: String, number: Int) {
        switch self {
        case .nth(let number): ("nth", number)
        case .last: ("last", 0)
        case .weekday(let number): ("weekday", number)
        }
    }
}

extension ByteReader {
    /// The next number, which has to lie within bounds.
    fileprivate mutating func number(within bounds: ClosedRange<Int>) throws(GarbledBytes) -> Int {
        guard let number = Int(exactly: try number()), bounds.contains(number) else {
            throw GarbledBytes("a number out of bounds")
        }
        return number
    }
}
