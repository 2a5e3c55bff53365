# What the recipes for names share. Root, in a private mount namespace: /run is one of their own. Control
# groups are the machine's; they have names of their own, and go at the end.
# shellcheck shell=bash disable=SC2034,SC2086
# Both streams, with the id of this recipe called ID and its beginning B.
say() { nsenter "$@" 2>&1 | sed "s/$ID/ID/g; s/$B/B/g"; return "${PIPESTATUS[0]}"; }
N=say
AS="setpriv --reuid 1001 --regid 1001 --clear-groups env HOME=/home/tester"
mount -t tmpfs -o mode=755 none /run || exit 99
cd /run && mkdir -m 755 w && cd w || exit 99
# Groups are the machine's, and others are at work in it.
ID=$(printf '%s' "$$ $RANDOM $RANDOM" | sha256sum | cut -c 1-63)0
OTHER=${ID%0}1
B=${ID:0:12}
G=/names-$$-$RANDOM
MADE='' BOXES=''

end() {
  exec 2>/dev/null
  for process in $BOXES; do kill -KILL "$process" 2>/dev/null; done
  wait 2>/dev/null
  for group in $(printf '%s\n' $MADE | sort -ru); do
    # A group is empty a moment after its last process has ended.
    for _ in $(seq 200); do rmdir "$group" 2>/dev/null || [ ! -d "$group" ] && break; sleep 0.02; done
  done
}
trap end EXIT

# until COMMAND: waits for a condition.
wait_for() {
  for _ in $(seq 1500); do "$@" >/dev/null 2>&1 && return; sleep 0.02; done
  echo "in vain: $*"
  exit 98
}
is_sleep() { [ "$(cat "/proc/$1/comm")" = sleep ]; }
has_child() { [ "$(cat "/proc/$1/task/$1/children")" ]; }

# box VARIABLE WORDS: the first process of a new sandbox of unshare(1), with these words.
box() {
  local variable=$1 first
  shift
  /usr/bin/unshare "$@" sleep 1000 </dev/null >/dev/null 2>&1 &
  first=$!
  BOXES="$BOXES $first"
  case " $* " in
  *" -f "* | *f*)
    wait_for has_child $first
    first=$(tr -d ' ' <"/proc/$first/task/$first/children")
    BOXES="$first $BOXES"
    ;;
  esac
  wait_for is_sleep "$first"
  printf -v "$variable" %s "$first"
}
inside() { readlink "/proc/$1/ns/$2"; }
started() { sed 's/.*) //' "/proc/$1/stat" | cut -d ' ' -f 20; }

# cg PATH PROCESS: puts a process into a group of every hierarchy that names them.
cg() {
  local h
  for h in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
    [ -e "$h/cgroup.procs" ] || continue
    # Groups above that others make as well, such as /system.slice, go when theirs do.
    wait_for groups "$h" "$1"
    echo "$2" >"$h$1/cgroup.procs"
  done
}
# groups HIERARCHY PATH: makes what is not there; fails where a group above was taken away meanwhile.
groups() {
  local part path=$1
  for part in ${2//\// }; do
    path=$path/$part
    if mkdir "$path" 2>/dev/null; then MADE="$MADE $path"; else [ -d "$path" ] || return; fi
  done
}
# crun NAME PROCESS START: a state file as crun writes it.
crun_state() {
  mkdir -p "/run/crun/$1"
  printf '{"pid": %s, "process-start-time": %s, "cgroup-path": "", "external": {"a": [1, 2]}}' "$2" "$3" >"/run/crun/$1/status"
}
# The inode number of a pidfd: 434 is pidfd_open(2).
pidfd_inode() { perl -e 'open my $f, "<&=", syscall(434, $ARGV[0] + 0, 0) or die; print((stat $f)[1])' "$1"; }
same() { [ "$1" = "$2" ] && echo same || echo "$1, not $2"; }

# alone SCRIPT: these helpers and a script, in a PID namespace with a /proc of its own.
alone() { /usr/bin/unshare -pfm --mount-proc --kill-child bash -c ". '${BASH_SOURCE[0]}'; exec 2>&1; $1"; }
# take NUMBER: an impostor that has this number next; only where `alone`. Its number is in X.
take() {
  local _
  for _ in {1..200}; do
    # Nothing may be started in between: the next one gets it.
    echo $(($1 - 1)) >/proc/sys/kernel/ns_last_pid
    /usr/bin/unshare -u sh -c 'hostname impostor; exec sleep 1000' </dev/null >/dev/null 2>&1 &
    X=$!
    BOXES="$BOXES $X"
    [ $X = "$1" ] && return
    kill -KILL $X
    # Or bash would say at some time that it was killed.
    wait $X 2>/dev/null
  done
  echo "number $1 was not given again"
  exit 97
}
# held CALL MOMENT WORDS...: nsenter, which strace keeps from a system call (enter), or in it when it is done (exit).
# strace's number is in S, that of nsenter in P.
held() {
  strace -qq -o trace -e "trace=$1" -e "inject=$1:delay_$2=900000000" nsenter "${@:3}" >said 2>&1 &
  S=$!
  BOXES="$BOXES $S"
  wait_for is_held
}
# pidfd_open(2) has one number everywhere, setns(2) has not.
is_held() {
  local call
  P=$(tr -d ' ' <"/proc/$S/task/$S/children")
  [ "$P" ] && read -r call _ <"/proc/$P/syscall" &&
    case $call in 434 | 308 | 268) true ;; *) false ;; esac
}
# go_on: lets it go, without strace, and waits for its end.
go_on() {
  kill -KILL $S
  wait $S 2>/dev/null
  wait_for test ! -e "/proc/$P"
}
