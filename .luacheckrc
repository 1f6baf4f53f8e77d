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
  "members", "branches", "units", "plan_records", "plan_links", "targets", "target_revisions", "tasks", "submissions",
  "progress", "events", "campaigns", "documents", "recipients", "supervisions", "visits", "inspections", "feedback",
  "issues", "registrations", "registration_results", "introducers", "papers", "candidates", "stages", "admissions",
  "ratings", "transfers", "assignments", "commitments", "rewards", "disciplines", "dues", "screening_cases",
  "case_steps", "residence_notes", "assessments", "meetings", "attendances", "classes", "enrolments", "unit_aliases",
  "admin_units", "headcounts", "delegations", "plans",
  -- the run
  "as_of", "period", "params", "rules", "at",
  -- the rest
  "unit", "date", "text", "share", "percent", "unknown", "not_applicable", "none", "log",
}

files["**/tests/*_test.lua"] = { read_globals = { "describe", "it", "fixture", "given", "evaluate", "expect" } }
