import Harness
import Testing

/// Names that are found in state files, and who writes such files.
@Suite(.enabled(if: canSandbox && findTool("bash") != nil, needsRoot), .serialized)
struct StateFileTests {
  static let recipes: [NameRecipe] = [
    NameRecipe(
      "a state file of crun, without any group: the process, and not a later one of its number",
      """
      box W -mpf --mount-proc; crun_state tb $W $(started $W)
      same $($N --container tb readlink /proc/self/ns/pid) $(inside $W pid)
      $N --container crun:tb true; echo $?; $N --container runc:tb true; $N --container t true
      crun_state tb $W $(($(started $W) + 1)); $N --container tb touch ran; echo $?; ls
      """,
      gives: """
        same
        0
        nsenter: no container 'runc:tb'
        nsenter: no container 't'
        nsenter: container 'tb' is not running
        1
        """),
    NameRecipe(
      "files that are cut, hold no process, are huge, deep, a FIFO, a link or a folder",
      """
      box W -m; crun_state tb $W $(started $W); f=/run/crun/tb/status
      head -c 20 $f >x; cat x >$f; $N --container tb true
      for number in -1 4294967297 1e1 '"1"' null; do crun_state tb "$number" 1; $N --container tb true; done
      crun_state tb $W $(started $W); truncate -s 5M $f; $N --container tb true
      { printf '{"pid": %s, "x":' $W; printf '[%.0s' $(seq 1000); } >$f; $N --container tb true
      rm $f; mkfifo $f; $N --container tb true
      rm $f; crun_state ok $W $(started $W); ln -s ../ok/status $f; $N --container tb true
      rm $f; mkdir $f; $N --container tb true; rm -r /run/crun/tb; ln -s ok /run/crun/tb; $N --container tb true
      $N --container ok true; echo $?
      """,
      gives: Array(repeating: "nsenter: no container 'tb'", count: 12).joined(separator: "\n")
        + "\n0"),
    NameRecipe(
      "a user who owns a folder or a file on the way, or may write one",
      """
      box W -m; try() { crun_state tb $W $(started $W); "$@"; $N --container tb true; rm -rf /run/crun; }
      try chown 1001 /run/crun; try chown 1001 /run/crun/tb; try chown 1001 /run/crun/tb/status
      try chmod 775 /run/crun; try chmod 1777 /run/crun/tb; try chmod 602 /run/crun/tb/status
      try chmod 1777 /run; chmod 755 /run; try true; echo $?
      """,
      gives: Array(repeating: "nsenter: no container 'tb'", count: 7).joined(separator: "\n")
        + "\n0"),
    NameRecipe(
      "a user whose own places root is made to look in, by the environment",
      """
      box W -m; mkdir -p /run/user/1001/crun/evil
      printf '{"pid": %s, "process-start-time": %s}' $W $(started $W) >/run/user/1001/crun/evil/status
      XDG_RUNTIME_DIR=/run/user/1001 HOME=/run/user/1001 $N --container evil true
      chown -R 1001 /run/user/1001; XDG_RUNTIME_DIR=/run/user/1001 $N --container evil true
      """,
      gives: "nsenter: no container 'evil'\nnsenter: no container 'evil'"),
    NameRecipe(
      "a user with a container of his own, and one who looks at it",
      """
      mkdir -p /run/user/1001/crun/mine; chown -R 1001 /run/user/1001
      $AS /usr/bin/unshare -Urmu sleep 1000 </dev/null >/dev/null 2>&1 & W=$!; BOXES=$W; wait_for is_sleep $W
      printf '{"pid": %s, "process-start-time": %s}' $W $(started $W) >/run/user/1001/crun/mine/status
      chown 1001 /run/user/1001/crun/mine/status
      same $($AS nsenter --container mine -U -u --preserve-credentials readlink /proc/self/ns/uts) $(inside $W uts)
      $AS env XDG_RUNTIME_DIR=/run/user/1001 nsenter --container mine -U --preserve-credentials true; echo $?
      $AS env XDG_RUNTIME_DIR=/tmp nsenter --container mine -U true
      chmod 777 /run/user/1001/crun; $AS nsenter --container mine -U true
      """,
      gives: "same\n0\nnsenter: no container 'mine'\nnsenter: no container 'mine'"),
    NameRecipe(
      "a script whose variable is empty, beside a container that has an id and no name",
      """
      box W -m; t=/run/containerd/io.containerd.runtime.v2.task/default/one; mkdir -p $t
      printf %s $W >$t/init.pid; printf '{"annotations":{}}' >$t/config.json
      $N --container '' touch ran; $N --container containerd: touch ran; $N --machine '' touch ran; ls
      """,
      gives: """
        nsenter: no container ''
        nsenter: no container 'containerd:'
        nsenter: no machine ''
        """),
    NameRecipe(
      "two engines with one name, of which one does not run",
      """
      box W -m; box X -m; crun_state web $W $(started $W); mkdir -p /run/runc/web
      printf '{"id":"web","init_process_pid":%s,"init_process_start":%s}' $X $(started $X) >/run/runc/web/state.json
      $N --container web touch ran | sed "s/process $W/process W/; s/process $X/process X/"; ls
      same $($N --container runc:web readlink /proc/self/ns/mnt) $(inside $X mnt)
      kill -KILL $X; wait $X 2>/dev/null
      same $($N --container web readlink /proc/self/ns/mnt) $(inside $W mnt)
      """,
      gives: """
        nsenter: container 'web' is ambiguous:
        nsenter:   crun web, process W
        nsenter:   runc web, process X
        same
        same
        """),
    NameRecipe(
      "docker's names, podman's and the CRI's, and what was left behind by a machine that lost power",
      """
      mount -t tmpfs -o mode=755 none /var/lib; box W -m; box X -m
      d=/var/lib/docker/containers/$ID; mkdir -p $d
      printf '{"State":{"Running":true,"Pid":%s},"ID":"%s","Name":"/web"}' $W $ID >$d/config.v2.json
      same $($N --container web readlink /proc/self/ns/mnt) $(inside $W mnt)
      same $($N --container docker:$B readlink /proc/self/ns/mnt) $(inside $W mnt)
      touch -d 2001-01-01 $d/config.v2.json; $N --container web true
      printf '{"State":{"Running":false,"Pid":0},"ID":"%s","Name":"/web"}' $ID >$d/config.v2.json; $N --container web true
      s=/var/lib/containers/storage/overlay-containers; mkdir -p $s
      printf '[{"id":"%s","names":["k8s_x","pod"]}]' $OTHER >$s/containers.json; $N --container pod true
      crun_state $OTHER $X $(started $X)
      same $($N --container pod readlink /proc/self/ns/mnt) $(inside $X mnt)
      t=/run/containerd/io.containerd.runtime.v2.task/k8s.io/one; mkdir -p $t; printf %s $X >$t/init.pid
      printf '{"annotations":{"io.kubernetes.cri.container-name":"app"}}' >$t/config.json
      same $($N --container containerd:app readlink /proc/self/ns/mnt) $(inside $X mnt)
      mkdir -p /var/lib/nerdctl/1dba/names/k8s.io; printf one >/var/lib/nerdctl/1dba/names/k8s.io/ner
      same $($N --container ner readlink /proc/self/ns/mnt) $(inside $X mnt)
      """,
      gives: """
        same
        same
        nsenter: container 'web' is not running
        nsenter: container 'web' is not running
        nsenter: container 'pod' is not running
        same
        same
        same
        """),
    NameRecipe(
      "machines: a leader, one that is another process by now, and names that lead elsewhere",
      """
      box W -m; mkdir -p /run/systemd/machines; cd /run/systemd/machines
      printf 'NAME=m1\\nLEADER=%s\\n' $W >m1; $N --machine m1 true; echo $?
      echo LEADER_PIDFDID=$(stat -Lc %i /proc/self/fd/0 </dev/null) >>m1; $N --machine m1 true
      printf 'LEADER=%s\\n' $W >/run/m2; $N --machine ../../m2 true; ln -s /run/m2 m2; $N --machine m2 true
      touch -d 2001-01-01 /run/m2; cp -p /run/m2 m3; $N --machine m3 true
      """,
      gives: """
        0
        nsenter: machine 'm1' is not running
        nsenter: no machine '../../m2'
        nsenter: no machine 'm2'
        nsenter: machine 'm3' is not running
        """),
    NameRecipe(
      "files for --pidfile: right, wrong, a FIFO, older than the process, and gone",
      """
      box W -mu; echo $W >p; same $($N --pidfile p readlink /proc/self/ns/uts) $(inside $W uts)
      same $($N --pidfile p -m readlink /proc/self/ns/uts) $(inside $$ uts)
      for text in 12x '' 0 -1 "$W $W" 4294967297; do echo "$text" >p; $N --pidfile p true; done
      head -c 100 /dev/zero | tr '\\0' ' ' >p; $N --pidfile p true; mkfifo f; $N --pidfile f true; $N --pidfile . true
      $N --pidfile nope true; echo $W >p; touch -d 2001-01-01 p; $N --pidfile p true | sed "s/$W/W/"
      echo $W >p; kill -KILL $W; wait $W 2>/dev/null; $N --pidfile p true
      """,
      gives: (["same", "same"]
        + Array(repeating: "nsenter: no process id in p", count: 7) + [
          "nsenter: no process id in f", "nsenter: no process id in .",
          "nsenter: cannot open nope: No such file or directory",
          "nsenter: process W is younger than p", "nsenter: the process of p is not running",
        ]).joined(separator: "\n")),
    NameRecipe(
      "files for --pidfile: what unshare wrote, 64 bytes and one more, a link, and what never ends",
      """
      unshare -u --pidfile q sleep 1000 & U=$!; wait_for test -s q; W=$(cat q); BOXES="$W $U"; wait_for is_sleep $W
      same $($N --pidfile q readlink /proc/self/ns/uts) $(inside $W uts); ln -s q l; $N --pidfile l true; echo $?
      printf '%64s' $W >p; $N --pidfile p true; echo $?; printf '%65s' $W >p; $N --pidfile p true
      for file in /dev/zero /dev/null /dev/tty; do $N --pidfile $file true; done
      perl -e 'use Socket; socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un("s")) or die'; $N --pidfile s true
      $N --pidfile q --pidfile /dev/null true; $N --pidfile q -t 1 true; $N -t 1 --pidfile q true
      """,
      gives: """
        same
        0
        0
        nsenter: no process id in p
        nsenter: no process id in /dev/zero
        nsenter: no process id in /dev/null
        nsenter: cannot open /dev/tty: No such device or address
        nsenter: cannot open s: No such device or address
        nsenter: no process id in /dev/null
        nsenter: options --pidfile and --target cannot be combined
        nsenter: options --target and --pidfile cannot be combined
        """),
    NameRecipe(
      "a /proc of another PID namespace, where numbers in files mean others",
      """
      box W -m; crun_state tb $W $(started $W); echo $W >p
      /usr/bin/unshare -pf bash -c 'nsenter --container tb true; nsenter --pidfile p true'
      """,
      gives: Array(repeating: "nsenter: /proc shows another PID namespace", count: 2)
        .joined(separator: "\n")),
    NameRecipe(
      "a machine on which nobody has left anything",
      "rm -rf /run/*; $N --container tb true; $N --machine tb true",
      gives: "nsenter: no container 'tb'\nnsenter: no machine 'tb'"),
  ]

  @Test(arguments: recipes) func file(_ recipe: NameRecipe) { recipe.expectIt() }
}
