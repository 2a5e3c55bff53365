# What the recipes share.
# shellcheck shell=bash disable=SC2034,SC2086
export HELPERS
ORIGINAL=/usr/bin/unshare
UI="unshare -p --init"
export UI
how() { perl -e 'my $r=system @ARGV; print $r&127 ? "signal ".($r&127) : "exit ".($r>>8), "\n"' -- "$@"; }
tt() { /usr/bin/python3 "$HELPERS/term.py" "$@"; }
sg() { /usr/bin/python3 "$HELPERS/sig.py" "$@"; }
# The same where nothing must come, which is waited for a while.
quiet() { QUIET=yes /usr/bin/python3 "$HELPERS/sig.py" "$@"; }
inner() { tr -d ' ' <"/proc/$1/task/$1/children"; }
# The last process below $1.
last() {
  last=$1
  # There is no end of a line in there.
  while next=$(cut -d ' ' -f 1 "/proc/$last/task/$last/children") && [ -n "$next" ]; do last=$next; done
  echo "$last"
}
# Waits until the last process below $1 is called $2.
runs() { until [ "$(cat "/proc/$(last "$1" 2>/dev/null)/comm" 2>/dev/null)" = "$2" ]; do sleep 0.02; done; }
# Waits until $1 processes have the command line $2.
count() { until [ "$(pgrep -xc -f "$2")" = "$1" ]; do sleep 0.02; done; }
sti() { perl -e 'print ioctl(STDIN, 0x5412, my $x = "x") ? "possible\n" : "$!\n"'; }
