#!/bin/bash
# The table of docs/supervision.md: what becomes of signals, orphans, terminals and statuses under ours and under its
# peers, in one run: supervision.sh BINARY [ROUNDS]. As root. Peers that are not installed are left out. A situation
# is one command; what it prints under each is compared with what should come of it. No line is left out because of
# what it says; a line in which ours is worse than a peer is marked as such, and makes the status 1.
# shellcheck disable=SC2016,SC2034,SC2046
set -u
# A mount and PID namespace of its own: what is left behind by a peer ends with it, and touches nobody.
[ -n "${BENCH_INSIDE-}" ] ||
  exec env BENCH_INSIDE=1 unshare --mount --pid --fork --mount-proc --kill-child bash "$0" "$@"
cd "$(dirname "$0")/.." || exit 1
HELPERS=$PWD/Tests/System/Supervision/helpers
work=$(mktemp -d)
trap 'cd /; rm -rf "$work"' EXIT
chmod 777 "$work"
mkdir "$work/bin"
cp "$1" "$work/bin/unshare"
rounds=${2:-300}
gcc -O2 -o "$work/measure" bench/measure.c || exit 1
cd "$work" || exit 1
ours=$work/bin/unshare
# shellcheck source=Tests/System/Supervision/helpers/recipes.sh
. "$HELPERS/recipes.sh"
cp /usr/bin/env setid && chown 1001 setid && chmod 4755 setid

names=() commands=() deaths=() sessions=()
# peer NAME COMMAND WITH-A-DEATH-OPTION IN-A-SESSION-OF-ITS-OWN
peer() {
  command -v "${2%% *}" >/dev/null || { echo "skip: $1 is not installed" >&2; return; }
  names+=("$1") commands+=("$2") deaths+=("$3") sessions+=("$4")
}
peer 'ours, `-p --init`' "$ours -p --init" "$ours -p --init --kill-child" "$ours -p --init --new-session"
peer 'original, `-pf`' "/usr/bin/unshare -pf" "/usr/bin/unshare -pf --kill-child" "/usr/bin/unshare -pf setsid"
peer tini "tini -s --" "tini -s -p KILL --" "tini -s -- setsid"
peer catatonit "catatonit --" "catatonit --" "catatonit -- setsid"
peer dumb-init "dumb-init --" "dumb-init --" "dumb-init -- setsid"
peer bubblewrap "bwrap --dev-bind / / --unshare-pid --" "bwrap --dev-bind / / --unshare-pid --die-with-parent --" \
  "bwrap --dev-bind / / --unshare-pid --new-session --"

printf '| situation | should be |'; printf ' %s |' "${names[@]}"; echo ' ours |'
printf '|---|---|'; printf -- '---|%.0s' "${names[@]}"; echo '---|'
worse=0
# row NAME GOOD COMMAND: $T is the tool, $D with its option for its death, $N with its option for a session.
row() {
  local name=$1 good=$2 command=$3 others=0 own='' cell n
  local cells=()
  for n in "${!names[@]}"; do
    # Into a file: a pipe would be held by what a peer leaves behind.
    T=${commands[n]} D=${deaths[n]} N=${sessions[n]} timeout -s KILL 25 bash -c '
      . "$HELPERS/recipes.sh"; mkdir -p "'"$work/$n"'"; chmod 777 "'"$work/$n"'"; cd "'"$work/$n"'" || exit
      '"$command" >said 2>/dev/null </dev/null
    cell=$(tr '\n' ' ' <said | sed 's/ *$//; s/^FAIL at step.*/lost/')
    : "${cell:=nothing, or it hung}"
    [ "$n" -gt 0 ] || own=$cell
    [ "$n" -eq 0 ] || [ "$cell" != "$good" ] || others=1
    [ "$cell" != "$good" ] || cell="**$cell**"
    cells+=("$cell")
  done
  # Nobody can be better than what should be.
  local verdict='nobody does'
  if [ "$own" = "$good" ]; then
    verdict=good
  elif [ $others = 1 ]; then verdict=WORSE worse=1; fi
  printf '| %s | %s |' "$name" "$good"; printf ' %s |' "${cells[@]}"; echo " $verdict |"
}

row 'zombies of a program that does not reap' 'zombies 0' '$T /usr/bin/python3 $HELPERS/orphans.py'
row 'zombies, while somebody makes orphans without end, and SIGTERM' 5 'mkfifo r 2>/dev/null; $T python3 $HELPERS/storm.py orphans >r & P=$!
  read -r x <r; kill $P; for i in $(seq 100); do kill -0 $P 2>/dev/null || break; sleep 0.05; done; kill -9 $P 2>/dev/null; wait $P; echo $?'
for s in TERM:15 INT:2 HUP:1 QUIT:3 USR1:10 ABRT:6 TSTP:20 WINCH:28 RTMIN:34; do
  row "SIG${s%:*} to it" "program got ${s#*:} / 40" "sg ${s#*:} \$T"
