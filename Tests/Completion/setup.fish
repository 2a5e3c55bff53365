# What is bound to the keys: Tab as ever; Ctrl-X m prints the line and clears it; Ctrl-X l prints
# what would be offered for it and clears it.
function fish_prompt
    echo '@> '
end
function fish_greeting
end
function show_line
    set -l line (commandline)
    commandline ''
    printf '\n@%s:%s:%s@@end@\n' line $line line
end
function show_list
    set -l line (commandline)
    commandline ''
    printf '\n@%s@\n' list
    complete -C $line
    printf '@%s:%s:%s@@end@\n' line $line line
end
bind \cxm show_line
bind \cxl show_list
set -g fish_autosuggestion_enabled 0
printf '@%s@\n' ready
