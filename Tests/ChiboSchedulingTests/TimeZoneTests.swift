import ChiboModel
import ChiboScheduling
import ChiboTestSupport
import Testing

struct TimeZoneTests {
    /// Moments and readings near the changes of every zone that the system has, and at random, from 1890 to 2200.
    static let program = """
        import zoneinfo, random, datetime as d
        random.seed(7)
        epoch = d.datetime(1970, 1, 1, tzinfo=d.timezone.utc)
        naive = d.datetime(1970, 1, 1)
        for name in sorted(zoneinfo.available_timezones()):
            if name in ('localtime', 'posixrules', 'Factory'): continue
            zone = zoneinfo.ZoneInfo(name)
            times = [random.randrange(-2524521600, 7258118400) for _ in range(12)]
            # Where the offset differs from the day before lies a change: look around it, to the second.
            for year in random.sample(range(1900, 2120), 6):
                start = int((d.datetime(year, 1, 1) - naive).total_seconds())
                def offset(t): return int((epoch + d.timedelta(seconds=t)).astimezone(zone).utcoffset().total_seconds())
                for day in range(0, 365):
                    low, high = start + day * 86400, start + (day + 1) * 86400
                    if offset(low) == offset(high): continue
                    while high - low > 1:
                        middle = (low + high) // 2
                        if offset(middle) == offset(low): low = middle
                        else: high = middle
                    times += [low, high, high + 1800, low - 1800]
            for t in times:
                at = (epoch + d.timedelta(seconds=t)).astimezone(zone)
                seconds = int(at.utcoffset().total_seconds())
                local = t + seconds + random.choice([0, 1800, -1800, 3600])
                found = set()
                for fold in (0, 1):
                    reading = (naive + d.timedelta(seconds=local)).replace(tzinfo=zone, fold=fold)
                    back = reading.astimezone(d.timezone.utc)
                    if back.astimezone(zone).replace(tzinfo=None) == reading.replace(tzinfo=None):
                        found.add(int((back - epoch).total_seconds()))
                print(name, t, seconds, at.tzname(), local, ' '.join(map(str, sorted(found))), sep='|')
        """

