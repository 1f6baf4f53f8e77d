#!/usr/bin/env bash
# Builds the pages about ChiboLua into .build/docs; a warning, say a link that leads nowhere, ends it with an error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Scripts/install.sh

require_swift
install_packages "${build_packages[@]}"

scratch=.build/docs-build
symbols=$PWD/$scratch/symbols
pages=.build/docs

# Graphs come from compiling, and what is built already makes none: begin anew, in a folder of its own.
rm -rf "$scratch" "$pages"
swift build --target ChiboLua --scratch-path "$scratch" -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir \
    -Xswiftc "$symbols"
find "$symbols" -name '*.symbols.json' ! -name 'ChiboLua*' -delete
docc convert Sources/ChiboLua/ChiboLua.docc --additional-symbol-graph-dir "$symbols" --output-path "$pages" \
    --fallback-display-name ChiboLua --fallback-bundle-identifier ChiboLua --warnings-as-errors \
    --transform-for-static-hosting
printf 'pages: %s/index.html\n' "$pages"
