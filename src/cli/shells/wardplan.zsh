#compdef wardplan
# Tab completion of wardplan for zsh.

_wardplan() {
  local -a answer offers
  local line kind kept
  answer=("${(@f)$(command wardplan complete words "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  kind=${answer[1]%%$'\t'*}
  kept=${answer[1]#*$'\t'}
  case $kind in
    words|parts)
      for line in "${(@)answer[2,-1]}"; do
        kept=${line#*$'\t'}
        offers+=("${${${line%%$'\t'*}//\\/\\\\}//:/\\:}${kept:+:$kept}")
      done
      if [[ $kind == parts ]]; then
        _describe -V wardplan offers -S ''
      else
        _describe -V wardplan offers
      fi
      ;;
    file|record|folder)
      [[ -n $kept ]] && compset -P "${(b)kept}"
      case $kind in
        file) _files ;;
        record) _files -g '*.(yaml|yml)(-.)' ;;
        folder) _files -/ ;;
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _wardplan ]]; then
  _wardplan "$@"
else
  compdef _wardplan wardplan
fi
