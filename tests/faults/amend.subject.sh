# shellcheck shell=bash disable=SC2034,SC2154
# For faults.sh: `wardplan amend`, each run with its own item and note.
# shellcheck source=tests/faults/sixty_items.sh
. "${BASH_SOURCE[0]%/*}/sixty_items.sh"

command_for() {
  command=("$binary" amend "$1" "$2" --note "$(mark_of "$2")" --lang vi)
}

mark_of() {
  echo "ghi chú thứ $1 của đông người"
}