done
row 'the value of sigqueue(3)' 77 '$T python3 -c "import ctypes,signal
signal.pthread_sigmask(0,[40])
open(\"up\",\"w\").close()
l=ctypes.CDLL(None);b=(ctypes.c_int*32)();s=(ctypes.c_ulong*16)();s[0]=1<<39
l.sigwaitinfo(s,b);print(b[6],flush=True)" & P=$!
until [ -e up ]; do sleep 0.02; done
python3 -c "import ctypes,sys;ctypes.CDLL(None).sigqueue(int(sys.argv[1]),40,ctypes.c_void_p(77))" $P; sleep 0.3; kill -9 $P 2>/dev/null; wait'
row 'SIGHUP to it, which its caller ignored (nohup)' 'end' '(trap "" HUP; $T sh -c "touch up2; sleep 0.8; echo end" & P=$!; until [ -e up2 ]; do sleep 0.02; done; kill -HUP $P; wait $P)'
row 'masks and ignored signals that the program inherits' same '[ "$(trap "" HUP; grep -E "SigBlk|SigIgn" /proc/self/status)" = "$(trap "" HUP; $T grep -E "SigBlk|SigIgn" /proc/self/status)" ] && echo same || echo changed'
row 'exit status 7' 'exit 7' 'how $T sh -c "exit 7"'
row 'the program was killed by SIGSEGV' 'signal 11' 'how $T python3 -c "import ctypes; ctypes.string_at(0)"'
row 'the program sends SIGTERM to itself' 'signal 15' 'how $T sh -c "kill \$\$"'
row 'Ctrl-C and Ctrl-\, how often' '{2: 1, 3: 1}' 'tt "trap : INT QUIT; $T /usr/bin/python3 $HELPERS/keys.py; echo END" "\\x03" "" "\\x1c" END >/dev/null; cat keys; rm -f keys'
row 'the same in a session of its own' '{2: 1, 3: 1}' 'tt "trap : INT QUIT; $N /usr/bin/python3 $HELPERS/keys.py; echo END" "\\x03" "" "\\x1c" END >/dev/null; cat keys; rm -f keys'
row 'Ctrl-Z, fg, status' ok 'tt -i "$T sleep 2.5\\n" "" "\\x1a" Stopped "fg\\n" "OUT> " "echo rc=\$?\\n" rc=0 | tail -n 1'
row 'the program stops itself, fg' ok 'tt -i "$T sh -c \"sh -c '"'kill -STOP \\\\\$PPID'"'; echo ON\\\$((1+1))\"\\n" "" "" Stopped "fg\\n" ON2 | tail -n 1'
row 'the script reads on after a shell in it' ok 'tt "$T bash --norc -i; read -t 3 x; echo GOT:\$x" "exit\\n" "" "hello\\n" GOT:hello | tail -n 1'
row 'the terminal of its session is closed' 'got 1 / 3' 'python3 $HELPERS/hang.py $T'
row 'TIOCSTI in a session of its own' 'refused' 'tt "setpriv --reuid 1001 --clear-groups true; $N setpriv --reuid 1001 --clear-groups perl -e '"'"'print ioctl(STDIN, 0x5412, my \\\$x = q(x)) ? q(possible) : q(refused)'"'"' >sti; echo END" "" END >/dev/null; cat sti; rm -f sti'
row 'sessions that outlive the program' 0 '$T sh -c "for i in 1 2 3 4; do setsid sleep 77.$$ & done"; pgrep -xc -f "sleep 77.$$"'
row 'it is killed: the program, and a session of that' 'prog gone grand gone' 'bash $HELPERS/beats.sh $D'
row 'the same, the program is set-user-ID' 'prog gone grand gone' 'bash $HELPERS/beats.sh $D '"$work"'/setid'

echo
echo 'Start and end of `true`, and memory:'
echo
echo '| | median above `true` alone | ours / this | private dirty KiB of each supervisor |'
echo '|---|---|---|---|'
contenders=(alone /bin/true ';') labels=(alone)
# shape NAME COMMAND...
shape() {
  local name=$1
  shift
  command -v "$1" >/dev/null || return
  labels+=("$name")
  contenders+=("${#labels[@]}" "$(command -v "$1")" "${@:2}" /bin/true ';')
  # The one that was started, and those below it but for the program.
  "$@" sleep 300 & local p=$! q memory=''
  for i in $(seq 100); do pgrep -x -f 'sleep 300' >/dev/null && break; sleep 0.05; done
  sleep 0.1
  for q in $p $(pgrep -P $p) $(pgrep -P "$(pgrep -d, -P $p)"); do
    [ "$(cat /proc/"$q"/comm)" = sleep ] || memory="$memory $(awk '/^Private_Dirty/ { print $2 }' /proc/"$q"/smaps_rollup)"
  done
  sizes+=("$memory")
  kill -9 $(pgrep -x -f 'sleep 300') 2>/dev/null
  wait $p 2>/dev/null
}
sizes=('')
shape 'ours, `unshare -pf --init`' "$ours" -pf --init
shape 'original, `unshare -pf`' /usr/bin/unshare -pf
shape 'original, `unshare -pf tini --`' /usr/bin/unshare -pf tini --
shape 'ours, `unshare -pf tini --`' "$ours" -pf tini --
shape 'original, `unshare -pf catatonit --`' /usr/bin/unshare -pf catatonit --
shape 'original, `unshare -pf dumb-init --`' /usr/bin/unshare -pf dumb-init --
shape 'bubblewrap, `--unshare-pid`' bwrap --dev-bind / / --unshare-pid --
"$work/measure" "$rounds" "${contenders[@]}" >figures
own=$(awk '$1 == 2 { print $4 }' figures)
for n in "${!labels[@]}"; do
  [ "$n" -gt 0 ] || continue
  awk -v key=$((n + 1)) -v label="${labels[n]}" -v own="$own" -v memory="${sizes[n]}" \
    '$1 == key { printf "| %s | %.0f us | %.2f |%s |\n", label, $4, own / $4, memory }' figures
done
echo
echo "$(uname -sr), $(nproc) processors, $rounds rounds; $(/usr/bin/unshare --version | sed 's/^[^ ]* from //')$(
  for p in tini dumb-init bwrap; do command -v $p >/dev/null && printf ', %s' "$($p --version 2>&1 | head -n 1)"; done)"
exit $worse
