import Foundation
import Harness
import Testing

/// What `unyoke check --json` prints, as unyoke(1) describes it.
struct CheckReport: Decodable {
  struct Attempt: Decodable {
    struct Hint: Decodable {
      let topic, sentence: String
    }
    let possible: Bool
    let failure: String?
    let hints: [Hint]

    /// Whether it was done, or the topics of why not.
    var answer: String {
      possible ? "yes" : "no" + hints.map { " \($0.topic)" }.joined()
    }
  }
  struct Pair: Decodable {
    let alone, with_user: Attempt
  }
  struct Kind: Decodable {
    let kind: String
    let in_kernel: Bool?
    let alone, with_user: Attempt
    let limit: UInt64?
    let seen: Int?
  }
  struct Mapping: Decodable, Equatable {
    let inside, outside, count: UInt32
  }
  struct Range: Decodable, Equatable {
    let start, count: UInt32
  }
  struct Ranges: Decodable {
    let ranges: [Range]
    let helper: String?
    let mapping: Attempt
  }
  let possible: Bool
  let kinds: [Kind]
  let proc: Pair
  let user, group: UInt32
  let user_ids, group_ids: [Mapping]?
  let user_ranges, group_ranges: Ranges
  let cgroups: String?
  let lsms: [String]?
  let security_context, seccomp: String?
  let chroot, no_new_privs: Bool?
  let least_depth: Int?

  /// Runs it in the sandbox, and once more for people.
  /// - Parameter frame: a command line in which CHECK stands for `unyoke check`.
  static func of(
    _ frame: String = "CHECK", as user: Sandbox.User = .root, setup: [String] = []
  ) throws -> CheckReport {
    let outcome = Place.run(
      frame.replacing("CHECK", with: "unyoke check --json"), as: user, setup: setup)
    try #require(!outcome.stdout.isEmpty, "\(outcome)")
    let report = try JSONDecoder().decode(CheckReport.self, from: Data(outcome.stdout))
    #expect(outcome.ending == .exited(report.possible ? 0 : 1))
    #expect(outcome.stderrText.isEmpty)
    #expect(outcome.survivors.isEmpty)
    let people = Place.run(frame.replacing("CHECK", with: "unyoke check"), as: user, setup: setup)
    #expect(people.ending == outcome.ending)
    #expect(people.stdoutText.split(separator: "\n").count <= 30)
    #expect(people.stdout.allSatisfy { $0 >= 0x20 && $0 < 0x7f || $0 == 0x0a })
    #expect(
      report.possible
        == report.kinds.allSatisfy { $0.alone.possible || $0.with_user.possible })
    // Each reason that a kind is stopped is said to people too, once, in the same words but for the
    // names of kinds where several have it.
    for kind in report.kinds {
      for (attempt, names) in [(kind.alone, [kind.kind]), (kind.with_user, ["user", kind.kind])]
      where !attempt.possible {
        let why = attempt.hints.first?.sentence ?? attempt.failure ?? "?"
        let common = [names, names.reversed()].reduce(why) {
          $0.replacing("\($1.joined(separator: ", ")) namespaces", with: "such namespaces")
        }
        let times = people.stdoutText.components(separatedBy: why).count - 1
        #expect(
          times == 1 || times == 0 && people.stdoutText.components(separatedBy: common).count == 2,
          "\(why)")
      }
    }
    return report
  }

  /// What came of the kinds but user namespaces, where all are alike.
  func others(_ way: KeyPath<Kind, Attempt>) -> Set<String> {
    Set(kinds.filter { $0.kind != "user" }.map { $0[keyPath: way].answer })
  }

  /// The user namespaces.
  var userKind: Kind? { kinds.first { $0.kind == "user" } }
}