    @Test func `every zone of the system shows the time that Python shows, both ways`() throws {
        let lines = try oracle(TimeZoneTests.program, [])
        #expect(lines.count > 10000)
        var zones: [Substring: TimeZoneRules] = [:]
        for line in lines {
            let rules = try zones[line[0]] ?? zone(String(line[0]))
            zones[line[0]] = rules
            let instant = Instant(seconds: try #require(Int64(line[1])))
            let offset = rules.segment(at: instant).offset
            #expect(offset.seconds == Int(line[2]), "\(line)")
            #expect(offset.abbreviation == line[3], "\(line)")
            let reading = LocalTime(seconds: try #require(Int64(line[4])))
            let found = rules.instants(forLocal: reading).map { String($0.seconds) }.joined(separator: " ")
            #expect(found == line[5], "\(line)")
        }
    }

    @Test func `segments join without a hole and hold their moments`() throws {
        var random = SeededGenerator(seed: 1)
        for name in [
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Ho_Chi_Minh", "Africa/Casablanca",
        ] {
            let rules = try zone(name)
            for _ in 0..<500 {
                let instant = Instant(seconds: Int64.random(in: -3_000_000_000...9_000_000_000, using: &random))
                let segment = rules.segment(at: instant)
                #expect(segment.contains(instant))
                if let end = segment.end { #expect(rules.segment(at: end).start == end) }
                #expect(rules.instants(forLocal: rules.local(instant)).contains(instant))
            }
        }
    }

    @Test func `a reading in a gap is first valid when the clock has jumped`() throws {
        let berlin = try zone("Europe/Berlin")
        #expect(berlin.instants(forLocal: try local("2023-03-26T02:30")).isEmpty)
        #expect(berlin.firstValid(try local("2023-03-26T02:30")) == (try utc("2023-03-26T01:00")))
        #expect(
            berlin.instants(forLocal: try local("2023-10-29T02:30"))
                == [try utc("2023-10-29T00:30"), try utc("2023-10-29T01:30")])
        // A whole day that Samoa never had.
        let apia = try zone("Pacific/Apia")
        #expect(apia.firstValid(try local("2011-12-30T12:00")) == (try utc("2011-12-30T10:00")))
    }

    @Test(arguments: [
        "../etc/passwd", "/etc/passwd", "Asia/../../etc/passwd", "", "Asia//Tokyo", "Asia/", ".hidden", "a\0b",
        "Asia/Tokyo\n", "tzdata.zi", "A/B/C/D",
    ])
    func `a name that may lead out of the folder is refused`(name: String) {
        let problem = #expect(throws: TimeZoneProblem.self) { try TimeZoneFolder().zone(name) }
        #expect(problem?.cause == .badName)
    }

    @Test func `without tzdata the zones of Viet Nam still work, with a note`() throws {
        let folder = TimeZoneFolder(path: try TemporaryFolder().path)
        let saigon = try folder.zone("Asia/Ho_Chi_Minh")
        #expect(saigon.note?.cause == .missing)
        #expect(saigon.rules.local(try utc("2026-11-21T00:00")) == (try local("2026-11-21T07:00")))
        let problem = #expect(throws: TimeZoneProblem.self) { try folder.zone("Europe/Berlin") }
        #expect(problem?.message.vi.contains("apt install tzdata") == true)
        #expect(problem?.message.en.contains("Europe/Berlin") == true)
        #expect(try TimeZoneFolder().zone("Asia/Ho_Chi_Minh").note == nil)
    }

    @Test func `the built-in zone agrees with the system's file since 1976`() throws {
        let system = try zone("Asia/Ho_Chi_Minh")
        let folder = TimeZoneFolder(path: try TemporaryFolder().path)
        let builtIn = try folder.zone("Asia/Ho_Chi_Minh").rules
        for year in 1976...2100 {
            let instant = try utc("\(year)-07-01T12:00")
            #expect(system.local(instant) == builtIn.local(instant))
        }
    }

    @Test func `a damaged file is an error, never a wrong hour or a crash`() throws {
        let path = TimeZoneFolder.system + "/Europe/Berlin"
        let bytes = [UInt8](try #require(try? readFile(path)))
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: TimeZoneFile.Fault.self) { try TimeZoneFile.parse(Array(bytes[..<length]), name: "x") }
        }
        var random = SeededGenerator(seed: 3)
        for _ in 0..<3000 {
            var damaged = bytes
            for _ in 0..<4 {
                damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let rules = try? TimeZoneFile.parse(damaged, name: "x") else { continue }
            let instant = Instant(seconds: Int64.random(in: -5_000_000_000...9_000_000_000, using: &random))
            #expect(rules.segment(at: instant).contains(instant))
            _ = rules.instants(forLocal: rules.local(instant))
        }
    }

    @Test(arguments: [
        ("EST5EDT,M3.2.0,M11.1.0", "2300-07-01T12:00", -4), ("EST5EDT,M3.2.0,M11.1.0", "2300-01-01T12:00", -5),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2300-07-01T12:00", -1), ("<+07>-7", "2300-07-01T12:00", 7),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2300-01-01T12:00", 0), ("XXX3YYY,J60/0,J300/0", "2304-03-01T12:00", -2),
        ("XXX3YYY,59/0,300/0", "2304-02-29T12:00", -2), ("XXX3EDT4,0/0,J365/23", "2300-08-01T12:00", -4),
    ])
    func `the rule for later years is read in every form of the standard`(rule: String, at: String, hours: Int) throws {
        let rules = try TimeZoneFile.parse(versionTwoFile(footer: rule), name: "x")
        #expect(rules.segment(at: try utc(at)).offset.seconds == hours * 3600)
    }

    @Test(arguments: ["EST", "E5", "EST5EDT", "EST5EDT,M13.1.0,M11.1.0", "EST5,", "<+07-7", "EST99", "EST5EDT,M3.2.0"])
    func `a rule for later years that is none is refused`(rule: String) {
        #expect(throws: TimeZoneFile.Fault.footer(rule)) {
            try TimeZoneFile.parse(versionTwoFile(footer: rule), name: "x")
        }
    }

    /// The smallest file of version 2: one type, no change, and a rule.
    private func versionTwoFile(footer: String) -> [UInt8] {
        let header: [UInt8] = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
        let block: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("LMT".utf8) + [0]
        return header + counts + block + header + counts + block + [10] + Array(footer.utf8) + [10]
    }
}
