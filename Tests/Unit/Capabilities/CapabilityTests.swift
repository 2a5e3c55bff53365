import Bytes
import Fixtures
import Testing

@testable import Capabilities
@testable import Kernel
@testable import NamespaceValues

struct CapabilityTests {
  @Test func namesAndNumbers() {
    for capability in CapabilitySet.known.capabilities {
      #expect(Capability(named: capability.name) == capability)
    }
    #expect(Capability(named: "cap_checkpoint_restore")?.number == 40)
    #expect(Capability(named: "cap_nosuch") == nil)
    #expect(Capability(named: "net_raw") == nil)
    #expect(Capability(64) == nil)
    #expect(Capability(63) != nil)
  }

  @Test func setsOfAnySize() {
    #expect(CapabilitySet(first: 0).isEmpty)
    #expect(CapabilitySet(first: -1).isEmpty)
    #expect(CapabilitySet(first: 41).rawValue == 0x1ff_ffff_ffff)
    #expect(CapabilitySet(first: 64).rawValue == .max)
    #expect(CapabilitySet(first: 65).count == 64)
    #expect(set(0, 40, 63).capabilities.map(\.number) == [0, 40, 63])
  }

  @Test func textsOfSets() {
    let all = CapabilitySet.known
    #expect(CapabilitySet().text(as: .permitted) == "=")
    #expect(set(13, 39).text(as: .permitted) == "cap_net_raw,cap_bpf=p")
    #expect(set(39).text(as: .effective) == "cap_bpf=e")
    #expect(set(39).text(as: .inheritable) == "cap_bpf=i")
    #expect(CapabilitySet().text(as: .ambient) == "")
    #expect(set(13, 39).text(as: .ambient) == "^cap_net_raw,^cap_bpf")
    #expect(all.text(as: .bounding) == "")
    #expect(all.subtracting(set(39)).text(as: .bounding) == "!cap_bpf")
  }

  @Test func textsOfThreeSets() {
    let sets = CapabilityInheritance("!cap_kill,!%cap_chown,^cap_bpf,cap_net_raw")
    #expect(sets?.blocked == set(0, 5))
    #expect(sets?.inheritable == set(0, 13, 39))
    #expect(sets?.ambient == set(39))
    #expect(CapabilityInheritance("") == CapabilityInheritance())
    #expect(CapabilityInheritance("chown") == nil)
    #expect(CapabilityInheritance("cap_chown cap_kill") == nil)
  }

  /// What this process has is what the kernel shows of it.
  @Test func setsOfThisProcess() throws {
    let status = String(
      decoding: try OpenFile(reading: "/proc/thread-self/status").readAll(), as: UTF8.self)
    for (kind, key) in [
      (CapabilityKind.inheritable, "Inh"), (.permitted, "Prm"), (.effective, "Eff"),
      (.bounding, "Bnd"), (.ambient, "Amb"),
    ] {
      let line = status.split(separator: "\n").first { $0.hasPrefix("Cap\(key):") } ?? ""
      let shown = UInt64(line.split(separator: "\t").last ?? "", radix: 16)
      #expect(try OwnCapabilities.set(kind).rawValue == shown, "\(key)")
    }
  }

  /// Whoever can make a call fail that needs CAP_SETPCAP must not leave it in effect behind. The
  /// sets are those of this thread alone.
  @Test(
    .enabled(
      if: (try? OwnCapabilities.state().permitted.contains(.setpcap)) == true,
      "needs CAP_SETPCAP"))
  func aBorrowedRightIsGivenBack() throws {
    let before = try OwnCapabilities.state()
    defer { try? OwnCapabilities.setState(before) }
    var lowered = before
    lowered.effective.remove(CapabilitySet(.setpcap))
    try OwnCapabilities.setState(lowered)

    var isRaised = false
    try OwnCapabilities.withSetpcap { () throws(Errno) in
      isRaised = try OwnCapabilities.state().effective.contains(.setpcap)
    }
    #expect(isRaised)
    #expect(try OwnCapabilities.state() == lowered)

    #expect(throws: Errno.exists) {
      try OwnCapabilities.withSetpcap { () throws(Errno) in throw .exists }
    }
    #expect(try OwnCapabilities.state() == lowered)
  }

  @Test func allSetsAtOnce() throws {
    let sets = try OwnCapabilities.sets()
    for kind in CapabilityKind.allCases {
      #expect(try OwnCapabilities.set(kind) == sets[kind], "\(kind.name)")
    }
    #expect(sets.bounding.isSubset(of: CapabilitySet.known))
    try OwnCapabilities.checkAnswers()
  }

  /// This process as the kernel shows it.
  @Test func idsOfThisProcess() throws {
    let status = String(
      decoding: try OpenFile(reading: "/proc/thread-self/status").readAll(), as: UTF8.self)
    func numbers(_ key: String) -> [UInt32] {
      let line = status.split(separator: "\n").first { $0.hasPrefix("\(key):") } ?? ""
      return line.split { $0 == "\t" || $0 == " " }.dropFirst().compactMap { UInt32($0) }
    }
    #expect(try Calls.userIDs().all == numbers("Uid"))
    #expect(try Calls.groupIDs().all == numbers("Gid"))
    #expect(try Calls.groups().map { $0.number } == numbers("Groups"))
  }
}
