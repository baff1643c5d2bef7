# Tab completion of wardplan for fish.

function __wardplan_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l current (commandline -ct)
    set -l answer (command wardplan complete words $before "$current" 2>/dev/null)
    set -l first (string split -m1 \t -- $answer[1])
    set -l kept $first[2]
    set -l rest (string sub -s (math (string length -- "$kept") + 1) -- "$current")
    switch "$first[1]"
        case words parts
            printf '%s\n' $answer[2..-1]
        case file
            printf '%s\n' "$kept"(__fish_complete_path "$rest")
        case record
            printf '%s\n' "$kept"(__fish_complete_path "$rest" | string match -r '.*(?:/|\.ya?ml)(?:\t.*)?$')
        case folder
            printf '%s\n' "$kept"(__fish_complete_directories "$rest" '')
    end
end

complete -c wardplan -f -k -a '(__wardplan_complete)'
