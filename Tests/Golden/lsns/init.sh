#!/bin/bash
# shellcheck disable=SC2034 # the cases use what is set here
# The beginning of every case of lsns: it becomes the first process of a PID namespace, with mounts
# of its own, and names itself `init case`. Its setup and its command follow in the same shell.

[ $$ -eq 1 ] || mount -t tmpfs none /mnt
read -r -d '' name <"/proc/$$/cmdline"
if [ "$name" != init ]; then
  # Rows stand in the order of the namespaces' numbers, and the kernel gives out the lowest free
  # ones. Once the PID namespace has the greater number this process takes its name. As process 2
  # was readlink, the first one of the setup is 3.
  if [ $$ -eq 1 ]; then
    [[ $(exec readlink /proc/self/ns/{mnt,pid}) =~ ([0-9]+)[^0-9]+([0-9]+) ]]
    if ((BASH_REMATCH[1] < BASH_REMATCH[2])); then exec -a init bash case; fi
  fi
  exec unshare --pid --fork --mount --mount-proc --kill-child bash case
fi

# Waits until a command succeeds; a case whose setup cannot be waited for has the status 125.
await() {
  local n
  for ((n = 0; n < 500; n++)); do
    "$@" && return
    sleep 0.02
  done
  exit 125
}

# Whether process $1 shows the name $2, and its command line too: the kernel sets the name first.
called() {
  local name
  read -r name <"/proc/$1/comm" && [ "$name" = "$2" ] && read -r -d '' name <"/proc/$1/cmdline"
}

# Prints the only child of process $1.
child() { tr -d ' ' <"/proc/$1/task/$1/children"; }

# Whether it shows the name $2.
child_called() { called "$(child "$1")" "$2"; }

# Prints the number of a namespace: ino KIND PID.
ino() {
  local link
  link=$(readlink "/proc/$2/ns/$1")
  link=${link#*[}
  echo "${link%]}"
}

# A is a sleeper that unshare started with these options.
sleeper() {
  unshare "$@" sleep 1000 &
  A=$!
  await called $A sleep
}

# A is a sleeper with this command line, but for the 1000 at its end, in a uts namespace of its own.
# shellcheck disable=SC2016 # it is for another shell
named() {
  unshare -u bash -c 'exec -a "$0" sleep 1000' "$1" &
  A=$!
  await called $A sleep
}

long_named() { named 'a-rather-long-name with blanks and more text to be cut off somewhere'; }

# A is a `sleep 1000` with a child `sleep 1001`, started through this command.
family() {
  "$@" sh -c 'sleep 1001 & exec sleep 1000' &
  A=$!
  await called $A sleep
  await child_called $A sleep
}

# A is a sleeper with a child that has ended and is not waited for. It ends when bash has become the
# sleeper: bash itself would wait for it.
# shellcheck disable=SC2016 # it is for another shell
zombie() {
  bash -c '{ until read -r name </proc/$$/comm && [ "$name" = sleep ]; do :; done; exec sleep 0; } & exec sleep 1000' &
  A=$!
  await called $A sleep
  await child_is_dead $A
}
child_is_dead() { grep -q ') Z ' "/proc/$(child "$1")/stat"; }

# A is a sleeper in a uts namespace, which is owned by a user namespace, whose parent is a user
# namespace without any process.
nested() { sleeper -U --map-root-user unshare -U --map-root-user unshare -u; }

# In front of a command: the user tester runs it.
as_tester='setpriv --reuid=tester --regid=tester --clear-groups'

# Ends processes of this shell.
end() {
  kill "$@"
  wait "$@"
}

# Mounts a namespace: pin KIND PID FILE.
pin() {
  [ -e "$3" ] || touch "$3"
  mount --bind "/proc/$2/ns/$1" "$3"
}

# A is a sleeper whose uts namespace is mounted at each of the files.
pinned() {
  sleeper -u
  local file
  for file; do pin uts $A "$file"; done
}

# A and B are sleepers in uts namespaces, that of B with the greater number.
pair() {
  sleeper -u
  B=$A
  sleeper -u
  if (($(ino uts $A) > $(ino uts $B))); then set -- $A $B && B=$1 A=$2; fi
}

# `parent 1000` in the uts namespace of process $1 has a child `child 1000` in that of process $2.
# shellcheck disable=SC2016 # it is for another shell
generations() {
  nsenter -u -t "$1" bash -c '
    nsenter -u -t "$0" bash -c "exec -a child sleep 1000" &
    exec -a parent sleep 1000' "$2" &
  await called $! sleep
  await child_called $! sleep
}

# Three uts namespaces, in the order of their numbers: the first one, with this shell; one with a
# sleeper; one that is mounted but has no process.
three_uts() {
  pair
  pin uts "$B" /mnt/p
  end "$B"
}

# A network namespace of the name t1, with a greater number than this shell's. Sleepers keep the
# lower ones that are still free.
netns() {
  local keepers=
  while ip netns add t1 && (($(stat -c %i /run/netns/t1) < $(ino net $$))); do
    ip netns exec t1 sleep 1000 &
    keepers+=" $!"
    await called $! sleep
    ip netns del t1
  done
  # shellcheck disable=SC2086 # one word for each
  [ -z "$keepers" ] || end $keepers
}

# Gives the network namespace t1 the id K here, which no other case takes.
netnsid() {
  K=$((100000 + RANDOM * 20 + RANDOM % 20))
  ip netns set t1 $K
}

# A is a sleeper whose socket is the only thing that holds a network namespace: socket FAMILY TYPE.
socket() {
  # shellcheck disable=SC2016 # it is Perl
  unshare -n perl -MSocket -e '$^F = 30; socket(S, eval shift, eval shift, 0) or die; exec @ARGV' \
    "$@" nsenter --net=/proc/1/ns/net sleep 1000 &
  A=$!
  await called $A sleep
}

# A made-up /proc: fake_proc begins it, each `fake PID PPID NAME COMMAND` is a process in the uts
# namespace of this shell, and show_fake puts the folder $R in the place of /proc.
fake_proc() {
  R=$D/proc
  mkdir "$R"
  mount -t tmpfs none "$R"
  mkdir -p "$R/self/ns"
  : >"$R/self/mountinfo"
}
fake() {
  mkdir -p "$R/$1/ns" "$R/$1/fd"
  echo "$1 ($3) S $2 1 1" >"$R/$1/stat"
  echo "$3" >"$R/$1/comm"
  printf %b "$4" >"$R/$1/cmdline"
  pin uts self "$R/$1/ns/uts"
}
show_fake() { mount --rbind "$R" /proc; }
