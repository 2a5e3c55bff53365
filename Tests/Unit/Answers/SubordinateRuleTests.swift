import Answers
import Bytes
import LaunchOptions
import NamespaceValues
import Testing
import Unshare

/// Subordinate ids, which unshare looks up while it reads its options.
@Suite struct SubordinateRuleTests {
  private func refused(_ error: UnshareError, _ file: String = "other:100000:65536\n") -> Situation
  {
    Situation(.unshare(error)).with {
      $0.evidence.delegation.users = Situation.text(file)
      $0.evidence.delegation.groups = Situation.text(file)
      $0.evidence.delegation.accounts = Situation.text("tester:x:1001:1001::/:/bin/sh\n")
      $0.evidence.delegation.services = Situation.text("passwd: files\n")
    }
  }

  @Test func nobodyDelegatesIDs() {
    let none = refused(.noSubordinateLine(login: "tester", file: "/etc/subuid"))
    #expect(none.topics == ["no-subordinate-ids"])
    // Not those of another user.
    #expect(none.sentences.first?.hasSuffix("usermod --add-subuids 165536-231071 tester") == true)
    #expect(
      refused(.noSubordinateLine(login: "tester", file: "/etc/subgid"), "").sentences.first?
        .hasSuffix("usermod --add-subgids 100000-165535 tester") == true)
    #expect(
      refused(.noSubordinateLine(login: "tester", file: "/etc/subuid"), "x:4294900000:60000\n")
        .sentences
        .first?.hasSuffix("--add-subuids FIRST-LAST tester") == true)
    let elsewhere = none.with {
      $0.evidence.delegation.services = Situation.text("# a\nsubid:  sss\n")
    }
    #expect(elsewhere.topics == ["subordinate-service"])
    #expect(
      none.with { $0.evidence.delegation.services = Situation.text("subid: files\n") }.topics
        == none.topics)
  }

  @Test func whichLineIsWrong() {
    let bad = refused(
      .subordinateNumber("x", .invalid), "other:1:1\n\ntester:10:x\ntester:100000:65536\n")
    #expect(bad.topics == ["subordinate-line"])
    #expect(bad.sentences.first?.hasPrefix("line 3 of /etc/subuid, byte 11: x ") == true)
    let start = refused(.subordinateNumber("y", .invalid), "1001:y:5\n")
    #expect(start.sentences.first?.hasPrefix("line 1 of /etc/subuid, byte 6: y ") == true)
    let large = refused(.subordinateNumber("4294967290", .outOfRange), "tester:100:4294967290\n")
    #expect(large.sentences.first?.hasPrefix("line 1 of /etc/subuid, byte 12: 4294967290 ") == true)
    // Another one's line does not matter, and a good one comes first.
    #expect(refused(.subordinateNumber("x", .invalid), "other:x:1\n").topics == [])
    #expect(refused(.subordinateNumber("x", .invalid), "tester:1:1\ntester:x:1\n").topics == [])
    #expect(refused(.subordinateNumber("x", .invalid), "tester:z:1\n").topics == [])
  }

  @Test(
    arguments: [
      "tester:100000", "tester:100000-165535", "tester 100000 65536", " tester:100000:65536",
      "tester :100000:65536", "1001:100000", "\ttester",
    ])
  func aLineIsMisspelled(_ line: String) {
    let bad = refused(
      .noSubordinateLine(login: "tester", file: "/etc/subuid"), "other:1:1\n\n\(line)\n")
    #expect(bad.topics == ["subordinate-line"])
    #expect(bad.sentences.first?.hasPrefix("line 3 of /etc/subuid begins with") == true)
  }

  @Test(
    arguments: [
      "tester2:100000", "# tester:1:1", "teste:1", "10011:5", "x:tester", "", "11001:1:1",
    ]
  )
  func aLineOfSomebodyElse(_ line: String) {
    let none = refused(
      .noSubordinateLine(login: "tester", file: "/etc/subuid"), "other:1:1\n\(line)\n")
    #expect(none.topics == ["no-subordinate-ids"])
  }

  @Test func aNumberOfAUserIsAskedFor() {
    #expect(
      refused(.launch(.userNumber("www-data", .invalid))).topics == ["identity-is-name"])
    #expect(refused(.launch(.userNumber("12x", .invalid))).topics == [])
  }

  /// root may have copied into the file what a user wrote.
  @Test func aLineIsPrintedSafely() {
    let bad = refused(.subordinateNumber("\u{1b}[2J", .invalid), "tester:\u{1b}[2J:1\n")
    #expect(bad.sentences.first?.contains(": \\x1b[2J and") == true)
  }

  @Test func theFileIsMissing() {
    #expect(refused(.open("/etc/subuid", .noEntry)).topics == ["no-subordinate-file"])
    #expect(refused(.open("/etc/subuid", .accessDenied)).topics == [])
    #expect(refused(.open("/proc/self/uid_map", .noEntry)).topics != ["no-subordinate-file"])
  }

  @Test func theCallerHasNoAccount() {
    let plain = refused(.unknownCaller(UserID(4242)))
    #expect(plain.topics == ["caller-without-account"])
    // newuidmap(1) wants an account too.
    #expect(plain.sentences.first?.contains("--map-users") == false)
    #expect(refused(.unknownCaller(.root)).sentences.first?.contains("--map-users") == true)
    #expect(refused(.offsetWithoutTime).topics == [])
  }

  @Test func aRange() {
    #expect(refused(.mapping("0:1", .invalid)).topics == ["id-range"])
    #expect(refused(.innerUser("0:1")).topics == [])
  }
}
