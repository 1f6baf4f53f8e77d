import ChiboModel

/// The pages of what can be wrong in a script: names, syntax, values, limits.
extension CodePage {
    static let names = [
        CodePage(
            "CB-N001", Bilingual(vi: "tên toàn cục không có", en: "no such global"),
            Bilingual(
                vi:
                    "Script đọc một tên mà không local nào, tham số nào hay Chibo nào đặt ra. Thường là gõ sai, quên “local”, hoặc quên nạp thư viện bằng require.",
                en:
                    "The script reads a name that no local, parameter or the host gives. Mostly a slip of the keys, a forgotten \"local\", or a library that was not required."
            ),
            example: "local criteria = require \"criteria\""),
        CodePage(
            "CB-N002", Bilingual(vi: "bản ghi không có trường này", en: "the record has no such field"),
            Bilingual(
                vi: "Tên trường là tên tiếng Anh trong bảng kiểu; tên tiếng Việt như chi_bo được gợi ý sang tên đúng.",
                en:
                    "Fields have the English names of the type table; for a Vietnamese name such as chi_bo the right one is proposed."
            ),
            example: "member.branch.name"),
        CodePage(
            "CB-N003", Bilingual(vi: "tập hợp không có phép này", en: "a collection has no such operation"),
            Bilingual(
                vi:
                    "Tập hợp có where, count, first, any, every, sum, min, max, map, sort_by, group_by, tally, find, union, without, ever.",
                en:
                    "Collections have where, count, first, any, every, sum, min, max, map, sort_by, group_by, tally, find, union, without, ever."
            ),
            example: "members:where { grade = \"probationary\" }:count()"),
        CodePage(
            "CB-N004", Bilingual(vi: "gán cho tên toàn cục", en: "assignment to a global"),
            Bilingual(
                vi:
                    "Tên toàn cục bị khóa sau khi nạp, vì một script không được làm script khác đổi kết quả. Thêm “local” trước tên.",
                en:
                    "Globals are frozen, so that no script changes what another one gives. Put \"local\" before the name."
            ),
            example: "local count = 0"),
        CodePage(
            "CB-N005", Bilingual(vi: "tên chỉ có khi hàm đang chạy", en: "a name that exists only during a run"),
            Bilingual(
                vi:
                    "Nạp một tệp thì chưa đọc dữ liệu nào; members, period, params… chỉ có bên trong các hàm của định nghĩa.",
                en:
                    "Loading a file reads no data; members, period, params and the like exist only inside the definition's functions."
            ),
            example: "check = function(branch) return branch.members:count() >= 3 end"),
        CodePage(
            "CB-N006", Bilingual(vi: "không có thư viện này", en: "no such library"),
            Bilingual(
                vi: "require chỉ nạp các thư viện của Chibo và tệp lib/*.lua của đơn vị, viết là \"lib.tên\".",
                en: "require loads the libraries of Chibo and the unit's lib/*.lua, written as \"lib.name\"."),
            example: "local ranks = require \"lib.ranks\""),
        CodePage(
            "CB-N007", Bilingual(vi: "loại dữ liệu chưa được nạp", en: "a kind of record that is not loaded"),
            Bilingual(
                vi: "Đảng phí và điểm danh có hàng triệu dòng, nên chỉ nạp khi định nghĩa khai báo needs.",
                en: "Dues and attendance have millions of rows; they are loaded where a definition declares needs."),
            example: "return criteria.define { id = \"dang-phi\", subject = \"member\", needs = { \"dues\" }, … }"),
        CodePage(
            "CB-N012", Bilingual(vi: "đọc trường của giá trị trống", en: "a field of nothing was read"),
            Bilingual(
                vi:
                    "Giá trị đứng trước dấu chấm là nil: bản ghi chưa có dữ liệu đó. Kiểm tra trước khi dùng, hoặc trả về unknown kèm lý do.",
                en:
                    "What stands before the dot is nil: the record does not have it yet. Check before use, or answer unknown with a reason."
            ),
            example: "if not member.branch then return unknown \"chưa có chi bộ\" end"),
        CodePage(
            "CB-N013", Bilingual(vi: "gọi hàm không có", en: "a function that does not exist was called"),
            Bilingual(
                vi: "Tên hàm viết sai, hoặc dùng dấu chấm thay cho dấu hai chấm.",
                en: "The function's name is misspelt, or a dot stands where a colon should."),
            example: "branch:rating(2023)"),
    ]

