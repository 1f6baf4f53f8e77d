-- Đảng ủy Trường Đại học Kinh tế quốc dân: who the unit is, and what its scripts may do.
return unit.define {
  id = "neu",
  name = "Đảng ủy Trường Đại học Kinh tế quốc dân",
  organ = "ĐU",
  upper_organ = "Đảng bộ Khối các trường Đại học, Cao đẳng Hà Nội",
  place = "Hà Nội",
  time_zone = "Asia/Ho_Chi_Minh",

  -- Reports of this unit show counts and names of organisations only, so no script is granted a member's name.
  grants = {},

  -- Accounts of the operating system, by what they may do. An empty list lets whoever may write to the store, so that
  -- anybody can try this unit; only `reveal` (personal values in the audit log) is for those who are named.
  people = { approve = { "vpdu" }, import = {}, forget = { "vpdu" }, restore = { "vpdu", "cntt" } },

  -- Made-up people: write your own here, with the days on which they took office.
  officers = {
    { role = "secretary", name = "Nguyễn Văn Minh", from = "2020-08-01" },
    { role = "office_head", name = "Trần Thị Lan", from = "2021-03-15" },
  },
}
