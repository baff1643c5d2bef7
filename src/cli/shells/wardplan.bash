# Tab completion of wardplan for bash.

_wardplan() {
  local kind='' line
  COMPREPLY=()
  {
    IFS=$'\t' read -r kind _
    while IFS= read -r line; do COMPREPLY+=("$line"); done
  } < <(command wardplan complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" "$COMP_TYPE" 2>/dev/null)
  case $kind in
    words) compopt +o default +o bashdefault -o nosort 2>/dev/null ;;
    parts) compopt +o default +o bashdefault -o nosort -o nospace 2>/dev/null ;;
    nothing) compopt +o default +o bashdefault ;;
    folder) compopt +o default +o bashdefault -o dirnames ;;
    # A file: readline's own completion, which knows all about quotation marks.
  esac
}
complete -o bashdefault -o default -F _wardplan wardplan