    static let syntax = [
        CodePage(
            "CB-S001", Bilingual(vi: "sai cú pháp Lua", en: "not Lua"),
            Bilingual(
                vi:
                    "Từ chỗ đó trở đi tệp không đọc được thành Lua. Thường thiếu end, dấu ngoặc hoặc dấu nháy ở trên một chút.",
                en:
                    "From that place on, the file is not Lua. Mostly an end, a bracket or a quote is missing a little above."
            )),
        CodePage(
            "CB-S002", Bilingual(vi: "viết theo ngôn ngữ khác", en: "another language's way"),
            Bilingual(
                vi:
                    "Lua viết ~= thay cho !=, and or not thay cho && || !, x = x + 1 thay cho x += 1, nil thay cho null, elseif thay cho else if. Chữ có dấu trong lệnh là do bộ gõ tiếng Việt còn bật.",
                en:
                    "Lua writes ~= for !=, and or not for && || !, x = x + 1 for x += 1, nil for null, elseif for else if. Marked letters in code mean that the Vietnamese input method was on."
            ),
            example: "if a ~= b and not c then … elseif d then … end"),
        CodePage(
            "CB-S041", Bilingual(vi: "biểu thức cron sai", en: "a wrong cron expression"),
            Bilingual(
                vi: "Năm trường: phút, giờ, ngày, tháng, thứ. chibo schedule next cho xem các giờ sắp tới.",
                en: "Five fields: minute, hour, day, month, weekday. chibo schedule next shows the coming times."),
            example: "cron = \"30 7 5 1,4,7,10 *\""),
        CodePage(
            "CB-S042", Bilingual(vi: "quy tắc lịch không khớp", en: "a calendar rule that does not fit"),
            Bilingual(
                vi: "Ngày, tháng hoặc giờ không có trong kỳ đã chọn ở “every”.",
                en: "The day, month or time does not exist in the span of \"every\"."),
            example: "on = { every = \"quarter\", day = 5, at = \"07:30\" }"),
        CodePage(
            "CB-S043", Bilingual(vi: "múi giờ không dùng được", en: "a time zone that cannot be used"),
            Bilingual(
                vi: "Không đọc được múi giờ. Cài tzdata, hoặc sửa time_zone trong unit.lua.",
                en: "The time zone cannot be read. Install tzdata, or correct time_zone in unit.lua."),
            example: "apt-get install tzdata"),
    ]

