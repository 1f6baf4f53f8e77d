import ChiboModel

/// The pages of what can be wrong with the store, files and spreadsheets.
extension CodePage {
    static let store = [
        CodePage(
            "CB-D001", Bilingual(vi: "dữ liệu đã đổi trong lúc làm", en: "the records changed meanwhile"),
            Bilingual(
                vi: "Người khác vừa ghi. Chạy lại lệnh.",
                en: "Somebody else has just written. Run the command again.")),
        CodePage(
            "CB-D002", Bilingual(vi: "thay đổi không hợp lệ", en: "a change that is not valid"),
            Bilingual(
                vi: "Kho dữ liệu từ chối một giá trị; thông báo nói rõ.",
                en: "The store refused a value; the message says which.")),
        CodePage(
            "CB-D003", Bilingual(vi: "không có phiên bản dữ liệu này", en: "no such data version"),
            Bilingual(
                vi: "Phiên bản mới hơn phiên bản mới nhất của kho.",
                en: "The version is newer than the newest of the store.")),
        CodePage(
            "CB-D004", Bilingual(vi: "máy khác đã nhận việc này", en: "another host has taken this"),
            Bilingual(
                vi: "Một máy khác đang chạy việc đó; không cần làm gì.",
                en: "Another host runs it; there is nothing to do.")),
        CodePage(
            "CB-D010", Bilingual(vi: "đĩa đầy", en: "the disk is full"),
            Bilingual(
                vi: "Giải phóng chỗ rồi chạy lại; dữ liệu cũ còn nguyên.",
                en: "Make room and run again; the records are as they were.")),
        CodePage(
            "CB-D011", Bilingual(vi: "tệp không phải kho dữ liệu", en: "the file is no store"),
            Bilingual(
                vi: "Tên sau --store trỏ tới một tệp khác.",
                en: "The name after --store leads to another file.")),
        CodePage(
            "CB-D012", Bilingual(vi: "kho đang bận", en: "the store is busy"),
            Bilingual(
                vi:
                    "Chương trình khác đang ghi, và lệnh này đã đợi 5 giây. Không có gì được ghi; hãy đợi việc kia "
                    + "xong rồi "
                    + "chạy lại. Ai chỉ xem thì không phải đợi. Khi khôi phục, không chương trình nào được mở kho.",
                en:
                    "Another program is writing, and this command has waited for 5 seconds. Nothing was written; "
                    + "wait for the "
                    + "other to end and run it again. Those who only read need not wait. While a backup is restored, "
                    + "no "
                    + "program may have the store open.")),
        CodePage(
            "CB-D013", Bilingual(vi: "kho chỉ đọc được", en: "the store is read-only"),
            Bilingual(
                vi: "Không có quyền ghi vào tệp hoặc thư mục của kho.",
                en: "The store's file or folder may not be written to.")),
        CodePage(
            "CB-D014", Bilingual(vi: "kho bị hỏng", en: "the store is damaged"),
            Bilingual(
                vi: "Giữ lại tệp, dùng bản sao lưu gần nhất, và báo người làm Chibo.",
                en: "Keep the file, use the latest backup, and tell the makers of Chibo.")),
        CodePage(
            "CB-D015", Bilingual(vi: "kho từ chối một ràng buộc", en: "the store refused a constraint"),
            Bilingual(
                vi: "Đây là lỗi của Chibo; không có gì được ghi.",
                en: "This is a fault of Chibo; nothing was written.")),
        CodePage(
            "CB-D016", Bilingual(vi: "kho của phiên bản mới hơn", en: "a store of a newer version"),
            Bilingual(
                vi: "Nâng cấp chibo.",
                en: "Upgrade chibo.")),
        CodePage(
            "CB-D017", Bilingual(vi: "không mở được kho", en: "the store cannot be opened"),
            Bilingual(
                vi: "Kiểm tra đường dẫn và quyền.",
                en: "Look at the path and the permissions.")),
        CodePage(
            "CB-D018", Bilingual(vi: "lỗi đọc ghi đĩa", en: "the disk failed"),
            Bilingual(
                vi: "Kiểm tra đĩa; dữ liệu đã ghi trước đó còn nguyên.",
                en: "Look at the disk; what was written before is as it was.")),
        CodePage(
            "CB-D019", Bilingual(vi: "cơ sở dữ liệu của chương trình khác", en: "another program's database"),
            Bilingual(
                vi: "Tệp là SQLite nhưng không phải kho của Chibo.",
                en: "The file is SQLite, but no store of Chibo.")),
        CodePage(
            "CB-D099", Bilingual(vi: "lỗi khác của kho", en: "another fault of the store"),
            Bilingual(
                vi: "Dòng “gốc” là thông báo của SQLite.",
                en: "The \"original\" line is SQLite's message.")),
    ]

