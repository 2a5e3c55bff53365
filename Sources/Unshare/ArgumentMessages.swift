public import Bytes
import Kernel
import LaunchOptions
import Namespaces

// The original's words, one sentence a case; what follows `NAME: `.

extension ArgumentError {
  public var sentence: ByteString {
    switch self {
    case .userNumber(let text, let fault): "failed to parse uid: '\(text)'\(suffix(fault))"
    case .groupNumber(let text, let fault): "failed to parse gid: '\(text)'\(suffix(fault))"
    case .innerUser(let text): "failed to parse uid '\(text)'"
    case .innerGroup(let text): "failed to parse gid '\(text)'"
    case .mapping(let text, let fault): "invalid mapping '\(text)'\(suffix(fault))"
    case .owner(let fault): "failed to parse owner\(suffix(fault))"
    // The original prints the number with a sign.
    case .unknownCaller(let user):
      "you (user \(Int32(truncatingIfNeeded: user.number))) don't exist."
    case .open(let path, let errno): "could not open '\(path)': \(errno.text)"
    case .subordinateNumber(let text, let fault):
      "failed to parse subid map: '\(text)'\(suffix(fault))"
    case .noSubordinateLine(let login, let file):
      "no line matching user \"\(login)\" in \(file)"
    case .setgroups(let text): "unsupported --setgroups argument '\(text)'"
    case .propagation(let text): "unsupported propagation mode: \(text)"
    case .signal(let text): "unknown signal: \(text)"
    case .monotonicOffset(let text, let fault):
      "failed to parse monotonic offset: '\(text)'\(suffix(fault))"
    case .boottimeOffset(let text, let fault):
      "failed to parse boottime offset: '\(text)'\(suffix(fault))"
    case .offsetWithoutTime:
      "options --monotonic and --boottime require unsharing of a time namespace (-T)"

    case .nameTooLong(let option, let text):
      "\(option.text): the name is longer than 64 bytes: '\(text)'"
    case .needsNamespace(let option, let namespace):
      "option \(option.text) needs a new namespace: add \(namespace.text)"
    case .variableName(let text): "not the name of an environment variable: '\(text)'"
    case .privilege(let error): error.sentence
    }
  }
}

/// What is added for a number that is one, but too large or negative.
private func suffix(_ fault: NumberFault) -> ByteString {
  fault == .outOfRange ? ": \(Errno.outOfRange.text)" : ""
}
