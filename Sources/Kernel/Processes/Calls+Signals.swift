import CKernel
public import NamespaceValues

// Signals, signal(7).

extension Calls {
  /// kill(2).
  public static func kill(_ process: ProcessID, _ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_kill(process.number, signal.number))
  }

  /// sigaction(2) with SIG_DFL.
  public static func setDefaultAction(_ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_signal_default(signal.number))
  }

  /// sigprocmask(2): blocks SIGINT and SIGTERM and remembers the mask as it was.
  public static func blockTermination() throws(Errno) {
    try Errno.check(uy_block_termination())
  }

  /// sigprocmask(2): puts the mask back that `blockTermination` remembered.
  public static func restoreMask() throws(Errno) { try Errno.check(uy_restore_mask()) }

  /// sigprocmask(2) SIG_UNBLOCK.
  public static func unblock(_ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_unblock(signal.number))
  }

  /// sigaction(2): from now on the signal is passed on to the process named by `forward(to:)`.
  public static func installForwarding(of signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_forward_install(signal.number))
  }

  /// sigaction(2): gives back the dispositions that `installForwarding` replaced.
  public static func uninstallForwarding() { uy_forward_uninstall() }

  /// Names the process that forwarded signals go to; nil for none.
  public static func forward(to process: ProcessID?) { uy_forward_to(process?.number ?? 0) }
}
