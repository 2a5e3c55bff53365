public import Bytes
import Options

extension PrivsError {
  /// The sentence that follows `unyoke privs: `.
  public var sentence: ByteString {
    switch self {
    case .usage(let fault): fault.sentence
    case .notAProcess(let word): "not a process id: '\(word)'"
    case .secondProcess(let word): "one process at a time, but '\(word)' is a second one"
    }
  }
}
