import Bytes
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Privs

/// Contents of files below /proc, which the process they belong to may have made.
struct FormatFuzzer: Fuzzer {
  var broken: [String] = []
  private var variables = 0
  private var refused = 0
  private var groups = 0
  private var numbers = 0
  private var mappings = 0

  var summary: String {
    "formats: \(variables) variables, \(refused) refused environments, \(groups) control groups, "
      + "\(numbers) process numbers, \(mappings) mappings"
  }

  /// Numbers around the ends of each width that anything is read into.
  static let edges: [[UInt8]] = [0, 8, 15, 16, 31, 32, 53, 63, 64].flatMap { width -> [[UInt8]] in
    let power: UInt64 = width == 64 ? 0 : 1 << UInt64(width)
    let above = width == 64 ? "18446744073709551616" : "\(power)"
    return [above, "\(power &- 1)", "-\(above)", "-\(power &- 1)", "-\(power &+ 1)"].map {
      Array($0.utf8)
    }
  }

  private static let keys: [[UInt8]] = [
    "Pid:\t", "Uid:\t", "Gid:\t", "Groups:\t", "CapInh:\t", "CapBnd:\t", "NoNewPrivs:\t",
    "Seccomp:\t", "ffffffffffffffffffff", "\n", "\n", "\t", " ", ":", "-", "+",
  ].map { Array($0.utf8) }

  /// A text with keys of status and fdinfo, and the numbers behind them.
  private mutating func runNumbers(_ random: inout SplitMix) {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...16, using: &random) {
      let pieces = Bool.random(using: &random) ? Self.keys : Self.edges
      bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    if let number = processNumber(in: bytes) {
      numbers += 1
      if !bytes.starts(with: Array("Pid:".utf8)), !bytes.contains(10) {
        broken.append("a process number without its key: \(number) of \(bytes)")
      }
    }
    let status = ProcessStatus(bytes)
    if status.users.contains(0), !bytes.contains(UInt8(ascii: "0")) {
      broken.append("root out of nothing: \(bytes)")
    }
    let report = PrivilegeReport(
      process: ProcessID(1), status: status, securebits: nil,
      userNamespace: .refused(.noEntry))
    if report.text.isEmpty || report.json.isEmpty { broken.append("no report: \(bytes)") }
    mappings += IDMapping.parse(map: bytes[...]).count
    for edge in [0, 1, UInt32(Int32.max), .max - 1, .max] {
      _ = OwnerLookup(map: bytes).isStranger(edge, overflow: 65534)
      _ = OwnerLookup(map: bytes).isStranger(65534, overflow: edge)
    }
    _ = KernelRelease(ByteString(bytes)) < KernelRelease(major: 5, minor: 8)
  }

  mutating func run(_ random: inout SplitMix) {
    runNumbers(&random)
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
