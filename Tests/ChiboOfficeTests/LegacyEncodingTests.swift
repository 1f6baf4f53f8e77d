import ChiboOffice
import ChiboTestSupport
import Foundation
import Testing

/// Text from before Unicode, with glibc's converter as the oracle for TCVN.
struct LegacyEncodingTests {
    @Test(arguments: [
        ("NguyÔn ThÞ Hoa", ".VnTime", "Nguyễn Thị Hoa"), ("trÇn v¨n b×nh", ".VnTimeH", "TRẦN VĂN BÌNH"),
        ("Ñaûng boä tænh Ñaék Laék", "VNI-Times", "Đảng bộ tỉnh Đắk Lắk"), ("Tieáng Vieät", "VNI-Helve", "Tiếng Việt"),
        ("Nguyeãn Vaên Ñöùc", "VNI-Times", "Nguyễn Văn Đức"), ("TRAÀN VAÊN BÌNH", "VNI-Times", "TRẦN VĂN BÌNH"),
        ("Nguyễn", ".VnTime", "Nguyễn"), ("H\u{AD}êng", ".VnTime", "Hường"),
    ])
    func `a font's name tells how its text is read`(text: String, font: String, expected: String) {
        #expect(LegacyEncoding(font: font)?.decode(text) == expected)
    }

    @Test(arguments: ["Times New Roman", "Arial", "Vni", "Calibri"])
    func `unicode fonts have no legacy encoding`(font: String) {
        #expect(LegacyEncoding(font: font) == nil)
    }

    @Test func `small letters of TCVN equal what glibc's converter makes of them`() throws {
        let folder = try TemporaryFolder()
        let codes = (0xA1...0xFE).filter { code in
            LegacyEncoding.tcvn3.decode(String(Unicode.Scalar(UInt8(code)))) != String(Unicode.Scalar(UInt8(code)))
        }
        #expect(codes.count > 60)
        for code in codes {
            let path = folder.file("letter")
            try Data([UInt8(code)]).write(to: URL(fileURLWithPath: path))
            let oracle = try Oracle.run("/usr/bin/iconv", ["-f", "TCVN5712-1", "-t", "UTF-8", path])
            let ours = LegacyEncoding.tcvn3.decode(String(Unicode.Scalar(UInt8(code))))
            #expect(oracle.output.precomposedStringWithCanonicalMapping == ours, "byte \(code)")
        }
    }
}
