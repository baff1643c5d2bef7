#!/usr/bin/env bash
# What is laid in the way of a run, or taken from it, makes it harm nothing: harmless.sh WARDPLAN PLANS
set -uo pipefail
wardplan=$1 plans=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export WARDPLAN_TODAY=2023-11-20
cp -r "$plans/long-bien" in

fail() {
  echo "FAILED: $*: $(cat said)"
  exit 1
}

# Runs it for 20 seconds at most; `said` is what it said, in one line or more.
run() {
  timeout 20 "$wardplan" "$@" --lang en >answer 2>said
}

refused() {
  local what=$1 name=$2 code=0
  shift 2
  run "$@" || code=$?
  [ "$code" = 2 ] || fail "$what: exit $code"
  [ "$(grep -c '^wardplan: ' said)" = 1 ] && grep -qF "\`$name\`" said || fail "$what: not one line with its name"
}

# Pipes and devices.
mkfifo pipe pipe.yaml pipe.md
refused "a pipe to be written to" pipe table in/2023-chu-de.yaml -o pipe
refused "a pipe as a record" pipe.yaml table pipe.yaml
refused "a pipe as a template" pipe.md report in/2023-chu-de.yaml --period 2023 --format md --template pipe.md
refused "a device as a record" /dev/zero table /dev/zero
cat pipe >piped &
run table in/2023-chu-de.yaml --format md -o pipe || fail "a pipe that is read"
wait $!
run table in/2023-chu-de.yaml --format md || fail "a table"
cmp -s piped answer || fail "a pipe that is read gets another table"
run check --quiet <(cat in/ward.yaml) || fail "a file that the shell makes"
{ cat in/ward.yaml >pipe & } && run check --quiet - <pipe || fail "standard input that is a pipe"
rm pipe pipe.yaml pipe.md
mkdir pipes && mkfifo pipes/manifest.jsonl
refused "a pipe as manifest" pipes/manifest.jsonl build in -o pipes --format md
rm -r pipes && mkdir -p pipes/long-bien && mkfifo pipes/long-bien/2023-chu-de-table.md
refused "a pipe for a paper" pipes/long-bien/2023-chu-de-table.md build in -o pipes --format md

# Streams that came closed.
cp in/2023-chu-de.yaml before
address=$(run list in --format csv --columns address && sed -n 2p answer | tr -d '\r"')
timeout 20 "$wardplan" update in/2023-chu-de.yaml "$address" in-progress --date 2023-11-19 2>&- || fail "no standard error"
cmp -s in/2023-chu-de.yaml before && fail "no standard error, nothing recorded"
grep -q "wardplan:" in/2023-chu-de.yaml && fail "what was said stands in the record"
run check in/2023-chu-de.yaml --only error || fail "recorded without standard error"
timeout 20 "$wardplan" table in/2023-chu-de.yaml >&- 2>said && fail "no standard output, yet no failure"
cp before in/2023-chu-de.yaml

# Links. What stands outside is as it was, whatever became of the run.
export LC_ALL=C
mkdir outside && echo mine >outside/mine.md
find in outside -type f -exec sha256sum {} + | sort >whole
untouched() {
  find in outside -type f -exec sha256sum {} + | sort | cmp -s - whole || fail "$1: written outside"
  [ "$(ls -A outside)" = mine.md ] || fail "$1: $(ls -A outside) stands outside"
}
link() {
  local what=$1 name=$2 target=$3
  mkdir -p "$(dirname "$name")" && rm -rf "$name" && ln -s "$target" "$name"
  refused "$what" "$name" build in -o out --format md
  untouched "$what"
  rm -rf out
}
link "a linked paper" out/long-bien/2023-chu-de-table.md "$folder/in/2023-chu-de.yaml"
link "a paper that would be made outside" out/long-bien/2023-chu-de-table.md "$folder/outside/new.md"
link "a linked folder" out/long-bien "$folder/outside"
link "a linked folder that isn't there" out/long-bien "$folder/outside/new"
link "a linked summary" out/summary.md "$folder/in/ward.yaml"
link "a linked manifest" out/manifest.jsonl "$folder/in/ward.yaml"
# One that holds the right bytes is no paper, either.
run build in -o out --format md || fail "a build"
mv out/long-bien outside/ && ln -s "$folder/outside/long-bien" out/long-bien
refused "a folder that became a link" out/long-bien build in -o out --format md
rm -r out outside/long-bien
run build in -o out --format md || fail "a build"
mv out/manifest.jsonl outside/ && ln -s "$folder/outside/manifest.jsonl" out/manifest.jsonl
refused "a manifest that became a link" out/manifest.jsonl build in -o out --format md
rm -r out outside/manifest.jsonl
untouched "what became a link"
ln -s outside real && run build in -o real/papers --format md || fail "a folder that is named through a link"
rm -r outside/papers real
ln -s in/ward.yaml link.md
for asked in "table in/2023-chu-de.yaml" "list in" "summary in" "report in/2023-chu-de.yaml --period 2023" "templates show report"; do
  format="--format md" && [ "${asked%% *}" != templates ] || format=
  # shellcheck disable=SC2086
  refused "$asked through a link onto a record" link.md $asked $format -o link.md
