import Bytes
import Launch
import NamespaceValues
import Testing

@testable import Nsenter

/// The values of options, and the complaints about them.
struct GrammarTests {
  @Test(
    arguments: [
      ("1234", 1234, nil), (" +001234", 1234, nil), ("2147483647", 2_147_483_647, nil),
      ("1234:5", 1234, 5), ("1234: 5", 1234, 5), ("1234:+005", 1234, 5),
      ("1:18446744073709551615", 1, UInt64.max),
    ] as [(ByteString, Int32, UInt64?)])
  func targets(text: ByteString, process: Int32, inode: UInt64?) throws {
    #expect(
      try intent(["-t", text]).0.target
        == NsenterIntent.Target(ProcessID(process), inode: inode))
  }

  @Test(
    arguments: [
      "0", "-5", "abc", "", "1234x", "1234 ", "=1234", "0x10", "2147483648",
      "99999999999999999999", "1234:", "1234:0", "1234:-0", "1234:-1", "1234:abc", "1234:+",
      "1234:5x", "1234:5:5", ":5", "0:5", "-1:5", "1234:18446744073709551616", "-", "+", ":",
    ] as [ByteString])
  func notTargets(text: ByteString) {
    #expect(refusal(["-t", text]) == "invalid PID argument")
  }

  /// The names below /proc/PID/ns, and no others: what is misspelt would be entered.
  @Test func kinds() throws {
    let all = try intent(["-a", "--except", "mnt,uts,ipc,net,pid,cgroup,user,time"]).0
    #expect(all.excepted == .all)
    #expect(
      try intent(["-a", "--except", "net,net", "--except", "mnt"]).0.excepted == [.network, .mount])
    for (list, word) in [
      ("", ""), ("net,", ""), (",net", ""), ("net,,uts", ""), ("Net", "Net"), (" net", " net"),
      ("mount", "mount"), ("net;uts", "net;uts"), ("nett", "nett"), ("ne", "ne"),
    ] as [(ByteString, String)] {
      #expect(refusal(["-a", "--except", list]) == "unknown namespace type: '\(word)'")
    }
    #expect(refusal(["--except", "net"]) == "--except needs --all")
    #expect(try intent(["--except", "net", "-a"]).0.excepted == .network)
  }

  @Test(
    arguments: [
      ("7", 7), (" +7", 7), ("-0", 0), ("007", 7), ("4294967295", UInt32.max),
      ("4294967294", .max - 1),
    ] as [(ByteString, UInt32)])
  func ids(text: ByteString, number: UInt32) throws {
    #expect(try intent(["-S", text]).0.user == .id(UserID(number)))
    #expect(try intent(["-G", text]).0.group == .id(GroupID(number)))
  }

  @Test(arguments: ["abc", "root", "0x7", "7x", "7 ", "-", "+", "followx", "", "Follow"])
  func notIDs(text: String) {
    let value = ByteString(text.utf8)
    #expect(refusal(["-S", value]) == "failed to parse uid: '\(text)'")
    #expect(refusal(["-G", value]) == "failed to parse gid: '\(text)'")
  }

  @Test(arguments: ["-1", "-1x", "4294967296", "18446744073709551615", "18446744073709551616x"])
  func idsOutOfRange(text: String) {
    let value = ByteString(text.utf8)
    #expect(
      refusal(["-S", value]) == "failed to parse uid: '\(text)': Numerical result out of range")
    #expect(
      refusal(["-G", value]) == "failed to parse gid: '\(text)': Numerical result out of range")
  }

  @Test func theLastIdentityCounts() throws {
    #expect(try intent(["-S", "follow", "-S", "5"]).0.user == .id(UserID(5)))
    #expect(try intent(["-S", "5", "-S", "follow"]).0.user == .ofTarget)
    #expect(try intent(["-G", "follow", "-G", "5"]).0.group == .id(GroupID(5)))
  }

  @Test func sockets() throws {
    #expect(try intent(["-N", " +9"]).0.socket == 9)
    #expect(try intent(["-N", "2147483647"]).0.socket == .max)
    for text in ["abc", "", "9x", "2147483648x", "-1x"] {
      #expect(
        refusal(["-N", ByteString(text.utf8)]) == "failed to parse file descriptor: '\(text)'")
    }
    for text in ["2147483648", "-1", "-4294967296", "9223372036854775808x"] {
      #expect(
        refusal(["-N", ByteString(text.utf8)])
          == "failed to parse file descriptor: '\(text)': Numerical result out of range")
    }
  }

  @Test(
    arguments: [
      (["-n/f"], ["net /f"]), (["-n=/f"], ["net /f"]), (["--net=/f"], ["net /f"]),
      (["--net==/f"], ["net /f"]), (["-n==/f"], ["net =/f"]), (["--net="], ["net "]),
      (["-n="], ["net "]),
      (["-n:5"], ["net :5"]), (["-n=:5"], ["net :5"]), (["--net==:+05"], ["net :5"]),
      (["-n./:5"], ["net ./:5"]), (["-n", "-t", "5"], ["target 5"]), (["-mu"], ["mnt u"]),
      (["-r=/"], ["root =/"]), (["--root=/"], ["root /"]), (["-w=/x"], ["wd /x"]),
      (["--wd==/x"], ["wd /x"]),
      (["-m/a", "-m/b"], ["mnt /a", "mnt /b"]), (["-tx", "--bogus"], []),
    ] as [([ByteString], [String])])
  func files(words: [ByteString], asked: [String]) throws {
    if words == ["-tx", "--bogus"] {
      // The wrong value stands before the wrong option.
      #expect(refusal(words) == "invalid PID argument")
    } else {
      #expect(try intent(words).1.asked.map(\.description) == asked)
    }
  }

  @Test(arguments: ["", "abc", "5x", "0x5", "-1", "18446744073709551616", " "])
  func notNamespaceIDs(text: String) {
    let value = ByteString("--net=:\(text)".utf8)
    #expect(refusal([value]) == "failed to parse nsid: \(text)")
  }

  @Test func theFirstWrongThingIsReported() {
    #expect(
      refusal(["--net=/missing", "-t", "x"]) == "cannot open /missing: No such file or directory")
    #expect(refusal(["-t", "x", "--net=/missing"]) == "invalid PID argument")
  }

  @Test func workingDirectoriesExcludeEachOther() throws {
    #expect(refusal(["-w", "-W"]) == "options --wd and --wdns cannot be combined")
    #expect(refusal(["--wdns=/", "-w/missing"]) == "options --wdns and --wd cannot be combined")
    #expect(try intent(["-W/a", "-W"]).0.innerWorkingDirectory == nil)
    #expect(try intent(["-W=a"]).0.innerWorkingDirectory == "a")
    #expect(refusal(["-W/a", "-W", "-w"]) != nil)
  }

  @Test func extensions() throws {
    #expect(try intent(["--kill-child"]).0.killChild == .kill)
    #expect(try intent(["--kill-child=term"]).0.killChild == .terminate)
    #expect(refusal(["--kill-child=9"]) == "unknown signal: 9")
    #expect(try intent(["--whitelist-env", "A,B,,A"]).0.launch.environment == .only(["A", "B"]))
    #expect(
      refusal(["--whitelist-env", "A=1"]) == "not the name of an environment variable: 'A=1'")
    #expect(try intent(["--clear-env"]).0.launch.environment == .only([]))
  }
}
