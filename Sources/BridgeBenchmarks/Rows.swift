extension Row {
    /// The rows of the table.
    static func all(_ ours: Ours, _ floor: Floor, _ verdicts: (ours: Verdicts, floor: Verdicts)) throws -> [Row] {
        let properties = [("points", "number"), ("paid", "boolean"), ("joined", "date"), ("grade", "short text")]
        var rows = try properties.map { field, what in
            try loop("\(what) of a record", "x = m.\(field)", .ratio(1.15), ours, floor)
        }
        rows += [
            try loop("method with one argument", "x = m:age_on(i)", .ratio(1.2), ours, floor),
            try loop("typed function of two integers", "x = add(i, 1)", .ratio(1.5), ours, floor),
            try loop("error caught by pcall", "pcall(fail)", .ratio(1.5), ours, floor),
            Row(
                "Lua function of two numbers called", .ratio(1.3), ours: try ours.calls(twoNumbers),
                floor: try floor.calls(twoNumbers)),
            Row("handle kept and released", .nanoseconds(15), ours: try ours.keeping(), floor: floor.references),
            Row("handle as an object", .none, ours: try ours.handles(), floor: floor.references),
            try loop("method through LuaCall", "x = m:has_tag('safety')", .none, ours, floor),
            try loop("property of an instance", "x = o.points", over: "x = m.points", ours, floor),
            try loop("property by key path", "x = o.points_by_path", over: "x = m.points", ours, floor),
            try loop("method of an instance", "x = o:age_on(i)", over: "x = m:age_on(i)", ours, floor),
            Row(
                "state made and closed", .nanoseconds(100_000), times: (100, 10), ours: ours.states,
                floor: floor.states),
            Row(
                "criteria of one member", .ratio(1.15), times: (10_000, 500),
                ours: try ours.criteria(criteria, verdicts.ours), floor: try floor.criteria(criteria, verdicts.floor)),
        ]
        return rows
    }

    /// The cost of a turn of the loops, to be taken off.
    static func empty(_ ours: Ours, _ floor: Floor) throws -> Row {
        try loop("an empty loop", "", .none, ours, floor)
    }

    init(
        _ name: String, _ target: Target, times: (clock: Int, count: Int) = (100_000, 2_000),
        ours: @escaping Work, floor: @escaping Work
    ) {
        self.init(name: name, times: times, target: target, isLoop: false, ours: ours, floor: floor)
    }

    private static func loop(
        _ name: String, _ operation: String, _ target: Target = .none, over raw: String? = nil, _ ours: Ours,
        _ floor: Floor
    ) throws -> Row {
        Row(
            name: name, times: (100_000, 2_000), target: target, isLoop: true, ours: try ours.loop(operation),
            floor: try floor.loop(raw ?? operation))
    }
}

private let twoNumbers = "return function(a, b) return a + b end"

/// Eight fields, two methods, a score and a list of what failed.
let criteria = """
    return function(m)
        local failed, score = {}, 0
        if m.joined <= 18000 then score = score + 1 else failed[#failed + 1] = "joined" end
        if m.last >= 18500 then score = score + 1 else failed[#failed + 1] = "last" end
        if m.points > 20 then score = score + 2 else failed[#failed + 1] = "points" end
        if m.hours >= 12 then score = score + 1 else failed[#failed + 1] = "hours" end
        if not m.paid then failed[#failed + 1] = "paid" end
        if m.volunteer then score = score + 1 end
        if m.grade == "student" or m.region == "delta" then score = score + 1 end
        if m:age_on(19000) < 18 then failed[#failed + 1] = "age" end
        if m:has_tag("safety") then score = score + 3 end
        return score, failed
    end
    """
