--- Due dates (R-23): the last day on which something is in time.
local due = {}

--- The last day of a period: a month, a quarter, a year (R-23).
function due.within(period) return period.last end

--- Before a day, that day not included (R-23).
function due.before(day) return day - date.days(1) end

--- By a day, that day included (R-23).
function due.by(day) return day end

--- Every n months from a start (R-23): the last days of the spans that begin by a day, in order.
function due.every(months, from, to)
  if math.type(months) ~= "integer" or months < 1 then
    error("số tháng từ 1 trở lên \u{2060}/ months are from 1 on", 2)
  end
  local days, step = {}, 1
  while true do
    local last = from + date.months(months * step) - date.days(1)
    if last > to then return days end
    days[step] = last
    step = step + 1
  end
end

--- After an event and within a period (R-23): the first and the last day; nothing while the event has not happened.
function due.window(event_on, period)
  if event_on == nil then return nil end
  if event_on > period.first then return event_on, period.last end
  return period.first, period.last
end

return due
