--- What texts that are handed in and targets on record can be asked (R-24, R-26).
local base = require "regulations.base"
local documents, attainment = require "regulations.documents", require "regulations.attainment"

local submission, target, unit = {}, {}, {}

--- Where a text that has to be handed in stands (R-24): "not_due", "on_time", "late" or "missing", and the days.
--- `due` is the last day in time. Option: on.
function submission.standing(self, on)
  local day = base.day(on, self)
  local received = self.received_on
  if received ~= nil and received > day then received = nil end
  return documents.submission_state(self.due, { received_on = received, on = day })
end

--- The value of a target on a day, by its revisions (R-26).
function target.value_on(self, on)
  return attainment.target_on(self.value, self.revisions, base.day(on, self))
end

--- What is wrong with the numbers of a unit's documents of a type (R-33): `decrease`, `gap`, `duplicate`, each with the
--- number expected. A document of another unit or without a number is left out; the unit's term begins at 01.
---@param type_code string the type of document, such as "plan"
function unit.numbering(self, type_code)
  local numbered = self.documents { type = type_code }:where(function(document) return document.number ~= nil end)
  return documents.numbering(numbered, { self.term_from })
end

return { submission = submission, target = target, unit = unit }
