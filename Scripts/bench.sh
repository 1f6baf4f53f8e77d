#!/usr/bin/env bash
# Builds the benchmarks for release and runs them.
#   Scripts/bench.sh [--filter TEXT] [--rounds N] [--json] [--list]   the operations of the host
#   Scripts/bench.sh bridge [--rounds N] [--json]                     the bridge beside raw C; counts where valgrind is
#   Scripts/bench.sh bridge --check                                   the counts against Scripts/bridge-ceilings.tsv
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Scripts/install.sh

install_packages "${build_packages[@]}"
require_swift

# The build speaks on stderr, so that the table or JSON is alone on stdout.
build() {
    swift build --configuration release --static-swift-stdlib --product "$1" >&2
    program=$(swift build --configuration release --static-swift-stdlib --show-bin-path)/$1
}

# Writes "row, side, times, instructions" for every call of raw_measured. Callgrind stops at the debug information that
# Swift writes, so it gets a copy without.
count_instructions() {
    local folder=$1 total=0 line
    strip --strip-debug -o "$folder/program" "$program"
    SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file="$folder/out" \
        --zero-before=raw_measured --dump-after=raw_measured "$folder/program" --count \
        >"$folder/names" 2>"$folder/log" || {
        cat "$folder/log" >&2
        give_up "valgrind ended with an error."
    }
    while IFS= read -r line; do
        total=$((total + 1))
        printf '%s\t%s\n' "$line" "$(sed -n 's/^\(totals\|summary\): //p' "$folder/out.$total" | head -n 1)"
    done <"$folder/names"
}

bridge() {
    local folder check='' argument
    local -a rest=()
    for argument in "$@"; do
        if [[ $argument == --check ]]; then check=yes; else rest+=("$argument"); fi
    done
    build BridgeBenchmarks
    folder=$(mktemp --directory)
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$folder'" EXIT
    if command -v valgrind >/dev/null; then
        count_instructions "$folder" >"$folder/counts"
        rest+=(--counts "$folder/counts")
    elif [[ $check ]]; then
        give_up "there is no valgrind, which counts instructions." "Install it: apt-get install valgrind"
    else
        say "note: without valgrind there are times only, and times do not repeat"
    fi
    [[ $check ]] && rest+=(--check Scripts/bridge-ceilings.tsv)
    "$program" "${rest[@]}"
}

if [[ ${1-} == bridge ]]; then
    shift
    bridge "$@"
else
    build ChiboBenchmarks
    exec "$program" "$@"
fi
