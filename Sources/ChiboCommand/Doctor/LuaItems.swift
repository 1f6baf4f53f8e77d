package import ChiboLua
import ChiboModel

/// Which Lua runs the scripts, and how far its known faults are guarded.
package struct LuaItems {
    let library: LuaLibrary

    package init(_ library: LuaLibrary) { self.library = library }

    package func items() -> [DoctorItem] {
        [release] + library.weaknesses.map(item)
    }

    private var release: DoctorItem {
        DoctorItem(
            .libraries, .fine, "Lua \(library.release ?? "5.4.?")",
            Bilingual(vi: "chibo được dựng với \(library.builtWith)", en: "chibo was built with \(library.builtWith)"))
    }

    private func item(_ weakness: LuaLibrary.Weakness) -> DoctorItem {
        let state: DoctorItem.State = weakness.isGuarded ? .fine : .note
        let guarded =
            weakness.isGuarded
            ? Bilingual(vi: "đã chặn", en: "guarded")
            : Bilingual(vi: "không chặn được từ ngoài thư viện", en: "cannot be guarded from outside of the library")
        let fault = text(of: weakness.fault)
        return DoctorItem(
            .libraries, state, "Lua: \(weakness.fault.rawValue)",
            Bilingual(vi: "\(fault.vi): \(guarded.vi)", en: "\(fault.en): \(guarded.en)"),
            advice: weakness.isGuarded
                ? nil
                : Bilingual(
                    vi: "chạy script bằng chibo run (tiến trình riêng), hoặc dùng thư viện Lua 5.4.8",
                    en: "run scripts with chibo run (a process of their own), or use the library of Lua 5.4.8"))
    }

    private func text(of fault: LuaLibrary.Fault) -> Bilingual {
        switch fault {
        case .nestedClose:
            Bilingual(vi: "coroutine.close lồng nhau hàng nghìn lần", en: "coroutine.close nested thousands of times")
        case .concatenation:
            Bilingual(vi: "__concat làm ngăn xếp dời chỗ", en: "a __concat that moves the stack")
        case .weakMetatable:
            Bilingual(
                vi: "phép gán qua metatable yếu khi hết bộ nhớ",
                en: "an assignment through a weak metatable as memory ends")
        case .comparison:
            Bilingual(
                vi: "so sánh chuỗi có byte 0 đọc quá một byte", en: "comparing texts with zeros reads a byte too far")
        }
    }
}
