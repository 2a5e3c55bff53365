public import Bytes
import NamespaceValues
import Options

extension CheckError {
  /// The sentence that follows `unyoke check: `.
  public var sentence: ByteString {
    switch self {
    case .usage(let fault): fault.sentence
    case .unknownKind(let word):
      "not a kind of namespace: '\(word)'; the kinds are \(Self.kinds)"
    }
  }

  /// The kind that was meant; nil where that is not clear.
  public var suggestion: ByteString? {
    guard case .unknownKind(let word) = self else { return nil }
    // As options of unshare(1) and in full: mount, network, netns, users.
    if word.hasPrefix("mount") { return "\(NamespaceKind.mount.name)" }
    if let kind = CheckAction.allKinds.first(where: { word.hasPrefix($0.name) }) {
      return "\(kind.name)"
    }
    return word.nearest(among: CheckAction.allKinds.map { $0.name })
  }

  private static var kinds: ByteString {
    CheckAction.allKinds.map { kind -> ByteString in "\(kind.name)" }.joined(by: ", ")
  }
}
