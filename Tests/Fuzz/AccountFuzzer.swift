import Bytes
import Host

/// Account files, nsswitch.conf and answers of getent(1), which decide who somebody is.
struct AccountFuzzer: Fuzzer {
  var broken: [String] = []
  private var users = 0
  private var groups = 0
  private var services = 0
  private var answers = 0

  var summary: String {
    "accounts: \(users) users, \(groups) groups, \(services) service lines, \(answers) answers"
  }

  private static let pieces: [[UInt8]] =
    [
      ":", ":", ":", ":", "\n", "\n", "x", "tester", "bob 27", "+", "-", "#", " ", "\t", "0",
      "1001",
      "4294967294", "4294967295", "4294967296", "2147483648", "18446744073709551615",
      "18446744073709551616", "-1", "00000000000000000000007", ",", "passwd", "passwd:", "files",
      "systemd", "[SUCCESS=merge]", "[", "]", "tester:x:1001:1001::/:/bin/sh\n",
      "tester:x:0:tester",
      "tester                ",
    ].map { Array(($0 as String).utf8) } + [[0], [255], [13], [11]]

  mutating func run(_ random: inout SplitMix) {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      bytes += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    }
    // Each entry's name and number stand in the text as they are.
    bytes.forEachEntry(of: .users) { entry in
      users += 1
      check(entry, bytes)
    }
    bytes.forEachEntry(of: .groups) { entry in
      groups += 1
      check(entry, bytes)
      if entry.hasMember([]) { broken.append("a member without a name: \(bytes)") }
    }
    if let found = NameServices("passwd", in: bytes) {
      services += 1
      if found != .others, !contains(bytes, "files".utf8) { broken.append("no files: \(bytes)") }
    }
    guard let answer = try? GetentAnswer(bytes) else {
      if bytes.last == 10 { broken.append("a whole answer refused: \(bytes)") }
      return
    }
    answers += 1
    answer.forEachEntry(of: .users) { _ in }
    if (try? answer.entry(of: .users)) != nil, bytes.count(where: { $0 == 10 }) != 1 {
      broken.append("more than one entry: \(bytes)")
    }
    for name: ByteString in ["tester", "bob 27", "bob", ""] {
      guard let ids = try? answer.groups(of: name) else { continue }
      let digits = bytes.dropFirst(name.count).filter { decimalValue($0) != nil }
      if !bytes.starts(with: name.bytes) || (ids.isEmpty != digits.isEmpty) {
        broken.append("groups of \(name.count) bytes: \(bytes)")
      }
    }
  }

  private mutating func check(_ entry: AccountEntry, _ bytes: [UInt8]) {
    if !isAccountName(entry.name) || !contains(bytes, entry.name) {
      broken.append("a name that is none: \(bytes)")
    }
    for number in [entry.id, entry.group.number]
    where number == .max || !contains(bytes, "\(number)".utf8) {
      broken.append("a number from nowhere: \(bytes)")
    }
  }

  private func contains(_ bytes: [UInt8], _ part: some Collection<UInt8>) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
  }
}
