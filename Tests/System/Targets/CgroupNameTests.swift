import Harness
import Testing

/// Names that are found by control groups, and who forges them.
@Suite(.enabled(if: canGroup, needsGroups), .serialized) struct CgroupNameTests {
  static let recipes: [NameRecipe] = [
    NameRecipe(
      "somebody who types the beginning of an id: the container, and all of its namespaces",
      """
      box W -mpfu --mount-proc; cg $G/docker-$ID.scope $W
      same $($N --container $B readlink /proc/self/ns/pid) $(inside $W pid)
      same $($N --container docker:$B readlink /proc/self/ns/uts) $(inside $W uts)
      same $($N --container $ID -n readlink /proc/self/ns/uts) $(inside $$ uts)
      $N --container podman:$B true; echo $?
      $N --container docker:$B -t 1 true
      $N --machine $B --container $B true
      """,
      gives: """
        same
        same
        same
        nsenter: no container 'podman:B'
        1
        nsenter: options --container and --target cannot be combined
        nsenter: options --machine and --container cannot be combined
        """),
    NameRecipe(
      "a process that was executed in the container later on, with an environment of its own",
      """
      A=first; export A; box W -mpf --mount-proc; cg $G/docker-$ID.scope $W
      A=later /usr/bin/nsenter -t $W -p -m sleep 1000 </dev/null >/dev/null 2>&1 & O=$!
      wait_for has_child $O; C=$(tr -d ' ' </proc/$O/task/$O/children); BOXES="$C $O $BOXES"
      wait_for is_sleep $C; cg $G/docker-$ID.scope $C
      $N --container $B -m -e sh -c 'echo $A'
      """, gives: "first"),
    NameRecipe(
      "two containers whose ids begin alike",
      """
      box W -mpf --mount-proc; cg $G/docker-$ID.scope $W
      box X -mpf --mount-proc; cg $G/libpod-$OTHER.scope $X
      $N --container $B touch ran | sed "s/process $W/process W/; s/process $X/process X/"; ls
      same $($N --container $OTHER readlink /proc/self/ns/pid) $(inside $X pid)
      same $($N --container podman:$B readlink /proc/self/ns/pid) $(inside $X pid)
      """,
      gives: """
        nsenter: container 'B' is ambiguous:
        nsenter:   docker B, process W
        nsenter:   podman B, process X
        same
        same
        """),
    NameRecipe(
      "a user who names a group below his own after root's container",
      """
      U=/user.slice/user-1001.slice/user@1001.service
      box X -mpf --mount-proc; cg $G$U/docker-$ID.scope $X
      $N --container $B true
      same $($N --container $ID readlink /proc/self/ns/pid) $(inside $X pid)
      box W -mpf --mount-proc; cg $G/docker-$ID.scope $W
      same $($N --container $B readlink /proc/self/ns/pid) $(inside $W pid)
      $N --container $ID touch ran | head -n 1; ls
      """,
      gives: """
        nsenter: no container 'B'
        same
        same
        nsenter: container 'ID' is ambiguous:
        """),
    NameRecipe(
      "root in a container, who names a group below its own after another one",
      """
      box X -mpf --mount-proc; cg $G/docker-$OTHER.scope/docker-$ID.scope $X
      $N --container ${ID%0} true | cut -c 1-24; $N --container docker:$B true
      """, gives: "nsenter: no container 'B\nnsenter: no container 'docker:B'"),
    NameRecipe(
      "groups that have an id in their names and are no containers",
      """
      box W -m; cg $G/var-lib-docker-containers-$ID-shm.mount $W; $N --container $B true
      cg $G/libpod-conmon-$ID.scope $W; $N --container $B true
      cg $G/docker-$ID.service $W; $N --container $B true
      """,
      gives: Array(repeating: "nsenter: no container 'B'", count: 3).joined(separator: "\n")),
    NameRecipe(
      "a zombie, which has no namespaces",
      """
      perl -e 'unless (fork) { sleep 1 while !-e "go"; exit } sleep 1000' & P=$!; BOXES="$P"
      wait_for has_child $P; Z=$(tr -d ' ' </proc/$P/task/$P/children); cg $G/docker-$ID.scope $Z
      touch go; wait_for grep -q 'State:.Z' /proc/$Z/status
      $N --container $B true
      """, gives: "nsenter: container 'B' ended meanwhile"),
    NameRecipe(
      "LXC, a machine of systemd, and who has named a group after it in a container",
      """
      M=m$$; box W -mpf --mount-proc; cg /lxc.payload.$M $W
      $N --machine $M true; echo $?; $N --container lxc:$M true; echo $?; $N --container $M true; echo $?
      $N --container docker:$M true | sed s/$M/M/
      box X -mpf --mount-proc; cg "/machine.slice/machine-x\\\\x2d$M.scope/payload" $X
      same $($N --machine x-$M readlink /proc/self/ns/pid) $(inside $X pid)
      cg /docker-$ID.scope/machine-x.scope $X; $N --machine x true
      """,
      gives: "0\n0\n0\nnsenter: no container 'docker:M'\nsame\nnsenter: no machine 'x'"),
    NameRecipe(
      "a unit, one of a user, and one in a container of the same name",
      """
      S=u$$; box W -mu; cg /system.slice/$S.service $W
      $N --unit $S true; echo $?; $N --unit $S.service true; echo $?; $N --unit nope true
      box X -mu; cg /system.slice/docker-$ID.scope/system.slice/$S.service $X
      box Y -mu; cg /user.slice/user-1001.slice/user@1001.service/$S.service $Y
      same $($N --unit $S readlink /proc/self/ns/uts) $(inside $W uts)
      same $($N --user-unit $S readlink /proc/self/ns/uts) $(inside $Y uts)
      box Z -mu; cg /system.slice/$S.service $Z
      $N --unit $S true | sed "s/$S/S/; s/process $W/process W/; s/process $Z/process Z/" | sort
      """,
      gives: """
        0
        0
        nsenter: no unit 'nope.service'
        same
        same
        nsenter:   process W (sleep)
        nsenter:   process Z (sleep)
        nsenter: unit 'S.service' has several processes in different namespaces:
        """),
    NameRecipe(
      "names that are paths, options of a terminal, or very long",
      """
      for name in '' / .. ../../etc '*' 'a b' $'a\\e[31m' $(printf 'x%.0s' $(seq 4096)); do
        for kind in container machine unit user-unit; do
          $N --$kind "$name" true | cut -c 1-40 | cat -v; done; done | sort -u | grep -c '^nsenter: no '
      $N --container $'\\e[31m' true
      """, gives: "24\nnsenter: no container '\\x1b[31m'"),
    NameRecipe(
      "somebody who hides a container, whose id begins alike, from who walks through the groups",
      """
      box W -mpf --mount-proc; cg $G/docker-$ID.scope $W
      box X -mpf --mount-proc; cg $G/hidden/docker-$OTHER.scope $X
      try() { $N --container $B touch ran 2>&1 | head -n 1; }
      each() { for h in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
        [ -e $h/cgroup.procs ] && "$@"; done; }
      cover() { mount -t tmpfs none $h$G/hidden; }; uncover() { umount $h$G/hidden; }
      umount_one() { umount $h; }; each cover; try; each uncover
      other() { mount --bind $h$G/docker-$ID.scope $h; }; each other; try; each umount_one
      mount -t tmpfs none /sys/fs/cgroup; try; umount /sys/fs/cgroup; ls
      """,
      gives: Array(repeating: "nsenter: container 'B' is ambiguous:", count: 3)
        .joined(separator: "\n")),
    NameRecipe(
      "a machine with many processes, of which one is asked",
      """
      box W -mpf --mount-proc; cg $G/docker-$ID.scope/sub $W
      for _ in $(seq 60); do sleep 1000 & BOXES="$BOXES $!"; done
      strace -qq -o trace -e trace=openat nsenter --container $B true
      [ $(grep -cE '"[0-9]+/cgroup"' trace) -le 2 ] && echo few
      """, gives: "few"),
    NameRecipe(
      "a kernel that shows a user his own processes only",
      """
      box W -m; cg $G/docker-$ID.scope $W; export G ID AS
      /usr/bin/unshare -pfm --mount-proc --kill-child bash -c '
        sleep 1000 &
        for h in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
          [ ! -e $h$G/docker-$ID.scope ] || echo $! >$h$G/docker-$ID.scope/cgroup.procs; done
        $AS nsenter --container $ID true 2>&1 | grep -c "no container"
        mount -t proc -o hidepid=2 proc /proc
        $AS nsenter --container $ID true 2>&1 | grep -c "no container"'
      """, gives: "0\n1"),
    NameRecipe(
      "a container that ends after it was found, and before it is held",
      """
      box W -mpf --mount-proc; cg $G/docker-$ID.scope $W
      strace -D -qq -o trace -e trace=pidfd_open -e inject=pidfd_open:delay_enter=900000000 nsenter --container $B touch ran >said 2>&1 &
      P=$!; is_opening() { read -r call _ </proc/$P/syscall && [ $call = 434 ]; }
      wait_for is_opening; kill -KILL $W; wait_for test ! -e /proc/$W
      kill -KILL $(sed -n 's/^TracerPid:.//p' /proc/$P/status); wait $P; echo $?; ls; sed "s/$B/B/" said
      """, gives: "1\nsaid\ntrace\nnsenter: container 'B' ended meanwhile"),
  ]

  @Test(arguments: recipes) func group(_ recipe: NameRecipe) { recipe.expectIt() }
}
