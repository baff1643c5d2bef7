# shellcheck shell=bash disable=SC2034,SC2154
# For faults.sh: `wardplan update`, which appends an entry to an item.

export WARDPLAN_TODAY=2026-06-30 WARDPLAN_LANG=vi

fresh() {
  local row
  cat >"$(dirname "$1")/ward.yaml" <<'YAML'
kind: ward
format: 1
id: mau
name: phường Mẫu
YAML
  {
    printf 'kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n'
    for ((row = 1; row <= 250; row++)); do
      printf '  - no: "%d"\n    title: Việc số %d  # chú thích\n    due: Năm 2026\n' "$row" "$row"
    done
  } >"$1"
}

command_for() {
  command=("$binary" update "$1" "$(($2 % 100 + 1))" in-progress --on 2026-06-01 --note "$(mark_of "$2")")
}

mark_of() {
  echo "lần $1 xong"
}
