/// Vietnamese names put together from syllables: of nobody, and of thousands.
enum DemoNames {
    private static let families: [(String, Int)] = [
        ("Nguyễn", 310), ("Trần", 110), ("Lê", 95), ("Phạm", 70), ("Hoàng", 45), ("Phan", 35), ("Vũ", 45), ("Đặng", 25),
        ("Bùi", 30), ("Đỗ", 30), ("Hồ", 15), ("Ngô", 20), ("Dương", 15), ("Lý", 8), ("Đinh", 14), ("Mai", 12),
        ("Trịnh", 14), ("Đoàn", 14), ("Lương", 10), ("Cao", 9), ("Tạ", 9), ("Hà", 10), ("Chu", 7), ("Nông", 3),
        ("Quách", 3), ("Tô", 4), ("Lưu", 6), ("Tăng", 3), ("Kiều", 3), ("Nghiêm", 3), ("Vương", 4), ("Phùng", 6),
        ("Khuất", 2), ("Thái", 4), ("Doãn", 2), ("Tôn Nữ", 1),
    ]

    private static let maleMiddles = [
        "Văn", "Văn", "Đức", "Hữu", "Minh", "Quang", "Quốc", "Anh", "Tuấn", "Xuân", "Đình", "Thanh", "Ngọc", "Công",
        "Trọng", "Mạnh", "Việt", "Hoàng", "Duy", "Bá", "Tiến", "Thế", "Huy", "Gia", "Nhật", "Khắc",
    ]

    private static let femaleMiddles = [
        "Thị", "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Thị Hồng", "Thị Minh", "Thị Thanh", "Thị Bích", "Thị Kim", "Thu",
        "Ngọc", "Thanh", "Phương", "Minh", "Hồng", "Thùy", "Khánh", "Hải", "Diệu", "Bảo", "Mai", "Lan", "Quỳnh", "Hà",
    ]

    private static let maleGivens = [
        "An", "Anh", "Bách", "Bảo", "Bình", "Chiến", "Chính", "Cường", "Duy", "Dũng", "Đạt", "Đông", "Đức", "Giang",
        "Hà", "Hải", "Hiếu", "Hiệp", "Hòa", "Hoàng", "Huy", "Hùng", "Hưng", "Khánh", "Khoa", "Kiên", "Lâm", "Linh",
        "Long", "Lộc", "Mạnh", "Minh", "Nam", "Nghĩa", "Nguyên", "Nhân", "Phong", "Phúc", "Phương", "Quân", "Quang",
        "Quyết", "Sơn", "Tài", "Tâm", "Tân", "Thái", "Thành", "Thắng", "Thịnh", "Thọ", "Tiến", "Toàn", "Trung",
        "Trường", "Tuấn", "Tùng", "Tú", "Việt", "Vinh", "Vũ",
    ]

    private static let femaleGivens = [
        "An", "Anh", "Ánh", "Ân", "Bích", "Châu", "Chi", "Dung", "Duyên", "Đào", "Giang", "Hà", "Hạ", "Hải", "Hạnh",
        "Hằng", "Hậu", "Hiền", "Hoa", "Hòa", "Hoài", "Hồng", "Huệ", "Huyền", "Hương", "Hường", "Khánh", "Lan", "Lê",
        "Liên", "Linh", "Loan", "Ly", "Mai", "Minh", "My", "Nga", "Ngân", "Ngọc", "Nguyệt", "Nhàn", "Nhung", "Oanh",
        "Phương", "Phượng", "Quyên", "Quỳnh", "Tâm", "Thanh", "Thảo", "Thơm", "Thu", "Thủy", "Thúy", "Thương", "Trà",
        "Trang", "Trâm", "Trinh", "Tuyết", "Uyên", "Vân", "Vy", "Xuân", "Yến",
    ]

    /// A name for a man or a woman.
    static func name(isFemale: Bool, _ random: inout DemoRandom) -> String {
        let family = random.pick(weighted: families)
        let middle = random.pick(isFemale ? femaleMiddles : maleMiddles)
        var given = random.pick(isFemale ? femaleGivens : maleGivens)
        // Nobody is called "Anh Anh".
        while middle.split(separator: " ").contains(Substring(given)) {
            given = random.pick(isFemale ? femaleGivens : maleGivens)
        }
        return "\(family) \(middle) \(given)"
    }

    /// Places people come from: districts and provinces as they were in 2023.
    static let hometowns = [
        "Vụ Bản, Nam Định", "Ý Yên, Nam Định", "Kim Sơn, Ninh Bình", "Tiền Hải, Thái Bình", "Đông Hưng, Thái Bình",
        "Gia Lâm, Hà Nội", "Thanh Oai, Hà Nội", "Ba Vì, Hà Nội", "Thường Tín, Hà Nội", "Nghi Lộc, Nghệ An",
        "Diễn Châu, Nghệ An", "Đô Lương, Nghệ An", "Can Lộc, Hà Tĩnh", "Đức Thọ, Hà Tĩnh", "Hoằng Hóa, Thanh Hóa",
        "Nga Sơn, Thanh Hóa", "Thọ Xuân, Thanh Hóa", "Lý Nhân, Hà Nam", "Bình Lục, Hà Nam", "Khoái Châu, Hưng Yên",
        "Ân Thi, Hưng Yên", "Nam Sách, Hải Dương", "Tứ Kỳ, Hải Dương", "Vĩnh Bảo, Hải Phòng", "Tiên Lãng, Hải Phòng",
        "Yên Phong, Bắc Ninh", "Quế Võ, Bắc Ninh", "Hiệp Hòa, Bắc Giang", "Lục Ngạn, Bắc Giang", "Lâm Thao, Phú Thọ",
        "Yên Lạc, Vĩnh Phúc", "Phú Lương, Thái Nguyên", "Sơn Dương, Tuyên Quang", "Văn Yên, Yên Bái",
        "Hòa An, Cao Bằng", "Cao Lộc, Lạng Sơn", "Mộc Châu, Sơn La", "Lạc Sơn, Hòa Bình", "Lệ Thủy, Quảng Bình",
        "Điện Bàn, Quảng Nam",
    ]

    /// Peoples, as often as in the north's universities.
    static let ethnicities: [(String, Int)] = [
        ("Kinh", 93), ("Tày", 2), ("Mường", 2), ("Nùng", 1), ("Thái", 1), ("Dao", 1),
    ]
}
