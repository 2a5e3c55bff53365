import Bytes
import Fixtures
import Launch
import Testing

@testable import Unshare

/// The intent behind a command line that starts something.
func intent(
  _ words: [ByteString], on host: FixtureHost = FixtureHost()
) throws -> UnshareIntent {
  let action = try UnshareAction.read(words, on: host)
  guard case .launch(let intent, operands: _) = action else {
    throw OtherAction(action: action)
  }
  return intent
}

/// A command line does something else than a test wants.
struct OtherAction: Error {
  let action: UnshareAction
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
  } catch let error as UnshareError {
    return String(decoding: error.sentence.bytes, as: UTF8.self)
  } catch {
    return "\(error)"
  }
}

let asRoot = FixtureHost(effectiveUser: .root, effectiveGroup: .root)

/// Steps that change the identity, and the one behind them that reads it back.
func verified(_ steps: [LaunchStep]) -> [LaunchStep] { steps + [.verify(after: steps)] }
