import Harness
import Testing

/// Containers that runc, crun and podman have made, as they are: running, paused, stopped and deleted.
@Suite(.enabled(if: canSandbox && findTool("python3") != nil, needsRoot), .serialized)
struct RealContainerTests {
  /// A bundle with the machine's programs, in which the host name is the container's, and a runtime that
  /// starts it in the background: with control groups as it can, or without.
  private static let bundle = """
    F=/run/bundle; mkdir -p $F/rootfs; cd $F
    for d in usr bin lib lib64 proc dev; do mkdir rootfs/$d; done
    $R spec
    python3 - <<'P'
    import json
    c = json.load(open('config.json'))
    c['process'].update(args=['sleep', '1000'], terminal=False)
    c['process'].pop('rlimits', None)
    c['hostname'] = 'inside'
    c['root'] = {'path': 'rootfs', 'readonly': False}
    c['mounts'] = [m for m in c['mounts'] if m['destination'] in ('/proc', '/dev')]
    for d in ('usr', 'bin', 'lib', 'lib64'):
        c['mounts'].append({'destination': '/' + d, 'type': 'bind', 'source': '/' + d, 'options': ['rbind', 'ro']})
    c['linux']['namespaces'] = [n for n in c['linux']['namespaces'] if n['type'] != 'cgroup']
    for key in ('resources', 'seccomp'):
        c['linux'].pop(key, None)
    json.dump(c, open('config.json', 'w'))
    P
    C=unyoke-$$-$RANDOM
    # crun knows v2 and v1, and not both at once.
    [ $R != crun ] || [ ! -e /sys/fs/cgroup/unified ] || mount -t cgroup2 none /sys/fs/cgroup
    start() { $R ${1:-} run -d --bundle $F $C </dev/null >log 2>&1; }
    start || start --cgroup-manager=disabled || { echo "cannot run: $(head -n 1 log)"; exit; }
    """

  @Test(arguments: ["runc", "crun"]) func container(_ runtime: String) throws {
    guard findTool(runtime) != nil else {
      print("skipped: \(runtime) is not installed")
      return
    }
    let outcome = NameRecipe.run(
      """
      R=\(runtime)
      \(Self.bundle)
      $N --container $C hostname
      $N --container $R:$C cat /proc/1/comm
      $N --container lxc:$C true | sed s/$C/C/
      same $($N --container $C readlink /proc/self/ns/net) $(inside $($R state $C | sed -n 's/.*"pid": //p' | tr -d ,) net)
      if $R pause $C; then timeout 10 nsenter --container $C hostname; $R resume $C; else echo 'cannot pause'; fi
      $R kill $C KILL; wait_for sh -c "$R state $C | grep -q stopped"
      $N --container $C true | sed s/$C/C/
      $R delete -f $C; $N --container $C true | sed s/$C/C/
      start; $N --container $C hostname; $R delete -f $C
      """)
    if outcome.stdoutText.hasPrefix("cannot run: ") {
      print("skipped: \(runtime) \(outcome.stdoutText)")
      return
    }
    #expect(
      outcome.stdoutText == """
        inside
        sleep
        nsenter: no container 'lxc:C'
        same
        inside
        nsenter: container 'C' is not running
        nsenter: no container 'C'
        inside

        """, "\(outcome.stderrText)")
  }

  /// A plain user and podman: by the name, which his own files have, and never by root, who is not to believe them.
  @Test func podman() throws {
    for tool in ["podman", "crun", "newuidmap", "busybox"] where findTool(tool) == nil {
      print("skipped: \(tool) is not installed")
      return
    }
    let outcome = NameRecipe.run(
      """
      [ ! -e /sys/fs/cgroup/unified ] || mount -t cgroup2 none /sys/fs/cgroup
      mount -t tmpfs -o mode=755 none /home; mkdir -p /home/tester /run/user/1001 root/bin; cd root
      cp "$(command -v busybox)" bin/busybox; for name in sh sleep id hostname; do ln bin/busybox bin/$name; done
      tar -cf ../image.tar .; cd ..; chown 1001 /home/tester /run/user/1001; chmod 700 /run/user/1001
      sed 's,^\\(tester:.*\\):[^:]*:,\\1:/home/tester:,' /etc/passwd >passwd; cat passwd >/etc/passwd; chmod 777 .
      AS="$AS XDG_RUNTIME_DIR=/run/user/1001"
      P="$AS podman --cgroup-manager=cgroupfs --runtime=crun --storage-driver=vfs --events-backend=file"
      $P import image.tar image >log 2>&1 && $P run -d --name web --hostname inside --network none --cgroups=disabled \
        image sleep 1000 >>log 2>&1 || { echo "cannot run: $(tail -n 1 log)"; exit; }
      $AS nsenter --container web hostname; $AS nsenter --container podman:web id -u
      $AS nsenter --container crun:web true; nsenter --container web true
      setpriv --reuid 1002 --clear-groups nsenter --container web true
      $P stop -t 0 web >>log 2>&1; $AS nsenter --container web true
      $P start web >>log 2>&1; $AS nsenter --container web hostname
      $P rm -f -t 0 web >>log 2>&1; $AS nsenter --container web true; $P system migrate >>log 2>&1
      """)
    if outcome.stdoutText.hasPrefix("cannot run: ") {
      print("skipped: podman \(outcome.stdoutText)")
      return
    }
    #expect(
      outcome.stdoutText == """
        inside
        0
        nsenter: no container 'crun:web'
        nsenter: no container 'web'
        nsenter: no container 'web'
        nsenter: container 'web' is not running
        inside
        nsenter: no container 'web'

        """, "\(outcome.stderrText)")
  }
}
