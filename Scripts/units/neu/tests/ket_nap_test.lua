-- The quota of 100 admissions: the sum is always exact, floors are kept, weights count.

local function pools(sizes, kind)
  local records = { branches = {}, candidates = {} }
  for branch, size in ipairs(sizes) do
    local id = ("CB-%02d"):format(branch)
    records.branches[branch] = { id = id, name = "Chi bộ " .. branch, type = kind and kind[branch] or "faculty" }
    for _ = 1, size do
      records.candidates[#records.candidates + 1] = { full_name = "Người " .. #records.candidates, branch = id }
    end
  end
  return evaluate("ket-nap", fixture(records), { period = 2023 })
end

local function quotas(result)
  local list = {}
  for i, line in ipairs(result.lines) do list[i] = line.quota end
  return list
end

describe("chỉ tiêu kết nạp", function()
  it("chia theo nguồn, phần dư lớn nhất", function()
    expect(quotas(pools { 63, 41, 58, 22, 9 })).is { 33, 21, 30, 11, 5 }
  end)

  it("tổng luôn bằng 100", function()
    for _, sizes in ipairs { { 1, 1, 1 }, { 7, 0, 5, 2 }, { 13, 17, 19, 23, 29, 31 } } do
      expect(pools(sizes).sum).is(100)
    end
  end)

  it("chi bộ sinh viên không có nguồn vẫn được mức sàn 1", function()
    local result = pools({ 50, 0 }, { "faculty", "student" })
    expect(quotas(result)).is { 99, 1 }
  end)

  it("đơn vị sự nghiệp có trọng số 1,5", function()
    expect(quotas(pools({ 20, 20 }, { "faculty", "service_unit" }))).is { 40, 60 }
  end)

  it("không có nguồn nào thì báo lỗi", function()
    expect(function() pools { 0, 0 } end).fails_with "100"
  end)
end)
