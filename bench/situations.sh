# The situations of supervision.sh, one function each: $T is the tool and the options of this line, in front of the
# program. What a function prints is a cell of the table. Run in a directory and in a PID namespace of its own, which
# ends with it: what is started here and left behind by a tool touches nobody.
# shellcheck shell=bash disable=SC2016,SC2086,SC2046,SC2317
# shellcheck source=Tests/System/Supervision/helpers/recipes.sh
. "$HELPERS/recipes.sh"

# number COMMAND...: how many processes have exactly this command line.
number() { pgrep -xc -f "$*"; }
# ended NUMBER SECONDS: waits until it has ended, no longer than that, and says whether.
ended() {
  local state
  for _ in $(seq $(($2 * 20))); do
    { read -r _ _ state _ <"/proc/$1/stat"; } 2>/dev/null || return 0
    [ "$state" != Z ] || return 0
    sleep 0.05
  done
  return 1
}
# there FILE: waits for a file with something in it. The time limit is the cell's.
there() { until [ -s "$1" ]; do sleep 0.02; done; }
terminal() { tt "$@" | sed -n '$s/^FAIL at step.*/does not/p;$s/^ok$/ok/p'; }

# Signals and waiting.

orphans() { $T /usr/bin/python3 "$HELPERS/orphans.py"; }
storm() {
  mkfifo r
  $T python3 "$HELPERS/storm.py" orphans >r & P=$!
  read -r _ <r
  kill $P
  ended $P 5 || { kill -9 $P; echo 'does not end'; return; }
  wait $P
  echo $?
}
signal() { sg "$1" $T; }
# Sent as soon as the tool was executed: who is neither ended by it nor ends the program loses it.
early() {
  python3 - $T <<'END'
import signal, subprocess, sys
all = []
for n in range(60):
    all.append(subprocess.Popen(sys.argv[1:] + ['sleep', '4.4'])); all[-1].send_signal(signal.SIGTERM)
ends = [p.wait() for p in all]
print('lost', sum(e not in (-15, 143) for e in ends), end=' ')
END
  echo "left $(number sleep 4.4)"
}
plain_term() {
  $T sh -c 'echo >up; sleep 3.1; exit 5' & P=$!
  there up
  kill $P
  wait $P
  echo "$? left $(number sleep 3.1)"
}
value() {
  $T python3 -c 'import ctypes,signal
signal.pthread_sigmask(0,[40])
open("up","w").write("up")
l=ctypes.CDLL(None);b=(ctypes.c_int*32)();s=(ctypes.c_ulong*16)();s[0]=1<<39
l.sigwaitinfo(s,b);print(b[6],flush=True)' & P=$!
  there up
  python3 -c 'import ctypes,sys;ctypes.CDLL(None).sigqueue(int(sys.argv[1]),40,ctypes.c_void_p(77))' $P
  ended $P 4 || { kill -9 $P; echo nothing; }
}
nohups() {
  trap '' HUP
  $T sh -c 'echo >up; sleep 0.8; echo end' & P=$!
  there up
  kill -HUP $P
  wait $P
}
masks() {
  trap '' HUP USR1
  before=$(grep -E 'SigBlk|SigIgn' /proc/self/status)
  [ "$before" = "$($T grep -E 'SigBlk|SigIgn' /proc/self/status)" ] && echo same || echo changed
}
status_7() { how $T sh -c 'exit 7'; }
status_segv() { how $T python3 -c 'import ctypes; ctypes.string_at(0)'; }
status_own() { how $T sh -c 'kill $$; sleep 0.1'; }
as_init() { how /usr/bin/unshare -pf $T sh -c 'kill $$'; }
left() { $T sh -c 'for i in 1 2 3 4; do setsid sleep 77.1 & done; sleep 0.2'; sleep 0.2; echo "$(number sleep 77.1) of 4 live"; }
# In the program's own group.
left_group() { $T sh -c 'for i in 1 2 3 4; do sleep 77.2 & done; sleep 0.2'; sleep 0.2; echo "$(number sleep 77.2) of 4 live"; }
own_group() {
  $T sleep 7.3 & P=$!
  until C=$(pgrep -x -f 'sleep 7.3'); do sleep 0.02; done
  sleep 0.3
  if [ "$(ps -o pgid= -p $C)" = "$(ps -o pgid= -p $P)" ]; then echo "caller's"
  elif [ "$(ps -o sid= -p $C)" = "$(ps -o sid= -p $P)" ]; then echo 'its own'
  else echo 'own session'; fi
}
alarms() {
  perl -e 'alarm 1; exec @ARGV' $T sleep 3.3
  echo "$? left $(number sleep 3.3)"
}

