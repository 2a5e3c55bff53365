import Harness
import Testing

/// Containers that runc and crun have made, as they are: running, paused, stopped and deleted.
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
    C=unyoke-$$
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
      $R pause $C && { $N --container $C hostname; $R resume $C; } || echo inside
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
        inside
        nsenter: container 'C' is not running
        nsenter: no container 'C'
        inside

        """, "\(outcome.stderrText)")
  }
}
