#!/usr/bin/env python3
"""Checks the bridge's first rule: no function that Swift calls may raise, as Lua would jump over a Swift frame.

Follows every call from what the objects of ChiboLua ask for, through the C files of CLuaBridge, to the interface of Lua.
What it meets there must never raise by the manual of 5.4 (section 4.6), or raise for lack of memory alone (the allocator
gives or ends the process while no script runs), or be explained in Scripts/may-raise.txt. What Lua calls for us, by a
function's address, runs protected and is not followed. Prints the unexplained, and explanations that nothing needs.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXPLAINED = ROOT / "Scripts" / "may-raise.txt"

# Marked "-" in the manual.
NEVER = set(
    """lua_absindex lua_atpanic lua_checkstack lua_close lua_copy lua_dump lua_gc lua_getallocf lua_gethook
    lua_gethookcount lua_gethookmask lua_getiuservalue lua_getlocal lua_getmetatable lua_getstack lua_gettop
    lua_getupvalue lua_iscfunction lua_isinteger lua_isnumber lua_isstring lua_isuserdata lua_isyieldable lua_load
    lua_newstate lua_pcallk lua_pushboolean lua_pushinteger lua_pushlightuserdata lua_pushnil lua_pushnumber
    lua_pushthread lua_pushvalue lua_rawequal lua_rawget lua_rawgeti lua_rawgetp lua_rawlen lua_resetthread lua_resume
    lua_rotate lua_sethook lua_setiuservalue lua_setlocal lua_setmetatable lua_setupvalue lua_setwarnf lua_status
    lua_stringtonumber lua_toboolean lua_tocfunction lua_tointegerx lua_tonumberx lua_topointer lua_tothread
    lua_touserdata lua_type lua_typename lua_upvalueid lua_upvaluejoin lua_version lua_xmove luaL_loadbufferx
    luaL_newstate luaL_unref""".split()
)
# Marked "m".
MEMORY = set(
    """lua_createtable lua_getinfo lua_newthread lua_newuserdatauv lua_pushcclosure lua_pushlstring lua_pushstring
    lua_rawset lua_rawseti lua_rawsetp lua_tolstring luaL_addlstring luaL_getmetafield luaL_newmetatable luaL_pushresult
    luaL_ref luaL_setfuncs luaL_testudata luaL_traceback luaL_where""".split()
)


def calls_of(source):
    """The functions defined in a C file, each with what it calls; "(pointer)" is a call that no name tells."""
    with tempfile.NamedTemporaryFile(suffix=".ll") as text:
        flags = subprocess.run(["pkg-config", "--cflags", "lua5.4"], capture_output=True, text=True, check=True)
        command = ["clang", "-S", "-emit-llvm", "-O0", "-I", ROOT / "Sources/CLuaBridge/include", *flags.stdout.split()]
        subprocess.run([*command, source, "-o", text.name], check=True)
        functions, current = {}, None
        for line in Path(text.name).read_text().splitlines():
            if found := re.match(r"define .*@(\w+)\(", line):
                current = functions.setdefault(found[1], set())
            elif found := re.search(r"\bcall\b[^@%\"]*?(?:@([\w.]+)|%\w+)\(", line):
                current.add(found[1] or "(pointer)")
        return functions


def asked_by_swift(folder):
    """What the objects of ChiboLua ask of the bridge and of Lua."""
    objects = sorted((folder / "ChiboLua.build").glob("*.swift.o"))
    if not objects:
        sys.exit(f"{folder}: no objects of ChiboLua; run 'swift build' first")
    symbols = subprocess.run(["nm", "--undefined-only", *objects], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r" U ((?:clb_|lua)\w+)$", symbols, re.MULTILINE))


def explanations():
    """From "caller callee reason", a line each."""
    lines = [line for line in EXPLAINED.read_text().splitlines() if line and not line.startswith("#")]
    return {tuple(line.split(None, 2)[:2]) for line in lines}


def main():
    files = {path.name: calls_of(path) for path in sorted((ROOT / "Sources/CLuaBridge").glob("*.c"))}
    home = {name: file for file, functions in files.items() for name in functions}
    explained, used, problems, seen = explanations(), set(), [], set()

    def is_explained(caller, callee):
        pairs = {(caller, callee), ("*", callee)} & explained
        used.update(pairs)
        return bool(pairs)

    def check(caller, callee, path):
        if callee in NEVER or callee in MEMORY or is_explained(caller, callee):
            return
        problems.append(f"{' > '.join([*path, callee])}: may raise; no line '{caller} {callee}' explains it")

    def follow(file, name, path):
        if (file, name) in seen:
            return
        seen.add((file, name))
        path = [*path, name]
        for callee in sorted(files[file][name]):
            target = file if callee in files[file] else home.get(callee)
            if target and is_explained(name, callee):
                continue
            if target:
                follow(target, callee, path)
            elif callee.startswith("lua") or callee == "(pointer)":
                check(name, callee, path)

    asked = asked_by_swift(Path(sys.argv[1]))
    for name in sorted(asked):
        if name.startswith("lua"):
            check("Swift", name, ["Swift"])
        elif name in home:
            follow(home[name], name, ["Swift"])
    closing = [name for name, functions in files.items() for calls in functions.values() if "lua_toclose" in calls]
    problems += [f"{name}: lua_toclose makes lua_settop raise" for name in closing]
    problems += [f"{EXPLAINED.name}: nothing needs '{' '.join(pair)}'" for pair in sorted(explained - used)]
    print("\n".join(problems) or f"{len(asked)} functions that Swift calls, none may raise")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
