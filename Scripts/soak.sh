#!/usr/bin/env bash
# Ends a writer of the store with SIGKILL at random moments, and looks each time whether all or nothing of its last
# transaction is there and the audit chain is whole. The suite does it 20 times; this does it as often as one asks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Scripts/install.sh

kills=${1:-200}
if [[ ! $kills =~ ^[1-9][0-9]*$ ]] || (($# > 1)); then
    say "usage: Scripts/soak.sh [KILLS]     200 without a number"
    exit 64
fi
install_packages "${build_packages[@]}"
require_swift
CHIBO_KILLS=$kills swift test --filter KilledWriterTests