# SIGKILL of the tool.

killed() {
  $T true || { echo 'does not start'; return; }
  bash "$HELPERS/beats.sh" $T "$@"
}
killed_setid() { killed "$SETID"; }
killed_setpriv() { killed setpriv --reuid 1001 --clear-groups; }
killed_caps() {
  T="setpriv --reuid 1001 --clear-groups --inh-caps +sys_admin --ambient-caps +sys_admin $T"
  killed "$CAPABLE"
}

# The terminal.

keys() {
  tt 'trap : INT QUIT; $T /usr/bin/python3 $HELPERS/keys.py; echo END' '\x03' '' '\x1c' END >/dev/null
  there keys
  cat keys
}
backslash() { terminal 'trap : QUIT; $T sh -c "trap \"exit 5\" QUIT; while :; do sleep 0.1; done"; echo RC:$?' '' '' '\x1c' RC:5; }
ctrl_z() { terminal -i '$T sleep 2.5\n' '' '\x1a' Stopped 'fg\n' 'OUT> ' 'echo rc=$?\n' rc=0; }
ctrl_z_program() {
  terminal -i '$T sleep 8.8\n' '' '\x1a' '(?!)' >/dev/null & # its end is not waited for: nobody answers that
  until C=$(pgrep -x -f 'sleep 8.8'); do sleep 0.02; done
  for _ in $(seq 60); do [ "$(ps -o state= -p $C)" != T ] || { echo stopped; return; }; sleep 0.05; done
  echo 'goes on'
}
stops_itself() {
  echo 'kill -STOP $$; echo ON$((1+1))' >stop
  terminal -i '$T sh stop\n' Stopped 'fg\n' ON2
}
suspends() {
  terminal -i 'PS1="IN> " $T bash --norc -i\n' 'IN> ' 'suspend -f\n' Stopped 'fg\n' 'IN> ' 'echo A$((1+1))\n' A2
}
reads_on() { terminal '$T bash --norc -i; read -t 3 x; echo GOT:$x' 'exit\n' '' 'hello\n' GOT:hello; }
# Whose is the terminal then? What is typed says nothing: both shells would read it.
background() {
  tt -i 'echo $$ >caller\n' 'OUT> ' '$T bash --norc -i &\n' '' '' '(?!)' >/dev/null &
  there caller
  sleep 3
  set -- $(ps -o pgid=,tpgid= -p "$(cat caller)")
  if [ $# = 0 ]; then echo 'that has ended'; elif [ "$1" = "$2" ]; then echo keeps it; else echo loses it; fi
}
inner_jobs() { terminal 'PS1="IN> " $T bash --norc -i' '\n' 'IN> ' 'echo up$((1+1)); sleep 9.9\n' up2 '\x1a' Stopped 'kill %1; exit\n' ''; }
closed() { python3 "$HELPERS/hang.py" $T; }
# Does the calling shell read what the program typed?
types() {
  echo 'ioctl(STDIN, 0x5412, my $x = "x")' >sti
  tt '$T setpriv --reuid 1001 --clear-groups perl sti; read -t 1 -n 1 x; [ "$x" ] && echo typed >typed || echo no >typed; echo END' '' END >/dev/null
  cat typed
}

# The status: $T takes options, and then the program.

objects() {
  python3 -c 'import json;[print(next(iter(json.loads(l)))) for l in open("st")]' 2>/dev/null
}
status_runs() { $T --json-status-fd 3 true 3>st; objects; }
status_signal() { $T --json-status-fd 3 sh -c 'kill $$; sleep 0.1' 3>st; tail -n 1 st; }
status_missing() { $T --json-status-fd 3 /nonexistent 3>st; echo $?; objects; }
# A pipe that keeps each write apart.
status_pieces() {
  python3 - $T <<'END'
import json, os, subprocess, sys
bad = 0
for n in range(20):
    r, w = os.pipe2(os.O_DIRECT)
    p = subprocess.Popen(sys.argv[1:] + ['--json-status-fd', str(w), 'true'], pass_fds=[w]); os.close(w)
    while True:
        piece = os.read(r, 4096)
        if not piece: break
        try: json.loads(piece)
        except ValueError: bad += 1
    os.close(r); p.wait()
print('whole' if not bad else 'in pieces')
END
}
status_number() {
  $T --json-status-fd 3 sleep 3.6 3>st & P=$!
  until C=$(pgrep -x -f 'sleep 3.6'); do sleep 0.02; done
  for _ in $(seq 40); do grep -q "pid\": $C\\b" st && { echo named; return; }; sleep 0.05; done
  echo no
}
status_reader() { $T --json-status-fd 3 sh -c 'sleep 0.3; exit 3' 3> >(exit 0); echo $?; }
status_kept() { $T --json-status-fd 3 sh -c '[ -e /proc/self/fd/3 ] && echo has it || echo no' 3>st; }
status_bad() { for o in --json-status-fd --info-fd --block-fd --sync-fd; do $T $o 9 true 9>&-; printf '%d ' $?; done; }
info() {
  $T --info-fd 3 true 3>st
  python3 -c 'import json;o=json.load(open("st"));print(*(k for k in ("child-pid","pid-namespace") if k in o))'
}
blocks() {
  mkfifo b
  exec 7<>b
  $T --block-fd 7 sh -c 'echo >ran' & P=$!
  sleep 0.8
  [ -e ran ] && echo 'does not wait' || echo waits
  echo x >b
  wait $P
  [ -e ran ] && echo runs
}
block_end() { $T --block-fd 3 sh -c 'echo >ran' 3</dev/null; [ -e ran ] && echo runs || echo 'does not run'; }
# Whoever reads the other end knows when nothing is left; the program could only deceive.
sync_end() {
  python3 - $T <<'END'
import os, select, signal, subprocess, sys
r, w = os.pipe()
p = subprocess.Popen(sys.argv[1:] + ['--sync-fd', str(w), 'sh', '-c', 'setsid sleep 66.6 & echo; sleep 66.6'],
                     pass_fds=[w], stdout=subprocess.PIPE); os.close(w)
p.stdout.readline()
if select.select([r], [], [], 0)[0]: print('not held', end=' ')
p.kill()
print('end, ' if select.select([r], [], [], 4)[0] else 'no end, ', end='')
END
  echo "left $(number sleep 66.6)"
}

# Memory in KiB of private dirty pages: the tool, and those of its below it that are not the program.
memory() {
  $T sleep 300 & P=$!
  until C=$(pgrep -x -f 'sleep 300'); do sleep 0.02; done
  sleep 0.3
  below() { for q in "$@"; do [ "$q" = "$C" ] || { echo "$q"; below $(cat "/proc/$q/task/$q/children"); }; done; }
  for q in $(below $P); do awk '/^Private_Dirty/ { print $2 }' "/proc/$q/smaps_rollup"; done
}

# nsenter: TARGET is the number of the first process of a new PID namespace.
case $T in
  *TARGET*)
    /usr/bin/unshare -pf --kill-child sleep 600 & target=
    until target=$(pgrep -x -f 'sleep 600'); do sleep 0.02; done
    export T=${T//TARGET/$target}
    ;;
esac

"$@"
