# shellcheck shell=sh disable=SC2034 # the cases use what is set here
# What the cases of nsenter start from. A case makes its target, process $T, before the command and
# ends it after.

# Waits until process $1 shows the name $2.
wait_comm() {
  n=0
  until [ "$(cat "/proc/$1/comm" 2>/dev/null)" = "$2" ]; do
    n=$((n + 1))
    [ $n -lt 500 ] || return 1
    sleep 0.02
  done
}

# T is a sleeper in the caller's own namespaces.
plain() {
  sleep 600 >/dev/null 2>&1 &
  T=$!
  wait_comm $T sleep
}

# T is a sleeper that unshare started with these options, without --fork.
target() {
  unshare "$@" sleep 600 </dev/null >/dev/null 2>&1 &
  T=$!
  wait_comm $T sleep
}

# T is the init of a new PID namespace, U the unshare that waits for it.
pidtarget() {
  unshare --pid --fork --kill-child "$@" sleep 600 </dev/null >/dev/null 2>&1 &
  U=$!
  n=0
  T=
  while [ -z "$T" ]; do
    T=$(tr -d ' ' <"/proc/$U/task/$U/children" 2>/dev/null)
    n=$((n + 1))
    [ $n -lt 500 ] || return 1
    sleep 0.02
  done
  wait_comm "$T" sleep
}

# T is a sleeper that holds a UDP socket of the current network namespace as descriptor 9, started
# through the given command.
socktarget() {
  # shellcheck disable=SC2016 # it is Perl
  perl -MSocket -MPOSIX -e '$^F = 30; socket(my $s, PF_INET, SOCK_DGRAM, 0) or die;
    POSIX::dup2(fileno($s), 9); exec @ARGV, "sleep", "600"' -- "$@" </dev/null >/dev/null 2>&1 &
  T=$!
  wait_comm $T sleep
}

# T is a sleeper whose environment block is exactly the given strings (x86-64 and arm64).
envtarget() {
  # shellcheck disable=SC2016 # it is Perl
  perl -e 'my @e = @ARGV; my @a = ("/bin/sleep", "600"); my $f = "/bin/sleep";
    my $execve = (`uname -m` =~ /x86_64/) ? 59 : 221;
    syscall($execve, $f, pack("p" . @a . "Q", @a, 0), pack("p" . @e . "Q", @e, 0));
    die "execve: $!"' -- "$@" </dev/null >/dev/null 2>&1 &
  T=$!
  wait_comm $T sleep
}

# Prints the inode number of a process's pidfd.
pidfd_ino() {
  # shellcheck disable=SC2016 # it is Perl
  perl -e 'my $fd = syscall(434, $ARGV[0] + 0, 0); open(my $h, "<&=", $fd) or die;
    print((stat $h)[1])' "$1"
}

# Remembers the namespaces of T (T_*) and of this shell (C_*).
snap() {
  for k in cgroup ipc mnt net pid time user uts; do
    eval "T_$k='$(readlink "/proc/$T/ns/$k")' C_$k='$(readlink "/proc/$$/ns/$k")'"
    export "T_$k" "C_$k"
  done
}

# A program for sh that says, for each kind, whose namespace it is in.
# shellcheck disable=SC2016 # it is for another shell
REL='o=; for k in cgroup ipc mnt net pid time user uts; do n=$(readlink /proc/self/ns/$k);
  eval "t=\$T_$k c=\$C_$k"
  if [ "$n" = "$t" ]; then if [ "$n" = "$c" ]; then r=both; else r=target; fi
  elif [ "$n" = "$c" ]; then r=caller; else r=other; fi
  o="$o $k=$r"; done; echo ${o# }'

# Runs a command and prints how it ended, without a shell's noise about signals.
how() {
  # shellcheck disable=SC2016 # it is Perl
  perl -e 'my $r = system @ARGV;
    if ($r == -1) { print "not started\n" }
    elsif ($r & 127) { print "signal ", $r & 127, "\n" }
    else { print "exit ", $r >> 8, "\n" }' -- "$@"
}

# Prints the state letter of a process.
state() { sed 's/^.*) //; s/ .*//' "/proc/$1/stat"; }
