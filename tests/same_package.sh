#!/usr/bin/env bash
# The same commit gives the same bytes in two folders; two release builds, so no test runs it: same_package.sh [--static]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for one in first a/second; do
  git clone -q . "$folder/$one"
  "$folder/$one/scripts/package" "$@"
  (cd "$folder/$one"/build/*/out && cat SHA256SUMS) >"$folder/${one##*/}.sums"
done
diff "$folder/first.sums" "$folder/second.sums" || { echo "FAILED: the bytes differ"; exit 1; }
cat "$folder/first.sums"
