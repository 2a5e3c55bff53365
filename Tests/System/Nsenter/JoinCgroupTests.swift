import Harness
import Testing

private let canUseCgroup2 =
  spawn([
    "/bin/sh", "-c",
    "for h in /sys/fs/cgroup /sys/fs/cgroup/unified; do [ \"$(stat -f -c %T $h)\" = cgroup2fs ]"
      + " && d=$h/unyoke-probe-$$ && mkdir $d && rmdir $d && exit 0; done; exit 1",
  ]).ending == .exited(0)

/// `--join-cgroup`: the path of the group is one that the target has a say in.
@Suite(
  .enabled(
    if: canGroup && canUseCgroup2,
    "needs root, bash, and a cgroup v2 in which groups can be made"))
struct JoinCgroupTests {
  /// Attacker: a target outside of the caller's cgroup namespace, in a group by whose name the path leads to a
  /// file of the attacker's choice: one to be written to, and one that keeps the caller waiting. In a group
  /// that is one it is entered as ever.
  @Test func aPathThatLeadsOut() {
    NameRecipe(
      "a target whose group has the name of a folder outside",
      """
      h=/sys/fs/cgroup; [ "$(stat -f -c %T $h)" = cgroup2fs ] || h=$h/unified
      mount --bind $h /mnt; mount -t tmpfs none /sys/fs 2>/dev/null
      mkdir -p /sys/fs/cgroup; mount --bind /mnt /sys/fs/cgroup; mount -t tmpfs none /opt
      Q=/mnt$G; MADE="$Q $Q/in $Q/in/a $Q/in/a/b $Q/opt $Q/opt/x"; mkdir $MADE; mkdir /opt/x; : >/opt/x/cgroup.procs
      sleep 1000 & S=$!; BOXES=$S; echo $S >$Q/opt/x/cgroup.procs
      sh -c 'echo $$ >'$Q'/in/a/b/cgroup.procs; exec unshare -C sh -c "grep ^0: /proc/'$S'/cgroup
        UNYOKE_HINTS=never nsenter -t '$S' -u -c echo started; cat /opt/x/cgroup.procs
        rm /opt/x/cgroup.procs; mkfifo /opt/x/cgroup.procs
        UNYOKE_HINTS=never timeout 20 nsenter -t '$S' -u -c echo started; echo \\$?"'
      nsenter -t $S -u -c grep ^0: /proc/self/cgroup | sed "s,$G,/G,"
      """,
      gives: """
        0::/../../../opt/x
        nsenter: failed to open cgroup.procs: No such file or directory
        nsenter: failed to open cgroup.procs: No such device or address
        1
        0::/G/opt/x
        """
    ).expectIt()
  }
}
