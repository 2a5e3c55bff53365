import Bytes
import Foundation
import Namespaces
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

  /// What stops several kinds is said once; a kind that can be made in one way is stopped by nothing.
  @Test func obstaclesAreSaidOnce() {
    let all = text(report(.init(alone: stopped("b"), withUser: stopped("a"))))
    #expect(all.contains("\nwhat stops all: a\n") && !all.contains(": b\n"))
    #expect(!text(report(.init(alone: stopped("b"), withUser: .possible))).contains("what stops"))
    #expect(
      text(report(.init(alone: .possible, withUser: stopped("a")))).contains(
        "\nwhat stops all with -r: a\n"))
    var mixed = report(Self.yes)
    for place in [1, 2] {
      mixed.kinds[place].making = .init(alone: stopped("b"), withUser: stopped("a"))
    }
    mixed.kinds[4].making = .init(
      alone: stopped("b"), withUser: .stopped(failure: "F", reasons: []))
    #expect(text(mixed).contains("\nwhat stops mnt, net: a\nwhat stops uts: F\n"))
  }

  @Test func theLongestReportHasThirtyLines() {
    var worst = report(Self.yes)
    for place in worst.kinds.indices {
      worst.kinds[place].making = .init(alone: stopped("b"), withUser: stopped("\(place)"))
    }
    worst.ranges = [.users, .groups].map { .init($0, [], helper: nil, stopped("no line")) }
    #expect(text(worst).split(separator: "\n").count <= 30)
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
