import Harness
import Testing

/// The columns CGROUP, UNIT and CONTAINER: what is said to root of a process, and who tries to have it said of one of
/// his own, or of somebody else's.
@Suite(.enabled(if: canGroup, needsGroups), .serialized) struct NslsGroupTests {
  /// `show PROCESS COLUMNS`: of the row of its mount namespace. Ids of this recipe are called ID and B.
  private static let show = """
    OTHER=$(echo $ID | tr 0-9a-f 1-9a-f0)
    hide() { sed "s/$ID/ID/g; s/$B/B/g; s/$OTHER/OTHER/g; s/${OTHER:0:12}/O/g; s,$G,/G,g"; }
    show() { nsls -lnr -o "$2" "$(inside $1 mnt | tr -dc 0-9)" -Q "PID == $1" | hide; }
    sleep 1000 & S=$!; BOXES=$S

    """

  static let recipes: [NameRecipe] = [
    NameRecipe(
      "nobody: a container, a unit, one of a user, a pod, and what is in none",
      """
      box W -mpf --mount-proc; cg $G/docker-$ID.scope $W; show $W CONTAINER,UNIT,CGROUP
      cg /system.slice/u$$.service/worker $W; show $W CONTAINER,UNIT,CGROUP | sed s/$$/N/g
      U=/user.slice/user-1001.slice/user@1001.service; cg $U/app.slice/u$$.service $W
      show $W UNIT,CONTAINER | sed s/$$/N/g
      cg /libpod_parent/$OTHER/libpod-$ID $W; show $W CONTAINER,UNIT
      cg /kubepods/burstable/$ID $W; show $W CONTAINER
      cg /lxc.payload.c$$/system.slice/nginx.service $W; show $W CONTAINER,UNIT | sed s/$$/N/g
      cg /machine.slice/machine-m$$.scope/payload/system.slice/docker-$ID.scope $W
      show $W CONTAINER,UNIT | sed s/$$/N/g
      show $S CONTAINER,UNIT,CGROUP
      nsls -J -o CONTAINER,UNIT -p $S -t uts | tr -d ' \\n'; echo; nsls -n -P -o CONTAINER,UNIT,CGROUP | sort -u
      """,
      gives: """
        docker:B docker-ID.scope /G/docker-ID.scope
         uN.service /system.slice/uN.service/worker
        user@1001.service/uN.service 
        podman:B 
        unknown:B
        lxc:cN 
         machine-mN.scope
          /
        {"namespaces":[{"container":null,"unit":null}]}
        """),
    NameRecipe(
      "a user who names a group of his own after root's container, whose name root's files have",
      """
      mount -t tmpfs -o mode=755 none /var/lib; d=/var/lib/docker/containers/$ID; mkdir -p $d
      printf '{"State":{"Pid":0},"ID":"%s","Name":"/web"}' $ID >$d/config.v2.json
      box W -m; cg $G/docker-$ID.scope $W; show $W CONTAINER
      box X -m; cg /user.slice/user-1001.slice/user@1001.service/docker-$ID.scope $X; show $X CONTAINER,UNIT
      cg /user.slice/user-1001.slice/session-1.scope/docker-$ID.scope $X; show $X CONTAINER,UNIT
      nsls -lnr -o PID -t mnt -Q 'CONTAINER == "docker:web"' | sed s/$W/W/
      $AS nsls -lnr -o CONTAINER -t mnt -Q 'CONTAINER =~ "web"'
      """,
      gives: """
        docker:web
        user@1001.service/docker:B user@1001.service/docker-ID.scope
        user@1001.service/docker:B session-1.scope
        W
        """),
    NameRecipe(
      "a user to whom a group is delegated, in which he names one after a container",
      """
      box W -m; cg $G/u/docker-$ID.scope $W
      for h in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
        [ ! -e $h$G/u ] || chown 1001 $h$G/u; done; show $W CONTAINER,UNIT
      """, gives: "user@1001.service/docker:B user@1001.service/docker-ID.scope"),
    NameRecipe(
      "root in a container, who names groups below its own after another one, a unit and a machine",
      """
      box W -m; cg $G/docker-$OTHER.scope/docker-$ID.scope $W; show $W CONTAINER,UNIT
      cg $G/docker-$OTHER.scope/system.slice/nginx.service $W; show $W CONTAINER,UNIT
      cg $G/docker-$OTHER.scope/lxc.payload.c1 $W; show $W CONTAINER,UNIT
      cg /docker/$OTHER/user.slice/user@1001.service/nginx.service $W; show $W CONTAINER,UNIT
      cg /system.slice/s$$.service/nginx.service $W; show $W CONTAINER,UNIT | sed s/$$/N/
      """,
      gives: """
        docker:O docker-OTHER.scope
        docker:O docker-OTHER.scope
        docker:O docker-OTHER.scope
        docker:O 
         sN.service
        """),
    NameRecipe(
      "a state file: of root's, stale, of another user's place, or one that a user owns",
      """
      box W -m; crun_state tb $W $(started $W); show $W CONTAINER
      crun_state tb $W $(($(started $W) + 1)); show $W CONTAINER
      crun_state tb $W $(started $W); chown 1001 /run/crun/tb; show $W CONTAINER
      chown 0 /run/crun/tb; chmod 602 /run/crun/tb/status; show $W CONTAINER; rm -r /run/crun
      mkdir -p /run/user/1001/crun/evil
      printf '{"pid": %s, "process-start-time": %s}' $W $(started $W) >/run/user/1001/crun/evil/status
      chown -R 1001 /run/user/1001; XDG_RUNTIME_DIR=/run/user/1001 nsls -lnr -o CONTAINER -p $W -t mnt | grep -c .
      $AS /usr/bin/unshare -Urmu sleep 1000 </dev/null >/dev/null 2>&1 & X=$!; BOXES="$X $BOXES"; wait_for is_sleep $X
      printf '{"pid": %s, "process-start-time": %s}' $X $(started $X) >/run/user/1001/crun/evil/status
      $AS nsls -lnr -o CONTAINER -p $X -t mnt; XDG_RUNTIME_DIR=/run/user/1001 show $X CONTAINER
      """, gives: "crun:tb\n0\ncrun:evil"),
    NameRecipe(
      "who has control bytes in a name: of a container in Docker's file, of one of LXC, of a unit",
      """
      mount -t tmpfs -o mode=755 none /var/lib; d=/var/lib/docker/containers/$ID; mkdir -p $d
      printf '{"State":{"Pid":0},"ID":"%s","Name":"/w\\177\\302\\233[31m b"}' $ID >$d/config.v2.json
      box W -m; cg $G/docker-$ID.scope $W; n=$(inside $W mnt | tr -dc 0-9)
      export LC_ALL=C.UTF-8
      for o in -ln -lnr; do nsls $o -o CONTAINER -Q "PID == $W" $n | cat -v; done
      LIBSMARTCOLS_JSON=compact nsls -J -o CONTAINER -Q "PID == $W" $n | tail -n 2 | tr -d ' \\n'; echo
      printf '{"State":{"Pid":0},"ID":"%s","Name":"/w\\33[31m"}' $ID >$d/config.v2.json; show $W CONTAINER
      e=$(printf 'e\\033\\001%s' $$); cg /lxc.payload.$e $W
      for o in -ln -lnr; do nsls $o -o CONTAINER -Q "PID == $W" $n | cat -v | sed s/$$/N/; done
      cg /system.slice/$e.service $W; nsls -ln -o UNIT,CGROUP -Q "PID == $W" $n | cat -v | sed s/$$/N/g
      """,
      gives: """
        docker:w\\x7f\\xc2\\x9b[31m b
        docker:w\\x7f\\xc2\\x9b[31m\\x20b
        {"container":"docker:w\\u007f\\u009b[31mb"}]}
        docker:B
        lxc:e\\x1b\\x01N
        lxc:e\\x1b\\x01N
        e\\x1b\\x01N.service /system.slice/e\\x1b\\x01N.service
        """),
    NameRecipe(
      "a /proc of another PID namespace, where numbers in files mean others",
      """
      box W -m; crun_state tb $W $(started $W); export -f show inside hide; export W ID B OTHER G
      /usr/bin/unshare -pf bash -c 'show $W CONTAINER'
      """, gives: ""),
    NameRecipe(
      "nobody: files are looked for when a row wants them, once, and for CONTAINER alone",
      """
      looks() { strace -f -o trace -e trace=openat nsls "$@" >/dev/null; grep -c '"crun"' trace; }
      mkdir /run/crun; looks; looks -J -o +UNIT,CGROUP; looks --output-all --discover=all
      looks -o +CONTAINER; looks -o CONTAINER,CONTAINER -Q 'CONTAINER == "x"'; looks -P -o CONTAINER -t cgroup
      """, gives: "0\n0\n0\n1\n1\n0"),
    NameRecipe(
      "nobody: they are in no list",
      """
      { nsls --help --discover=all; nsls -H --discover=all; nsls --output-all --discover=all | head -n 1; } |
        grep -cE 'CGROUP|UNIT|CONTAINER'
      nsls -r -o unit,CGroup,Container -p $$ | head -n 1; lsns -o UNITS
      """, gives: "0\nUNIT CGROUP CONTAINER\nlsns: unknown column: UNITS"),
  ]

  @Test(arguments: recipes) func column(_ recipe: NameRecipe) {
    NameRecipe(recipe.attacker, Self.show + recipe.command, gives: recipe.expected).expectIt()
  }
}
