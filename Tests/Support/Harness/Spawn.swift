import Glibc

/// Starts a program in a session of its own and collects what it says. Nothing of the session
/// is left when this returns.
/// - Parameters:
///   - arguments: the program's absolute path and its arguments.
///   - environment: `NAME=VALUE` entries; nil for that of the test.
///   - stdin: what it may read; nothing by default.
///   - directory: the working directory; nil for that of the test.
///   - terminal: the columns of a terminal that stdout is to be; nil for a pipe. It has 24 lines
///     and is not the controlling terminal; its CR LF is given back as LF.
///   - marker: an entry of `environment` that nothing else has. Processes are found by it, and
///     killed, that have left the session.
///   - timeLimit: seconds, after which the whole session is killed.
public func spawn(
  _ arguments: [String], environment: [String]? = nil, stdin: String = "/dev/null",
  directory: String? = nil, terminal: Int? = nil, marker: String? = nil, timeLimit: Double = 60
) -> Outcome {
  var outPipe: [Int32] = [-1, -1]
  var errPipe: [Int32] = [-1, -1]
  if let terminal {
    outPipe = openTerminal(columns: terminal)
  } else if pipe2(&outPipe, O_CLOEXEC) != 0 {
    fatalError("pipe2: \(errno)")
  }
  guard pipe2(&errPipe, O_CLOEXEC) == 0 else { fatalError("pipe2: \(errno)") }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, outPipe[1], 1)
  posix_spawn_file_actions_adddup2(&actions, errPipe[1], 2)
  if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }
  // Descriptors that the runner's own caller leaked are not the program's.
  posix_spawn_file_actions_addclosefrom_np(&actions, 3)
  var attributes = freshSession()
  let argv = cStrings(arguments)
  let envp = environment.map { cStrings($0) }
  var pid: pid_t = 0
  let failed = posix_spawn(&pid, arguments[0], &actions, &attributes, argv, envp ?? environ)
  posix_spawn_file_actions_destroy(&actions)
  posix_spawnattr_destroy(&attributes)
  freeCStrings(argv)
  if let envp { freeCStrings(envp) }
  close(outPipe[1])
  close(errPipe[1])
  defer {
    close(outPipe[0])
    close(errPipe[0])
  }
  if failed != 0 {
    let text = "cannot start \(arguments[0]): \(String(cString: strerror(failed)))"
    return Outcome(stdout: [], stderr: Array(text.utf8), ending: .exited(127), survivors: [])
  }
  var outcome = collect(pid, outPipe[0], errPipe[0], timeLimit, marker)
  if terminal != nil { outcome.stdout = withoutReturns(outcome.stdout) }
  return outcome
}

/// A session of its own, in which no signal is blocked or ignored: a test runner, or the make or
/// CI above it, may have done either.
func freshSession() -> posix_spawnattr_t {
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  var noSignals = sigset_t()
  sigemptyset(&noSignals)
  posix_spawnattr_setsigmask(&attributes, &noSignals)
  var allSignals = sigset_t()
  sigemptyset(&allSignals)
  // All of them, also the two that libc uses itself: it would leave those ignored in the
  // program, and sigfillset leaves them out.
  allSignals.__val.0 = .max
  posix_spawnattr_setsigdefault(&attributes, &allSignals)
  posix_spawnattr_setflags(
    &attributes,
    Int16(POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
  return attributes
}

private func collect(
  _ pid: pid_t, _ out: Int32, _ err: Int32, _ timeLimit: Double, _ marker: String?
) -> Outcome {
  let deadline = monotonicSeconds() + timeLimit
  var streams = [pollfd(fd: out, events: Int16(POLLIN), revents: 0)]
  streams.append(pollfd(fd: err, events: Int16(POLLIN), revents: 0))
  var content: [[UInt8]] = [[], []]
  var chunk = [UInt8](repeating: 0, count: 65536)
  var isLate = false
  var end = deadline
  while streams.contains(where: { $0.fd >= 0 }) {
    if monotonicSeconds() >= end {
      isLate = end == deadline
      break
    }
    guard poll(&streams, 2, 50) > 0 else {
      // The program is gone, but a process it left behind still holds a stream open: what it
      // says a second later is no longer waited for.
      if end == deadline, hasEnded(pid) { end = min(deadline, monotonicSeconds() + 1) }
      continue
    }
    for index in 0...1 where streams[index].revents != 0 {
      let count = read(streams[index].fd, &chunk, chunk.count)
      if count > 0 { content[index] += chunk[..<count] } else { streams[index].fd = -1 }
    }
  }
  // Both streams are at their end, but the program may have closed them by itself.
  while !isLate, !hasEnded(pid) {
    if monotonicSeconds() > deadline { isLate = true } else { usleep(1000) }
  }
  let survivors = endSession(pid, marker: marker)
  var status: Int32 = 0
  while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  let signal = status & 0x7f
  let ending: Outcome.Ending =
    isLate ? .timedOut : signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  return Outcome(stdout: content[0], stderr: content[1], ending: ending, survivors: survivors)
}

/// Whether a child has ended; it stays unreaped, so that its session id is still its own.
private func hasEnded(_ pid: pid_t) -> Bool {
  var information = siginfo_t()
  return waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT) == 0
    && information.si_signo == SIGCHLD
}

func monotonicSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

func cStrings(_ strings: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
  let vector = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
    capacity: strings.count + 1)
  for (index, string) in strings.enumerated() { vector[index] = strdup(string) }
  vector[strings.count] = nil
  return vector
}

func freeCStrings(_ vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) {
  var index = 0
  while let string = vector[index] {
    free(string)
    index += 1
  }
  vector.deallocate()
}
