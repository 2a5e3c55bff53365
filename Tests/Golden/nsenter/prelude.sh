# shellcheck shell=sh disable=SC2034,SC2016
# What the cases of nsenter start from. Each makes its target before the command and ends it after.

# wait until process $1 shows comm $2
wait_comm() { n=0; until [ "$(cat /proc/$1/comm 2>/dev/null)" = "$2" ]; do n=$((n+1)); [ $n -lt 500 ] || return 1; sleep 0.02; done; }
# T = a sleeper in the caller's own namespaces
plain() { sleep 600 </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep; }
# T = a sleeper started through unshare with the given unshare options (no --fork)
target() { unshare "$@" sleep 600 </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep; }
# T = init of a new PID namespace (further unshare options allowed), U = the unshare that waits for it
pidtarget() { unshare --pid --fork --kill-child "$@" sleep 600 </dev/null >/dev/null 2>&1 & U=$!; n=0; T=; while [ -z "$T" ]; do T=$(cat /proc/$U/task/$U/children 2>/dev/null | tr -d ' '); n=$((n+1)); [ $n -lt 500 ] || return 1; sleep 0.02; done; wait_comm $T sleep; }
# T = a sleeper holding a UDP socket of the current netns as fd 9, then run through the given command prefix
socktarget() { perl -MSocket -MPOSIX -e '$^F=30; socket(my $s,PF_INET,SOCK_DGRAM,0) or die; POSIX::dup2(fileno($s),9); exec @ARGV,"sleep","600"' -- "$@" </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep; }
# T = a sleeper whose raw environment block is exactly the given strings (x86-64 and arm64)
envtarget() { perl -e 'my @e=@ARGV; my @a=("/bin/sleep","600"); my $f="/bin/sleep"; my $nr=(`uname -m`=~/x86_64/)?59:221; syscall($nr, $f, pack("p".@a."Q",@a,0), pack("p".@e."Q",@e,0)); die "execve: $!"' -- "$@" </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep; }
# pidfd inode of a process
pidfd_ino() { perl -e 'my $fd=syscall(434,$ARGV[0]+0,0); open(my $h,"<&=",$fd) or die; print((stat $h)[1])' "$1"; }
# remember the namespaces of T (T_*) and of this shell (C_*)
snap() { for k in cgroup ipc mnt net pid time user uts; do eval "T_$k='$(readlink /proc/$T/ns/$k)' C_$k='$(readlink /proc/$$/ns/$k)'; export T_$k C_$k"; done; }
# shell program that says, per kind, whose namespace the program got
REL='o=; for k in cgroup ipc mnt net pid time user uts; do n=$(readlink /proc/self/ns/$k); eval "t=\$T_$k c=\$C_$k"; if [ "$n" = "$t" ]; then if [ "$n" = "$c" ]; then r=both; else r=target; fi; elif [ "$n" = "$c" ]; then r=caller; else r=other; fi; o="$o $k=$r"; done; echo ${o# }'
# run a command and print how it ended (no shell noise about signals)
how() { perl -e 'my $r=system @ARGV; if($r==-1){print "not started\n"}elsif($r&127){print "signal ",$r&127,"\n"}else{print "exit ",$r>>8,"\n"}' -- "$@"; }
# process state letter
state() { sed 's/^.*) //; s/ .*//' /proc/$1/stat; }
