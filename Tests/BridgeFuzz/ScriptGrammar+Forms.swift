extension ScriptGrammar {
    /// The forms of each production; the first is the shortest and leads to no other.
    static let forms: [Character: [String]] = [
        // An error ends one part, and the others still run.
        "P": ["pcall(function() $S end)", "pcall(function() $S $S $S end)", "pcall(function() $B end)", "$S"],
        "S": statements, "E": expressions, "F": functions, "B": ["", "$S", "$S $S", "$S $S $S"], "T": tables,
        "N": ["a", "b", "c", "d", "m1", "m2", "b1", "all", "day"],
        "K": ["x", "name", "points", "grade", "branch", "members", "twice", "born", "secret", "has_tag", "__index"],
        // Dates, members, collections, and errors that came from the host.
        "D": ["day", "date($I)", "day:plus($I)", "m1.born"], "M": ["m1", "m2", "m3", "all[1]", "b1.members[2]"],
        "C": ["all", "b1.members", "b1:members()", "rows(0, 2)"],
        "Q": ["select(2, pcall(fail, 2))", "select(2, pcall(fail, $I))"],
        "I": ["1", "0", "-1", "3", "255", "65536", "math.maxinteger", "math.mininteger", "1e308", "0/0", "2^53", "#a"],
        "X": ["''", "'x'", "'%d+'", "'(.-)%1'", "('a'):rep(1000)", "'%b()'", "'[^a-z]'", "'return 1'", "'\\0\\xff'"],
    ]

    private static let statements = [
        ";", "$N = $E", "local $N = $E", "$N = $F", "$N.$K = $E", "$N[$E] = $E", "print($E, $E)",
        "if $E then $B else $B end", "for i = 1, $I do $B end", "for k, v in pairs($E) do $B end",
        "for r in $N do $B end", "while true do $B end", "repeat $B until $E", "do $B end",
        "pcall(function() $B end)", "$N = select(2, pcall($F, $E))", "xpcall(function() $B end, function(e) $B end)",
        "do local z <close> = setmetatable({}, { __close = function(_, e) $B end }) $B end",
        "$N = coroutine.create(function(...) $B coroutine.yield($E) $B end)", "coroutine.resume($N, $E)",
        "$N = coroutine.wrap(function(...) $B coroutine.yield($E) $B end)", "pcall(coroutine.close, $N)",
        "coroutine.yield($E)", "error($E)", "$N = call($F, $E)", "$N = attempt($F)", "rethrow()", "fail($I)",
        "briefly($I, $F)", "hold($E)", "keep($E)", "stop()", "unmount()", "mount()", "collect()", "scope($F)",
        "table.sort($N, $F)", "table.insert($N, $E)", "pcall(rawset, $E, $E, $E)", "setmetatable($N, $T)",
        "$N = host_load($X, $N)", "$N = typed($F, $I, $E)", "$N = packed($F, $N)", "mark($N, $T)", "walk($E)",
        "for k, v in pairs(face($T)) do $B end", "for k, r in pairs($C) do $B end", "for r in $C do $B end",
        "for w in $X:gmatch($X) do $B end", "table.sort({ 3, 1.5, $I })", "table.sort({ $E, $E, $D, $X }, $F)",
        "table.sort({ 'b', 'a', $X })", "$N.$K = $Q", "$M.$K = $E", "$C[$I] = $E", "pour($F)", "d = unmount",
        "for i = 1, 200 do $N = { $N, $X } end", "goto $K", "$N = setmetatable($T, $T)",
    ]

    private static let expressions = [
        "nil", "true", "$I", "$X", "$N", "$N.$K", "$N[$E]", "$N:$K($E)", "$E .. $E", "$E + $E", "$E - $I", "#$N",
        "$E == $E", "$E < $E", "not $E", "$T", "$F", "$N($E)", "$N($E, $E, $E)", "(select('#', table.unpack($N)))",
        "tostring($E)", "$X:rep($I)", "$X:find($X)", "$X:gsub($X, $F)", "$X:gmatch($X)", "string.format($X, $E)",
        "string.format('%s %q', $E, $I)", "table.concat($N, $X)", "table.move($N, $I, $I, $I)", "utf8.char($I)",
        "load($X, 'c', 't', $T)", "load($F)", "next($N)", "add($I, $E)", "half($E)", "negate($E)", "greet($X)",
        "echo($E, $E)", "held($I)", "kept($I)", "date($I)", "rows($I, $I)", "face($T)", "row_of($N)", "all{}",
        "b1:members()", "b1:members{ x = $E }", "m1:next($I)", "list($N)", "rawequal($E, $E)", "math.random($I)",
        "coroutine.running()", "coroutine.isyieldable()", "coroutine.status($N)", "type($E)", "string.pack('z', $X)",
        "$D + $I", "$I + $D", "$D - $D", "$D - $E", "$D < $D", "$D <= $E", "$E < $D", "tostring($D)", "$D .. $X",
        "$D.number", "-$D", "#$D", "$M.$K", "$M:next($I)", "$M:has_tag($X)", "$M == $M", "$M .. $E", "$C == $C", "#$C",
        "$C[$I]", "$C:first()", "$C{ x = $E }", "tostring($C)", "$C(nil, $M)", "tostring($Q)", "$Q.message", "$Q .. $X",
        "$Q.$K", "face($T)[$E]", "#face($T)", "face({ 3, 1 })", "rawlen($E)", "utf8.len($X)", "utf8.codepoint($X, $I)",
        "utf8.offset($X, $I)", "$X:byte($I, $I)", "$X:sub($I, $I)", "string.unpack($X, $X)", "table.remove($N, $I)",
        "table.unpack($T, $I, $I)", "setmetatable($T, $T)", "rawget($E, $E)", "next(face($T))", "select($I, $E, $E)",
    ]

    private static let functions = [
        "print", "function(...) $B end", "function(x) return $E end", "function(x, y) return $E, x end", "echo", "call",
        "add", "attempt", "function() fail($I) end", "function(...) return coroutine.yield(...) end", "m1.has_tag",
        "coroutine.wrap(function(...) $B return $E end)", "error", "pcall", "$N",
    ]

    private static let tables = [
        "{}", "{ $E }", "{ x = $E, $E, [$E] = $E }", "{ __index = $F }", "{ __call = $F, __len = $F }",
        "{ __tostring = $F, __close = $F }", "{ __lt = $F, __eq = $F, __concat = $F }", "{ __pairs = $F }",
        "{ __mode = 'kv' }", "{ __newindex = $F, __metatable = $E }", "{ __gc = $F }", "{ __add = $F, __unm = $F }",
    ]
}
