--- Vietnamese text: letters and syllables, where Lua's own strings are bytes. The global `text`, and `require "text"`.
---
--- Every function takes texts in either Unicode form and answers composed ones (NFC). A text is of a megabyte at most.
local host = ...

local text = {}

--- The text in capital letters: `text.upper "hoà"` is "HOÀ".
---@type fun(value: string): string
text.upper = host.text_upper

--- The text in small letters: `text.lower "ĐỨC"` is "đức".
---@type fun(value: string): string
text.lower = host.text_lower

--- A capital at the start of each word, for display: `text.title "NGUYỄN VĂN ĐỨC"` is "Nguyễn Văn Đức".
---@type fun(value: string): string
text.title = host.text_title

--- How many letters there are, marks not counted: `text.length "Nguyễn"` is 6, and `#"Nguyễn"` is 8 bytes.
---@type fun(value: string): integer
text.length = host.text_length

--- Letters from one place to another as `string.sub` has bytes, negative ones from the end; `text.sub("Hòa", 2)`: "òa".
---@type fun(value: string, first: integer, last?: integer): string
text.sub = host.text_sub

--- The syllables as a list: `text.syllables "Trần Văn An"` is { "Trần", "Văn", "An" }.
---@type fun(value: string): string[]
text.syllables = host.text_syllables

--- The text without blanks at its ends, double blanks and what cannot be seen.
---@type fun(value: string): string
text.tidy = host.text_tidy

--- Small letters without marks, đ as d, for weak matches: `text.fold "Đỗ Tú"` is "do tu".
---@type fun(value: string): string
text.fold = host.text_fold

--- A key that is the same for texts that people call the same: case, blanks, Unicode form and the vowel with the tone
--- do not matter (`hoà`, `hòa`, `HOÀ`), letters and tones do. A key is for comparing only.
---@type fun(value: string): string
text.key = host.text_key

--- Whether two texts have one key: `text.equal("hoà", "HÒA")`.
---@type fun(left: string, right: string): boolean
text.equal = host.text_equal

--- Order of two texts, syllable by syllable in the unit's order of tones: below zero, zero, above zero.
---@type fun(left: string, right: string): integer
text.compare = host.text_compare

--- Whether one text stands before another in a list; for `table.sort(list, text.before)`.
---@type fun(left: string, right: string): boolean
text.before = host.text_before

--- Whether one person's name stands before another: by given, middle, then family name.
---@type fun(left: string, right: string): boolean
text.name_before = host.text_name_before

--- A string of plain letters that stands before another by `<` where the text does: for keys that are made once.
---@type fun(value: string): string
text.sort_key = host.text_sort_key

--- How many columns the text takes in letters of one width: 2 for 中, 0 for a mark.
---@type fun(value: string): integer
text.width = host.text_width

--- The text with blanks up to a width of columns: "left" (the text stands left; the default), "right" or "center".
---@type fun(value: string, columns: integer, side?: "left"|"right"|"center"): string
text.pad = host.text_pad

--- The Vietnamese words of a code: `text.label("rating.level", "good")`.
---@type fun(field: string, code: string): string
text.label = host.label

return host.read_only(text, "text")
