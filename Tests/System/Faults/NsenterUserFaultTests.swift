import Harness
import Launch
import NamespaceValues
import Testing

/// Entering a user namespace is tried twice, from outside and from inside: each call that may be
/// refused the first time.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct NsenterUserFaultTests {
  /// $P has user and network namespaces of its own; groups can be changed in there.
  static let target = """
    mkfifo up; unshare -n --map-users 0:0:10 --map-groups 0:0:10 \
    sh -c ': >up; exec sleep 60 >&- 2>&-' & P=$!; : <up
    """
  static let end = "kill -KILL $P; wait $P 2>/dev/null"

  private static let environ = "openat:error=EACCES:when=3"

  static let faults: [Fault] = [
    Fault(
      .tryToDropGroups, options: "-t $P -U", call: "setgroups", occurrence: 1, sentence: nil),
    Fault(
      .dropGroupsUnlessDone, options: "-t $P -U", call: "setgroups", occurrence: 2, sentence: nil),
    Fault(
      .dropGroupsUnlessDone, options: "-t $P -U", call: "setgroups", occurrence: .from(1),
      sentence: "setgroups failed"),
    Fault(
      .enterTarget(.network, ifAllowed: true), options: "-t $P -U -n", call: "setns", occurrence: 1,
      sentence: nil),
    Fault(
      .enterTarget([.user, .network], ifAllowed: false), options: "-t $P -U -n", call: "setns",
      occurrence: .from(1), sentence: "reassociate to namespaces failed"),
    // Groups that a filter claims to have dropped are looked for by `verify` elsewhere, and here at once.
    Fault(
      .dropGroupsIfPermitted, options: "-t $P -U --auto-credentials", call: "setgroups",
      occurrence: .from(1), sentence: nil, errors: ["EPERM"]),
    Fault(
      .dropGroupsIfPermitted, options: "-t $P -U --auto-credentials", call: "setgroups",
      occurrence: .from(1), sentence: "setgroups failed", errors: ["EINVAL", "ENOSYS"]),
    Fault(
      .holdOwnDirectory, options: "-t $P -U --auto-credentials", call: "openat",
      occurrence: .last("\"/proc/self\""), sentence: "cannot open /proc/self",
      errors: ["EACCES", "EMFILE"]),
    Fault(
      .readOwnMaps(users: true, groups: true), options: "-t $P -U --auto-credentials",
      call: "openat",
      occurrence: .last("\"gid_map\""), sentence: "cannot open /proc/self/gid_map",
      errors: ["EACCES", "EMFILE"]),
    Fault(
      .readOwnMaps(users: true, groups: false), options: "-t $P -U --auto-credentials -G 5",
      call: "openat",
      occurrence: .last("\"uid_map\""), sentence: "cannot open /proc/self/uid_map",
      errors: ["EACCES", "EMFILE"]),
    Fault(
      .setMappedGroup, options: "-t $P -U --auto-credentials", call: "setgid", occurrence: 1,
      sentence: "setgid() failed"),
    Fault(
      .setMappedUser, options: "-t $P -U --auto-credentials", call: "setuid", occurrence: 1,
      sentence: "setuid() failed"),
    // What was refused outside is what is said.
    Fault(
      .expectEnvironmentInside(path: "/proc/<PID>/environ", refusal: .accessDenied),
      options: "-t $P -U -e", call: "openat", occurrence: .from(3),
      sentence: "cannot open /proc/<PID>/environ", errors: ["EACCES"], situation: [environ]),
    Fault(
      .readTargetEnvironment(isLastChance: false), options: "-t $P -U -e", call: "read",
      occurrence: .number(3), sentence: "failed to get environment variables",
      errors: ["EIO", "ESRCH"], situation: [environ]),
  ]

  @Test(arguments: faults)
  func failsCleanly(fault: Fault) {
    fault.expectCleanFailure(of: "nsenter", before: Self.target, after: Self.end)
  }
}