    static let values = [
        CodePage(
            "CB-T002", Bilingual(vi: "so sánh hai giá trị khác kiểu", en: "values of two types compared"),
            Bilingual(
                vi: "Số không so được với chuỗi, ngày không so được với số. Thường do một cột được nhập thành chữ.",
                en:
                    "A number cannot be compared with a text, nor a date with a number. Often a column was imported as text."
            )),
        CodePage(
            "CB-T003", Bilingual(vi: "tính với giá trị không phải số", en: "arithmetic on what is no number"),
            Bilingual(
                vi: "Một bên của phép tính đang trống hoặc là chữ.",
                en: "One side of the operation is empty or a text.")),
        CodePage(
            "CB-T004", Bilingual(vi: "nối giá trị không phải chữ", en: "joining what is no text"),
            Bilingual(
                vi: "Dùng tostring(…) hoặc (\"%d\"):format(…) trước khi nối bằng dấu hai chấm đôi.",
                en: "Use tostring(…) or (\"%d\"):format(…) before joining with two dots."),
            example: "(\"%d/%d buổi\"):format(n, 4)"),
        CodePage(
            "CB-R001", Bilingual(vi: "lỗi do một hàm của Chibo báo", en: "an error raised by a function of the host"),
            Bilingual(
                vi: "Hàm được gọi với giá trị không phù hợp; thông báo nói rõ.",
                en: "A function was called with a value that does not fit; the message says which.")),
        CodePage(
            "CB-R002", Bilingual(vi: "lỗi Lua khi chạy", en: "a Lua error during the run"),
            Bilingual(
                vi: "Dòng “gốc” là thông báo của Lua.",
                en: "The \"original\" line is Lua's own message.")),
        CodePage(
            "CB-R003", Bilingual(vi: "check trả lời không đúng dạng", en: "a check answered in a wrong form"),
            Bilingual(
                vi: "check trả lời true, false, unknown \"…\" hoặc not_applicable \"…\", và có thể thêm một câu.",
                en: "A check answers true, false, unknown \"…\" or not_applicable \"…\", and may add a message."),
            example: "return n >= 4, (\"%d/4\"):format(n)"),
        CodePage(
            "CB-R004",
            Bilingual(vi: "hàm của chỉ tiêu trả lời sai dạng", en: "a quota's function answered in a wrong form"),
            Bilingual(
                vi: "pool, floor, cap và attained trả về số nguyên không âm.",
                en: "pool, floor, cap and attained give whole numbers of 0 or more.")),
        CodePage(
            "CB-R005", Bilingual(vi: "measure trả lời sai dạng", en: "a measure answered in a wrong form"),
            Bilingual(
                vi: "measure trả về một số, một tập hợp hoặc share(phần, tổng).",
                en: "A measure gives a number, a collection or share(part, whole)."),
            example: "measure = function() return admissions { within = period }:count() end"),
        CodePage(
            "CB-R006", Bilingual(vi: "one_per trả lời sai dạng", en: "one_per answered in a wrong form"),
            Bilingual(
                vi: "one_per trả về kết quả của group_by.",
                en: "one_per gives what group_by gives."),
            example: "transfers:group_by \"destination.upper_unit\""),
        CodePage(
            "CB-R007", Bilingual(vi: "run của lịch trả lời sai dạng", en: "a schedule's run answered in a wrong form"),
            Bilingual(
                vi:
                    "run trả về run:report(…), run:criteria(…), run:quota(…) hoặc run:plan(…), hay một danh sách của chúng.",
                en: "run gives run:report(…), run:criteria(…), run:quota(…) or run:plan(…), or a list of them.")),
        CodePage(
            "CB-R008",
            Bilingual(vi: "bảng trong báo cáo không dựng được", en: "a table of a report cannot be laid out"),
            Bilingual(
                vi: "Số ô của một dòng không khớp với số cột, hoặc các ô gộp chồng lên nhau.",
                en: "The cells of a row do not match the columns, or merged cells overlap.")),
        CodePage(
            "CB-R009", Bilingual(vi: "kết quả phụ thuộc thứ tự chấm", en: "a result that depends on the order"),
            Bilingual(
                vi: "Chấm lại theo thứ tự ngược thì câu trả lời khác: script nhớ điều gì đó từ bản ghi này sang "
                    + "bản ghi khác. Đưa biến vào trong hàm.",
                en: "Judging in the reverse order gives other answers: the script keeps something from one record "
                    + "to the next. Move the variable into the function."),
            example: "check = function(branch) local n = 0 … end"),
        CodePage(
            "CB-Q001", Bilingual(vi: "không thể chia chỉ tiêu", en: "a quota that cannot be divided"),
            Bilingual(
                vi:
                    "Tổng các mức tối thiểu lớn hơn chỉ tiêu, tổng các mức tối đa nhỏ hơn chỉ tiêu, hoặc không nơi nào có nguồn.",
                en: "The floors sum to more than the quota, the caps to less, or nobody has a pool.")),
        CodePage(
            "CB-E001", Bilingual(vi: "kiểm thử trượt", en: "a test failed"),
            Bilingual(
                vi: "Kết quả khác với điều kiểm thử mong đợi; thông báo ghi cả hai.",
                en: "What came out is not what the test expects; the message has both.")),
    ]

