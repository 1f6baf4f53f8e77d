# shellcheck shell=bash
# Builds the Lua library from sources, to run in place of the system's. Sourced by the other scripts.

# Debian's library says of its symbols that they are of this version, and programs linked with it ask for it.
lua_symbols='LUA_5.4 { global: lua_*; luaL_*; luaopen_*; local: *; };'

# build_lua SOURCES TARGET FLAG…: compiles the folder SOURCES (with lua.h in it) to TARGET/liblua5.4.so.0.
build_lua() {
    local sources=$1 target=$2 file
    shift 2
    [[ -f $sources/lua.h ]] || give_up "no lua.h in $sources." "Name the folder with the C files of Lua 5.4."
    mkdir -p "$target"
    printf '%s\n' "$lua_symbols" >"$target/symbols.map"
    local -a files=()
    for file in "$sources"/l*.c; do
        case ${file##*/} in lua.c | luac.c | ltests.c) ;; *) files+=("$file") ;; esac
    done
    clang -shared -fPIC -g "$@" -DLUA_USE_LINUX -DLUA_COMPAT_5_3 -Wl,-soname,liblua5.4.so.0 \
        -Wl,--version-script="$target/symbols.map" -o "$target/liblua5.4.so.0" "${files[@]}" -lm -ldl
}

# The release that the sources in a folder say they are.
lua_release() {
    sed -n 's/^#define LUA_VERSION_RELEASE[[:space:]]*"\([0-9]*\)".*/5.4.\1/p' "$1/lua.h"
}
