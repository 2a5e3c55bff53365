public import Bytes
import Filters
import Host
import Kernel
import NamespaceValues
import Options
import Survey

extension NslsError {
  /// What follows `NAME: `, a line each, in the original's words.
  public var sentences: [ByteString] {
    switch self {
    case .usage(let fault): [fault.sentence]
    case .exclusive(let one, let other):
      ["options \(nslsOptions.name(of: one)) and \(nslsOptions.name(of: other)) cannot be combined"]
    case .unknownKind(let name): ["unknown namespace type: \(name)"]
    case .unknownTree(let name): ["unknown tree type: \(name)"]
    case .unknownDiscovery(let name): ["unknown way to discover namespaces: '\(name)'"]
    case .process(let text, let fault): ["invalid PID argument: '\(text)'\(fault.suffix)"]
    case .namespace(let text, let fault):
      ["invalid namespace argument: '\(text)'\(fault.suffix)"]
    case .taskAndNamespace: ["--task is mutually exclusive with <namespace>"]
    case .holdersAndNamespace: ["--holders is mutually exclusive with <namespace>"]
    case .filter(let text, let error): ["failed to parse \"\(text)\": \(error.sentence)"]
    case .unknownColumn(let rest): ["unknown column: \(rest)"]
    case .noColumns: ["no column names given"]
    case .emptyColumn(let list): ["empty column name in '\(list)'"]
    case .tooManyColumns(let limit):
      ["too many columns specified, the limit is \(limit) columns"]

    case .inventory(.mountTable(let errno)):
      ["failed to parse /proc/self/mountinfo: \(errno.text)"]
    case .inventory(.read(let path, let errno)): ["failed to read \(path): \(errno.text)"]
    case .inventory(.unknownQuestion(let questions)): questions.map { $0.sentence }
    case .noSuchNamespace(let number): ["not found namespace: \(number)"]

    case .noSuchHeld(let text): ["not found namespace: \(text)"]

    case .unknownFilterColumns(let names):
      names.map { "unknown column: \($0)" } + ["failed to initialize filter"]
    case .tooManyFilterColumns: ["too many columns specified, the limit is 25 columns"]
    case .filterNotApplied(let error): ["failed to apply filter: \(error.reason)"]
    }
  }
}

extension NamespaceQuestion {
  /// The warning about a kernel that does not know it.
  var sentence: ByteString {
    "Unsupported \(self == .copy ? "system call" : "ioctl" as StaticString) \(name)"
  }
}

extension FilterError {
  fileprivate var sentence: ByteString {
    switch self {
    case .unexpected(let token, let isAfterAll):
      isAfterAll
        ? "syntax error, unexpected \(token), expecting end of file"
        : "syntax error, unexpected \(token)"
    case .badNumber(let token, let fault): "\"\(token)\" token error: \(fault.reason)"
    case .badPattern(let text): text
    case .patternIsNoString(let token): "syntax error, unexpected \(token), expecting STRING"
    }
  }
}

extension FilterApplyError {
  fileprivate var reason: ByteString {
    switch self {
    case .badNumber(let fault): fault.reason
    case .patternNeedsText: Errno.success.text
    case .patternFailed(let text): text
    }
  }
}
