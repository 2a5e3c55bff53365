# shellcheck shell=bash
# For clients that compare listings, in a PID namespace of their own. PAUSE is a FIFO that nobody writes to.

# Waits until all other processes sleep, and have twice the same names: what was started is there. It
# starts none itself, so that numbers stay what they are.
settled() {
  local before='' now other line state
  while :; do
    now=
    for other in /proc/[0-9]*; do
      [ "$other" != "/proc/$BASHPID" ] || continue
      { read -r line <"$other/stat"; } 2>/dev/null || continue
      state=${line##*) }
      now+="${line%)*}) ${state%% *}"$'\n'
    done
    [[ $now = "$before" && $now != *" "[RD]$'\n'* ]] && return
    before=$now
    read -rt 0.05 <>"$PAUSE"
  done
}
