import Bytes
import Filters
import Nsls

/// Filter expressions, on rows that hold anything.
struct FilterFuzzer: Fuzzer {
  var broken: [String] = []
  private var accepted = 0
  private var rejected = 0
  private var refused = 0
  private var failed = 0

  var summary: String {
    "filter: \(accepted) accepted, \(rejected) rejected, \(failed) not applied, \(refused) refused"
  }

  private static let tokens: [ByteString] = [
    "and", "OR", "&&", "||", "not", "!", "==", "!=", "<", "<=", ">", ">=", "=~", "!~", "eq", "GE",
    "(", ")", "(", ")", "true", "FALSE", "1", "0", "010K", "08K", "16E", "15EiB", "1.5", "1.", ".5",
    "18446744073709551616", "99999999999999999999.5", "\"x\"", "'1'", "\" 1 \"", "\"", "'", "\"(\"",
    "\"[a-\"", "\"(a|b)*c{2,3}\"", "\"nan\"", "\"inf\"", "\"-1\"", "\"yes\"", "PID", "NS",
    "COMMAND",
    "uid", "NSFS", "nosuch", "a.b%c:d/e_f-g", "-", "=", "&", "|", ",", "\\", "\u{e9}", "\n", " ",
  ]

  static func expression(_ random: inout SplitMix) -> ByteString {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...14, using: &random) {
      bytes +=
        Int.random(in: 0..<12, using: &random) == 0
        ? RandomWords.bytes(&random).bytes
        : tokens[Int.random(in: 0..<tokens.count, using: &random)].bytes
      if Bool.random(using: &random) { bytes.append(UInt8(ascii: " ")) }
    }
    // Now and then very deep.
    if Int.random(in: 0..<2000, using: &random) == 0 {
      let depth = 20_000
      bytes =
        [UInt8](repeating: UInt8(ascii: "("), count: depth) + bytes
        + [UInt8](repeating: UInt8(ascii: ")"), count: depth)
    }
    return ByteString(bytes)
  }

  /// An expression that is one, mostly.
  private static func sentence(_ depth: Int, _ random: inout SplitMix) -> ByteString {
    let operands = tokens.filter { text in
      text.byte(at: 0).map { decimalValue($0) != nil || $0 >= UInt8(ascii: "A") } ?? false
        || text.hasPrefix("\"") && text.count > 1
    }
    func operand() -> ByteString { operands[Int.random(in: 0..<operands.count, using: &random)] }
    if depth == 0 { return operand() }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "(\(sentence(depth - 1, &random)))"
    case 1: return "not \(sentence(depth - 1, &random))"
    case 2: return "\(operand()) =~ \"x|^[0-9]+$\""
    case 3: return operand()
    default:
      let operators: [ByteString] = ["and", "or", "==", "!=", "<", ">="]
      let middle = operators[Int.random(in: 0..<operators.count, using: &random)]
      let left = sentence(depth - 1, &random)
      return "\(left) \(middle) \(sentence(depth - 1, &random))"
    }
  }

  mutating func run(_ random: inout SplitMix) {
    let isSentence = Bool.random(using: &random)
    let text = isSentence ? Self.sentence(3, &random) : Self.expression(&random)
    let cells: [ByteString] = [
      "", "0", "1", "4026531838", "-2", "init case", "'q", "\"", " pad ", "\u{ff}", "true",
      "18446744073709551615", RandomWords.value(&random),
    ]
    do throws(FilterError) {
      let filter = try Filter(text, CLibrary())
      for start in 0..<3 {
        let isAccepted = try? filter.accepts(
          cell: { cells[($0 + start * 4) % cells.count] }, isNumber: { ($0 + start) % 3 == 0 })
        switch isAccepted {
        case true?: accepted += 1
        case false?: rejected += 1
        case nil: failed += 1
        }
      }
    } catch {
      refused += 1
      if NslsError.filter(text, error).sentences.first?.hasPrefix("failed to parse") != true {
        broken.append("a refusal without a sentence: \(text.bytes)")
      }
    }
  }
}
