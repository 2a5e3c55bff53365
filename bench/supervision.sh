#!/bin/bash
# The tables of docs/supervision.md: what becomes of signals, orphans, terminals and statuses under ours and under its
# peers, in one run: supervision.sh BINARY [ROUNDS]. As root. Peers that are not installed are left out. A cell is what
# one function of situations.sh prints; it is compared with what should come of it. No line is left out because of what
# it says; a line in which ours is worse than a peer is marked as such, and makes the status 1.
# shellcheck disable=SC2016,SC2317
set -u
cd "$(dirname "$0")/.." || exit 1
export HELPERS=$PWD/Tests/System/Supervision/helpers
situations=$PWD/bench/situations.sh
# All in a PID namespace: whatever ends this, by SIGKILL too, ends all that it started, and it needs no name for that.
if [ -z "${BENCH_WORK-}" ]; then
  work=$(mktemp -d)
  clean() { rm -rf "$work" || { sleep 1; rm -rf "$work"; }; }
  BENCH_WORK=$work /usr/bin/unshare --mount --pid --fork --mount-proc --kill-child bash bench/supervision.sh \
    "$(realpath -- "$1")" "${@:2}" & run=$!
  trap 'kill -9 $run; wait $run 2>/dev/null; clean; exit 130' INT TERM HUP
  wait $run
  status=$?
  clean
  exit $status
fi
work=$BENCH_WORK
chmod 777 "$work"
mkdir "$work/bin"
cp "$1" "$work/bin/unshare"
ln -s unshare "$work/bin/nsenter"
rounds=${2:-300}
gcc -O2 -o "$work/measure" bench/measure.c || exit 1
cd "$work" || exit 1
ours=$work/bin/unshare
export SETID=$work/setid CAPABLE=$work/capable
cp /usr/bin/env setid && chown 1001 setid && chmod 4755 setid
cp /usr/bin/env capable && setcap cap_net_raw+ep capable
# These two take a command line in one word.
printf '#!/bin/bash\nexec script -qec "${*@Q}" /dev/null\n' >bin/scripted
chmod 755 bin/*

names=()
declare -A forms
# peer NAME FORM=COMMAND...: a form that it does not have is left out.
peer() {
  local name=$1 form words
  shift
  read -r _ words <<<"${1/=/ }"
  command -v "${words%% *}" >/dev/null || { echo "skip: $name is not installed" >&2; return; }
  for form; do forms[${#names[@]},${form%%=*}]=${form#*=}; done
  names+=("$name")
}

# table NAME...: the head of one with these peers.
table() {
  names=() forms=()
  local name
  for name; do "add_$name"; done
  printf '\n| situation | should be |'; printf ' %s |' "${names[@]}"; echo ' ours is |'
  printf '|---|---|'; printf -- '---|%.0s' "${names[@]}"; echo '---|'
}

# Forms: tool; bare: without a PID namespace; inner: the first process of one; death: with its option for the death of
# the tool; death-inner: that in a PID namespace; session: with a session of its own; status: before more options.
add_ours() {
  peer 'ours' "tool=$ours -p --init" "bare=$ours --init" "inner=$ours -p --init" "death=$ours -p --init --kill-child" \
    "death-inner=$ours -p --init --kill-child" "session=$ours -p --init --new-session" "status=$ours -p --init" \
    "status-death=$ours -p --init --kill-child"
}
add_original() {
  local o=/usr/bin/unshare
  peer 'original' "tool=$o -pf" "bare=$o -f" "inner=$o -pf" "death=$o -pf --kill-child" "death-inner=$o -pf --kill-child" \
    "session=$o -pf setsid -w"
}
# plain NAME COMMAND [DEATH [SESSION]]: one that makes no PID namespace.
plain() {
  peer "$1" "tool=$2 --" "bare=$2 --" "inner=/usr/bin/unshare -pf $2 --" ${3:+"death=$3 --"} \
    "death-inner=/usr/bin/unshare -pf --kill-child $2 --" "session=${4-$2 -- setsid -w}"
}
add_tini() { plain tini 'tini -s' 'tini -s -p SIGKILL'; }
add_catatonit() { plain catatonit catatonit; }
add_dumb() { plain dumb-init dumb-init '' 'dumb-init --'; }
add_bwrap() {
  local b='bwrap --dev-bind / / --unshare-pid'
  peer bubblewrap "tool=$b --" 'bare=bwrap --dev-bind / / --' "inner=$b --" "death=$b --die-with-parent --" \
    "death-inner=$b --die-with-parent --" "session=$b --new-session --" "status=$b" "status-death=$b --die-with-parent"
}
add_script() { peer 'script -qec' "tool=$work/bin/scripted" "session=$work/bin/scripted"; }
add_runuser() { peer 'runuser --pty' 'tool=runuser --pty -u root --' 'session=runuser --pty -u root --'; }
add_our_nsenter() {
  local n="$work/bin/nsenter -t TARGET -p"
  peer 'ours' "tool=$n" "forward=$n --forward-signals=all" "death=$n --kill-child" "session=$n --new-session"
}
add_original_nsenter() { peer 'original' 'tool=/usr/bin/nsenter -t TARGET -p' 'session=/usr/bin/nsenter -t TARGET -p setsid -w'; }

# cell SECONDS PEER FORM FUNCTION...: into the file said.PEER. In a PID namespace of its own: with its first process all
# that a peer left behind ends, by the kernel and before the outer unshare does; what it held is closed then. The
# first process is killed when the time is over, since the outer unshare is, and ended with it.
cell() {
  local seconds=$1 n=$2 tool=${forms[$2,$3]-} dir
  shift 3
  [ -n "$tool" ] || { echo '–' >"$work/said.$n"; return; }
  dir=$(mktemp -d "$work/cell.XXXXXX")
  chmod 777 "$dir"
  {
    env -C "$dir" T="$tool" timeout -k 2 "$seconds" /usr/bin/unshare --pid --fork --kill-child --mount-proc \
      setsid bash "$situations" "$@" >"$work/said.$n" 2>"$work/err.$n" </dev/null
    case $? in 124 | 137) echo hangs >>"$work/said.$n" ;; esac
  } 2>/dev/null
  rm -rf "$dir"
}

worse=0 abreast=1
# row FORM NAME GOOD FUNCTION...: all peers side by side, or after one another where abreast is 0.
row() {
  local form=$1 name=$2 good=$3 n said own='' fine=0 poor=0 verdict cells='' started=()
  shift 3
  for n in "${!names[@]}"; do
    cell 20 "$n" "$form" "$@" & started+=($!)
    [ "$abreast" = 1 ] || wait $!
  done
  wait "${started[@]}"
  for n in "${!names[@]}"; do
    said=$(tr -s '\n|' '  ' <"said.$n" | sed 's/^ *//;s/ *$//')
    : "${said:=nothing}"
    if [ "$n" -eq 0 ]; then own=$said
    elif [ "$said" = "$good" ]; then fine=$((fine + 1))
    else poor=$((poor + 1)); fi
    [ "$said" != "$good" ] || said="**$said**"
    cells+=" $said |"
  done
  # Nobody can be better than what should be; a peer that cannot do it at all is not better either.
  if [ "$own" = "$good" ]; then
    verdict=equal
    [ $poor = 0 ] || verdict="better than $poor of $((fine + poor))"
  elif [ $fine -gt 0 ]; then verdict="WORSE than $fine" worse=1
  else verdict='equal: nobody does'; fi
  echo "| $name | $good |$cells $verdict |"
}

