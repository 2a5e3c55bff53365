// Random command lines and file contents against everything that reads them. A trap ends the
// process, so a run that prints its counts has met none; what must hold of every result is
// checked as well.
//
//   fuzz RUNS [SEED]
import Bytes
import Glibc
import Kernel
import Launch
import Options
import Unshare

let arguments = CommandLine.arguments
let runs = arguments.count > 1 ? Int(arguments[1]) ?? 0 : 100_000
let seed = arguments.count > 2 ? UInt64(arguments[2]) ?? 1 : UInt64(time(nil))
// Before the first run: whoever meets a trap can repeat it.
print("seed \(seed)")
fflush(nil)

var random = SplitMix(state: seed)
var scanned = 0
var planned = 0
var refused = 0
var broken: [String] = []

for _ in 0..<runs {
  let words = RandomWords.commandLine(&random)
  let host = RandomHost(&random)
  let result = OptionScanner.scan(words, table: unshareOptions)
  scanned += 1
  if case .operands(let rest) = result.ending, rest.count > words.count {
    broken.append("more operands than words: \(words)")
  }
  if case .fault(let error) = result.ending, error.sentence.isEmpty {
    broken.append("a fault without a sentence: \(words)")
  }
  var intent = UnshareIntent(
    caller: UnshareIntent.Caller(user: host.effectiveUser, group: host.effectiveGroup))
  do throws(ArgumentError) {
    for event in result.events { try intent.apply(event, on: host) }
    try intent.check()
    let plan = intent.plan(running: words)
    if plan != intent.plan(running: words) { broken.append("two plans for \(words)") }
    if plan.describe().isEmpty { broken.append("a plan without steps: \(words)") }
    planned += 1
  } catch {
    if error.sentence.isEmpty { broken.append("a refusal without a sentence: \(words)") }
    refused += 1
  }
}

for text in broken.prefix(20) { print("FAIL \(text)") }
print("\(scanned) command lines: \(planned) planned, \(refused) refused")
print("\(broken.isEmpty ? 1 : 0) passed, \(broken.count) failed")
exit(broken.isEmpty ? 0 : 1)
