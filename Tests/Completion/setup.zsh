# What is bound to the keys: Tab as ever, and Ctrl-X m, which prints and clears the line.
fpath=($COMPLETIONS/zsh $fpath)
autoload -Uz compinit
compinit -u -D
PS1='@> '
unsetopt list_ambiguous auto_menu beep prompt_cr prompt_sp
LISTMAX=100000
show_line() {
  zle -I
  print -r -- "@""line:${BUFFER}"":line@@end@"
  BUFFER=
}
zle -N show_line
bindkey '^Xm' show_line
print -r -- "@""ready@"
