public import Bytes
import Host
import Kernel
import LaunchOptions
import NamespaceValues
import Options

extension UnshareError {
  /// What follows `NAME: `, in the original's words.
  public var sentence: ByteString {
    switch self {
    case .usage(let fault): fault.sentence
    case .launch(let error): error.sentence
    case .innerUser(let text): "failed to parse uid '\(text)'"
    case .innerGroup(let text): "failed to parse gid '\(text)'"
    case .mapping(let text, let fault): "invalid mapping '\(text)'\(fault.suffix)"
    case .owner(let fault): "failed to parse owner\(fault.suffix)"
    // The original prints the number with a sign.
    case .unknownCaller(let user):
      "you (user \(Int32(truncatingIfNeeded: user.number))) don't exist."
    case .open(let path, let errno): "could not open '\(path)': \(errno.text)"
    case .subordinateNumber(let text, let fault):
      "failed to parse subid map: '\(text)'\(fault.suffix)"
    case .noSubordinateLine(let login, let file):
      "no line matching user \"\(login)\" in \(file)"
    case .setgroups(let text): "unsupported --setgroups argument '\(text)'"
    case .propagation(let text): "unsupported propagation mode: \(text)"
    case .monotonicOffset(let text, let fault):
      "failed to parse monotonic offset: '\(text)'\(fault.suffix)"
    case .boottimeOffset(let text, let fault):
      "failed to parse boottime offset: '\(text)'\(fault.suffix)"
    case .offsetWithoutTime:
      "options --monotonic and --boottime require unsharing of a time namespace (-T)"

    case .nameTooLong(let option, let text):
      "\(unshareOptions.name(of: option)): the name is longer than 64 bytes: '\(text)'"
    case .initMode(let text):
      "unknown mode of \(unshareOptions.name(of: .initProcess)): '\(text)', not 'end' or 'wait'"
    case .deathSignalOfInit(let signal):
      "\(unshareOptions.name(of: .killChild)): with \(unshareOptions.name(of: .initProcess)) the signal cannot be SIG\(signal.name)"
    case .waitNeedsNamespace:
      "option \(unshareOptions.name(of: .initProcess))=wait needs a new namespace: add \(unshareOptions.name(of: .pid))"
    case .needsNamespace(let option, let namespace):
      "option \(unshareOptions.name(of: option)) needs a new namespace: add \(unshareOptions.name(of: namespace))"
    }
  }
}
