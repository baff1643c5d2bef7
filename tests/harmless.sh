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
cat pipe >read &
run table in/2023-chu-de.yaml --format md -o pipe || fail "a pipe that is read"
wait $!
run table in/2023-chu-de.yaml --format md || fail "a table"
cmp -s read answer || fail "a pipe that is read gets another table"
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
