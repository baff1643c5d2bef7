#!/usr/bin/env bash
# A program with its libraries in it needs nothing around it, and makes the bytes that the other makes; as root, since it runs
# in an empty root: static_program.sh STATIC SHARED PLANS
set -euo pipefail
static=$1 shared=$2 plans=$3
[ "$(id -u)" = 0 ] || { echo "skipped: only root can chroot"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/root" "$folder/shared"
cp "$static" "$folder/root/wardplan"
cp -r "$plans" "$folder/root/plans"
cp -r "$plans" "$folder/shared/plans"
for run in 'build plans -o out' 'check plans --format json' 'due plans' 'summary plans --format html' 'list plans --format csv'; do
  code=0 other=0
  # shellcheck disable=SC2086
  (cd "$folder/root" && env -i "$(command -v chroot)" . /wardplan $run --as-of 2023-11-05 --lang vi) >"$folder/static.said" 2>&1 || code=$?
  # shellcheck disable=SC2086
  (cd "$folder/shared" && env -i "$shared" $run --as-of 2023-11-05 --lang vi) >"$folder/shared.said" 2>&1 || other=$?
  [ $code = $other ] || { echo "FAILED: $run: exit $code, $other"; cat "$folder/static.said"; exit 1; }
  diff "$folder/static.said" "$folder/shared.said"
done
# What a build keeps says which program made it, by its sources.
diff -r "$folder/root/out" "$folder/shared/out"
find "$folder/root/out" -type f | wc -l
