import ChiboModel
import ChiboScheduling
import ChiboTestSupport
import Foundation
import Testing

/// A zone of the system.
func zone(_ name: String) throws -> TimeZoneRules { try TimeZoneFolder().zone(name).rules }

/// A local reading written as `2023-04-05T07:30` or with seconds.
func local(_ text: String) throws -> LocalTime {
    let halves = text.split(separator: "T")
    let time = try halves[1].split(separator: ":").map { try #require(Int($0)) }
    return LocalTime(
        try #require(CalendarDate(iso: halves[0])), hour: time[0], minute: time[1], second: time.count > 2 ? time[2] : 0
    )
}

/// A moment written in UTC.
func utc(_ text: String) throws -> Instant { Instant(seconds: try local(text).seconds) }

/// The first moment at which a zone's clock shows a reading.
func moment(_ text: String, in zone: TimeZoneRules) throws -> Instant { zone.firstValid(try local(text)) }

/// Runs a Python program on lines of input and returns the lines of its output.
func oracle(_ program: String, _ lines: [String]) throws -> [[Substring]] {
    let folder = try TemporaryFolder()
    let input = try folder.write(lines.joined(separator: "\n"), to: "input")
    let result = try Oracle.python(program, [input])
    try #require(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map { $0.split(separator: "|", omittingEmptySubsequences: false) }
}

/// The bytes of a file.
func readFile(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
