#!/usr/bin/env bash
# Checks what the compiler does not: what stands at the top level, and that rooms import only what the house allows.
# The check that comes with the build lets pass what a target reaches through another; this one does not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What a room may import. A room imports rooms of lower floors, none beside it; a C library has one room.
# Foundation is on no list: it would make the binary eight times as large.
allowed() {
    case $1 in
    ChiboExecutable) echo "ChiboCommand Glibc" ;;
    ChiboCommand) echo "Chibo ChiboLua ChiboModel ChiboOffice ChiboSandbox Glibc Synchronization" ;;
    Chibo)
        echo "ChiboLua ChiboModel ChiboDocument ChiboOffice ChiboScripting ChiboScheduling ChiboReports" \
            "ChiboImporting ChiboStore Glibc Synchronization"
        ;;
    ChiboScripting) echo "ChiboLua ChiboModel ChiboDocument ChiboStdlib Synchronization" ;;
    ChiboScheduling) echo "ChiboModel Glibc Synchronization" ;;
    ChiboReports) echo "ChiboModel ChiboDocument ChiboOffice Glibc" ;;
    ChiboImporting) echo "ChiboModel ChiboOffice" ;;
    ChiboStore) echo "ChiboModel CSQLite CSodium Glibc Synchronization" ;;
    ChiboDocument) echo "ChiboModel" ;;
    ChiboOffice) echo "ChiboModel CZip CExpat CXlsxWriter Glibc" ;;
    ChiboModel) echo "CUTF8Proc Synchronization" ;;
    ChiboLua) echo "CLua CLuaBridge Glibc Synchronization" ;;
    ChiboSandbox) echo "CSandbox Glibc" ;;
    ChiboStdlib) echo "" ;;
    ChiboBenchmarks) echo "Chibo $(allowed Chibo) ChiboStdlib" ;;
    BridgeBenchmarks) echo "ChiboLua CLuaBaseline Glibc" ;;
    EmbedLua) echo "ChiboLua Glibc" ;;
    Plugins) echo "Foundation PackagePlugin" ;;
    *) return 1 ;;
    esac
}

problems=0

problem() {
    printf '%s\n' "$1" >&2
    problems=$((problems + 1))
}

# Prints "path:line:module" for every import below a folder, whatever stands around the word.
imports() {
    { grep --recursive --line-number --extended-regexp --include='*.swift' \
        '^[[:space:]]*(@[A-Za-z_()]+[[:space:]]+)*((public|package|internal|fileprivate|private)[[:space:]]+)?import[[:space:]]' \
        "$1" || true; } |
        sed -E 's/^([^:]*:[0-9]+):.*import[[:space:]]+((struct|class|enum|protocol|func|var|let|typealias)[[:space:]]+)?([A-Za-z0-9_]+).*/\1:\4/'
}

check_room() {
    local folder=$1 room=$2 may place module
    if ! may=$(allowed "$room"); then
        problem "$folder: error: a room that Scripts/check-house.sh does not know; give it a line there"
        return
    fi
    while IFS= read -r place; do
        module=${place##*:}
        [[ " $may " == *" $module "* ]] || problem "${place%:*}: error: $room may not import $module"
    done < <(imports "$folder")
}

# A C header belongs to the shim of its library; the bridge and the sandbox's locks alone are C of ours.
check_headers() {
    local place
    while IFS= read -r place; do
        problem "${place%%:#*}: error: CLuaBridge includes only Lua, the C library and its own headers"
    done < <(grep --recursive --line-number --extended-regexp '#include <(sqlite3|sodium|zip|expat|xlsxwriter)' \
        Sources/CLuaBridge || true)
}

check_top_level() {
    local name
    while IFS= read -r name; do
        case $name in
        Package.swift | README.md | CHANGELOG.md | CONTRIBUTING.md | LICENSE | Sources | Tests | Scripts | Stdlib | .*) ;;
        *) problem "$name: error: does not belong at the top level (see CONTRIBUTING.md)" ;;
        esac
    done < <(git ls-files | cut --delimiter=/ --fields=1 | sort --unique)
}

for folder in Sources/*/; do
    room=$(basename "$folder")
    compgen -G "$folder*.modulemap" >/dev/null && continue
    case $room in CLuaBridge | CLuaBaseline | CSandbox) ;; *) check_room "${folder%/}" "$room" ;; esac
done
check_room Stdlib ChiboStdlib
check_headers
git rev-parse --git-dir >/dev/null 2>&1 && check_top_level

((problems == 0)) || exit 1
