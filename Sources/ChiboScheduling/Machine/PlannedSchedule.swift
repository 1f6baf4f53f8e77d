package import ChiboModel

/// A schedule that is ready to be followed: its definition and its timetable.
package struct PlannedSchedule: Hashable, Sendable {
    /// What the script says.
    package let definition: ScheduleDefinition
    /// When it is due.
    package let timetable: Timetable

    /// A schedule in its time zone, read from a folder of zones.
    package init(_ definition: ScheduleDefinition, zones: TimeZoneFolder = TimeZoneFolder()) throws(TimetableError) {
        let zone: TimeZoneRules
        do { zone = try zones.zone(definition.timeZone).rules } catch { throw .zone(error) }
        timetable = try Timetable(definition.trigger, in: zone, daylight: definition.daylight)
        self.definition = definition
    }

    /// When it is due, as text: an edit that changes the text makes another schedule, that never runs retroactively.
    package var fingerprint: String {
        let trigger =
            switch definition.trigger {
            case .calendar(let rule): "\(rule.every) \(rule.month) \(rule.day) \(rule.hour):\(rule.minute)"
            case .cron(let text): "cron \(text)"
            case .event(let name): "event \(name)"
            }
        return "\(trigger) \(definition.timeZone) \(definition.daylight.gap) \(definition.daylight.repeated)"
    }
}
