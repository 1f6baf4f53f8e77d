import CLuaBridge

/// The Lua library that a process runs: which release it is, what is wrong with it, and what the bridge does about it.
///
/// Scripts of Debian's 5.4.4 can reach faults that later releases mended. ``LuaState`` guards what can be guarded from
/// outside; ``weaknesses`` says what that is and what is left.
public struct LuaLibrary: Sendable, Hashable {
    /// The release of the headers that the program was built with, such as "5.4.4".
    public let builtWith: String

    /// The release that runs, such as "5.4.8"; nil: it does not say.
    public let release: String?

    /// What scripts can reach in it, guarded or not.
    public let weaknesses: [Weakness]

    /// A fault of a release.
    public struct Weakness: Sendable, Hashable {
        /// What it is.
        public let fault: Fault
        /// A state does not let scripts reach it.
        public let isGuarded: Bool
    }

    /// The faults that scripts of releases up to 5.4.4 can reach; 5.4.8 has none of them.
    public enum Fault: String, Sendable, CaseIterable {
        /// `coroutine.close` in `<close>` handlers of thousands of coroutines overflows the C stack: a crash.
        case nestedClose = "nested-close"
        /// A `__concat` that moves the stack makes Lua write to freed memory.
        case concatenation
        /// An assignment through a table that only a weak metatable holds, when memory ends, uses freed memory.
        case weakMetatable = "weak-metatable"
        /// The comparison of texts with zeros reads a byte past their end.
        case comparison
    }

    /// Asks the library that this process runs.
    ///
    /// Cheap, but not free: it makes and closes an empty interpreter when the library does not say its release.
    public static func probe() -> LuaLibrary {
        let number = clb_library_release()
        let isOld = number >= 0 ? number <= 4 : clb_library_behaves_old()
        let guardsStacks = isOld && LuaState().guardsStacks
        let weaknesses = Fault.allCases.map { fault in
            Weakness(fault: fault, isGuarded: fault == .nestedClose || fault == .concatenation && guardsStacks)
        }
        return LuaLibrary(
            builtWith: String(unsafe String(cString: clb_compiled_release()).dropFirst("Lua ".count)),
            release: number >= 0 ? "5.4.\(number)" : nil, weaknesses: isOld ? weaknesses : [])
    }
}
