import Harness
import Testing

private let canUseCgroup2 =
  spawn([
    "/bin/sh", "-c",
    "for h in /sys/fs/cgroup /sys/fs/cgroup/unified; do [ \"$(stat -f -c %T $h)\" = cgroup2fs ]"
      + " && d=$h/unyoke-probe-$$ && mkdir $d && rmdir $d && exit 0; done; exit 1",
  ]).ending == .exited(0)

/// `--join-cgroup` and others that follow the path of a group: in a cgroup namespace it is one in which somebody
/// else has a say.
@Suite(
  .enabled(
    if: canGroup && canUseCgroup2,
    "needs root, bash, and a cgroup v2 in which groups can be made"))
struct JoinCgroupTests {
  /// Has the control groups in a folder from which three levels up is the root, and mounts an own /opt.
  private static let mounts = """
    h=/sys/fs/cgroup; [ "$(stat -f -c %T $h)" = cgroup2fs ] || h=$h/unified
    mount --bind $h /mnt; mount -t tmpfs none /sys/fs 2>/dev/null
    mkdir -p /sys/fs/cgroup; mount --bind /mnt /sys/fs/cgroup; mount -t tmpfs none /opt; Q=/mnt$G

    """

  /// Attacker: a target outside of the caller's cgroup namespace, in a group by whose name the path leads to a
  /// file of the attacker's choice: one to be written to, one that keeps the caller waiting, and a link to what
  /// limits somebody else. In a group that is one it is entered as ever.
  @Test func aPathThatLeadsOut() {
    NameRecipe(
      "a target whose group has the name of a folder outside",
      Self.mounts + """
        MADE="$Q $Q/in $Q/in/a $Q/in/a/b $Q/opt $Q/opt/x"; mkdir $MADE; mkdir /opt/x; : >/opt/x/cgroup.procs
        sleep 1000 & S=$!; BOXES=$S; echo $S >$Q/opt/x/cgroup.procs
        sh -c 'echo $$ >'$Q'/in/a/b/cgroup.procs; exec unshare -C sh -c "grep ^0: /proc/'$S'/cgroup
          UNYOKE_HINTS=never nsenter -t '$S' -u -c echo started; cat /opt/x/cgroup.procs
          rm /opt/x/cgroup.procs; mkfifo /opt/x/cgroup.procs
          UNYOKE_HINTS=never timeout 20 nsenter -t '$S' -u -c echo started; echo \\$?
          ln -sf '$Q'/cgroup.max.descendants /opt/x/cgroup.procs
          UNYOKE_HINTS=never nsenter -t '$S' -u -c echo started; cat '$Q'/cgroup.max.descendants"'
        nsenter -t $S -u -c grep ^0: /proc/self/cgroup | sed "s,$G,/G,"
        """,
      gives: """
        0::/../../../opt/x
        nsenter: failed to open cgroup.procs: No such file or directory
        nsenter: failed to open cgroup.procs: No such file or directory
        1
        nsenter: failed to open cgroup.procs: No such file or directory
        max
        0::/G/opt/x
        """
    ).expectIt()
  }

  /// Attacker: a user who owns the group below which root's cgroup namespace is. He moves root's process into a
  /// group whose path leads to a file of his, which says that the process is in it: what is mounted at
  /// /sys/fs/cgroup, from outside of the namespace, is to be taken for the namespace's own, so that a group of
  /// root's of the same name vouches for the attacker's.
  @Test func aRootThatIsNotOne() {
    NameRecipe(
      "a user in whose groups root has a cgroup namespace",
      Self.mounts + """
        W=w$$; MADE="/mnt/$W.slice /mnt/$W.slice/$W.service $Q $Q/a $Q/a/b $Q/a/b/c $Q/a/b/c/$W.slice
          $Q/a/b/c/$W.slice/$W.service $Q/opt $Q/opt/y"; mkdir $MADE; chown -R 1001 $Q
        mkdir /opt/y; chown 1001 /opt/y; mkfifo moved
        sleep 1000 & S=$!; BOXES=$S; echo $S >$Q/a/b/c/$W.slice/$W.service/cgroup.procs
        sh -c 'echo $$ >'$Q'/a/b/c/cgroup.procs; exec unshare -C sh -c "read x <moved; grep ^0: /proc/self/cgroup
          exec nsenter --unit '$W' -u echo started"' 2>said & R=$!
        until grep -q "^0:.*/a/b/c$" /proc/$R/cgroup && [ "$(cat /proc/$R/comm)" = sh ] &&
          [ "$(readlink /proc/$R/ns/cgroup)" != "$(readlink /proc/$$/ns/cgroup)" ]; do sleep 0.02; done
        echo $R >/opt/y/cgroup.procs; echo $R >$Q/opt/y/cgroup.procs; echo >moved; wait $R; echo $?
        head -n 1 said | sed s/$W/W/
        """,
      gives: """
        0::/../../../opt/y
        1
        nsenter: no unit 'W.service'
        """
    ).expectIt()
  }
}