    static let limits = [
        CodePage(
            "CB-L001", Bilingual(vi: "hết bộ nhớ cho phép", en: "out of memory"),
            Bilingual(
                vi: "Script giữ quá nhiều dữ liệu cùng lúc. Dùng count, sum, tally thay vì gom vào bảng.",
                en: "The script keeps too much at once. Use count, sum, tally instead of gathering into tables.")),
        CodePage(
            "CB-L002", Bilingual(vi: "quá thời gian cho phép", en: "out of time"),
            Bilingual(
                vi: "Script chạy quá lâu, thường do vòng lặp lồng nhau. Dùng where { … } và group_by để Chibo lọc.",
                en:
                    "The script ran too long, mostly for nested loops. Let the host filter with where { … } and group_by."
            )),
        CodePage(
            "CB-L003", Bilingual(vi: "đã dừng theo yêu cầu", en: "stopped on request"),
            Bilingual(
                vi: "Có người dừng script; không có gì được ghi.",
                en: "Somebody stopped the script; nothing was written.")),
        CodePage(
            "CB-L004", Bilingual(vi: "in ra quá nhiều", en: "printed too much"),
            Bilingual(
                vi: "print và log dùng để dò lỗi; kết quả thì trả về.",
                en: "print and log are for finding faults; results are returned.")),
        CodePage(
            "CB-L005", Bilingual(vi: "gọi lồng nhau quá sâu", en: "calls nested too deep"),
            Bilingual(
                vi: "Một hàm gọi chính nó không dừng.",
                en: "A function calls itself without end.")),
        CodePage(
            "CB-L006", Bilingual(vi: "script không dừng khi hết giờ", en: "a script that did not stop in time"),
            Bilingual(
                vi: "Script mắc trong một hàm không ngắt được, nên cả tiến trình của nó bị kết thúc. "
                    + "Không có gì được ghi.",
                en: "The script was inside a function that cannot be interrupted, so its process was ended. "
                    + "Nothing was written."),
            example: "chibo run criteria/ten.lua --deadline 10s"),
        CodePage(
            "CB-L007", Bilingual(vi: "tiến trình của script hết bộ nhớ", en: "the script's process ran out of memory"),
            Bilingual(
                vi: "Dữ liệu và script cùng nhau vượt bộ nhớ của tiến trình, hoặc máy hết bộ nhớ.",
                en: "Records and script together passed the memory of the process, or the machine has none left.")),
        CodePage(
            "CB-L008", Bilingual(vi: "kết quả quá lớn", en: "a result that is too large"),
            Bilingual(
                vi: "Kết quả in ra hoặc một tệp được ghi vượt giới hạn; phần sau bị bỏ.",
                en: "What was printed, or a file that was written, passed its limit; the rest is missing.")),
        CodePage(
            "CB-L010", Bilingual(vi: "quá số lệnh cho phép", en: "more instructions than allowed"),
            Bilingual(
                vi: "Ứng dụng chứa Chibo giới hạn số lệnh của một lần chạy. "
                    + "Cùng script và dữ liệu thì dừng ở cùng một chỗ.",
                en: "The application bounds the instructions of a run. "
                    + "The same script and records stop at the same place.")),
        CodePage(
            "CB-P001", Bilingual(vi: "trường chưa được cấp quyền", en: "a field that was not granted"),
            Bilingual(
                vi:
                    "Trường cho biết danh tính. Khai báo purpose và fields trong báo cáo, rồi cấp quyền trong unit.lua.",
                en:
                    "The field tells who somebody is. Declare purpose and fields in the report, then grant it in unit.lua."
            ),
            example: "grants = { [\"reports/ten\"] = { fields = { \"full_name\" } } }"),
        CodePage(
            "CB-P002", Bilingual(vi: "bản ghi chỉ để đọc", en: "records are read-only"),
            Bilingual(
                vi: "Script không ghi dữ liệu. Muốn thay đổi thì trả về một đề xuất.",
                en: "Scripts write no data. To change something, return a proposal.")),
        CodePage(
            "CB-P003",
            Bilingual(vi: "báo cáo có họ tên phải nêu mục đích", en: "a report with names has to say its purpose"),
            Bilingual(
                vi: "Báo cáo dùng trường nhạy cảm phải khai báo purpose.",
                en: "A report that uses sensitive fields has to declare its purpose.")),
        CodePage(
            "CB-P004", Bilingual(vi: "đường dẫn ra ngoài đơn vị", en: "a path outside the unit"),
            Bilingual(
                vi: "Script chỉ đọc tệp trong thư mục của đơn vị.",
                en: "Scripts read files of the unit's folder only.")),
        CodePage(
            "CB-P005", Bilingual(vi: "liên kết trong thư mục của đơn vị", en: "a link in the unit's folder"),
            Bilingual(
                vi: "Tệp hoặc thư mục là liên kết (symlink) thì không đọc: nó có thể dẫn ra ngoài. Chép tệp vào.",
                en: "A file or folder that is a link is not read: it may lead elsewhere. Copy the file.")),
    ]
}
