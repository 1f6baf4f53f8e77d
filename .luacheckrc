-- How luacheck reads the scripts. The globals are those that the host shows (a test compares the two lists), and
-- nobody sets any; the libraries of definitions (criteria, quota, …) come by `require`.
std = "lua54"
max_line_length = 120

-- A method need not use its self.
self = false

-- What the sandbox takes away from Lua.
not_globals = { "_G", "debug", "dofile", "io", "loadfile", "os", "package", "warn" }

read_globals = {
  -- the roots
  "members", "branches", "units", "admin_units", "plans", "ratings", "meetings", "transfers", "candidates", "stages",
  "admissions", "assignments", "documents", "assessments", "campaigns", "progress", "events",
  -- the run
  "as_of", "period", "params", "rules", "at",
  -- the rest
  "unit", "date", "text", "share", "percent", "unknown", "not_applicable", "none", "log",
}

files["**/tests/*_test.lua"] = { read_globals = { "describe", "it", "fixture", "evaluate", "expect" } }
