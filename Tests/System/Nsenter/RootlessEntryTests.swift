import Harness
import Testing

/// Whoever made a container enters it with `-a` alone: what he shares with it is left out, what he may not
/// enter is an error, and nothing is left out that is not shared.
@Suite(.enabled(if: canSandbox, needsRoot))
struct RootlessEntryTests {
  private static let refused =
    "nsenter: reassociate to namespaces failed: Operation not permitted\n"

  /// Recipes 1 and 2: ranges of ids, setgroups allowed.
  @Test(.enabled(if: Need.newuidmap.reasonMissing == nil, "newuidmap is not installed"))
  func rangesOfIDs() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare --map-auto -Urmpnf --mount-proc
      say $AS nsenter -a -t $P id -u
      [ "$($AS nsenter -a -t $P readlink /proc/self/ns/pid)" = "$(inside $P pid)" ] && echo same
      """)
    #expect(outcome.stdoutText == "0\n= 0\nsame\n", "\(outcome.stderrText)")
  }

  /// Recipes 3 and 4: groups stay only where that was asked for.
  @Test func groupsThatCannotBeDropped() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -Urmpnf --mount-proc
      export UNYOKE_HINTS=always
      say $AS nsenter -a -t $P true
      say $AS nsenter -a -t $P --auto-credentials sh -c 'id -u; id -g'
      for k in mnt net pid user; do
        n=$($AS nsenter -a -t $P --auto-credentials readlink /proc/self/ns/$k)
        [ "$n" = "$(inside $P $k)" ] || echo "another $k"
      done
      """)
    #expect(
      outcome.stdoutText == """
        nsenter: setgroups failed: Operation not permitted
        nsenter: hint: this user namespace does not allow to drop groups; --auto-credentials keeps them
        = 1
        0
        0
        = 0

        """, "\(outcome.stderrText)")
  }

  /// Recipes 5 and 6: one's own id comes before the lowest, whatever it is called in there.
  @Test(.enabled(if: Need.newuidmap.reasonMissing == nil, "newuidmap is not installed"))
  func idsThatTheNamespaceHas() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -cmu
      say $AS nsenter -a -t $P --auto-credentials sh -c 'id -u; id -g'
      box as 1001 unshare --map-users 5:100000:10 --map-groups 7:100000:10 -mu
      say $AS nsenter -a -t $P --auto-credentials sh -c 'id -u; id -g'
      say $AS nsenter -a -t $P --auto-credentials -S 6 sh -c 'id -u; id -g'
      say $AS nsenter -a -t $P --auto-credentials -G 8 sh -c 'id -u; id -g'
      box as 1001 unshare --map-users 5:100000:3 --map-users 9:1001:1 --map-groups 5:100000:3 --map-groups 8:1001:1 -mu
      say $AS nsenter -a -t $P --auto-credentials sh -c 'id -u; id -g'
      say nsenter -a -t $P --auto-credentials sh -c 'id -u; id -g'
      """)
    #expect(
      outcome.stdoutText
        == "1001\n1001\n= 0\n5\n7\n= 0\n6\n7\n= 0\n5\n8\n= 0\n9\n8\n= 0\n5\n5\n= 0\n",
      "\(outcome.stderrText)")
  }

  /// A user namespace without maps has no id that anybody could take.
  @Test func aNamespaceWithoutIDs() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -U
      say $AS nsenter -a -t $P --auto-credentials echo ran
      """)
    #expect(
      outcome.stdoutText == "nsenter: the user namespace has no group ids yet\n= 1\n",
      "\(outcome.stderrText)")
  }

  /// Recipe 7: a container in a container, whose network is that of the outer one.
  @Test func aNestedContainer() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -Urmpnf --mount-proc; B=$P
      box as 1001 nsenter -t $B -U -m -n -p --preserve-credentials unshare -Urmu; C=$P
      [ "$(inside $C user)" != "$(inside $B user)" ] || echo "not nested"
      for k in net mnt uts user; do
        n=$($AS nsenter -a -t $C --auto-credentials readlink /proc/self/ns/$k)
        [ "$n" = "$(inside $C $k)" ] || echo "another $k: $n"
      done
      """)
    #expect(outcome.stdoutText.isEmpty, "\(outcome.stdoutText)\(outcome.stderrText)")
    #expect(outcome.stderrText.isEmpty)
  }

  /// Recipes 8 and 9: what belongs to somebody else is not left out in silence: the program would have the
  /// container's files and the host's network.
  @Test func aNetworkOfSomebodyElse() {
    let outcome = Rootless.run(
      """
      box unshare -n setpriv --reuid 1001 --regid 1001 --clear-groups unshare -Urm
      export UNYOKE_HINTS=always
      say $AS nsenter -a -t $P --auto-credentials echo ran | sed 's/403153[0-9]*/N/'
      n=$($AS nsenter -a --except net -t $P --auto-credentials readlink /proc/self/ns/net)
      [ "$n" = "$(readlink /proc/self/ns/net)" ] && echo own
      n=$($AS nsenter -a --except uts,net --except cgroup -t $P --auto-credentials readlink /proc/self/ns/mnt)
      [ "$n" = "$(inside $P mnt)" ] && echo same
      """)
    #expect(
      outcome.stdoutText == Self.refused + "nsenter: hint: its net belongs to user namespace "
        + "4026531837, not to the container; --except net leaves it out\n= 1\nown\nsame\n",
      "\(outcome.stderrText)")
  }

  /// Recipe 10.
  @Test func aContainerOfSomebodyElse() {
    let outcome = Rootless.run(
      """
      box as 65534 unshare -Urmpnf
      say env UNYOKE_HINTS=always $AS nsenter -a -t $P echo ran | sed "s,process $P ,process P ,; s,/proc/$P/,/proc/P/,"
      """)
    #expect(
      outcome.stdoutText == """
        nsenter: stat of /proc/P/ns/user failed: Permission denied
        nsenter: hint: process P belongs to user 65534: entering its namespaces takes that user, or CAP_SYS_PTRACE (root)
        = 1

        """, "\(outcome.stderrText)")
  }

  /// Recipes 11 and 12: the program starts in the root directory as with a real entry, and where all is
  /// shared nothing is called.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func whereTheProgramStarts() {
    let outcome = Rootless.run(
      """
      D=$PWD; cd /usr
      box as 1001 unshare -Urn
      say $AS nsenter -a -t $P --auto-credentials pwd
      say $AS nsenter -U -n -t $P --auto-credentials pwd
      say $AS nsenter -a -w/usr/lib -t $P --auto-credentials pwd
      box as 1001
      say $AS nsenter -a -t $P sh -c 'id -u; pwd'
      say $AS nsenter -a -t $P --auto-credentials id -u
      $AS strace -qq -o $D/s -e trace=setns,chdir $BIN/nsenter -a -t $P true
      grep -c setns $D/s; grep -c 'chdir(' $D/s
      """)
    // It is tried before it is found that there is nothing to do.
    #expect(
      outcome.stdoutText
        == "/\n= 0\n/usr\n= 0\n/usr/lib\n= 0\n1001\n/\n= 0\n1001\n= 0\n1\n1\n",
      "\(outcome.stderrText)")
  }

  /// The same for kinds that are named one by one, and for files.
  @Test func kindsAndFiles() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -Urn
      say $AS nsenter -t $P -U -n -u -i -T -C --auto-credentials readlink /proc/self/ns/net | sed "s/.*$(inside $P net | tr -dc 0-9).*/net/"
      say $AS nsenter -U/proc/$P/ns/user -n/proc/$P/ns/net -u/proc/self/ns/uts -T/proc/self/ns/time --auto-credentials echo ran
      say $AS nsenter -n/proc/self/ns/net -m/proc/self/ns/mnt pwd
      say $AS nsenter -t $P -n echo ran
      # Those of its children are files that come after the mount namespace.
      box as 1001 unshare -Urmn
      say $AS nsenter -a --for-children -t $P --auto-credentials echo ran
      """)
    #expect(
      outcome.stdoutText == "net\n= 0\nran\n= 0\n/\n= 0\n" + Self.refused + "= 1\nran\n= 0\n",
      "\(outcome.stderrText)")
  }

  /// Recipes 13 and 14: root's way is untouched, and only EPERM leads to a second look.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func onlyARefusalIsLookedInto() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -Urmpnf --mount-proc
      nsenter -a -t $P true
      say strace -f -qq -o s -e trace=setns $BIN/nsenter -a -t $P --auto-credentials true; grep -c setns s
      for e in EINVAL ESRCH ENOMEM ENOSYS; do
        say strace -f -qq -o s -e trace=setns -e inject=setns:error=$e $BIN/nsenter -a -t $P echo ran
        grep -c setns s
      done
      say strace -f -qq -o s -e trace=setns -e inject=setns:error=EPERM $BIN/nsenter -a -t $P echo ran
      grep -c setns s
      """)
    let texts = [
      "Invalid argument", "No such process", "Cannot allocate memory", "Function not implemented",
    ].map { "nsenter: reassociate to namespaces failed: \($0)\n= 1\n2\n" }.joined()
    #expect(
      outcome.stdoutText == "= 0\n2\n" + texts + Self.refused + "= 1\n3\n",
      "\(outcome.stderrText)")
  }

  /// Recipes 15 and 16, and what else is wrong with the words.
  @Test func words() {
    let outcome = Rootless.run(
      """
      say nsenter -t 1 -m --except net true
      say nsenter -t 1 -a --except net,foo true
      say nsenter -t 1 -a --except '' true
      say nsenter -t 1 -a --except mount true
      say nsenter -t 1 -a --auto-credentials --preserve-credentials true
      say nsenter -t 1 -a --preserve-credentials --auto-credentials true
      say nsenter -t $$ -a --except mnt,uts,ipc,net,pid,cgroup,user,time true
      say nsenter -t $$ -a -u --except mnt,uts,ipc,net,pid,cgroup,user,time echo named
      say nsenter -t $$ -n --auto-credentials id -u
      """)
    #expect(
      outcome.stdoutText == """
        nsenter: --except needs --all
        = 1
        nsenter: unknown namespace type: 'foo'
        = 1
        nsenter: unknown namespace type: ''
        = 1
        nsenter: unknown namespace type: 'mount'
        = 1
        nsenter: options --auto-credentials and --preserve-credentials cannot be combined
        = 1
        nsenter: options --preserve-credentials and --auto-credentials cannot be combined
        = 1
        nsenter: no namespace specified
        = 1
        named
        = 0
        0
        = 0

        """, "\(outcome.stderrText)")
  }

  @Test func whatIsPlannedAndTold() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -Urn
      $AS nsenter -a -t $P --auto-credentials --dry-run true | grep -E 'take|maps'
      $AS nsenter -t $P -U -n -T --auto-credentials --explain true 2>&1 | grep -E 'own: |no failure'
      """)
    #expect(
      outcome.stdoutText
        == """
        this process: read the id maps of the user namespace
        this process: take the gid that the user namespace has: 0, else one's own, else its lowest
        this process: take the uid that the user namespace has: 0, else one's own, else its lowest
        nsenter: this process: setns(pidfd of the target, CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWTIME): ok, but for what is this process's own: CLONE_NEWTIME
        nsenter: this process: drop all supplementary groups, if the user namespace allows it: refused (Operation not permitted), which is no failure

        """.replacing("this process: take", with: "child: take"), "\(outcome.stderrText)")
  }
}
