import Bytes
import Fixtures
import Launch
import Options
import Testing

@testable import Unshare

/// The intent behind a command line without operands.
func intent(
  _ words: [ByteString], on host: FixtureHost = FixtureHost()
) throws -> UnshareIntent {
  let scan = OptionScanner.scan(words, table: unshareOptions)
  var intent = UnshareIntent(
    caller: UnshareIntent.Caller(user: host.effectiveUser, group: host.effectiveGroup))
  for event in scan.events { try intent.apply(event, on: host) }
  guard case .operands = scan.ending else {
    Issue.record("the words do not scan: \(scan.ending)")
    return intent
  }
  try intent.check(on: host)
  return intent
}

/// The plan of a command line that runs `true`.
func plan(_ words: [ByteString], on host: FixtureHost = FixtureHost()) throws -> LaunchPlan {
  try intent(words, on: host).plan(running: ["true"])
}

/// The sentence with which a command line is refused.
func refusal(_ words: [ByteString], on host: FixtureHost = FixtureHost()) -> String? {
  do {
    _ = try intent(words, on: host)
    return nil
  } catch let error as ArgumentError {
    return String(decoding: error.sentence.bytes, as: UTF8.self)
  } catch {
    return "\(error)"
  }
}

let asRoot = FixtureHost(effectiveUser: .root, effectiveGroup: .root)

/// Steps that change the identity, and the one behind them that reads it back.
func verified(_ steps: [LaunchStep]) -> [LaunchStep] { steps + [.verify(after: steps)] }
