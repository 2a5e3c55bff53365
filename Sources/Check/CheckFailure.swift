import Launch
public import NamespaceValues

/// Why `unyoke check` cannot find out what is possible: it has no means to try it. That is no answer about
/// namespaces, so there is no report.
public enum CheckFailure: Error, Equatable, Sendable {
  /// No process can be forked for an attempt.
  case fork(Errno)
  /// No file can be opened.
  case open(Errno)
}

extension CheckFailure {
  /// What a step of an attempt met, where it is about means and not about what was tried.
  init?(_ failure: LaunchFailure) {
    switch failure {
    case .fork(let errno) where errno == .tryAgain || errno.isExhaustion: self = .fork(errno)
    case .rendezvous(let errno) where errno.isExhaustion,
      .open(_, let errno) where errno.isExhaustion,
      .openMap(_, let errno) where errno.isExhaustion:
      self = .open(errno)
    case .execute(_, let errno) where errno == .tryAgain || errno.isExhaustion: self = .fork(errno)
    default: return nil
    }
  }
}
