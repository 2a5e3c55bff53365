import Bytes
import Capabilities
import Fixtures
import NamespaceValues
import Testing

@testable import Privs

/// What `unyoke privs` makes of /proc/PID/status.
struct ReportTests {
  private static let content = """
    Name:\tCapBnd:\t0000000000000001
    Uid:\t1001\t0\t4294967294\t7
    Gid:\t5\t6\t7\t8
    Groups:\t4 24 1001\u{20}
    CapInh:\t0000000000000001
    CapPrm:\t0000018000002000
    CapEff:\t0000008000000000
    CapBnd:\t000001ffffffffff
    CapAmb:\t0000000000000000
    NoNewPrivs:\t1
    Seccomp:\t2
    Seccomp_filters:\t3

    """

  private let status = ProcessStatus(Array(content.utf8))

  @Test func reads() {
    #expect(status.users == [1001, 0, 4_294_967_294, 7])
    #expect(status.groups == [5, 6, 7, 8])
    #expect(status.supplementaryGroups == [4, 24, 1001])
    #expect(status.sets.inheritable == set(0))
    #expect(status.sets.permitted == set(13, 39, 40))
    #expect(status.sets.effective == set(39))
    #expect(status.sets.bounding == known)
    #expect(status.sets.ambient == [])
    #expect(status.forbidsNewPrivileges == true)
    #expect(status.seccomp == .filter)
  }

  @Test func readsAnything() {
    let nothing = ProcessStatus(Array("Uid\nCapInh:\nSeccomp:\t9\n:\n\u{1}".utf8))
    #expect(nothing.users.isEmpty && nothing.sets.inheritable.isEmpty && nothing.seccomp == nil)
    #expect(nothing.forbidsNewPrivileges == nil)
    // What does not fit is not taken for root, or for no filter.
    let great = ProcessStatus(Array("Uid:\t4294967296\nSeccomp:\t4294967296\n".utf8))
    #expect(great.users.isEmpty && great.seccomp == nil)
  }

  private func report(_ securebits: Securebits?, _ namespace: PrivilegeReport.UserNamespace)
    -> PrivilegeReport
  {
    PrivilegeReport(
      process: ProcessID(42), status: status, securebits: securebits, userNamespace: namespace)
  }

  @Test func text() {
    let lines = String(
      decoding: report([.noRoot, .keepCapabilities], .found(inode: 7, owner: UserID(8))).text,
      as: UTF8.self
    ).split(separator: "\n")
    #expect(
      lines.filter { !$0.hasPrefix("bounding") } == [
        "pid:             42",
        "uid:             real 1001, effective 0, saved 4294967294, file system 7",
        "gid:             real 5, effective 6, saved 7, file system 8",
        "groups:          4,24,1001",
        "inheritable:     cap_chown",
        "permitted:       cap_net_raw,cap_bpf,cap_checkpoint_restore",
        "effective:       cap_bpf",
        "ambient:         none",
        "securebits:      noroot,keep_caps",
        "no_new_privs:    yes",
        "seccomp:         filter",
        "user namespace:  7, of user 8",
      ])
  }

  @Test func whatCannotBeKnown() {
    let other = report(nil, .refused(.accessDenied))
    let text = String(decoding: other.text, as: UTF8.self)
    #expect(text.contains("securebits:      cannot be read for another process\n"))
    #expect(text.hasSuffix("user namespace:  cannot be read: Permission denied\n"))
    let json = String(decoding: other.json, as: UTF8.self)
    #expect(json.contains("\"securebits\":null,"))
    #expect(json.hasSuffix("\"user_namespace\":null}\n"))
  }
}
