--- The rules on plain values, for scripts that have the values at hand; records have them as methods.
local host = ...

local age, probation = require "regulations.age", require "regulations.probation"
local party_age, retention = require "regulations.party_age", require "regulations.retention"
local transfers, ratings = require "regulations.transfers", require "regulations.ratings"
local dues, votes = require "regulations.dues", require "regulations.votes"
local documents, structure = require "regulations.documents", require "regulations.structure"
local meetings, due = require "regulations.meetings", require "regulations.due"
local attainment = require "regulations.attainment"

return host.read_only({
  age = age, probation = probation, party_age = party_age, retention = retention, transfers = transfers,
  ratings = ratings, dues = dues, votes = votes, documents = documents, structure = structure, meetings = meetings,
  due = due, attainment = attainment,
}, "regulations")
