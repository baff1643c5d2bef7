#!/usr/bin/env bash
# Programs that read manuals find nothing to say about ours: manual.sh BINARY
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" man "$folder"
mapfile -t pages < <(find "$folder" -type f | sort)
[ ${#pages[@]} -gt 40 ] || { echo "FAILED: ${#pages[@]} pages"; exit 1; }
# They are the same whenever and wherever they are made.
"$1" man "$folder/again" && diff -r "$folder/man1" "$folder/again/man1"

tried=0
if command -v mandoc >/dev/null; then
  tried=1
  said=$(mandoc -Tlint -K utf-8 "${pages[@]}" 2>&1) || { echo "FAILED: mandoc: $said"; exit 1; }
fi
if command -v man >/dev/null && command -v groff >/dev/null; then
  tried=1
  for page in "${pages[@]}"; do
    said=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null)
    [ -z "$said" ] || { echo "FAILED: man: $said"; exit 1; }
  done
fi
[ $tried = 1 ] || { echo "skipped: there is neither mandoc nor man"; exit 77; }
