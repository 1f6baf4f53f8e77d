// swift-tools-version: 6.3
import PackageDescription

/// Every Swift target of the package is built with these.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A room of the house: floor by floor, dependencies point down only.
func room(
    _ name: String, _ dependencies: [Target.Dependency], path: String? = nil, plugins: [Target.PluginUsage] = []
) -> Target {
    .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict, plugins: plugins)
}

/// The tests of a room may use what it uses, and the support shared by all tests.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["ChiboTestSupport"], exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "Chibo",
    products: [
        .library(name: "Chibo", targets: ["Chibo"]),
        .library(name: "ChiboLua", targets: ["ChiboLua"]),
        .executable(name: "chibo", targets: ["chibo"]),
    ],
    targets: [
        // Floor 0: C libraries from Debian, a module map and a shim header each.
        .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // Floors 1 and 2: Lua. Everything that may raise a Lua error is C.
        .target(name: "CLuaBridge", dependencies: ["CLua"]),
        room("ChiboLua", ["CLuaBridge", "CLua"]),

        // Beside them: locks of the kernel, and a process behind them.
        .target(name: "CSandbox"),
        room("ChiboSandbox", ["CSandbox"]),

        // Floor 3: values and arithmetic, no I/O; the C library has the tables of Unicode.
        room("ChiboModel", ["CUTF8Proc"]),

        // Floor 4
        room("ChiboDocument", ["ChiboModel"]),
        room("ChiboOffice", ["ChiboModel", "CZip", "CExpat", "CXlsxWriter"]),

        // Floor 5
        room("ChiboScripting", ["ChiboLua", "ChiboModel", "ChiboDocument", "ChiboStdlib"]),
        room("ChiboScheduling", ["ChiboModel"]),
        room("ChiboReports", ["ChiboModel", "ChiboDocument", "ChiboOffice"]),
        room("ChiboImporting", ["ChiboModel", "ChiboOffice"]),
        room("ChiboStore", ["ChiboModel", "CSQLite", "CSodium"]),

        // Floors 6 to 8
        room(
            "Chibo",
            [
                "ChiboLua", "ChiboModel", "ChiboDocument", "ChiboOffice", "ChiboScripting", "ChiboScheduling",
                "ChiboReports", "ChiboImporting", "ChiboStore",
            ]),
        room("ChiboCommand", ["Chibo", "ChiboLua", "ChiboModel", "ChiboSandbox"]),
        .executableTarget(
            name: "chibo", dependencies: ["ChiboCommand"], path: "Sources/ChiboExecutable", swiftSettings: strict),

        // Beside the floors: the scripts' standard library, its embedding, and the figures.
        room("ChiboStdlib", [], path: "Stdlib", plugins: ["EmbedLuaPlugin"]),
        .executableTarget(name: "EmbedLua", dependencies: ["ChiboLua"], swiftSettings: strict),
        .plugin(
            name: "EmbedLuaPlugin", capability: .buildTool(), dependencies: ["EmbedLua"],
            path: "Sources/Plugins/EmbedLuaPlugin"),
        .executableTarget(name: "ChiboBenchmarks", dependencies: ["Chibo", "ChiboModel"], swiftSettings: strict),
        .target(name: "CLuaBaseline", dependencies: ["CLua"]),
        .executableTarget(
            name: "BridgeBenchmarks", dependencies: ["ChiboLua", "CLuaBaseline"], swiftSettings: strict),

        // Tests mirror Sources.
        .target(name: "ChiboTestSupport", path: "Tests/ChiboTestSupport", swiftSettings: strict),
        .target(name: "CMallocCount", path: "Tests/CMallocCount"),
        .executableTarget(
            name: "AllocationProbe", dependencies: ["ChiboLua", "CMallocCount"], path: "Tests/AllocationProbe",
            swiftSettings: strict),
        .executableTarget(
            name: "LuaExample", dependencies: ["ChiboLua"], path: "Tests/LuaExample", swiftSettings: strict),
        .target(
            name: "BridgeFuzz", dependencies: ["ChiboLua"], path: "Tests/BridgeFuzz",
            exclude: ["Corpus", "tokens.dict"], swiftSettings: strict),
        .executableTarget(name: "BridgeFuzzer", dependencies: ["BridgeFuzz"], path: "Tests/BridgeFuzzer"),
        tests(
            "ChiboLuaTests", ["ChiboLua", "AllocationProbe", "BridgeFuzz", "LuaExample"],
            exclude: ["Attacks", "Compatibility", "Misuse"]),
        .executableTarget(
            name: "SandboxProbe", dependencies: ["ChiboSandbox"], path: "Tests/SandboxProbe", swiftSettings: strict),
        tests("ChiboSandboxTests", ["ChiboSandbox", "SandboxProbe"]),
        tests("ChiboModelTests", ["ChiboModel"]),
        tests("ChiboDocumentTests", ["ChiboDocument", "ChiboModel"]),
        tests("ChiboOfficeTests", ["ChiboOffice", "ChiboModel"]),
        tests(
            "ChiboScriptingTests", ["ChiboScripting", "ChiboModel", "ChiboDocument", "ChiboLua"], exclude: ["Rules"]),
        tests("ChiboSchedulingTests", ["ChiboScheduling", "ChiboModel"]),
        tests("ChiboReportsTests", ["ChiboReports", "ChiboDocument", "ChiboModel"]),
        tests("ChiboImportingTests", ["ChiboImporting", "ChiboModel", "ChiboOffice"], exclude: ["Files"]),
        tests("ChiboStoreTests", ["ChiboStore", "ChiboModel"], exclude: ["Files"]),
        tests("ChiboTests", ["Chibo", "ChiboModel"]),
        tests("ChiboCommandTests", ["ChiboCommand", "ChiboLua", "ChiboModel"], exclude: ["Snapshots"]),
        tests("ChiboStdlibTests", ["ChiboStdlib", "ChiboScripting", "ChiboLua", "EmbedLua"]),
    ]
)
