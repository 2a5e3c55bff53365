import Bytes
import Capabilities
import Fixtures
import Launch
import Namespaces
import Options
import Testing

@testable import LaunchOptions

/// A table of the privilege options alone.
private let table = OptionTable<PrivilegeOption>(
  original: [], extensions: [], furtherExtensions: [privilegeOptions { $0 }], helpGroups: [],
  helpLayout: HelpLayout(column: 27, longOnlyIndent: " ", breaksLongLines: true),
  synopsis: "", purpose: "", manual: "")

/// The request behind a command line that asks for these users.
func request(
  _ words: [ByteString], user: UInt32? = nil, on host: FixtureHost = FixtureHost()
) throws -> PrivilegeRequest {
  let scan = OptionScanner.scan(words, table: table)
  guard case .operands = scan.ending else {
    Issue.record("the words do not scan: \(scan.ending)")
    return PrivilegeRequest()
  }
  var request = PrivilegeRequest()
  for event in scan.events { try request.apply(event.id, event.value ?? "", on: host) }
  try request.complete(user: user.map { UserID($0) }, on: host)
  return request
}

/// The sentence with which a command line is refused.
func refusal(
  _ words: [ByteString], user: UInt32? = nil, on host: FixtureHost = FixtureHost()
) -> String? {
  do {
    _ = try request(words, user: user, on: host)
    return nil
  } catch let error as PrivilegeError {
    return String(decoding: error.sentence.bytes, as: UTF8.self)
  } catch {
    return "\(error)"
  }
}

/// What "all" is: more than this kernel has, so that no failed question makes it less.
let all = CapabilitySet.everything

func edit(_ change: (inout CapabilityEdit) -> Void) -> CapabilityEdit {
  var edit = CapabilityEdit()
  change(&edit)
  return edit
}
