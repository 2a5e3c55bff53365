import Bytes
import Survey

/// What the kernel, and the processes it tells of, put into files below /proc.
struct InventoryFuzzer: Fuzzer {
  var broken: [String] = []
  private var statuses = 0
  private var mounts = 0

  var summary: String { "inventory: \(statuses) statuses, \(mounts) mounts" }

  private static let pieces: [[UInt8]] =
    [
      "1", "77", " ", " ", " ", "\t", "\n", "(", ")", "a) S 9 (b", "S", "R", "-1",
      "99999999999999999999",
      "9 1 0:4 uts:[4026531838] /a rw - nsfs nsfs rw", "net:[", "]", "[18446744073709551616]",
      "0:4",
      "/mnt", "\\040", "\\777", "\\04", "\\", " - ", "-", "nsfs", "NSFS", "rw", "#", "shared:3",
    ].map { Array($0.utf8) } + [[0], [255], [0xc3]] + FormatFuzzer.edges

  mutating func run(_ random: inout SplitMix) {
    // Mostly what the file has to begin with: the rest is reached then.
    var bytes: [UInt8] = Int.random(in: 0..<3, using: &random) == 0 ? Array("77 (x) S 5".utf8) : []
    if Bool.random(using: &random), !bytes.isEmpty { bytes.removeLast(4) }
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      bytes += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    }
    if let status = ProcessStat(bytes) {
      statuses += 1
      if !bytes.contains(UInt8(ascii: ")")) { broken.append("a status without a name: \(bytes)") }
      _ = status.parent.number
    }
    let lines = bytes.split(separator: 10)
    let found = lines.compactMap { MountTable.namespaceMount(in: $0) }
    mounts += found.count
    for mount in found where !mount.root.bytes.contains(UInt8(ascii: "[")) {
      broken.append("a mount without a number: \(bytes)")
    }
    let text = ProcessCommand.text(of: bytes)
    if text.count != max(bytes.count - 1, 0) { broken.append("bytes got lost: \(bytes)") }
  }
}
