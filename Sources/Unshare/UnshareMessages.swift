public import Bytes
import Kernel
public import Launch

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
    }
  }
}

/// What is added for a number that is one, but too large or negative.
private func suffix(_ fault: NumberFault) -> ByteString {
  fault == .outOfRange ? ": \(Errno.outOfRange.text)" : ""
}

/// The sentence for a failed launch; nil where everything was said already.
public func unshareSentence(_ failure: LaunchFailure) -> ByteString? {
  switch failure {
  case .rendezvous(let errno): "eventfd failed: \(errno.text)"
  case .fork(let errno): "fork failed: \(errno.text)"
  case .listen(let errno): "failed to read eventfd: \(errno.text)"
  case .release(let errno): "failed to write eventfd: \(errno.text)"
  case .wait(let errno): "waitpid failed: \(errno.text)"
  case .helperExited: nil
  case .helperKilled(let signal): "helper was killed by signal \(signal.name)"

  case .dropGroups(let errno): "setgroups failed: \(errno.text)"
  case .setGroup(let errno): "setgid() failed: \(errno.text)"
  case .setUser(let errno): "setuid() failed: \(errno.text)"
  case .capabilities(.get(let errno)): "capget failed: \(errno.text)"
  case .capabilities(.set(let errno)): "capset failed: \(errno.text)"
  case .capabilities(.ambient(let errno)): "prctl(PR_CAP_AMBIENT) failed: \(errno.text)"

  case .unshare(let errno): "unshare failed: \(errno.text)"
  case .mapTooLarge(let path): "\(path) too large for kernel 4k limit"
  case .openMap(let path, let errno), .openOffsets(let path, let errno):
    "failed to open \(path): \(errno.text)"
  case .writeMap(let path, let errno): "failed to write \(path): \(errno.text)"
  case .writeOffsets(let path, let errno): "failed to write to \(path): \(errno.text)"
  case .bind(let source, let file, let errno):
    "mount \(source) on \(file) failed: \(errno.text)"
  case .openOwn(let path, let errno): "cannot open \(path): \(errno.text)"
  case .writeOwn(let path, let errno): "write failed \(path): \(errno.text)"
  case .allowedSetgroups:
    "options --setgroups=allow and --map-group are mutually exclusive"
  case .setHostName(let errno): "cannot set host name: \(errno.text)"
  case .setDomainName(let errno): "cannot set domain name: \(errno.text)"
  case .bringLoopbackUp(let errno): "cannot bring interface lo up: \(errno.text)"

  case .setRootPropagation(let errno):
    "cannot change root filesystem propagation: \(errno.text)"
  case .changeRoot(let path, let errno):
    "cannot change root directory to '\(path)': \(errno.text)"
  case .changeDirectory(let path, let errno):
    "cannot change directory to \(path): \(errno.text)"
  case .makePrivate(let path, let errno):
    "cannot change \(path) filesystem propagation: \(errno.text)"
  case .mount(let path, let errno): "mount \(path) failed: \(errno.text)"

  case .installForwarding(let signal, let errno):
    "sigaction SIG\(signal.name) failed: \(errno.text)"
  case .blockTermination(let errno): "sigprocmask block failed: \(errno.text)"
  case .restoreMask(let errno): "sigprocmask restore failed: \(errno.text)"
  case .openOwnProcess(let errno): "pidfd_open failed: \(errno.text)"
  case .dieWithParent(let errno): "prctl failed: \(errno.text)"
  case .pollParent(let errno): "poll parent pidfd failed: \(errno.text)"
  case .parentGone: nil
  case .setDefaultAction(let errno): "signal handler reset failed: \(errno.text)"
  case .unblock(let errno): "sigprocmask unblock failed: \(errno.text)"
  case .survivedSignal: "child exit failed: \(Errno.success.text)"

  case .execute(let program, let errno): "failed to execute \(program): \(errno.text)"
  }
}
