import Bytes
import Fixtures
import NamespaceValues
import Testing

@testable import Unshare

/// The values of single options, and the sentences they are refused with.
struct GrammarTests {
  @Test(
    arguments: [
      (["-S", "abc"], "failed to parse uid: 'abc'"),
      (["-S", "-1"], "failed to parse uid: '-1': Numerical result out of range"),
      (["-S", "4294967296"], "failed to parse uid: '4294967296': Numerical result out of range"),
      (["-G", "5x"], "failed to parse gid: '5x'"),
      (["--map-user", "nosuch"], "failed to parse uid 'nosuch'"),
      (["--map-user", "-1"], "failed to parse uid '-1'"),
      (["--map-user", "4294967295"], "failed to parse uid '4294967295'"),
      (["--map-group", ""], "failed to parse gid ''"),
      (["--map-users", "0:1"], "invalid mapping '0:1'"),
      (["--map-users", "0:1,2"], "invalid mapping '0:1,2'"),
      (["--map-users", "0:1:2 "], "invalid mapping '0:1:2 '"),
      (["--map-users", "0:-1:1"], "invalid mapping '0:-1:1'"),
      (["--map-users", "0:4294967290:10"], "invalid mapping '0:4294967290:10'"),
      (
        ["--map-users", "0:4294967296:1"],
        "invalid mapping '0:4294967296:1': Numerical result out of range"
      ),
      (["--map-groups", "every"], "invalid mapping 'every'"),
      (["--owner", "1,2"], "failed to parse owner"),
      (["--owner", "1:-2"], "failed to parse owner: Numerical result out of range"),
      (["--setgroups", "DENY"], "unsupported --setgroups argument 'DENY'"),
      (["--propagation", ""], "unsupported propagation mode: "),
      (["--kill-child=9"], "unknown signal: 9"),
      (["--monotonic", "1.5"], "failed to parse monotonic offset: '1.5'"),
      (
        ["--boottime", "9223372036854775808"],
        "failed to parse boottime offset: '9223372036854775808': Numerical result out of range"
      ),
      (
        ["--boottime", "1"],
        "options --monotonic and --boottime require unsharing of a time namespace (-T)"
      ),
      (["--hostname", "x"], "option --hostname needs a new namespace: add --uts"),
      (["--domainname", "x"], "option --domainname needs a new namespace: add --uts"),
      (["--loopback"], "option --loopback needs a new namespace: add --net"),
      (["--whitelist-env", "A=1"], "not the name of an environment variable: 'A=1'"),
    ] as [([ByteString], String)])
  func refused(words: [ByteString], sentence: String) {
    #expect(refusal(words) == sentence)
  }

  @Test func theFirstWrongThingIsReported() {
    #expect(refusal(["-S", "x", "--map-users", "y"]) == "failed to parse uid: 'x'")
    #expect(refusal(["--map-users", "y", "-S", "x"]) == "invalid mapping 'y'")
  }

  @Test func aNameOfMoreThan64Bytes() {
    let long = ByteString(repeatElement(UInt8(ascii: "a"), count: 65))
    let fits = ByteString(repeatElement(UInt8(ascii: "a"), count: 64))
    #expect(refusal(["-u", "--hostname", fits]) == nil)
    #expect(
      refusal(["-u", "--hostname", long])
        == "--hostname: the name is longer than 64 bytes: '\(String(repeating: "a", count: 65))'")
  }

  @Test func ranges() throws {
    func ranges(_ words: ByteString...) throws -> [IDRange] {
      try intent(words.flatMap { ["--map-users", $0] }).userRanges
    }
    #expect(try ranges("010: +20: 3") == [IDRange(inner: 10, outer: 20, count: 3)])
    #expect(try ranges("100000,7,10") == [IDRange(inner: 7, outer: 100000, count: 10)])
    #expect(try ranges("auto") == [IDRange(inner: nil, outer: 100000, count: 65536)])
    #expect(try ranges("subids") == [IDRange(inner: 100000, outer: 100000, count: 65536)])
    #expect(try ranges("all") == [IDRange(inner: 0, outer: 0, count: .max)])
    #expect(try ranges("1:2:3", "4:5:6").map(\.inner) == [1, 4])
  }

  @Test func groupsHaveTheirOwnFile() throws {
    let both = try intent(["--map-auto"])
    #expect(both.userRanges.map(\.outer) == [100000])
    #expect(both.groupRanges.map(\.outer) == [200000])
  }

  @Test func names() throws {
    #expect(try intent(["--map-user", "root"]).innerUser == .root)
    #expect(try intent(["--map-group=tester"]).innerGroup == GroupID(1001))
    // A name that is a number is never looked up.
    var host = FixtureHost()
    host.users["5"] = 77
    #expect(try intent(["--map-user", "5"], on: host).innerUser == UserID(5))
    host.users["highest"] = .max
    #expect(try intent(["--map-user", "4294967295"], on: host).innerUser == nil)
  }

  @Test func owners() throws {
    let both = try intent(["--owner", " 1001: 1002"])
    #expect(both.ownerUser == UserID(1001) && both.ownerGroup == GroupID(1002))
    let none = try intent(["--owner", "-1:4294967295"])
    #expect(none.ownerUser == nil && none.ownerGroup == nil)
    #expect(none.namespaces == .user)
  }

  @Test func variables() throws {
    #expect(
      try intent(["--whitelist-env", "HOME,NONE,EMPTY,HOME,"]).launch.environment
        == .only(["HOME", "NONE", "EMPTY"]))
    #expect(try intent(["--clear-env"]).launch.environment == .only([]))
  }
}
