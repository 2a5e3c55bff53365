import Bytes
import Launch
import Options
import Unshare

/// Command lines of unshare, on hosts whose files hold anything.
struct UnshareFuzzer: Fuzzer {
  var broken: [String] = []
  private let words = RandomWords(of: unshareOptions)
  private var planned = 0
  private var refused = 0

  var summary: String { "unshare: \(planned) planned, \(refused) refused" }

  mutating func run(_ random: inout SplitMix) {
    let words = words.commandLine(&random)
    let host = RandomHost(&random)
    let result = OptionScanner.scan(words, table: unshareOptions)
    broken += faults(of: result, words)
    do throws(UnshareError) {
      guard case .launch(let intent, _) = try UnshareAction.read(words, on: host) else { return }
      let plan = intent.plan(running: words)
      if plan != intent.plan(running: words) { broken.append("two plans for \(words)") }
      if plan.lines.isEmpty { broken.append("a plan without steps: \(words)") }
      planned += 1
    } catch {
      if error.sentence.isEmpty { broken.append("a refusal without a sentence: \(words)") }
      refused += 1
    }
  }
}

/// What must hold of every scan.
func faults<ID>(of result: ScanResult<ID>, _ words: [ByteString]) -> [String] {
  switch result.ending {
  case .operands(let rest) where rest.count > words.count:
    ["more operands than words: \(words)"]
  case .fault(let error) where error.sentence.isEmpty: ["a fault without a sentence: \(words)"]
  default: []
  }
}
