#!/usr/bin/env bash
# Runs the fuzz target of the bridge (Tests/BridgeFuzz): random limits and random scripts, under AddressSanitizer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Scripts/install.sh
source Scripts/lua-library.sh

usage() {
    cat <<'END'
usage: Scripts/fuzz.sh [--seconds N] [--lua FOLDER] [--minimise] [--coverage]

  --seconds N     how long; 60 without
  --lua FOLDER    C files of Lua 5.4 (apt-get source lua5.4): the library is built from them with the sanitizer, with
                  the checks of its interface, and with what guides the fuzzer through the parser; else the system's runs
  --minimise      afterwards the kept corpus is made anew: the fewest files that reach all that was reached
  --coverage      only replays all inputs and prints which part of the edges they reach, a line a room

A finding ends the run; its input is in .build/fuzz/findings, and to see its program:
  swift run BridgeFuzzer .build/fuzz/findings/crash-…
END
}

seconds=60
sources=
task=fuzz
while (($#)); do
    case $1 in
    --seconds) seconds=${2-} && shift ;;
    --lua) sources=${2-} && shift ;;
    --minimise) task=minimise ;;
    --coverage) task=coverage ;;
    --help | -h) usage; exit ;;
    *) usage >&2; exit 64 ;;
    esac
    shift
done
[[ $seconds =~ ^[0-9]+$ ]] || { usage >&2; exit 64; }

work=.build/fuzz
corpus=$work/corpus
kept=Tests/BridgeFuzz/Corpus

# The program's own main calls the fuzzer, so it gets the runtime without one. SwiftPM's main, renamed, would clash.
build() {
    local runtime
    runtime=$(clang -print-resource-dir)/lib/linux/libclang_rt.fuzzer_no_main-$(uname -m).a
    swift build --product BridgeFuzzer --configuration release --sanitize address --scratch-path "$work" \
        -Xcc -fsanitize=fuzzer-no-link,address -Xcc -DBRIDGE_FUZZER \
        -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table \
        -Xlinker "$runtime" -Xlinker -lstdc++
    program=$work/release/BridgeFuzzer
}

# Every Lua text of the project as an input, behind limits that leave it room: 8 MB, 9 ms, 30 calls, 4 kB of output.
make_seeds() {
    local file
    rm -rf "$work/seeds"
    mkdir -p "$work/seeds" "$work/findings" "$corpus"
    for file in Tests/ChiboLuaTests/Attacks/*.lua Tests/ChiboLuaTests/Compatibility/*.lua Stdlib/*/*.lua; do
        { printf '\x00\x07\x08\x1e\xff\x01\x00\x00' && head --bytes=4000 "$file"; } >"$work/seeds/${file//\//_}"
    done
}

run() {
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_stack_use_after_return=0:allocator_may_return_null=1 \
        LD_LIBRARY_PATH=${sources:+$work/lua:}${LD_LIBRARY_PATH-} \
        "$program" -max_len=4096 -timeout=20 -rss_limit_mb=4096 -artifact_prefix="$work/findings/" \
        -dict=Tests/BridgeFuzz/tokens.dict "$@"
}

# Sums "edges: reached/all" of the functions of each room.
coverage() {
    run -runs=0 -print_coverage=1 "$corpus" "$kept" "$work/seeds" 2>&1 | awk '
        /COVERED_FUNC: / && match($0, /edges: [0-9]+\/[0-9]+/) {
            split(substr($0, RSTART + 7, RLENGTH - 7), edges, "/")
            room = "(elsewhere)"
            if (match($0, /Sources\/[A-Za-z]+/)) room = substr($0, RSTART + 8, RLENGTH - 8)
            else if ($0 ~ /\/l[a-z]+\.c:/) room = "Lua"
            if ($0 ~ /UNCOVERED_FUNC/) edges[1] = 0
            reached[room] += edges[1]; all[room] += edges[2]
        }
        END { for (room in all) printf "%-12s %6d of %6d edges  %3d %%\n", room, reached[room], all[room], 100 * reached[room] / all[room] }'
}

# The inputs that reach every edge that is reached, as few as possible.
minimise() {
    local folder
    folder=$(mktemp --directory)
    run -set_cover_merge=1 -use_counters=0 "$folder" "$kept" "$corpus" "$work/seeds" 2>&1 | tail --lines=2
    find "$kept" -type f -delete
    cp "$folder"/* "$kept/"
    rm -rf "$folder"
    du --summarize --human-readable "$kept"
}

build_packages+=(clang)
command -v clang >/dev/null || install_packages clang
require_swift
build
[[ -z $sources ]] || build_lua "$sources" "$work/lua" -O1 -fsanitize=fuzzer-no-link,address -DLUA_USE_APICHECK -DLUAI_ASSERT
make_seeds
case $task in
coverage) coverage ;;
fuzz) run -max_total_time="$seconds" -print_final_stats=1 "$corpus" "$kept" "$work/seeds" ;;
minimise)
    ((seconds == 0)) || run -max_total_time="$seconds" "$corpus" "$kept" "$work/seeds"
    minimise
    ;;
esac
