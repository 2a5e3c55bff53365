import Bytes
import Kernel
import Launch
import Nsenter

/// Contents of files below /proc, which the process they belong to may have made.
struct FormatFuzzer: Fuzzer {
  var broken: [String] = []
  private var variables = 0
  private var refused = 0
  private var groups = 0

  var summary: String {
    "formats: \(variables) variables, \(refused) refused environments, \(groups) control groups"
  }

  mutating func run(_ random: inout SplitMix) {
    let pieces: [[UInt8]] = [
      [0], [0], Array("=".utf8), Array("A".utf8), Array("PATH=/bin".utf8), [255], [10],
      Array("0::".utf8), Array(":".utf8), Array("/a".utf8), Array("65534 ".utf8), [9],
      Array("9".utf8),
      Array("4294967295".utf8), Array("-1".utf8), Array(".".utf8),
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    do throws(Errno) {
      let block = EnvironmentBlock(bytes)
      let entries = try block.entries().map { block.entry(at: $0) }
      variables += entries.count
      for entry in entries where !entry.contains(UInt8(ascii: "=")) || entry.first == 61 {
        broken.append("an entry that is no variable: \(bytes)")
      }
    } catch {
      refused += 1
    }
    if let group = unifiedCgroup(in: bytes) {
      groups += 1
      if group.isEmpty { broken.append("a control group without a name: \(bytes)") }
    }
    _ = OwnerLookup(map: bytes).isStranger(
      UInt32(truncatingIfNeeded: random.next()), overflow: 65534)
    _ = KernelRelease(ByteString(bytes)) < KernelRelease(major: 5, minor: 8)
  }
}
