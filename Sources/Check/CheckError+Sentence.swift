public import Bytes
import Namespaces
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

  private static var kinds: ByteString {
    CheckAction.allKinds.map { kind -> ByteString in "\(kind.name)" }.joined(by: ", ")
  }
}
