import Bytes
import Kernel
import NamespaceValues

extension PidfileFault {
  /// What follows the file's name.
  var sentence: ByteString {
    switch self {
    case .call(let errno): errno.text
    case .link: "it is a symbolic link"
    case .irregular: "not a regular file"
    case .foreign(let user): "it belongs to user \(user.number)"
    case .otherNames: "it has more than one name (hard links)"
    case .content: "it holds something other than a process id"
    case .open: "anybody may write to it"
    }
  }
}
