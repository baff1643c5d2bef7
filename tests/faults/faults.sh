#!/usr/bin/env bash
# Whatever fails, and whenever a run is killed, a file is the old or the new text, whole:
#
#   faults.sh SUBJECT BINARY faults   errors and SIGKILL at each system call (needs strace;
#                                     exit 77 where it may not trace, or with a sanitizer)
#   faults.sh SUBJECT BINARY crowd    50 runs at the same time, of which none may get lost
#
# SUBJECT is a bash file that says what is run. It may use $binary and defines
#   fresh FILE         makes FILE as it is before a run, 12 KiB or more, and what it needs beside it
#   command_for FILE N sets the array `command` to what changes FILE, as run number N
#   mark_of N          prints what only run number N writes, once, into FILE
set -uo pipefail

# The calls that a change is made of: which errors each is given, and what is wanted then. Others
# are made meanwhile (a register is read), so a refusal counts when it names the file.
#   stops     there is a call at which the run refuses
#   warns     the same, and another at which it is done but may not survive a power cut
#   goes-on   there is none: tried again, or not needed
kFaults='
write    ENOSPC,EIO,EDQUOT  stops
write    EINTR              goes-on
fchown   EPERM              goes-on
fchmod   EPERM,EIO          stops
fsync    EIO,ENOSPC         warns
fsync    EINTR              goes-on
close    EIO,ENOSPC         stops
close    EINTR              goes-on
renameat EXDEV,EIO,EPERM    stops
openat   ENOSPC,EIO,EPERM   warns
flock    ENOLCK             stops
flock    EINTR              goes-on
read     EIO                stops
'
kKilled='openat flock read getdents64 write fchown fchmod fsync close renameat newfstatat exit_group'
kCrowd=50
command=()

fail() {
  echo "FAILED: $*"
  exit 1
}

# Runs the command once on $file, without faults unless strace and its options are given.
run() {
  command_for "$file" 1
  "$@" "${command[@]}" >"$work/said" 2>&1
}

has_leftovers() {
  [ "$(ls -A "$folder")" != "$(cat "$work/names")" ]
}

# Whatever else happened, nothing new is beside the file.
nothing_left() {
  ! has_leftovers || fail "$1: left behind: $(ls -A "$folder")"
}

# Which text the file holds.
text() {
  if cmp -s "$file" "$work/old"; then
    echo old
  elif cmp -s "$file" "$work/new"; then
    echo new
  else
    echo broken
  fi
}

# The texts that are right: before, after one run, and after two.
learn() {
  rm -rf "$folder" && mkdir "$folder" && fresh "$file"
  cp "$file" "$work/old"
  ls -A "$folder" >"$work/names"
  run || fail "without faults: $(cat "$work/said")"
  cp "$file" "$work/new"
  ! cmp -s "$work/old" "$work/new" || fail "without faults: nothing was changed"
  run
  cp "$file" "$work/twice"
  nothing_left "without faults"
}

# Which of a run's calls are tried: from `first`, behind those of the loader, which come before
# anything is done in the folder, to `last`.
find_calls() {
  cp "$work/old" "$file"
  run strace -f -qq -o "$work/calls" -e "trace=openat,newfstatat,$1" ||
    fail "traced: $(cat "$work/said")"
  last=$(grep -c "$1(" "$work/calls")
  first=$(($(sed "\\|$folder|,\$d" "$work/calls" | grep -c "$1(") + 1))
  [ "$first" -le "$last" ] || fail "$1: none is made"
  total=$((total + last - first + 1))
}

# One error at one call: exit 0 with the new text, or a failure with the old one.
inject_error() {
  local call=$1 error=$2 when=$3 code=0 seen
  cp "$work/old" "$file"
  run strace -f -qq -o /dev/null -e "inject=$call:error=$error:when=$when" || code=$?
  seen=$(text)
  case "$code:$seen" in
    0:new)
      passed=$((passed + 1))
      ! grep -q 'mất điện\|power cut' "$work/said" || warned=$((warned + 1))
      ;;
    [1-9]*:old) ! grep -qF "${file##*/}" "$work/said" || refused=$((refused + 1)) ;;
    *) fail "$call $error $when: exit $code with the $seen text" ;;
  esac
  nothing_left "$call $error $when"
}

