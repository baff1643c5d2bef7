#!/usr/bin/env bash
# On a terminal `build` counts wards up and wipes the line away; elsewhere it says nothing of it:
# progress.sh BINARY PLAN. Exit 77: there is no pseudo-terminal to look at.
set -euo pipefail
binary=$1 plan=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "FAILED: $*"
  exit 1
}

if ! script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
  echo "no pseudo-terminal can be made here"
  exit 77
fi
build="$binary build $plan -o $folder/out --format md --as-of 2023-07-01 --lang en"
script -qec "$build" /dev/null >"$folder/terminal" </dev/null
tr '\r' '\n' <"$folder/terminal" | grep -q "^1/1 $" || fail "a ward isn't counted"
grep -q $'\r\x1b\[K' "$folder/terminal" || fail "the count is not wiped away"

$build >"$folder/said" 2>&1
! grep -q "1/1 " "$folder/said" || fail "a count where there is no terminal"
