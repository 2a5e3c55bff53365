import Harness
import Testing

/// What somebody who can name a container, or put something in the place of a state file, makes of it; and names
/// that lead to several.
@Suite(
  .enabled(
    if: canSandbox && findTool("bash") != nil && findTool("perl") != nil,
    "needs root, bash and perl"), .serialized)
struct HostileNameTests {
  static let recipes: [NameRecipe] = [
    NameRecipe(
      "a variable that was not set, beside containers that have no name",
      """
      mount -t tmpfs -o mode=755 none /var/lib; box W -m
      t=/run/containerd/io.containerd.runtime.v2.task/default/ctr1; mkdir -p $t; printf %s $W >$t/init.pid
      printf '{"process":{"args":["sh"]}}' >$t/config.json
      d=/var/lib/docker/containers/$ID; mkdir -p $d
      printf '{"State":{"Running":true,"Pid":%s},"ID":"%s","Name":"/"}' $W $ID >$d/config.v2.json
      s=/var/lib/containers/storage/overlay-containers; mkdir -p $s
      printf '[{"id":"%s","names":[""]},{"id":"%s"}]' $OTHER $OTHER >$s/containers.json
      for name in '' docker: containerd: podman:; do $N --container "$name" touch ran; done
      $N --machine '' touch ran; ls; $N --container ctr1 true; echo $?
      """,
      gives: """
        nsenter: no container ''
        nsenter: no container 'docker:'
        nsenter: no container 'containerd:'
        nsenter: no container 'podman:'
        nsenter: no machine ''
        0
        """),
    NameRecipe(
      "a user to whom a service's group is delegated, and who names groups in it",
      """
      box W -m; box X -m; cg $G/d.service/docker-$ID.scope $W; cg $G/d.service/machine-vm.scope $X
      for h in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
        [ ! -e $h$G/d.service ] || chown 1001 $h$G/d.service; done
      for name in $B docker:$B; do $N --container $name touch ran; done; $N --machine vm touch ran
      ls; $N --container $ID true; echo $?
      """,
      gives: """
        nsenter: no container 'B'
        nsenter: no container 'docker:B'
        nsenter: no machine 'vm'
        0
        """),
    NameRecipe(
      "one name in two namespaces of containerd, of which the one that has it does not run",
      """
      mount -t tmpfs -o mode=755 none /var/lib; box W -m
      t=/run/containerd/io.containerd.runtime.v2.task; mkdir -p $t/a/one $t/b/one; printf %s $W >$t/b/one/init.pid
      mkdir -p /var/lib/nerdctl/1dba/names/a; printf one >/var/lib/nerdctl/1dba/names/a/web
      $N --container web touch ran; ls; printf %s $W >$t/a/one/init.pid; $N --container web true; echo $?
      """, gives: "nsenter: container 'web' is not running\n0"),
    NameRecipe(
      "a socket, devices, a pipe and a disk in the place of a state file",
      """
      box W -m; crun_state tb $W $(started $W); f=/run/crun/tb/status; mv $f x
      perl -e 'use Socket; socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un($ARGV[0])) or die' $f
      $N --container tb true; rm $f
      for device in 'c 1 3' 'c 1 5' 'c 5 0' 'b 7 0' p; do mknod $f $device; $N --container tb true; rm $f; done
      mv x $f; $N --container tb true; echo $?
      """,
      gives: Array(repeating: "nsenter: no container 'tb'", count: 6).joined(separator: "\n")
        + "\n0"),
    NameRecipe(
      "a user's folder that takes the place of root's, and gives it back, again and again",
      """
      /usr/bin/unshare -u sh -c 'hostname right; exec sleep 1000' & W=$!; wait_for is_sleep $W
      /usr/bin/unshare -u sh -c 'hostname wrong; exec sleep 1000' & X=$!; wait_for is_sleep $X
      BOXES="$W $X"; crun_state tb $X $(started $X); mv /run/crun /run/evil; chown -R 1001 /run/evil
      crun_state tb $W $(started $W)
      # renameat2(2) with RENAME_EXCHANGE.
      call=316; [ $(uname -m) = x86_64 ] || call=276
      perl -e 'my ($a, $b) = ("/run/crun", "/run/evil"); until (-e "done") { syscall('$call', -100, $a, -100, $b, 2) and die }' & T=$!
      for _ in $(seq 400); do $N --container tb hostname; done | sort | uniq -c | awk '{ $1 = ($1 > 9) ? "many" : "few"; print }'
      touch done; wait $T
      """,
      gives: """
        many nsenter: no container 'tb'
        many right
        """),
    NameRecipe(
      "more containers than a terminal has lines, with names that are orders to it",
      """
      mount -t tmpfs -o mode=755 none /var/lib; box W -m; s=/var/lib/containers/storage/overlay-containers; mkdir -p $s
      for n in {10..36}; do
        crun_state ${ID:0:62}$n $W $(started $W); printf '{"id":"%s","names":["w\\x7f\\x9b31m%s"]}' ${ID:0:62}$n $n
      done | sed 's/}{/},{/g; s/^/[/; s/$/]/' >$s/containers.json
      $N --container $B touch ran | sed "s/process $W/process W/" >said; head -n 3 said; tail -n 2 said; wc -l <said; ls
      """,
      gives: #"""
        nsenter: container 'B' is ambiguous:
        nsenter:   podman B w\x7f\x9b31m10, process W
        nsenter:   podman B w\x7f\x9b31m11, process W
        nsenter:   podman B w\x7f\x9b31m29, process W
        nsenter:   and 7 more
        22
        said
        """#),
    NameRecipe(
      "names with blanks, paths and a newline, which docker and a machine may have",
      """
      mount -t tmpfs -o mode=755 none /var/lib; box W -m; d=/var/lib/docker/containers/$ID; mkdir -p $d /run/systemd/machines
      for name in 'a b' '../../etc' '-x' 'ü'; do
        printf '{"State":{"Running":true,"Pid":%s},"ID":"%s","Name":"/%s"}' $W $ID "$name" >$d/config.v2.json
        $N --container "$name" true; echo $?
      done
      echo LEADER=$W >"/run/systemd/machines/a b"; $N --machine 'a b' true; echo $?
      echo LEADER=$W >/run/systemd/machines/$'a\\nb'; $N --machine $'a\\nb' true; echo $?
      $N --machine $'b\\nb' true
      """,
      gives: #"0\n0\n0\n0\n0\n0\nnsenter: no machine 'b\x0ab'"#.replacing(#"\n"#, with: "\n")),
  ]

  @Test(arguments: recipes) func name(_ recipe: NameRecipe) { recipe.expectIt() }
}
