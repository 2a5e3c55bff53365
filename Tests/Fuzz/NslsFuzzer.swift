import Bytes
import Nsls
import Options

/// Command lines of nsls.
struct NslsFuzzer: Fuzzer {
  var broken: [String] = []
  private let words = RandomWords(of: nslsOptions)
  private var finished = 0
  private var refused = 0

  var summary: String { "nsls: \(finished) finished, \(refused) refused" }

  private static let names: [ByteString] = [
    "NS", "pid", "+uid", "COMMAND,NSFS", "NS,", ",", "+", "uts", "net", "owner", "=parent", "==",
    "process", "proc,fd", "+task", "all", "all,", "HELDBY", "heldby", "4026531838",
  ]

  mutating func run(_ random: inout SplitMix) {
    var words = words.commandLine(&random)
    for index in words.indices where Int.random(in: 0..<3, using: &random) == 0 {
      let name = Self.names[Int.random(in: 0..<Self.names.count, using: &random)]
      let letters = Array("otTpQ".utf8)
      let letter = letters[Int.random(in: 0..<letters.count, using: &random)]
      words[index] = "-\(ByteString([letter]))\(name)"
    }
    let order: OperandOrder = Bool.random(using: &random) ? .anywhere : .afterOptions
    let result = OptionScanner.scan(words, table: nslsOptions, operands: order)
    broken += faults(of: result, words)
    let intent: NslsIntent
    do throws(NslsError) {
      guard case .list(let found) = try NslsAction.read(words, operands: order) else { return }
      intent = found
    } catch {
      if error.sentences.contains(where: \.isEmpty) || error.sentences.isEmpty {
        broken.append("a refusal without a sentence: \(words)")
      }
      if error.status == 0 { broken.append("a refusal with status 0: \(words)") }
      refused += 1
      return
    }
    // Who asks for holders gets columns of their own.
    if intent.holders == nil, intent.columns.isEmpty || intent.columns.count > 26 {
      broken.append("\(intent.columns.count) columns: \(words)")
    }
    if intent.kinds.isEmpty { broken.append("no kind: \(words)") }
    finished += 1
  }
}
