public import Bytes
import Kernel
import NamespaceValues

extension InstallFailure {
  /// The sentences that each follow `unyoke: `: one for each failure, then what can be done, which is
  /// said once.
  public static func sentences(of failures: [InstallFailure]) -> [ByteString] {
    var sentences = failures.map { $0.sentence }
    for failure in failures {
      if let advice = failure.advice, !sentences.contains(advice) { sentences.append(advice) }
    }
    return sentences
  }

  private var sentence: ByteString {
    switch self {
    case .ownPath(let errno): "cannot find the path of this binary: \(errno.text)"
    case .directory(let path, let errno): "cannot install into \(path): \(errno.text)"
    case .refused(let path, _, let errno): "cannot make \(path): \(errno.text)"
    }
  }

  private var advice: ByteString? {
    switch self {
    case .refused(_, _, .exists):
      "what is there already is left alone: remove it first if it is to be replaced"
    // Some file systems have no hard links, and say that nobody may make one.
    case .refused(_, .hardLink, .crossDevice), .refused(_, .hardLink, .notPermitted):
      "no hard link can lead there: use -s for symbolic links, or --copy for copies"
    case .ownPath, .directory, .refused: nil
    }
  }
}
