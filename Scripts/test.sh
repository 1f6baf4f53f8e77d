#!/usr/bin/env bash
# Runs every check of the project, in the order in which they are cheap, and stops at the first that fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Scripts/install.sh

usage() {
    cat <<'END'
usage: Scripts/test.sh [--sanitize address|thread]

  (nothing)             install what is missing, lint, build, test
  --sanitize address    the tests of the bridge, the store and the scheduler under AddressSanitizer, in a build folder of
                        their own
  --sanitize thread     the same under ThreadSanitizer, without those that only a signal ends
END
}

# Stages -----------------------------------------------------------------------------------------------------------

stage_name=
stage_began=0
times=()

end_stage() {
    [[ -n $stage_name ]] || return 0
    times+=("$(printf '%5d s  %-7s %s' $((SECONDS - stage_began)) "$1" "$stage_name")")
    stage_name=
}

# Ends the stage before, which has passed because we are here, and begins another.
stage() {
    end_stage passed
    stage_name=$1
    stage_began=$SECONDS
    printf '\n== %s\n' "$1"
}

summary() {
    local status=$?
    local failed=$stage_name
    if ((status == 0)); then end_stage passed; else end_stage FAILED; fi
    printf '\n'
    ((${#times[@]} == 0)) || printf '%s\n' "${times[@]}"
    if ((status == 0)); then
        printf '%5d s  all passed\n' "$SECONDS"
    else
        printf 'FAILED: %s (exit %d)\n' "${failed:-before the first stage}" "$status"
    fi
}
trap summary EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Python programs that are not ours read and make the files that the tests compare with.
install_oracles() {
    export CHIBO_ORACLES=${CHIBO_ORACLES:-$PWD/.venv}
    [[ $CHIBO_ORACLES == "$PWD/.venv" ]] || return 0
    cmp --silent Scripts/oracles.txt .venv/installed.txt && return
    python3 -m venv --clear .venv
    .venv/bin/pip install --quiet --disable-pip-version-check --requirement Scripts/oracles.txt
    cp Scripts/oracles.txt .venv/installed.txt
}

# The Lua tests of every unit, by the program as its people run them.
test_units() {
    local unit chibo
    chibo=$(swift build --show-bin-path)/chibo
    for unit in Scripts/units/*/; do
        [[ -f $unit/unit.lua ]] || continue
        printf -- '-- %s\n' "$unit"
        "$chibo" check --unit "$unit"
        "$chibo" test --unit "$unit"
    done
}

# The rooms with C of ours or many threads. Left out: processes with a limit of their address space, which has no room for
# a sanitizer's shadow; and under the thread sanitizer, which holds signals back until a thread calls the system and needs
# more stack than a test's thread has, scripts that only a signal ends, full stacks, and what has one thread.
test_sanitized() {
    local skipped=()
    if [[ $1 == thread ]]; then
        skipped=(--skip 'Attack|Limit|Hotspot|SampledRun|Cancellation|AsyncFlight|SandboxExamples|ConcurrencyExamples'
            --skip 'Allocation|Compatibility|Misuse|Article|KilledWriter|FuzzCorpus|UndoLaws|HistoryLaws|AuditLaws')
    fi
    LSAN_OPTIONS=suppressions=$PWD/Scripts/leaks.txt:print_suppressions=0 swift test --sanitize="$1" --disable-xctest \
        --scratch-path ".build/sanitize-$1" --filter 'ChiboLuaTests|ChiboStoreTests|ChiboSchedulingTests' \
        ${skipped[@]+"${skipped[@]}"}
}

# ------------------------------------------------------------------------------------------------------------------

sanitizer=
case ${1-} in
"") ;;
--sanitize)
    sanitizer=${2-}
    [[ $sanitizer == address || $sanitizer == thread ]] || { usage >&2; trap - EXIT; exit 64; }
    ;;
--help | -h) usage; trap - EXIT; exit ;;
*) usage >&2; trap - EXIT; exit 64 ;;
esac

stage "install"
install_packages "${build_packages[@]}" "${test_packages[@]}"
require_swift
install_oracles

if [[ -n $sanitizer ]]; then
    stage "swift test under the $sanitizer sanitizer"
    test_sanitized "$sanitizer"
    exit
fi

stage "shellcheck"
shellcheck --external-sources Scripts/*.sh .ci/run

stage "the house: top level, layers, imports"
Scripts/check-house.sh

stage "swift format"
swift format lint --strict --parallel --recursive Package.swift Sources Stdlib Tests

stage "luacheck"
luacheck --quiet --no-color --include-files '**/*.lua' -- Stdlib Scripts

stage "build, warnings are errors"
swift build --build-tests --explicit-target-dependency-import-check error

stage "nothing that Swift calls in the bridge may raise"
Scripts/may-raise.py "$(swift build --show-bin-path)"

stage "swift test"
swift test --skip-build --explicit-target-dependency-import-check error

stage "pages about ChiboLua: every link leads somewhere"
Scripts/docs.sh

stage "Lua tests of the units"
test_units

stage "instructions of the bridge beside raw C"
Scripts/bench.sh bridge --check
