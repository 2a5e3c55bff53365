import Answers
import Bytes
import Fixtures
import Kernel
import Launch
import NamespaceValues
import Testing
import Unshare

extension Situation {
  /// A command line of unshare whose launch ends with a failure.
  static func unshare(
    _ words: [ByteString], _ failure: LaunchFailure, on host: FixtureHost = FixtureHost()
  ) throws -> Situation {
    let action = try UnshareAction.read(words, on: host)
    guard case .launch(let intent, operands: _) = action else {
      Issue.record("\(words) starts nothing")
      return Situation(.launch(failure))
    }
    var situation = Situation(.launch(failure))
    situation.trouble.circumstances.plan = intent.plan(running: ["true"])
    situation.trouble.circumstances.callerUser = host.effectiveUser
    situation.trouble.circumstances.callerGroup = host.effectiveGroup
    return situation
  }

  /// A file's content.
  static func text(_ text: String) -> Answer<[UInt8]> { .known(Array(text.utf8)) }

  /// What its hints say.
  var sentences: [String] {
    hints(for: trouble, evidence).map { String(decoding: $0.sentence.bytes, as: UTF8.self) }
  }
}

let rootHost = FixtureHost(effectiveUser: .root, effectiveGroup: .root)
