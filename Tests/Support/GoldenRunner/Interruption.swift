import Glibc

/// Ends a run early, but not before it has tidied up, when it is asked to stop.
enum Interruption {
  nonisolated(unsafe) private static var signal: sig_atomic_t = 0

  /// Whether the run was asked to stop. The case at hand is still finished; a second signal
  /// kills at once.
  static var isAsked: Bool { signal != 0 }

  /// Notes the signals of a terminal and of kill from now on.
  static func watch() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { Interruption.signal = $0 }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(number, &action, nil)
    }
  }
}
