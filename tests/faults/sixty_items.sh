# shellcheck shell=bash
# For the subjects of faults.sh that change one item of a plan: a ward with a plan of sixty.
export WARDPLAN_TODAY=2026-07-20

fresh() {
  local item
  cat >"${1%/*}/ward.yaml" <<'END'
kind: ward
format: 1
id: mau
name: phường Mẫu
people:
  - {id: an, name: Trần Văn An, role: PCT UBND}
units:
  - {id: vh, name: Bộ phận Văn hóa}
END
  {
    printf 'kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch năm 2026\nrows:\n'
    for ((item = 1; item <= 60; item++)); do
      printf '  - number: "%s"\n    title: Việc số %s, như kế hoạch đã ban hành đầu năm\n' $item $item
      printf '    leader: an\n    lead: vh\n    start: Tháng 01/2026\n    due: Tháng 12/2026\n'
      printf '    updates:\n      - {date: 2026-03-0%s, status: in-progress}\n' $((item % 9 + 1))
    done
  } >"$1"
}
