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
