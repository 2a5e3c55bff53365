# until COMMAND...: waits for a condition, a minute at most: others use the processors too.
# shellcheck shell=bash
until_so() { for ((i = 0; i < 1200; i++)); do "$@" >/dev/null 2>&1 && return; sleep 0.05; done; echo "not so: $*"; }
