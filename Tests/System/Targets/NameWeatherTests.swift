import Harness
import Testing

/// Names on machines that are not as one expects: other control groups, older kernels, no /run, what is stopped. Whoever
/// relies on that to be taken for another target, or to keep root waiting, gets neither.
@Suite(
  .enabled(
    if: canGroup && findTool("strace") != nil && findTool("perl") != nil,
    "needs root, strace, perl, and a hierarchy of control groups in which groups can be made"),
  .serialized)
struct NameWeatherTests {
  static let recipes: [NameRecipe] = [
    NameRecipe(
      "a group that counts in one hierarchy, on machines with v2, v1 and both",
      """
      box W -mu; box X -mu
      try() {
        printf "$1" | sed "s/ID/$ID/" >w; printf "$1" | sed "s/ID/$OTHER/" >x
        mount --bind w /proc/$W/cgroup; mount --bind x /proc/$X/cgroup
        same "$($N --container $ID readlink /proc/self/ns/uts)" $(inside $W uts) | sed 's/uts:.*/UTS/'
        umount /proc/$W/cgroup /proc/$X/cgroup
      }
      try '0::/docker/ID\\n'
      try '4:memory:/docker/ID\\n3:name=systemd:/docker/ID\\n2:pids:/docker/ID\\n'
      try '4:memory:/x\\n1:name=systemd:/docker/ID\\n0::/\\n'; try '4:memory:/x\\n3:pids:/docker/ID\\n'
      try '9:cpu,cpuacct:/docker/ID\\n'; try '0::/../docker/ID\\n'
      # Another hierarchy's is not asked where one of these is there: anybody may have that one.
      try '4:memory:/docker/ID\\n3:pids:/x\\n'; try '4:pids:/docker/ID\\n0::/\\n'
      """,
      gives: (Array(repeating: "same", count: 6)
        + Array(repeating: "nsenter: no container 'ID', not UTS", count: 2))
        .joined(separator: "\n")),
    NameRecipe(
      "a kernel without pidfds, and one whose pidfds have no number of their own",
      """
      box W -mu; cg $G/docker-$ID.scope $W; crun_state tb $W $(started $W); mkdir -p /run/systemd/machines
      printf "LEADER=%s\\nLEADER_PIDFDID=%s\\n" $W $(pidfd_inode $W) >/run/systemd/machines/m1
      without() { strace -qq -o trace -e trace=$1 -e inject=$1:error=$2 nsenter "${@:3}" 2>&1; }
      for error in ENOSYS EPERM; do
        same $(without pidfd_open $error --container $B readlink /proc/self/ns/uts) $(inside $W uts)
        same $(without pidfd_open $error --container tb readlink /proc/self/ns/uts) $(inside $W uts)
        without pidfd_open $error --machine m1 touch ran
      done
      without fstatfs EINVAL --machine m1 touch ran; ls
      crun_state tb $W $(($(started $W) + 1)); without pidfd_open ENOSYS --container tb true
      """,
      gives: """
        same
        same
        nsenter: machine 'm1' is not running
        same
        same
        nsenter: machine 'm1' is not running
        nsenter: machine 'm1' is not running
        trace
        nsenter: container 'tb' is not running
        """),
    NameRecipe(
      "a machine without /run and /var: ids are found, and no name; without the groups, only a whole id",
      """
      box W -mu; cg $G/docker-$ID.scope $W
      for d in usr bin lib lib64 proc sys; do mkdir -p r/$d; [ ! -d /$d ] || mount --rbind /$d r/$d; done
      cp "$(command -v nsenter)" r/nsenter
      same $(chroot r /nsenter --container $B readlink /proc/self/ns/uts) $(inside $W uts)
      chroot r /nsenter --container tb true; chroot r /nsenter --machine tb true
      umount -l r/sys; chroot r /nsenter --container $B true 2>&1 | sed s/$B/B/; chroot r /nsenter --container $ID true && echo whole
      """,
      gives: """
        same
        nsenter: no container 'tb'
        nsenter: no machine 'tb'
        nsenter: no container 'B'
        whole
        """),
    NameRecipe(
      "a container that is stopped, and one that is frozen: nobody waits for it",
      """
      box W -mu; d=$G/docker-$ID.scope; cg $d $W; kill -STOP $W
      timeout 10 nsenter --container $B true; echo $?; kill -CONT $W
      for h in /sys/fs/cgroup /sys/fs/cgroup/unified; do
        [ -e $h$d/cgroup.freeze ] && echo 1 >$h$d/cgroup.freeze && wait_for grep -q 'frozen 1' $h$d/cgroup.events
      done
      timeout 10 nsenter --container $B true; echo $?
      for h in /sys/fs/cgroup /sys/fs/cgroup/unified; do
        [ -e $h$d/cgroup.freeze ] && echo 0 >$h$d/cgroup.freeze && echo thawed
      done
      """, gives: "0\n0\nthawed"),
    NameRecipe(
      "somebody who executes a program in a container that has the machine's PID namespace",
      """
      A=first; export A; box W -mu; cg $G/docker-$ID.scope $W; sleep 0.05
      A=later /usr/bin/nsenter -t $W -m -u sleep 1000 </dev/null >/dev/null 2>&1 & C=$!; BOXES="$C $BOXES"
      wait_for is_sleep $C; cg $G/docker-$ID.scope $C
      $N --container $B -m -e sh -c 'echo $A'
      # And one who goes to other namespaces from there: it is not known any more.
      /usr/bin/nsenter -t $W -m /usr/bin/unshare -u sleep 1000 </dev/null >/dev/null 2>&1 & D=$!; BOXES="$D $BOXES"
      wait_for is_sleep $D; cg $G/docker-$ID.scope $D; $N --container $B touch ran | sed 's/process [0-9]*/process N/'; ls
      """,
      gives: """
        first
        nsenter: container 'B' has several processes in different namespaces:
        nsenter:   process N (sleep)
        nsenter:   process N (sleep)
        nsenter:   process N (sleep)
        """),
    NameRecipe(
      "a kernel that shows a user his own processes only, one of which is his container",
      """
      alone '
      mkdir -p /run/user/1001/crun/mine; chown -R 1001 /run/user/1001
      $AS /usr/bin/unshare -Urmu sleep 1000 </dev/null >/dev/null 2>&1 & W=$!; BOXES=$W; wait_for is_sleep $W
      printf "{\\"pid\\": %s, \\"process-start-time\\": %s}" $W $(started $W) >/run/user/1001/crun/mine/status
      mount -t proc -o hidepid=2 proc /proc
      same $($AS nsenter --container mine -U -u --preserve-credentials readlink /proc/self/ns/uts) $(inside $W uts)
      box X -mu; printf "{\\"pid\\": %s}" $X >/run/user/1001/crun/mine/status; $AS nsenter --container mine true'
      """, gives: "same\nnsenter: container 'mine' is not running"),
    NameRecipe(
      "units of users: one's own, another's of the same name, and root, who has to choose",
      """
      S=u$$; U=/user.slice/user-100; box Y -mu
      $AS /usr/bin/unshare -Urmu sleep 1000 </dev/null >/dev/null 2>&1 & W=$!; BOXES="$W $BOXES"; wait_for is_sleep $W
      cg ${U}1.slice/user@1001.service/app.slice/$S.service $W
      mine() { same $($AS nsenter --user-unit $S -U -u --preserve-credentials readlink /proc/self/ns/uts) $(inside $W uts); }
      mine; same $($N --user-unit $S.service -u readlink /proc/self/ns/uts) $(inside $W uts)
      cg ${U}2.slice/user@1002.service/$S.service $Y; mine
      $N --user-unit $S touch ran | sed "s/$S/S/; s/process $W/process W/; s/process $Y/process Y/"; ls
      $AS nsenter --unit $S true 2>&1 | sed "s/$S/S/"
      setpriv --reuid 1003 --clear-groups nsenter --user-unit $S true 2>&1 | sed "s/$S/S/"
      """,
      gives: """
        same
        same
        same
        nsenter: unit 'S.service' is ambiguous:
        nsenter:   /user.slice/user-1001.slice/user@1001.service/app.slice/S.service, process W
        nsenter:   /user.slice/user-1002.slice/user@1002.service/S.service, process Y
        nsenter: no unit 'S.service'
        nsenter: no unit 'S.service'
        """),
  ]

  @Test(arguments: recipes) func weather(_ recipe: NameRecipe) { recipe.expectIt() }
}
