#!/usr/bin/env bash
# From a fresh clone to a unit's reports: builds chibo, makes the spreadsheets that an office would have, imports them,
# judges, allocates, and writes the reports to demo-out/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Scripts/install.sh

unit=Scripts/units/neu
period=2023
out=demo-out
# The spreadsheets in the order of their import: each is named like the mapping that reads it.
sheets=(
    don-vi don-vi-hanh-chinh dang-vien xep-loai-to-chuc xep-loai-dang-vien sinh-hoat
    nguon-ket-nap buoc-ket-nap ket-nap chuyen-sinh-hoat phan-cong
    ke-hoach-chu-de ra-soat danh-gia-chi-bo danh-gia-dang-vien tien-do
)

# Shows a command as the reader would type it, and runs it.
run() {
    printf '\n$ chibo %s\n' "$*"
    "$chibo" "$@"
}

install_packages "${build_packages[@]}"
require_swift

say "Building chibo (a few minutes the first time) …"
swift build --configuration release --static-swift-stdlib --product chibo
chibo=$(swift build --configuration release --static-swift-stdlib --show-bin-path)/chibo

# A store of its own: the demo begins afresh each time and leaves the unit's folder alone.
rm -rf "$out"
mkdir -p "$out/data"
export CHIBO_STORE=$PWD/$out/chibo.sqlite
export CHIBO_UNIT=$PWD/$unit

run demo-data --unit neu --members 1350 --seed 1 --out "$out/data"
for sheet in "${sheets[@]}"; do
    run import "$sheet" "$out/data/$sheet.xlsx"
done
run evaluate chi-bo-bon-tot --period "$period"
run allocate ket-nap --period "$period"
run plan neu-21nq --period "$period" | tee "$out/plan.txt"
run report --period "$period" --format html,xlsx,json --out "$out"

mapfile -t pages < <(find "$out" -maxdepth 1 \( -name '*.html' -o -name '*.xlsx' \) | sort)
((${#pages[@]})) || give_up "no report was written to $out/." "What do the messages above say?"

cat <<END

Done. Open / Xong. Hãy mở:
$(printf '  %s\n' "${pages[@]}")

The plan's targets for $period / Các chỉ tiêu của kế hoạch năm $period:
$(sed --quiet '/^\(Targets\|Chỉ tiêu\)$/,/^$/p' "$out/plan.txt" | sed '1d')
The spreadsheets that went in are in $out/data/; the rules are the Lua files in $unit/.
Change a number in $unit/criteria/ and run again, with nothing rebuilt:
  CHIBO_STORE=$out/chibo.sqlite ${chibo#"$PWD/"} evaluate chi-bo-bon-tot --unit $unit --period $period
END