section() { printf '\n### %s\n' "$1"; }

six=(ours original tini catatonit dumb bwrap)
section 'Signals and waiting'
table "${six[@]}"
row tool 'zombies of a program that does not reap' 'zombies 0' orphans
abreast=0 row tool 'orphans without end, and SIGTERM' 5 storm
for s in TERM:15 INT:2 HUP:1 QUIT:3 USR1:10 ABRT:6 TSTP:20 WINCH:28 RTMIN:34 CHLD:17 CONT:18 TTIN:21 TTOU:22; do
  row tool "SIG${s%:*} to it" "program got ${s#*:} / 40" signal "${s#*:}"
done
row tool 'SIGTERM right after its start, 60 times' 'lost 0 left 0' early
row tool 'SIGTERM, the program has no handler' '143 left 0' plain_term
row inner 'the same, below `unshare -pf` where it makes no PID namespace' '143 left 0' plain_term
row tool 'an alarm(2) that it inherited' '142 left 0' alarms
row tool 'the value of sigqueue(3)' 77 value
row tool 'SIGHUP to it, which its caller ignored (nohup)' end nohups
row tool 'masks and ignored signals that the program inherits' same masks
row tool 'exit status 7' 'exit 7' status_7
row tool 'the program was killed by SIGSEGV' 'signal 11' status_segv
row tool 'the program sends SIGTERM to itself' 'signal 15' status_own
row bare 'it is PID 1, the program was killed by SIGTERM' 'exit 143' as_init
row tool 'the process group of the program' "caller's" own_group
row bare 'its end, orphans of its group, no PID namespace' '4 of 4 live' left_group
row bare 'its end, sessions, no PID namespace' '4 of 4 live' left
row inner 'its end, orphans of its group, with one' '0 of 4 live' left_group
row inner 'its end, sessions, with one' '0 of 4 live' left

section 'SIGKILL to it: the program, and a session that the program made'
table "${six[@]}"
both='prog gone grand gone'
row tool 'without an option for that' 'prog lives grand lives' killed
row death 'with its option' "$both" killed
row death 'the program is set-user-ID' "$both" killed_setid
row death 'the program gains capabilities from its file, the tool runs as a plain user' "$both" killed_caps
row death 'the program is `setpriv --reuid`' "$both" killed_setpriv
row death-inner 'with its option, below `unshare -pf --kill-child` where it makes no PID namespace' "$both" killed
row death-inner 'the same, set-user-ID' "$both" killed_setid

