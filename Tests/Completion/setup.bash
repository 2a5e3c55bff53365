# What is bound to the keys: Tab as ever, and Ctrl-X m, which prints and clears the line.
source /usr/share/bash-completion/bash_completion
PS1='@> '
bind 'set show-all-if-ambiguous on' 'set page-completions off' 'set bell-style none'
bind 'set completion-query-items -1'
bind 'set completion-display-width 0'
bind 'set enable-bracketed-paste off'
show_line() {
  printf '@%s:%s:%s@@end@\n' line "$READLINE_LINE" line
  READLINE_LINE= READLINE_POINT=0
}
bind -x '"\C-xm": show_line'
printf '@%s@\n' ready
