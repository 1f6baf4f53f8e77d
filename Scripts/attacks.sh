#!/usr/bin/env bash
# Shows that the attacks of Tests/ChiboLuaTests/Attacks hurt an interpreter without our guards: runs each by the system's
# lua5.4 with all its libraries, in a process with caps, and compares what happens with the header "-- Hurts:".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'END'
usage: Scripts/attacks.sh [NAME…]

Without names all attacks run, two minutes. The words of the headers and what shows them:
  hangs                       a second of the processor is not enough
  hangs, under a counting …   nor is it when a hook raises an error every thousand instructions
  takes all memory            600 MB are not enough
  crashes                     a signal of the processor ends it
  gets through                it does what a state of ours refuses
  leaks an address            an address is printed
  differs                     ten runs do not print the same
  floods                      it prints more than a megabyte
  not the system's library    it ends by itself; the header says whom it hurts
END
}

folder=Tests/ChiboLuaTests/Attacks
work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT

# What a host without much thought does: after a while an error every thousand instructions.
cat >"$work/hook.lua" <<'END'
local count = 0
debug.sethook(function() count = count + 1 if count > 1000 then error("limit") end end, "", 1000)
pcall(assert(loadfile(arg[1])))
debug.sethook()
END
printf '%s\n' 'print(assert(loadfile(arg[1]))())' >"$work/show.lua"

# capped SECONDS PROGRAM…: runs it; the status is in `status`, what it wrote in $work/out.
capped() {
    local seconds=$1
    shift
    status=0
    # The inner shell reports signals there, not here.
    (ulimit -c 0 -t "$seconds" -v 600000 && lua5.4 "$@" >"$work/out" 2>&1) 2>/dev/null || status=$?
}

timed_out() { ((status == 137 || status == 152)); }
wrote() { grep --quiet --text --extended-regexp "$1" "$work/out"; }

differs() {
    local first
    capped 4 "$work/show.lua" "$1"
    first=$(tr --delete '\0' <"$work/out")
    for _ in 2 3 4 5 6 7 8 9 10; do
        capped 4 "$work/show.lua" "$1"
        [[ $(tr --delete '\0' <"$work/out") == "$first" ]] || return 0
    done
    return 1
}

# An attack that a state of ours must refuse gets through when it ends; one that looks for itself says so.
gets_through() {
    capped 4 "$1"
    if grep --quiet '^-- Must: error' "$1"; then ((status == 0)); else wrote 'assertion failed'; fi
}

shows() {
    local file=$1
    case $2 in
    "hangs, under a counting hook too.")
        capped 1 "$file" && timed_out && capped 1 "$work/hook.lua" "$file" && timed_out
        ;;
    hangs.) capped 1 "$file" && timed_out ;;
    "takes all memory.") capped 4 "$file" && wrote 'not enough memory' ;;
    crashes.) capped 4 "$file" && ((status == 139 || status == 134)) ;;
    "gets through: "*) gets_through "$file" ;;
    "leaks an address"*) capped 4 "$work/show.lua" "$file" && wrote '0x[0-9a-f]{6}|assertion failed' ;;
    "differs: "*) differs "$file" ;;
    floods.) capped 4 "$file" && (($(stat --format=%s "$work/out") > 1000000)) ;;
    "not the system's library: "*) capped 4 "$file" && ((status < 2)) ;;
    *) return 1 ;;
    esac
}

case ${1-} in --help | -h) usage; exit ;; -*) usage >&2; exit 64 ;; esac
names=("$@")
((${#names[@]})) || mapfile -t names < <(cd "$folder" && printf '%s\n' *.lua)
failures=0
for name in "${names[@]}"; do
    file=$folder/${name%.lua}.lua
    harm=$(sed -n 's/^-- Hurts: //p' "$file")
    if shows "$file" "$harm"; then
        printf '%-30s %s\n' "${name%.lua}" "$harm"
    else
        printf '%-30s DOES NOT SHOW: %s (exit %d)\n' "${name%.lua}" "${harm:-no header}" "${status-0}" >&2
        failures=$((failures + 1))
    fi
done
printf '%d attacks, %d do not show what they say\n' "${#names[@]}" "$failures"
((failures == 0))
