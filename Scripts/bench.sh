#!/usr/bin/env bash
# Builds the benchmarks for release and runs them: Scripts/bench.sh [--filter TEXT] [--rounds N] [--json] [--list]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Scripts/install.sh

install_packages "${build_packages[@]}"
require_swift
# The build speaks on stderr, so that the table or JSON is alone on stdout.
swift build --configuration release --static-swift-stdlib --product ChiboBenchmarks >&2
exec "$(swift build --configuration release --static-swift-stdlib --show-bin-path)/ChiboBenchmarks" "$@"