section 'Terminal'
table "${six[@]}" script runuser
row tool 'Ctrl-C and Ctrl-\, how often' '{2: 1, 3: 1}' keys
row session 'the same in a session of its own' '{2: 1, 3: 1}' keys
row tool 'Ctrl-\: the status of a program that handles it' ok backslash
row tool 'Ctrl-Z, fg, status' ok ctrl_z
row session 'the same in a session of its own' ok ctrl_z
row tool 'Ctrl-Z: the program' stopped ctrl_z_program
row tool 'the program stops itself, fg' ok stops_itself
row tool '`suspend` in a shell in it, fg' ok suspends
row tool 'the script reads on after a shell in it' ok reads_on
row tool 'job control of a shell in it' ok inner_jobs
row tool 'a shell in it in the background, the terminal of the calling shell' 'keeps it' background
row session 'the same in a session of its own' 'keeps it' background
row tool 'the terminal of its session is closed' 'got 1 / 3' closed
row session 'the same in a session of its own' 'got 1 / 3' closed
row tool 'TIOCSTI of a plain user: typed for the caller' no types
row session 'the same in a session of its own' no types

section 'Status'
table ours bwrap
row status '`--json-status-fd`, the objects' 'child-pid command-pid exit-code' status_runs
row status 'each object is written in one piece' whole status_pieces
row status 'the number of the program is in one' named status_number
row status 'the program was killed' '{ "exit-code": 143, "signal": "TERM" }' status_signal
row status 'a program that is not there: status, objects' '127 child-pid error' status_missing
row status 'the reader has gone, the program ends with 3' 3 status_reader
row status 'the program has the descriptor' no status_kept
row status '`--info-fd`' 'child-pid pid-namespace' info
row status '`--block-fd`' 'waits runs' blocks
row status '`--block-fd` ends without a byte' 'does not run' block_end
row status-death '`--sync-fd`, SIGKILL to it' 'end, left 0' sync_end
row status 'json-status, info, block, sync: descriptor 9 is closed' '1 1 1 1' status_bad

section '`nsenter -p`'
table our_nsenter original_nsenter
row forward 'SIGTERM to it' 'program got 15 / 40' signal 15
row tool 'the script reads on after a shell in it' ok reads_on
row tool 'Ctrl-Z, fg, status' ok ctrl_z
row tool 'the program stops itself, fg' ok stops_itself
row tool '`suspend` in a shell in it, fg' ok suspends
row tool 'a shell in it in the background, the terminal of the calling shell' 'keeps it' background
row session 'the same in a session of its own' 'keeps it' background
row death 'SIGKILL to it' "$both" killed
row death 'the same, the program is set-user-ID' "$both" killed_setid

section 'Start, end and memory'
contenders=(alone /bin/true ';') labels=(alone) sizes=('')
# shape NAME COMMAND...
shape() {
  local name=$1
  shift
  command -v "$1" >/dev/null || return
  labels+=("$name")
  contenders+=("${#labels[@]}" "$(command -v "$1")" "${@:2}" /bin/true ';')
  forms[m,tool]=$*
  cell 20 m tool memory
  sizes+=("$(tr '\n' ' ' <said.m)")
}
shape 'ours, `unshare -pf --init`' "$ours" -pf --init
shape 'original, `unshare -pf`' /usr/bin/unshare -pf
shape 'original, `unshare -pf tini --`' /usr/bin/unshare -pf tini --
shape 'ours, `unshare -pf tini --`' "$ours" -pf tini --
shape 'original, `unshare -pf catatonit --`' /usr/bin/unshare -pf catatonit --
shape 'original, `unshare -pf dumb-init --`' /usr/bin/unshare -pf dumb-init --
shape 'bubblewrap, `--unshare-pid --dev-bind / /`' bwrap --unshare-pid --dev-bind / /
# Pids and mounts of this too end with their namespace, whoever the peers leave behind.
timeout -k 2 300 /usr/bin/unshare --pid --fork --kill-child --mount-proc \
  "$work/measure" "$rounds" "${contenders[@]}" >figures 2>err.m </dev/null || { cat err.m >&2; worse=1; }
echo
echo '| | ours / this, all of `true` | ours / this, above `true` alone | private dirty KiB, each | sum |'
echo '|---|---|---|---|---|'
read -r all above <<<"$(awk '$1 == 2 { print $2, $4 }' figures)"
for n in "${!labels[@]}"; do
  [ "$n" -gt 0 ] || continue
  awk -v key=$((n + 1)) -v label="${labels[n]}" -v all="$all" -v above="$above" -v memory="${sizes[n]}" '$1 == key {
    count = split(memory, each, " ")
    for (k = 1; k <= count; k++) { sum += each[k]; list = list (k > 1 ? " + " : "") each[k] }
    printf "| %s | %.2f | %.2f | %s | %d |\n", label, all / $2, above / $4, list, sum }' figures
done
echo
echo "$(uname -sr), $(nproc) processors, load $(cut -d ' ' -f 1 /proc/loadavg), $rounds rounds; original $(/usr/bin/unshare --version | sed 's/^[^ ]* from //')$(
  for p in tini catatonit dumb-init bwrap; do command -v $p >/dev/null && printf ', %s' "$($p --version 2>&1 | head -n 1)"; done)"
exit $worse
