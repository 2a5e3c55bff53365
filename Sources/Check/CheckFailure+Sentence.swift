public import Bytes
import Kernel

extension CheckFailure {
  /// The sentence that follows `unyoke check: `.
  public var sentence: ByteString {
    switch self {
    case .fork(let errno):
      "cannot find out what is possible: no process can be started for it: \(errno.text)"
    case .open(let errno):
      "cannot find out what is possible: no more files can be opened: \(errno.text)"
    }
  }
}
