import Harness
import Testing

/// What unshare says where newuidmap(1) and newgidmap(1) cannot do their work, or nobody delegated ids.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("capsh") != nil, "capsh is not installed"),
  .enabled(if: Need.newuidmap.reasonMissing == nil, "newuidmap is not installed"))
struct DelegationAnswerTests {
  private static func helpers(_ preparation: String) -> [String] {
    ["mkdir /run/h; \(preparation)"]
  }

  static let helpers: [AnsweredFailure] = [
    AnsweredFailure(
      topic: "helper-missing", command: "PATH=$BIN unshare --map-auto true", user: .tester,
      hint:
        "newuidmap is not in PATH: install it (package uidmap or shadow-utils), or map one id by --map-root-user (-r)"
    ),
    AnsweredFailure(
      topic: "helper-missing", command: "PATH=$BIN unshare --map-groups 0:100000:10 true",
      user: .tester,
      hint:
        "newgidmap is not in PATH: install it (package uidmap or shadow-utils), or map one id by --map-root-user (-r)"
    ),
    AnsweredFailure(
      topic: "helper-without-rights", command: "PATH=/run/h:$PATH unshare --map-auto true",
      user: .tester,
      setup: helpers("cp /usr/bin/new[ug]idmap /run/h"),
      hint:
        "/run/h/newuidmap is neither set-user-ID nor has capabilities; its package or root sets it right (chmod u+s)"
    ),
    AnsweredFailure(
      topic: "helper-nosuid", command: "PATH=/run/h:$PATH unshare --map-auto true", user: .tester,
      setup: helpers("mount -t tmpfs -o nosuid none /run/h; cp -p /usr/bin/new[ug]idmap /run/h"),
      hint:
        "/run/h/newuidmap lies on a file system that is mounted nosuid, so that it has no rights; PATH should lead to another one"
    ),
    AnsweredFailure(
      topic: "no-new-privs", command: "setpriv --nnp unshare --map-auto true", user: .tester,
      hint:
        "no_new_privs is set, so that newuidmap and newgidmap have no rights here: a service or a container set it"
    ),
    AnsweredFailure(
      topic: "range-not-delegated", command: "unshare --map-users 0:165530:10 true", user: .tester,
      hint: "/etc/subuid does not give 165530-165539 to user 1001, who has 100000-165535"),
    AnsweredFailure(
      topic: "range-not-delegated",
      command: "unshare --map-users 0:100000:10 --map-groups 0:5:10 true",
      user: .tester,
      hint: "/etc/subgid does not give 5-14 to user 1001, who has 100000-165535"),
    AnsweredFailure(
      topic: "map-overlap", command: "unshare --map-users 0:100000:10 --map-users 9:100100:10 true",
      user: .tester, hint: "two lines of uid_map overlap inside: 0-9 and 9-18"),
    AnsweredFailure(
      topic: "subids-outside", command: "unshare -c unshare --map-auto true", user: .tester,
      hint: "this user namespace has only 1001, but /etc/subuid delegates 100000-165535"),
    AnsweredFailure(
      topic: "no-subordinate-ids", command: "unshare --map-auto true", user: .tester,
      setup: ["echo other:100000:65536 >/etc/subuid"],
      hint:
        "nobody delegated ids to tester: root can do it by usermod --add-subuids 165536-231071 tester"
    ),
    AnsweredFailure(
      topic: "subordinate-service", command: "unshare --map-auto true", user: .tester,
      setup: ["echo other:100000:65536 >/etc/subuid; echo subid: sss >>/etc/nsswitch.conf"],
      hint:
        "nsswitch.conf has ids delegated by sss, of which only newuidmap knows: give the range (--map-users 0:FIRST:COUNT)"
    ),
    AnsweredFailure(
      topic: "subordinate-line", command: "unshare --map-auto true", user: .tester,
      setup: ["printf 'other:1:1\\ntester:100000-165535\\n' >/etc/subuid"],
      hint:
        "line 2 of /etc/subuid begins with this user, but is not USER:FIRST:COUNT without blanks: root corrects it"
    ),
    // Who may choose a line, or copy one into the file, does not choose what the terminal does.
    AnsweredFailure(
      topic: "subordinate-line", command: "unshare --map-auto true",
      user: .tester, setup: ["printf 'other:1:1\\ntester:10:\\033[2J\\n' >/etc/subuid"],
      hint:
        "line 2 of /etc/subuid, byte 11: \\x1b[2J and what is before it make no range below 4294967295"
    ),
    AnsweredFailure(
      topic: "caller-without-account",
      command: "setpriv --reuid 4242 --regid 4242 --clear-groups unshare --map-auto true",
      hint:
        "user 4242 has no line in passwd(5), by which ids are delegated: root can add one; or map one id (-r), or be root"
    ),
  ]

  @Test(arguments: helpers) func helpersAndDelegation(failure: AnsweredFailure) { failure.check() }
}