    static let files = [
        CodePage(
            "CB-F001", Bilingual(vi: "không có tệp này", en: "no such file"),
            Bilingual(
                vi: "Kiểm tra tên và thư mục.",
                en: "Look at the name and the folder.")),
        CodePage(
            "CB-F002", Bilingual(vi: "không đọc hoặc ghi được tệp", en: "a file cannot be read or written"),
            Bilingual(
                vi: "Không đủ quyền, hoặc script không phải UTF-8; thông báo nói rõ.",
                en: "Permissions are missing, or a script is not UTF-8; the message says which.")),
        CodePage(
            "CB-F003", Bilingual(vi: "tệp không đúng dạng hoặc quá lớn", en: "a file of another format, or too large"),
            Bilingual(
                vi: "Bảng tính phải là .xlsx hoặc .csv; script không quá 1 MB.",
                en: "Spreadsheets have to be .xlsx or .csv; scripts at most 1 MB.")),
        CodePage(
            "CB-F004", Bilingual(vi: "tệp có mật khẩu hoặc không mở được", en: "a file with a password, or unreadable"),
            Bilingual(
                vi: "Bỏ mật khẩu trong Excel rồi lưu lại; hoặc xem lại quyền của tệp.",
                en: "Take the password off in Excel and save; or look at the file's permissions.")),
        CodePage(
            "CB-F005",
            Bilingual(
                vi: "tệp hỏng, hoặc không tạo được thư mục", en: "a damaged file, or a folder that cannot be made"),
            Bilingual(
                vi: "Chép lại tệp từ nguồn; mở thử bằng Excel.",
                en: "Copy the file again from where it came; try it in Excel.")),
        CodePage(
            "CB-F006", Bilingual(vi: "tệp quá lớn, hoặc không ghi được", en: "a file too large, or not writable"),
            Bilingual(
                vi: "Bảng tính phình ra quá mức cho phép, hoặc nơi ghi không còn chỗ.",
                en: "The spreadsheet grows beyond what is allowed, or there is no room to write.")),
        CodePage(
            "CB-F007", Bilingual(vi: "tệp chứa thứ không được phép", en: "a file with what is not allowed"),
            Bilingual(
                vi: "Tệp có cấu trúc mà bảng tính thật không có. Không mở nó.",
                en: "The file has a structure that no honest spreadsheet has. Do not open it.")),
        CodePage(
            "CB-F008", Bilingual(vi: "không rõ bảng mã", en: "an unclear encoding"),
            Bilingual(
                vi: "Lưu lại thành UTF-8, hoặc thành .xlsx.",
                en: "Save it as UTF-8, or as .xlsx.")),
        CodePage(
            "CB-F009", Bilingual(vi: "tệp không có phần cần đọc", en: "a file lacks what is asked for"),
            Bilingual(
                vi: "Trang tính hoặc vùng được yêu cầu không có.",
                en: "The sheet or range asked for is not there.")),
        CodePage(
            "CB-F022", Bilingual(vi: "script không phải UTF-8", en: "a script that is not UTF-8"),
            Bilingual(
                vi: "Lưu lại tệp với mã UTF-8.",
                en: "Save the file as UTF-8.")),
        CodePage(
            "CB-F023", Bilingual(vi: "script lớn hơn 1 MB", en: "a script larger than 1 MB"),
            Bilingual(
                vi: "Tách nó ra thành nhiều tệp trong lib/.",
                en: "Divide it into files of lib/.")),
        CodePage(
            "CB-F024", Bilingual(vi: "không đọc được script", en: "a script that cannot be read"),
            Bilingual(
                vi: "Kiểm tra quyền của tệp; script phải là tệp thường.",
                en: "Look at the file's permissions; a script has to be a regular file.")),
        CodePage(
            "CB-F027", Bilingual(vi: "Lua đã biên dịch", en: "compiled Lua"),
            Bilingual(
                vi: "Mã đã biên dịch có thể làm sập trình thông dịch, nên chỉ nhận văn bản.",
                en: "Compiled code can crash an interpreter, so only text is taken.")),
        CodePage(
            "CB-F025", Bilingual(vi: "không tạo được thư mục", en: "a folder that cannot be made"),
            Bilingual(
                vi: "Kiểm tra đường dẫn và quyền.",
                en: "Look at the path and the permissions.")),
        CodePage(
            "CB-F026", Bilingual(vi: "không ghi được báo cáo", en: "a report that cannot be written"),
            Bilingual(
                vi: "Kiểm tra thư mục, quyền và chỗ trống.",
                en: "Look at the folder, the permissions and the room left.")),
    ]

