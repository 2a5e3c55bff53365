import Bytes
import Foundation
import NamespaceValues
import Privs
import Testing
import Unshare

@testable import Check

/// How a report is said to people and to programs.
struct ReportTests {
  private static let yes = CheckReport.Pair(alone: .possible, withUser: .possible)

  private func stopped(_ sentence: ByteString) -> Verdict {
    .stopped(failure: "unshare failed: No", reasons: [.init("topic", sentence)])
  }

  /// All kinds, made in one way.
  private func report(_ making: CheckReport.Pair) -> CheckReport {
    var report = CheckReport(
      caller: .init(user: UserID(1001), group: GroupID(1001)), proc: Self.yes)
    report.kinds = CheckAction.allKinds.map { CheckReport.Kind($0, making) }
    return report
  }

  private func text(_ report: CheckReport) -> String {
    String(decoding: report.text, as: UTF8.self)
  }

  private func object(_ report: CheckReport) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(report.json))
    return try #require(object as? [String: Any])
  }

  @Test func oneWayIsEnough() {
    #expect(report(Self.yes).isAllPossible)
    #expect(report(.init(alone: stopped("x"), withUser: .possible)).isAllPossible)
    #expect(report(.init(alone: .possible, withUser: stopped("x"))).isAllPossible)
    var mixed = report(Self.yes)
    mixed.kinds[3].making = .init(alone: stopped("x"), withUser: stopped("x"))
    #expect(!mixed.isAllPossible)
  }

  private func naming(_ kinds: ByteString) -> Verdict { stopped("making \(kinds) namespaces: no") }

  /// Every "no" has its reason, and each reason is said once.
  @Test func obstaclesAreSaidOnce() {
    let all = text(report(.init(alone: stopped("b"), withUser: stopped("a"))))
    #expect(all.contains("\nwhat stops all alone: b\nwhat stops all with -r: a\n"))
    #expect(
      text(report(.init(alone: stopped("a"), withUser: stopped("a")))).contains(
        "\nwhat stops all: a\n"))
    #expect(
      text(report(.init(alone: stopped("b"), withUser: .possible))).contains(
        "\nwhat stops all alone: b\n"))
    #expect(
      text(report(.init(alone: .possible, withUser: stopped("a")))).contains(
        "\nwhat stops all with -r: a\n"))
    #expect(!text(report(Self.yes)).contains("what stops"))
    var mixed = report(Self.yes)
    for place in [1, 2] {
      mixed.kinds[place].making = .init(alone: stopped("b"), withUser: stopped("a"))
    }
    mixed.kinds[4].making = .init(
      alone: stopped("b"), withUser: .stopped(failure: "F", reasons: []))
    #expect(
      text(mixed).contains(
        """

        what stops mnt, net, uts alone: b
        what stops mnt, net with -r: a
        what stops uts with -r: F

        """))
  }

  /// Sentences that differ in the names of kinds alone are one, unless a name stands elsewhere in it too.
  @Test func kindsInSentences() {
    var several = report(Self.yes)
    for (place, kind) in several.kinds.map(\.kind).enumerated() where kind != .user {
      let names = NamespaceSet([.user, kind]).kinds.map { kind -> ByteString in "\(kind.name)" }
        .joined(by: ", ")
      several.kinds[place].making = .init(alone: naming("\(kind.name)"), withUser: naming(names))
    }
    let rest = "mnt, net, pid, uts, ipc, cgroup, time"
    #expect(text(several).contains("\nwhat stops \(rest): making such namespaces: no\n"))
    var one = report(Self.yes)
    one.kinds = [.init(.network, .init(alone: naming("net"), withUser: .possible))]
    #expect(text(one).contains("\nwhat stops net alone: making net namespaces: no\n"))
    var two = report(Self.yes)
    for (place, name) in [(1, "mnt"), (2, "net")] as [(Int, ByteString)] {
      two.kinds[place].making = .init(
        alone: stopped("the limit of \(name) namespaces: max_\(name)"), withUser: .possible)
    }
    #expect(
      text(two).contains(
        """

        what stops mnt alone: the limit of mnt namespaces: max_mnt
        what stops net alone: the limit of net namespaces: max_net

        """))
  }

  /// A limit of 0 stops everything that has a user namespace in it: one line says so.
  @Test func whatElseTheSameReasonStops() {
    var limited = report(.init(alone: .possible, withUser: stopped("zero")))
    limited.kinds[0].making = .init(alone: stopped("zero"), withUser: stopped("zero"))
    limited.proc = .init(alone: stopped("x"), withUser: stopped("zero"))
    limited.ranges = [
      .init(.users, [IDRange(inner: nil, outer: 5, count: 2)], helper: "h", stopped("zero")),
      .init(.groups, [], helper: nil, stopped("other")),
    ]
    let said = text(limited)
    #expect(
      said.contains("\nwhat stops user alone; all with -r; uid ranges; new /proc: zero\n"))
    #expect(said.components(separatedBy: "zero").count == 2)
    #expect(said.contains("\nuid ranges:      5-6 by h, no (see above)\n"))
    #expect(said.contains("\ngid ranges:      no: other\n"))
    #expect(said.contains("\nnew /proc:       no (see above)\n"))
    limited.proc = .init(alone: .possible, withUser: stopped("zero"))
    #expect(text(limited).contains("\nnew /proc:       yes, but not with -r (see above)\n"))
    #expect(text(limited).contains("; new /proc with -r: zero\n"))
    limited.proc = .init(alone: .possible, withUser: stopped("else"))
    #expect(text(limited).contains("\nnew /proc:       yes, but not with -r: else\n"))
  }

  /// Where a line is left out nothing refers to it.
  @Test func theLongestReportHasThirtyLines() {
    var worst = report(Self.yes)
    for place in worst.kinds.indices {
      worst.kinds[place].making = .init(
        alone: stopped("alone \(place)"), withUser: stopped("with \(place)"))
    }
    worst.ranges = [.users, .groups].map { .init($0, [], helper: nil, stopped("with 7")) }
    let lines = text(worst).split(separator: "\n")
    #expect(lines.count == 30)
    #expect(lines.contains("what stops the others: 'unyoke check --json' shows it"))
    #expect(lines.contains("uid ranges:      no: with 7"))
    for place in worst.kinds.indices.dropFirst(4) { worst.kinds[place].making = Self.yes }
    #expect(!text(worst).contains("the others"))
  }

  @Test func manyIDsAreCut() {
    var many = report(Self.yes)
    many.surroundings.users = (0..<340).map { IDMapping(inner: $0 * 10, outer: $0, count: 2) }
    many.surroundings.groups = []
    #expect(text(many).contains("user ids:        1001, of 0-1, 10-11, 20-21 and 337 more here\n"))
    #expect(text(many).contains("group ids:       1001; none is mapped here\n"))
    many.surroundings.users = [IDMapping(inner: .max, outer: .max, count: .max)]
    #expect(text(many).contains("of 4294967295-4294967293 here"))
  }

  @Test func whatIsNotKnownIsNull() throws {
    let unknown = try object(report(Self.yes))
    for key in [
      "user_ids", "group_ids", "user_ranges", "group_ranges", "cgroups", "lsms", "security_context",
      "seccomp", "chroot", "no_new_privs", "least_depth",
    ] {
      #expect(unknown[key] is NSNull, "\(key)")
    }
    let kind = try #require((unknown["kinds"] as? [[String: Any]])?.first)
    for key in ["in_kernel", "limit", "seen"] { #expect(kind[key] is NSNull, "\(key)") }
    #expect(!text(report(Self.yes)).contains("nil"))
  }

  /// Attacker: whoever named a security profile, or wrote a line that a message quotes.
  @Test func bytesOfOthersDriveNoTerminal() throws {
    var hostile = report(.init(alone: .possible, withUser: stopped("a \"quoted\" \\x1b")))
    hostile.surroundings.securityContext = "\u{1b}]0;evil\u{7}\" (enforce)"
    hostile.surroundings.modules = "a,\u{9b}b\\x41\n,\"c"
    let bytes = hostile.text + hostile.json
    #expect(bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == UInt8(ascii: "\n") })
    #expect(
      bytes.count { $0 == UInt8(ascii: "\n") } == text(hostile).split(separator: "\n").count + 1)
    #expect(!String(decoding: hostile.json, as: UTF8.self).unicodeScalars.contains("\u{9b}"))
    #expect(try object(hostile)["security_context"] as? String == "\u{1b}]0;evil\u{7}\" (enforce)")
  }

  @Test(arguments: [
    ("0::/user.slice\n", Surroundings.ControlGroups.two), ("1:cpu:/\n0::/\n", .hybrid),
    ("2:cpu:/\n1:name=systemd:/\n", .one), ("", .none), ("garbage\n", .one), ("0::\n", .two),
  ])
  func controlGroups(content: String, wanted: Surroundings.ControlGroups) {
    #expect(Surroundings.ControlGroups(Array(content.utf8)) == wanted)
  }
}
