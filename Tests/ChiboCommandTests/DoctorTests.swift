import ChiboCommand
import ChiboLua
import ChiboModel
import Testing

@Suite struct `The doctor` {
    private static let map = """
        55d0-55d1 r--p 00000000 fe:00 123   /usr/bin/chibo
        7f00-7f01 r-xp 00000000 fe:00 124   /usr/lib/x86_64-linux-gnu/libsqlite3.so.0.8.6
        7f01-7f02 r--p 00001000 fe:00 124   /usr/lib/x86_64-linux-gnu/libsqlite3.so.0.8.6
        7f02-7f03 r--p 00000000 fe:00 125   /usr/lib/x86_64-linux-gnu/liblua5.4.so.0.0.0 (deleted)
        7fff-8000 rw-p 00000000 00:00 0     [stack]
        """

    @Test func `lists each library once, with what it says of itself`() {
        let items = Doctor(environment: [:], memoryMap: Self.map, versions: ["libsqlite3": "3.40.1"]).items()
        let libraries = items.filter { $0.area == .libraries }
        #expect(libraries.map(\.name) == ["liblua5.4.so.0.0.0 (deleted)", "libsqlite3.so.0.8.6"])
        #expect(libraries[1].text.en == "3.40.1  /usr/lib/x86_64-linux-gnu/libsqlite3.so.0.8.6")
        #expect(libraries.map(\.state) == [.note, .fine])
        #expect(libraries[0].advice != nil)
    }

    @Test func `missing time zones are bad, and it says what to install`() {
        let item = Doctor(environment: [:], memoryMap: "", zoneFolder: "/nowhere").items().first { $0.area == .time }
        #expect(item?.state == .bad)
        #expect(item?.advice?.en == "apt-get install tzdata")
    }

    @Test(arguments: [("vi_VN.UTF-8", DoctorItem.State.fine), ("C.utf8", .fine), ("C", .note), ("", .note)])
    func `looks at the locale`(_ locale: String, _ state: DoctorItem.State) {
        let items = Doctor(environment: ["LANG": locale], memoryMap: "").items()
        #expect(items.first { $0.name == "locale" }?.state == state)
    }
}

@Suite struct `The doctor and Lua` {
    @Test func `says which Lua runs, and each fault with what to do where it is not guarded`() throws {
        let library = LuaLibrary.probe()
        let items = LuaItems(library).items()
        #expect(items.count == library.weaknesses.count + 1)
        #expect(items[0].name == "Lua \(try #require(library.release))")
        for (item, weakness) in zip(items.dropFirst(), library.weaknesses) {
            #expect(item.name.contains(weakness.fault.rawValue))
            #expect((item.advice == nil) == weakness.isGuarded)
        }
    }
}
