#!/usr/bin/env bash
# What only the binary does with its streams: streams.sh BINARY PLANS
set -uo pipefail
binary=$1
plan=$2/long-bien/2023-chu-de.yaml

expect() {
  if [ "$2" != "$3" ]; then
    echo "FAILED: $1: expected \`$2\`, seen \`$3\`"
    exit 1
  fi
}

"$binary" table "$plan" >/dev/full 2>/dev/null
expect "exit when the disk is full" 2 $?

# The reader is gone before anything is written.
said=$({ { sleep 0.2 && "$binary" explain; echo "exit $?" >&3; } | true; } 2>&1 3>&1)
expect "a closed pipe" "exit 0" "$said"

said=$("$binary" check - --lang en --format short <<<'kind: nothing' | cut -d: -f1-2)
expect "standard input" "<stdin>:1" "$said"

said=$(LC_ALL=C TZ=Asia/Tokyo "$binary" table "$plan" --lang vi 2>&1 | cksum)
expect "the machine's locale" "$(LC_ALL=C.UTF-8 "$binary" table "$plan" --lang vi 2>&1 | cksum)" "$said"

# On a terminal `build` counts its files up and wipes the line away; elsewhere it says nothing of them.
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
build="$binary build $plan -o $made/out --format md --as-of 2023-07-01 --lang en"
script -qec "$build" /dev/null >"$made/terminal" </dev/null
total=$(grep -c '^{"path"' "$made/out/manifest.jsonl")
seen=$(tr '\r' '\n' <"$made/terminal" | grep -c "^[0-9]*/$total $")
expect "a count for each file on a terminal" "$total" "$seen"
expect "the count is wiped" 1 "$(grep -c $'\r\x1b\[K' "$made/terminal")"
$build >"$made/said" 2>&1
expect "no count in a file" 0 "$(grep -c "[0-9]/$total " "$made/said")"
