# shellcheck shell=bash disable=SC2034,SC2154
# For faults.sh: `wardplan update`, each run with its own item and note.
# shellcheck source=tests/faults/sixty_items.sh
. "${BASH_SOURCE[0]%/*}/sixty_items.sh"

command_for() {
  command=("$binary" update "$1" "$2" in-progress --date 2026-07-01
    --note "$(mark_of "$2")" --lang vi)
}

mark_of() {
  echo "lần ghi thứ $1 của đông người"
}
