# shellcheck shell=bash disable=SC2034,SC2154
# For faults.sh: the driver of rewrite_file, which appends a line.

fresh() {
  local line
  for ((line = 1; line <= 1000; line++)); do echo "dòng $line"; done >"$1"
}

command_for() {
  command=("$binary" "$1" "$(mark_of "$2")")
}

mark_of() {
  echo "<thêm $1>"
}
