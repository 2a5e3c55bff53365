import Bytes
import Options

/// A small generator whose runs can be repeated from their seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Words that look like a program's options, half of the time.
struct RandomWords {
  private let options: [(long: StaticString, short: UInt8?)]

  init<ID>(of table: OptionTable<ID>, withExtensions: Bool = true) {
    options = (table.original + (withExtensions ? table.extensions : [])).map {
      ($0.long, $0.short)
    }
  }

  private static let values: [ByteString] = [
    "", "0", "5", "-1", "-0", " 7", "+3", "010", "4294967294", "4294967295", "4294967296",
    "18446744073709551615", "18446744073709551616", "99999999999999999999", "0x5", "abc", "auto",
    "subids", "all", "0:1:2", "1,2,3", "0:0:4294967295", "5:100000:65536", "4294967295:0:1",
    "1:4294967294:1", "-1:-1", "1:2", ":", "::", "private", "slave", "allow", "deny", "TERM",
    "SIGKILL", "RTMIN+1", "RTMAX-30", "RT99999999999999999999", "/", "/proc", ":x:M::A::/i:F",
    "+++++++F", "root", "tester", "A,B", "=", "A=B", "--",
    "ALL", "cap_net_raw,bpf", "+chown,-all", "!%cap_kill,^cap_bpf", "+noroot", "40", "63,+64",
    "follow", "1234", "1:1", "2147483648", "1234:18446744073709551615", "=:5", ":7", "=/x", "==",
  ]

  func commandLine(_ random: inout SplitMix) -> [ByteString] {
    (0..<Int.random(in: 0...7, using: &random)).map { _ in word(&random) }
  }

  private func word(_ random: inout SplitMix) -> ByteString {
    let spec = options[Int.random(in: 0..<options.count, using: &random)]
    let value = Self.value(&random)
    switch UInt8.random(in: 0..<10, using: &random) {
    case 0, 1, 2: return "--\(spec.long)=\(value)"
    case 3, 4: return "--\(spec.long)"
    case 5:
      let long: ByteString = "--\(spec.long)"
      return ByteString(long.bytes.prefix(Int.random(in: 0...long.count, using: &random)))
    case 6:
      let cluster = (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in
        options[Int.random(in: 0..<options.count, using: &random)].short
      }
      return "-\(ByteString(cluster))\(value)"
    case 7: return value
    default: return Self.bytes(&random)
    }
  }

  static func value(_ random: inout SplitMix) -> ByteString {
    Bool.random(using: &random)
      ? values[Int.random(in: 0..<values.count, using: &random)] : bytes(&random)
  }

  /// Any bytes but NUL, many of them with a meaning somewhere.
  static func bytes(_ random: inout SplitMix) -> ByteString {
    let meaningful = Array("0123456789:,-+= \n\tx/SIGRT#".utf8)
    return ByteString(
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        UInt8.random(in: 0...3, using: &random) == 0
          ? UInt8.random(in: 1...255, using: &random)
          : meaningful[Int.random(in: 0..<meaningful.count, using: &random)]
      })
  }
}