done
untouched "-o that is a link"

# Two at once end as one alone would, and so do two that ask for different papers.
run build in -o alone --format md,html || fail "a build"
for ((round = 1; round <= ${ROUNDS:-200}; ++round)); do
  "$wardplan" build in -o both --format md,html --lang en 2>first & first=$!
  "$wardplan" build in -o both --format md,html --lang en 2>second & second=$!
  wait "$first" || fail "two at once, round $round: $(cat first)"
  wait "$second" || fail "two at once, round $round: $(cat second)"
  diff -r alone both >said || fail "two at once, round $round: other bytes"
  # What is there already makes other races than what isn't.
  if ((round % 2)); then rm -r both; else rm both/*/*table*; fi
done
rm -rf both

# What nothing makes any more.
run build in -o out --format md,csv || fail "a build"
echo more >>out/long-bien/2023-chu-de-table.csv
mv out/summary.csv outside/summary.csv && ln -s "$folder/outside/summary.csv" out/summary.csv
run build in -o out --format md || fail "a build of less"
grep -q "4 files of runs before.*2023-chu-de-report-2023.csv" said || fail "files that are left are not named"
for round in 1 2; do
  run build in -o out --format md --prune || fail "a build that removes"
  [ ! -e out/long-bien/2023-chu-de-report-2023.csv ] || fail "not removed"
  [ -e out/long-bien/2023-chu-de-table.csv ] || fail "what was changed is removed"
  [ -e outside/summary.csv ] && [ -L out/summary.csv ] || fail "removed through a link"
  grep -q "2 files of runs before.*left alone.*2023-chu-de-table.csv" said || fail "what was changed is not named, run $round"
done
# A manifest of somebody's making.
cp out/manifest.jsonl kept
for path in ../in/ward.yaml "$folder/in/ward.yaml" ../outside/mine.md; do
  {
    head -1 kept
    printf '{"path":"%s","bytes":1,"sha256":"%s","from":[]}\n' "$path" "$(sha256sum "out/$path" "$path" 2>/dev/null | head -1 | cut -c1-64)"
  } >lines
  printf '{"inputs":null,"looked":[],"without_report":0,"lines":"%s"}\n' "$(sha256sum lines | cut -c1-64)" | cat lines - >out/manifest.jsonl
  run build in -o out --format md --prune || fail "a manifest that leads out"
done
rm -r out outside/summary.csv
untouched "--prune"

# Killed wherever it happens to be, a print leaves nothing that the next doesn't sweep.
if ! strace -f -qq -o /dev/null true 2>/dev/null || grep -qaF __asan_init "$wardplan"; then
  echo "SKIPPED: kills at system calls: strace is missing or may not trace here"
  exit 77
fi
mkdir kills
leftovers=0
for call in openat flock write fchmod fsync close renameat exit_group; do
  strace -f -qq -o calls -e "trace=$call" "$wardplan" table in/2023-chu-de.yaml --format md -o kills/a.md 2>said
  last=$(grep -c "$call(" calls)
  for ((when = last > 12 ? last - 12 : 1; when <= last; ++when)); do
    { strace -f -qq -o /dev/null -e "inject=$call:signal=KILL:when=$when" \
      "$wardplan" table in/2023-chu-de.yaml --format md -o kills/a.md; } >/dev/null 2>&1
    [ "$(ls -A kills)" = a.md ] || leftovers=$((leftovers + 1))
    run table in/2023-chu-de.yaml --format md -o kills/a.md || fail "after a kill at $call $when"
    [ "$(ls -A kills)" = a.md ] || fail "killed at $call $when: left are $(ls -A kills)"
    cmp -s kills/a.md <("$wardplan" table in/2023-chu-de.yaml --format md 2>/dev/null) || fail "killed at $call $when: another table"
  done
done
cp -r in few
cp few/2023-chu-de.yaml before
for call in openat flock mkdirat write fchmod close renameat syncfs exit_group; do
  strace -f -qq -o calls -e "trace=$call" "$wardplan" build few -o kills/few --format md --only table --threads 1 --lang en 2>said
  last=$(grep -c "$call(" calls)
  for ((when = last > 12 ? last - 12 : 1; when <= last; ++when)); do
    rm -rf kills/few
    ((when % 2)) && run build few -o kills/few --format md --only table
    sed -i 's/^title: /&Sửa /' few/2023-chu-de.yaml
    { strace -f -qq -o /dev/null -e "inject=$call:signal=KILL:when=$when" \
      "$wardplan" build few -o kills/few --format md --only table --threads 1 --lang en; } >/dev/null 2>&1
    [ -z "$(find kills/few -name '.*.wardplan-*' 2>/dev/null)" ] || leftovers=$((leftovers + 1))
    # What is to be written is what stands there already.
    cp before few/2023-chu-de.yaml
    run build few -o kills/few --format md --only table || fail "a build after a kill at $call $when"
    [ -z "$(find kills/few -name '.*')" ] || fail "build killed at $call $when: left are $(find kills/few -name '.*')"
  done
done
[ "$leftovers" -gt 0 ] || fail "no run was killed with its temporary file there"
echo "$leftovers leftovers, all swept"
