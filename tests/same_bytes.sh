#!/usr/bin/env bash
# The same files and day give the same bytes whatever the machine's clock, zone and locale:
# same_bytes.sh BINARY PLANS
set -uo pipefail
binary=$1
cd "$2/.." || exit 1
plan=plans/long-bien/2023-chu-de.yaml

# What all of it says, out and err, under the environment given.
all_of() {
  local run
  for run in \
    'check plans' 'due plans --soon 30' 'list plans --format csv' 'list plans --sort title,-deadline' \
    "show $plan I.1.3" "show $plan II.1.9 --format json" "table $plan --with-state"; do
    # shellcheck disable=SC2086
    env "$@" "$binary" $run --as-of 2023-11-05 --lang vi 2>&1
    echo "exit $?"
  done
  for run in 'summary plans' 'due plans' "table $plan --with-state"; do
    # shellcheck disable=SC2086
    env "$@" "$binary" $run --format xlsx --as-of 2023-11-05 --lang vi 2>&1 | sha256sum
  done
  env "$@" "$binary" update "$plan" I.2.4.1 done --value 94% --date 2023-11-05 --dry-run --lang vi 2>&1
  echo "exit $?"
}

wanted=$(all_of TZ=Asia/Ho_Chi_Minh LC_ALL=vi_VN.UTF-8 WARDPLAN_TODAY=2023-11-05)
[ "$(wc -l <<<"$wanted")" -gt 300 ] || { echo "FAILED: too little was said"; exit 1; }
while read -r zone locale; do
  if [ "$(all_of TZ="$zone" LC_ALL="$locale" WARDPLAN_TODAY=2023-11-05)" != "$wanted" ]; then
    echo "FAILED: TZ=$zone LC_ALL=$locale says something else"
    exit 1
  fi
done <<<'UTC C
Asia/Ho_Chi_Minh vi_VN.UTF-8
Pacific/Kiritimati none
America/Los_Angeles en_US.UTF-8'
