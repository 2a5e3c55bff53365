import Bytes
import Capabilities
import Fixtures
import Launch
import NamespaceValues
import Testing

@testable import LaunchOptions

struct GrammarTests {
  @Test(
    arguments: [
      "net_raw", "cap_net_raw", "NET_RAW", "CAP_NET_RAW", "Cap_Net_Raw", "13", "cap_13", "CAP_13",
      "013",
    ] as [ByteString])
  func oneCapability(text: ByteString) throws {
    #expect(try parseCapability(text, of: .dropCapabilities, known: known).number == 13)
  }

  @Test func capabilitiesAbove31() throws {
    #expect(try parseCapability("bpf", of: .dropCapabilities, known: known).number == 39)
    #expect(
      try parseCapability("Checkpoint_Restore", of: .dropCapabilities, known: known).number == 40)
    #expect(try parseCapability("40", of: .dropCapabilities, known: known).number == 40)
  }

  @Test(
    arguments: [
      "", "cap_", "bogus", "net_raw ", " net_raw", "net-raw", "cap_cap_net_raw", "+13", "-1", "13x",
      "all", "0x5", "net_raw,chown",
    ] as [ByteString])
  func noCapability(text: ByteString) {
    #expect(throws: LaunchOptionError.unknownCapability(.dropCapabilities, text)) {
      try parseCapability(text, of: .dropCapabilities, known: known)
    }
  }

  @Test(arguments: ["41", "63", "64", "cap_64", "99999999999999999999999"] as [ByteString])
  func capabilitiesTheKernelLacks(text: ByteString) {
    #expect(throws: LaunchOptionError.missingCapability(.dropCapabilities, text)) {
      try parseCapability(text, of: .dropCapabilities, known: known)
    }
  }

  /// libcap has a name for it, the kernel has not heard of it.
  @Test func aNameTheKernelLacks() throws {
    var host = FixtureHost()
    host.knownCapabilities = CapabilitySet(first: 40)
    let sentence = "the running kernel has no capability 'checkpoint_restore'"
    #expect(
      refusal(["--cap-drop", "checkpoint_restore"], on: host) == "--cap-drop: \(sentence)")
    #expect(refusal(["--has-p=checkpoint_restore"], on: host) == "--has-p: \(sentence)")
    #expect(
      refusal(["--iab", "^cap_checkpoint_restore"], on: host)
        == "--iab: the running kernel has no capability 'cap_checkpoint_restore'")
    // ALL is what a kernel can have: what is thought to be known of this one may be too little.
    #expect(try request(["--cap-drop", "ALL"], on: host).bounding.dropped == .everything)
  }

  @Test func refusedLists() {
    #expect(refusal(["--cap-drop", ""]) == "--cap-drop: an item is empty: ''")
    #expect(refusal(["--cap-add", "chown,"]) == "--cap-add: an item is empty: 'chown,'")
    #expect(refusal(["--cap-drop", "a,,b"]) == "--cap-drop: an item is empty: 'a,,b'")
    #expect(refusal(["--cap-drop", "chown,bogus"]) == "--cap-drop: unknown capability: 'bogus'")
    #expect(
      refusal(["--inh-caps", "chown"])
        == "--inh-caps: an item must begin with + or -: 'chown'")
    #expect(refusal(["--ambient-caps", "+"]) == "--ambient-caps: an item is empty: '+'")
    #expect(refusal(["--bounding-set", "-bogus"]) == "--bounding-set: unknown capability: 'bogus'")
    #expect(refusal(["--iab", "chown"]) == "--iab: not a text of libcap: 'chown'")
    #expect(refusal(["--iab", "cap_kill,!"]) == "--iab: not a text of libcap: 'cap_kill,!'")
    #expect(
      refusal(["--iab", "63"]) == "--iab: the running kernel has no capability '63'")
  }

  @Test func securebits() throws {
    #expect(refusal(["--securebits", "+bogus"]) == "--securebits: unknown securebit: 'bogus'")
    #expect(
      refusal(["--securebits", "noroot"])
        == "--securebits: an item must begin with + or -: 'noroot'")
    #expect(
      refusal(["--securebits", "+keep_caps"])
        == "--securebits: keep_caps cannot be set: it ends where the program starts")
    let edit = try request(["--securebits", "+noroot,-no_setuid_fixup,-noroot_locked"]).securebits
    #expect(edit.added == .noRoot)
    #expect(edit.removed.names == ["noroot_locked", "no_setuid_fixup"])
    #expect(edit.applied(to: .noSetuidFixup) == .noRoot)
  }

  @Test func groups() throws {
    #expect(
      try request(["--groups", "5,tester,root"]).groups
        == .list([GroupID(5), GroupID(1001), .root]))
    #expect(refusal(["--groups", "5,nobodyknows"]) == "--groups: unknown group: 'nobodyknows'")
    #expect(refusal(["--groups", "-1"]) == "--groups: unknown group: '-1'")
    #expect(refusal(["--groups", "4294967295"]) == "--groups: unknown group: '4294967295'")
    #expect(refusal(["--groups", "4294967296"]) == "--groups: unknown group: '4294967296'")
    #expect(refusal(["--groups", ""]) == "--groups: an item is empty: ''")
    // The last one counts, as for other values.
    #expect(try request(["--groups", "5", "--groups", "6"]).groups == .list([GroupID(6)]))
  }

  @Test func optionsForGroupsExcludeEachOther() {
    let options: [ByteString] = ["--groups=5", "--clear-groups", "--keep-groups", "--init-groups"]
    for first in options {
      for second in options where first != second {
        let refused = refusal([first, second], user: 1001) ?? ""
        #expect(refused.hasSuffix(" cannot be combined"), "\(first) \(second): \(refused)")
      }
    }
    #expect(
      refusal(["--groups=5", "--clear-groups"])
        == "options --groups and --clear-groups cannot be combined")
  }

  @Test func groupsOfTheUser() throws {
    #expect(
      try request(["--init-groups"], user: 1001).groups
        == .list([GroupID(1001), GroupID(4), GroupID(27)]))
    #expect(
      refusal(["--init-groups"])
        == "option --init-groups needs a user: add --setuid with a number")
    #expect(refusal(["--init-groups"], user: 5) == "--init-groups: there is no user 5")
  }
}
