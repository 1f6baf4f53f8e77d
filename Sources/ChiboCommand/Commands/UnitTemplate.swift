/// The files of a new unit: enough to see a criterion judged and tested, and where one's own go.
enum UnitTemplate {
    /// The files by their path in the unit's folder.
    static func files(id: String) -> [(path: String, text: String)] {
        [
            ("unit.lua", unit.replacing("UNIT-ID", with: id)), ("criteria/sinh-hoat-chuyen-de.lua", criteria),
            ("tests/sinh_hoat_chuyen_de_test.lua", test), ("imports/chi-bo.lua", branches),
            ("imports/dang-vien.lua", members), ("imports/sinh-hoat.lua", meetings), (".gitignore", ignored),
        ]
    }

    /// The folders that begin empty.
    static let folders = ["lib", "plans", "quotas", "reports", "schedules"]

    private static let unit = """
        -- Đơn vị của bạn: tên, cơ quan, nơi đóng, những người được làm gì.
        -- Your unit: its name, organ, place, and who may do what.
        return unit.define {
          id = "UNIT-ID",
          name = "Đảng ủy (viết tên đơn vị ở đây)",
          organ = "ĐU",
          place = "Hà Nội",
          time_zone = "Asia/Ho_Chi_Minh",
          grants = {},
          -- Tài khoản hệ điều hành được làm gì; để trống: ai ghi được kho đều được, riêng reveal thì không ai.
          -- Accounts that may do it; empty: whoever may write to the store, for reveal nobody.
          people = { approve = {}, import = {}, forget = {}, restore = {}, reveal = {} },
        }

        """

    private static let criteria = """
        -- Mỗi chi bộ sinh hoạt chuyên đề đủ số buổi trong năm. Đổi số 4 và chạy lại là thấy ngay.
        -- Every branch holds enough thematic meetings a year. Change the 4, run again, and see.
        local criteria = require "criteria"

        return criteria.define {
          id = "sinh-hoat-chuyen-de", title = "Sinh hoạt chuyên đề", subject = "branch", every = "year",
          params = { min = 4 },
          rules = {
            criteria.rule {
              id = "du-so-buoi", title = "Đủ số buổi chuyên đề",
              check = function(branch)
                local n = branch.meetings { kind = "thematic", within = period }:count()
                return n >= params.min, ("%d/%d buổi"):format(n, params.min)
              end,
            },
          },
          result = criteria.all(),
        }

        """

    private static let test = """
        -- Một trường hợp đạt, một trường hợp chưa đạt, trên dữ liệu giả.
        -- One case that is met and one that is not, over made-up records.
        describe("sinh hoạt chuyên đề", function()
          local function answer(count)
            local meetings = {}
            for i = 1, count do
              meetings[i] = { branch = "CB1", kind = "thematic", date = ("2023-%02d-15"):format(i) }
            end
            local data = fixture { branches = { { id = "CB1", type = "student" } }, meetings = meetings }
            return evaluate("sinh-hoat-chuyen-de", data, { period = 2023 }):of "CB1".answer
          end

          it("bốn buổi là đạt", function() expect(answer(4)).is "met" end)
          it("ba buổi là chưa đạt", function() expect(answer(3)).is "not_met" end)
        end)

        """

    private static let branches = """
        -- Danh sách chi bộ: nhập trước tiên, vì các bảng khác gọi chi bộ bằng tên.
        -- The list of branches: it goes in first, because the other sheets name them.
        local import = require "import"

        return import.define {
          id = "chi-bo", into = "unit", sheet = 1,
          columns = {
            { "Tên chi bộ", "name", required = true },
          },
          constants = { kind = "branch" },
        }

        """

    private static let members = """
        -- Bảng tính danh sách đảng viên: cột nào vào trường nào. Sửa tiêu đề bên trái cho giống bảng của bạn.
        -- The roster's columns and the fields they fill. Change the headings on the left to those of your sheet.
        local import = require "import"

        return import.define {
          id = "dang-vien", into = "member", sheet = 1,
          columns = {
            { "Họ và tên", "full_name" },
            { "Ngày sinh", "birth" },
            { "Chi bộ", "branch", import.by_name },
            { "Ngày vào Đảng", "admitted_on", import.date "dd/mm/yyyy" },
          },
        }

        """

    private static let meetings = """
        -- Sổ theo dõi các buổi sinh hoạt chi bộ.
        -- The register of the branches' meetings.
        local import = require "import"

        return import.define {
          id = "sinh-hoat", into = "meeting", sheet = 1,
          columns = {
            { "Chi bộ", "branch", import.by_name },
            { "Ngày họp", "date", import.date "dd/mm/yyyy" },
            { "Loại sinh hoạt", "kind" },
            { "Nội dung", "topic" },
          },
        }

        """

    private static let ignored = """
        # Dữ liệu đảng viên không bao giờ vào git. / Records of people never go into git.
        out/
        chibo.sqlite
        chibo.sqlite-*
        *.xlsx
        *.csv

        """
}