    static let imports = [
        CodePage(
            "CB-I001", Bilingual(vi: "không có trang tính này", en: "no such sheet"),
            Bilingual(
                vi: "Sửa “sheet” trong ánh xạ.",
                en: "Correct \"sheet\" in the mapping.")),
        CodePage(
            "CB-I002", Bilingual(vi: "không thấy dòng tiêu đề", en: "no row of headings"),
            Bilingual(
                vi: "Bảng không có dòng nào chứa các tiêu đề của ánh xạ.",
                en: "No row of the sheet has the headings of the mapping.")),
        CodePage(
            "CB-I003", Bilingual(vi: "thiếu cột", en: "a column is missing"),
            Bilingual(
                vi: "Thêm cột vào bảng tính, hoặc sửa tiêu đề trong ánh xạ cho khớp.",
                en: "Add the column to the sheet, or correct the heading in the mapping.")),
        CodePage(
            "CB-I004", Bilingual(vi: "trùng tiêu đề", en: "a heading occurs twice"),
            Bilingual(
                vi: "Viết đủ tiêu đề hai tầng: \"Trên / Dưới\".",
                en: "Write the heading of two rows in full: \"Upper / Lower\".")),
        CodePage(
            "CB-I005", Bilingual(vi: "ánh xạ nêu trường không có", en: "a mapping names a field that does not exist"),
            Bilingual(
                vi: "Sửa tên trường trong ánh xạ.",
                en: "Correct the field's name in the mapping.")),
        CodePage(
            "CB-I006", Bilingual(vi: "ánh xạ đặt giá trị không hợp lệ", en: "a mapping gives a value that cannot be"),
            Bilingual(
                vi: "Sửa giá trị cố định trong ánh xạ.",
                en: "Correct the constant in the mapping.")),
        CodePage(
            "CB-I007",
            Bilingual(vi: "cách đọc không dành cho trường này", en: "a conversion that is not for this field"),
            Bilingual(
                vi: "Ví dụ import.date chỉ dùng cho trường ngày.",
                en: "import.date, for one, is for fields of dates only.")),
        CodePage(
            "CB-I008", Bilingual(vi: "danh sách không có dòng nào", en: "a roster without rows"),
            Bilingual(
                vi: "Danh sách đầy đủ mà trống thì thường là nhầm tệp hoặc nhầm trang.",
                en: "A complete roster that is empty is most likely the wrong file or sheet.")),
        CodePage(
            "CB-I010", Bilingual(vi: "ô không đọc được", en: "a cell that cannot be read"),
            Bilingual(
                vi: "Sửa ô đó trong bảng tính; mọi ô lỗi được kể hết một lần.",
                en: "Correct the cell in the sheet; all bad cells are listed at once.")),
        CodePage(
            "CB-I020", Bilingual(vi: "cột không dùng đến", en: "columns that are not read"),
            Bilingual(
                vi: "Không cần làm gì nếu đúng ý.",
                en: "Nothing to do, if that is what was meant.")),
        CodePage(
            "CB-I021", Bilingual(vi: "cột nhận ra qua tên khác", en: "columns known by another wording"),
            Bilingual(
                vi: "Kiểm tra xem có đúng cột không.",
                en: "See whether they are the right ones.")),
        CodePage(
            "CB-I022", Bilingual(vi: "thiếu cột không bắt buộc", en: "optional columns that lack"),
            Bilingual(
                vi: "Các trường đó để trống.",
                en: "Their fields stay empty.")),
        CodePage(
            "CB-I023", Bilingual(vi: "dòng được bỏ qua", en: "rows passed over"),
            Bilingual(
                vi: "Dòng nhóm, dòng tổng và chữ ký không phải bản ghi.",
                en: "Group rows, totals and signatures are no records.")),
        CodePage(
            "CB-I024", Bilingual(vi: "ngày viết kiểu tháng trước", en: "dates with the month first"),
            Bilingual(
                vi: "Kiểm tra một vài ngày; sửa bằng import.date.",
                en: "Look at some of the dates; correct with import.date.")),
        CodePage(
            "CB-I025", Bilingual(vi: "dòng ẩn vẫn được đọc", en: "hidden rows were read"),
            Bilingual(
                vi: "Xóa chúng khỏi bảng nếu không muốn nhập.",
                en: "Delete them from the sheet if they are not meant.")),
        CodePage(
            "CB-I026", Bilingual(vi: "đã bỏ học hàm, chức danh", en: "titles were taken off the names"),
            Bilingual(
                vi: "Kiểm tra họ tên trong thông báo.",
                en: "Look at the names in the message.")),
        CodePage(
            "CB-I028", Bilingual(vi: "bảng không có dòng dữ liệu", en: "a sheet without rows"),
            Bilingual(
                vi: "Nếu bảng không phải để trống, hãy xem lại tệp và trang.",
                en: "Where it should not be empty, look at the file and the sheet again.")),
        CodePage(
            "CB-I027", Bilingual(vi: "dòng mới có thể là người đã có", en: "a new row may be somebody already known"),
            Bilingual(
                vi: "Thêm số CCCD hoặc số thẻ để phân biệt.",
                en: "Add the identity or card number to tell them apart.")),
    ]
}