errors() {
  local call names wanted error when first last tried total=0
  while read -r call names wanted; do
    [ -n "$call" ] || continue
    for error in ${names//,/ }; do
      find_calls "$call"
      tried=$((last - first + 1)) passed=0 refused=0 warned=0
      for ((when = first; when <= last; when++)); do inject_error "$call" "$error" "$when"; done
      case "$wanted:$refused:$warned" in
        stops:0:* | warns:0:*) fail "$call $error: $tried tried, and no run refused" ;;
        warns:*:0) fail "$call $error: $tried tried, and no run warned" ;;
        goes-on:[1-9]*) fail "$call $error: $refused of $tried runs refused" ;;
      esac
      printf '%-8s %-7s %3d runs: %d changed (%d with a warning), %d refused\n' \
        "$call" "$error" "$tried" "$passed" "$warned" "$refused"
    done
  done <<<"$kFaults"
  echo "$total errors: each left the old or the new text and nothing beside it"
}

# Killed at one call: the next run finds the old or the new text and sweeps what is left.
kill_at() {
  local call=$1 when=$2 code=0 seen
  cp "$work/old" "$file"
  # The braces keep bash from telling of each death.
  { run strace -f -qq -o /dev/null -e "inject=$call:signal=KILL:when=$when"; } 2>/dev/null || code=$?
  [ "$code" = 137 ] || fail "killed at $call $when: exit $code"
  seen=$(text)
  ! has_leftovers || leftovers=$((leftovers + 1))
  run || [ "$seen" = new ] || fail "after a kill at $call $when: $(cat "$work/said")"
  case "$seen" in
    old) cmp -s "$file" "$work/new" || fail "killed at $call $when: the next run did not work" ;;
    new) cmp -s "$file" "$work/twice" || fail "killed at $call $when: the next run is off" ;;
    *) fail "killed at $call $when: the $seen text" ;;
  esac
  nothing_left "after a kill at $call $when"
}

kills() {
  local call when first last total=0 leftovers=0
  for call in $kKilled; do
    find_calls "$call"
    for ((when = first; when <= last; when++)); do kill_at "$call" "$when"; done
  done
  [ "$leftovers" -gt 0 ] || fail "no run was killed with its temporary file there"
  echo "$total kills: each left the old or the new text; $leftovers leftovers, all swept"
}

# A disk that ends in the middle of a write: short write, then an error, or a deadly signal.
full() {
  local how code
  for how in ignored deadly; do
    cp "$work/old" "$file"
    code=0
    (
      [ "$how" = deadly ] || trap '' XFSZ
      ulimit -c 0 && ulimit -f 8 && run
    ) 2>/dev/null || code=$?
    [ "$code" != 0 ] || fail "full in the middle ($how): exit 0"
    [ "$(text)" = old ] || fail "full in the middle ($how): the $(text) text"
    [ "$how" = deadly ] || nothing_left "full in the middle"
    run || fail "after a full disk: $(cat "$work/said")"
    [ "$(text)" = new ] || fail "after a full disk: the $(text) text"
    nothing_left "after a full disk"
  done
  echo "full in the middle of the file: the old text, and the next run works"
}

crowd() {
  local n times pids=() failed=0
  for ((n = 1; n <= kCrowd; n++)); do
    command_for "$file" "$n"
    "${command[@]}" >"$work/said.$n" 2>&1 &
    pids+=($!)
  done
  for n in "${!pids[@]}"; do
    wait "${pids[$n]}" || { failed=$((failed + 1)) && cat "$work/said.$((n + 1))"; }
  done
  [ "$failed" = 0 ] || fail "$failed of $kCrowd runs at the same time failed"
  for ((n = 1; n <= kCrowd; n++)); do
    times=$(grep -cF -e "$(mark_of "$n")" "$file")
    [ "$times" = 1 ] || fail "run $n of $kCrowd at the same time is there $times times"
  done
  nothing_left "$kCrowd at the same time"
  echo "$kCrowd runs at the same time: each is there, once"
}

[ $# = 3 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 2; }
# shellcheck disable=SC2034
binary=$2
# shellcheck source=/dev/null
source "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/folder
file=$folder/record.yaml
learn
case "$3" in
  faults)
    full
    if grep -qaF __asan_init "$binary"; then
      echo "SKIPPED: errors and kills at system calls: they would hit the sanitizer's own"
      exit 77
    fi
    if ! strace -f -qq -o /dev/null true 2>/dev/null; then
      echo "SKIPPED: errors and kills at system calls: strace is missing or may not trace here"
      exit 77
    fi
    errors && kills
    ;;
  crowd)
    cp "$work/old" "$file"
    crowd
    ;;
  *) fail "neither faults nor crowd: $3" ;;
esac
