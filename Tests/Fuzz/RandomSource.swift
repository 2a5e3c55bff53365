import Answers
import Bytes
import Capabilities
import Kernel
import NamespaceValues

/// A machine that answers anything to what is asked of it after a failure: files of somebody hostile
/// among it.
final class RandomSource: EvidenceSource {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  private func chance(_ among: Int) -> Bool { Int.random(in: 0..<among, using: &random) == 0 }

  private func answer<Value>(_ value: () -> Value) -> Answer<Value> {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: .unknown
    case 1: .refused(RandomFailure.errno(&random))
    case 2: .refused(.noEntry)
    default: .known(value())
    }
  }

  /// What such files hold on some machine.
  private static let texts: [String] = [
    "0", "1", "2", "63000\n", "deny\n", "allow\n", "unconfined\n",
    "unprivileged_userns (enforce)\n",
    "docker-default (enforce)\n", "system_u:system_r:container_t:s0\n", "#!/usr/bin/perl -w\n",
    "#!/bin/sh\r\n", "#!", "\u{7f}ELF\u{2}\u{1}", "         0       1001          1\n",
    "         0          0 4294967295\n", "1000 1000 4294967295\n", "tester:100000:65536\n",
    "1001:100000:65536\n", "tester:100000:65536\nother:165535:9\n", "0::/a/b\n", "threaded\n",
    "Name:\tx\nState:\tZ (zombie)\nTgid:\t7\nPid:\t9\nPPid:\t0\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\n"
      + "NSpid:\t9\t1\nSeccomp:\t2\nNoNewPrivs:\t1\nCapPrm:\tffff\nCapEff:\t0\n",
    "24 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
      + "25 24 0:5 / /proc rw,nosuid,noexec - proc proc rw,hidepid=2\n"
      + "26 25 0:6 / /proc/sys ro - tmpfs none rw\n27 24 0:9 /x /\\040\\377y rw - fuse a b\n",
    "12.5 8\n", "monotonic 0 0\nboottime 0 0\n", "cpu memory\n",
  ]

  private func text() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes += (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
      case 1:
        bytes += FormatFuzzer.edges[Int.random(in: 0..<FormatFuzzer.edges.count, using: &random)]
      default: bytes += Self.texts[Int.random(in: 0..<Self.texts.count, using: &random)].utf8
      }
    }
    // Anything may be changed or cut.
    if chance(4), !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    if chance(8) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
    return bytes
  }

  func content(of path: ByteString) -> Answer<[UInt8]> { answer { text() } }

  func beginning(of path: ByteString) -> Answer<[UInt8]> {
    answer {
      guard chance(2) else { return text() }
      // ELF with a table of one entry, and fields that mean anything.
      var file = (0..<200).map { _ in chance(4) ? UInt8.random(in: 0...255, using: &random) : 0 }
      let wide: UInt8 = chance(4) ? 1 : 2
      file.replaceSubrange(0..<6, with: [0x7f, 0x45, 0x4c, 0x46, wide, chance(4) ? 2 : 1])
      if chance(2) { (file[18], file[19]) = (62, 0) }
      if chance(2) { file.replaceSubrange(32..<40, with: [64, 0, 0, 0, 0, 0, 0, 0]) }
      if chance(2) { file.replaceSubrange(54..<58, with: [56, 0, 1, 0]) }
      if chance(2) { file.replaceSubrange(64..<68, with: [3, 0, 0, 0]) }
      return file
    }
  }

  func link(at path: ByteString) -> Answer<ByteString> {
    answer {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return "user:[4026531837]"
      case 1: return chance(2) ? "pid:[4026532000]" : "net:[4026532000]"
      default: return RandomWords.bytes(&random)
      }
    }
  }

  func look(at path: ByteString) -> Answer<FileLook> {
    answer {
      let modes: [UInt32] = [0o100755, 0o100644, 0o040755, 0o010666, 0o104755, 0o120777, 0o040700]
      let systems: [FileSystemType?] = [nil, .proc, .nsfs, .cgroup2, .fuse, .overlay]
      var look = FileLook(
        device: random.next() % 3, inode: random.next() % 3,
        user: UserID([0, 1001, 65534][Int.random(in: 0..<3, using: &random)]),
        group: GroupID(UInt32(truncatingIfNeeded: random.next())),
        mode: modes[Int.random(in: 0..<modes.count, using: &random)],
        fileSystem: systems[Int.random(in: 0..<systems.count, using: &random)])
      look.forbidsPrograms = chance(4)
      return look
    }
  }

  func lookAtEntry(_ path: ByteString) -> Answer<FileLook> { look(at: path) }
  func existence(of process: ProcessID) -> Answer<Bool> { answer { chance(2) } }

  func namespace(at path: ByteString) -> Answer<NamespaceLook> {
    answer {
      let numbers: [UInt64] = [4_026_531_836, 4_026_531_837, 4_026_532_000, 0, .max]
      func number() -> UInt64 { numbers[Int.random(in: 0..<numbers.count, using: &random)] }
      var look = NamespaceLook(number(), chance(8) ? nil : RandomFailure.kind(&random))
      func chain() -> NamespaceChain {
        NamespaceChain(
          (0..<Int.random(in: 0...4, using: &random)).map { _ in
            .init(number(), madeBy: chance(3) ? nil : UserID(chance(2) ? 1001 : 0))
          })
      }
      (look.owner, look.levels) = (chain(), chain())
      return look
    }
  }

  func refusal(of call: HarmlessCall) -> Errno? { chance(6) ? RandomFailure.errno(&random) : nil }

  func capabilities() -> CapabilitySets? {
    if chance(6) { return nil }
    var sets = CapabilitySets()
    sets.effective = CapabilitySet(rawValue: chance(2) ? random.next() : 0)
    sets.bounding = chance(2) ? CapabilitySet(first: 41) : CapabilitySet(rawValue: random.next())
    sets.permitted = sets.effective
    return sets
  }

  func forbidsNewPrivileges() -> Bool? { chance(3) ? nil : chance(2) }
  func allowsDumping() -> Bool? { chance(3) ? nil : chance(2) }
  func givesCapabilities(_ path: ByteString) -> Bool? { chance(3) ? nil : chance(2) }
  func variable(named name: ByteString) -> ByteString? {
    chance(3) ? nil : chance(2) ? "/usr/bin:/bin" : RandomWords.bytes(&random)
  }
  func parentProcess() -> ProcessID { ProcessID(chance(2) ? 0 : 7) }
  func kernelRelease() -> ByteString? { chance(3) ? nil : chance(2) ? "5.10.0" : "6.12.1-x" }
}
