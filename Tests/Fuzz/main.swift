// Random command lines and file contents against everything that reads them. A trap ends the
// process, so a run that prints its counts has met none; what must hold of every result is
// checked as well.
//
//   fuzz RUNS [SEED]
//   fuzz lines PROGRAM COUNT [SEED [original]]
import Bytes
import Glibc

let arguments = CommandLine.arguments
if arguments.count > 3, arguments[1] == "lines" {
  printCommandLines(
    of: arguments[2], count: Int(arguments[3]) ?? 0,
    seed: arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : 1,
    withExtensions: arguments.last != "original")
  exit(0)
}
let runs = arguments.count > 1 ? Int(arguments[1]) ?? 0 : 100_000
let seed = arguments.count > 2 ? UInt64(arguments[2]) ?? 1 : UInt64(time(nil))
// Before the first run: whoever meets a trap can repeat it.
print("seed \(seed)")
fflush(nil)

var random = SplitMix(state: seed)
var fuzzers: [any Fuzzer] = [
  UnshareFuzzer(), NsenterFuzzer(), FormatFuzzer(), NslsFuzzer(), FilterFuzzer(), InventoryFuzzer(),
  AccountFuzzer(), PatternFuzzer(), AnswersFuzzer(), TargetFuzzer(),
]
for _ in 0..<runs {
  for index in fuzzers.indices { fuzzers[index].run(&random) }
}
var broken = 0
for fuzzer in fuzzers {
  print(fuzzer.summary)
  broken += fuzzer.broken.count
  // Of each: what one finds by the hundred must not hide another's.
  for text in fuzzer.broken.prefix(20) { print("FAIL \(text)") }
}
print("\(broken == 0 ? fuzzers.count : 0) passed, \(broken) failed")
exit(broken == 0 ? 0 : 1)

/// Something that is fed with random input.
protocol Fuzzer {
  /// What did not hold, for people.
  var broken: [String] { get }
  /// How the runs ended.
  var summary: String { get }
  /// One run.
  mutating func run(_ random: inout SplitMix)
}
