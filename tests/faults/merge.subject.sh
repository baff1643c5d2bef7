# shellcheck shell=bash disable=SC2034,SC2154
# For faults.sh: `wardplan merge-file`, each run with a version in which its own item has a note.
# shellcheck source=tests/faults/sixty_items.sh
. "${BASH_SOURCE[0]%/*}/sixty_items.sh"

# Both other versions stand outside of the folder that is looked at.
command_for() {
  local base="$work/base$2" theirs="$work/theirs$2"
  if [ ! -e "$theirs" ]; then
    mkdir -p "$work/made$2"
    fresh "$work/made$2/plan.yaml"
    mv "$work/made$2/plan.yaml" "$base"
    awk -v item="$2" -v mark="$(mark_of "$2")" \
      '{ print } $1 == "title:" && $4 == item "," { print "    note: " mark }' "$base" >"$theirs"
  fi
  command=("$binary" merge-file "$base" "$1" "$theirs" --lang vi)
}

mark_of() {
  echo "ghi chú thứ $1 của đông người"
}
