public import Bytes
public import NamespaceValues
import Options

/// What a command line of `unyoke check` asks for.
public enum CheckAction: Equatable, Sendable {
  case help
  /// What can be done with these kinds, each once.
  case report(of: [NamespaceKind], asJSON: Bool)
}

extension CheckAction {
  /// Reads the words after `check`. Options may follow the kinds.
  public static func read(_ words: [ByteString]) throws(CheckError) -> CheckAction {
    var isJSON = false
    return try checkOptions.read(words, operands: .anywhere) {
      event throws(CheckError) -> CheckAction? in
      switch event.id {
      case .help: return .help
      case .json: isJSON = true
      }
      return nil
    } complete: { operands throws(CheckError) in
      .report(of: try kinds(operands), asJSON: isJSON)
    }
  }

  /// All kinds, in the order of the report.
  public static let allKinds: [NamespaceKind] = [
    .user, .mount, .network, .pid, .uts, .ipc, .cgroup, .time,
  ]

  private static func kinds(_ words: [ByteString]) throws(CheckError) -> [NamespaceKind] {
    if words.isEmpty { return allKinds }
    var kinds: NamespaceSet = []
    for word in words {
      guard let kind = allKinds.first(where: { word == $0.name }) else { throw .unknownKind(word) }
      kinds.insert(NamespaceSet(kind))
    }
    return allKinds.filter { kinds.contains($0) }
  }
}
