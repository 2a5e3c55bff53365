import Bytes
import Capabilities
import Fixtures
import Launch
import NamespaceValues
import Options
import Testing

@testable import LaunchOptions

/// A table of the privilege options alone.
private let table = OptionTable<SampleOption>(
  original: [], extensions: [],
  furtherExtensions: [privilegeOptions(listing: .list) { .launch($0) }], helpGroups: [],
  helpLayout: HelpLayout(column: 27, longOnlyIndent: " ", breaksLongLines: true),
  synopsis: "", purpose: "", manual: "")

/// The options for privileges, and the list of capabilities.
private enum SampleOption: Equatable, Sendable {
  case list
  case launch(LaunchOption)
}

private enum SampleError: CommandLineError {
  case usage(UsageError)
  case launch(LaunchOptionError)
}

/// The request behind a command line that asks for these users.
func request(
  _ words: [ByteString], user: UInt32? = nil, on host: FixtureHost = FixtureHost()
) throws -> LaunchRequest {
  var request = LaunchRequest()
  return try table.read(words) { event throws(SampleError) -> LaunchRequest? in
    guard case .launch(let option) = event.id else { return request }
    do throws(LaunchOptionError) {
      try request.apply(option, event.value ?? "", on: host)
    } catch { throw .launch(error) }
    return nil
  } complete: { _ throws(SampleError) in
    do throws(LaunchOptionError) {
      try request.complete(user: user.map { UserID($0) }, on: host)
    } catch { throw .launch(error) }
    return request
  }
}

/// The sentence with which a command line is refused.
func refusal(
  _ words: [ByteString], user: UInt32? = nil, on host: FixtureHost = FixtureHost()
) -> String? {
  do {
    _ = try request(words, user: user, on: host)
    return nil
  } catch SampleError.launch(let error) {
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
