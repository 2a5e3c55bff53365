public import Bytes
import Kernel
import NamespaceValues

extension PrivsFailure {
  /// The sentence that follows `unyoke privs: `.
  public var sentence: ByteString {
    switch self {
    case .noProcess(let process): "there is no process \(process.number)"
    case .unreadable(let path, let errno): "cannot read \(path): \(errno.text)"
    case .securebits(let errno): "cannot read the securebits: \(errno.text)"
    }
  }
}
