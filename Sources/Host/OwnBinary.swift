public import Bytes
import Capabilities
import Kernel
public import NamespaceValues

/// The file that this process runs.
public enum OwnBinary {
  /// Whether it could be written, now or later, by those inside who get hold of a descriptor of it.
  /// What cannot be found out counts as yes: seccomp filters answer anything.
  public static var isWritable: Bool {
    let refusal = OwnExecutable.writeRefusal
    if refusal == .accessDenied || refusal == .readOnly, isStrangers { return false }
    return !OwnExecutable.isUnwritable
  }

  /// Whether a refusal to write to it lasts. Its owner may change the mode. Besides, whoever has
  /// capabilities can enter where there are others: Docker's root may write to any file of which he
  /// has a descriptor, whoever brought it, and does so when a read-only mount becomes writable.
  private static var isStrangers: Bool {
    guard let owner = try? FileFacts(of: "/proc/self/exe").user,
      let permitted = try? OwnCapabilities.state().permitted
    else { return false }
    return permitted.isEmpty && owner != Calls.effectiveUser && owner != Calls.realUser
  }

  /// Whether this process was started by `restart`, or by somebody else who executed a descriptor:
  /// that it runs from something unwritable is not said with it.
  public static var isRestarted: Bool { Execution.executedName?.hasPrefix("/dev/fd/") ?? false }

  /// Executes this program again from a read-only mount of its file or, where that is not allowed
  /// (it takes CAP_SYS_ADMIN, and Linux 5.12), from a sealed copy in memory; execveat(2). Returns
  /// only when neither was possible: why the copy was not.
  /// - Parameters:
  ///   - name: what the copy is called in /proc/PID/exe.
  ///   - commandLine: the words, its own name included.
  public static func restart(named name: ByteString, _ commandLine: [ByteString]) -> Errno {
    // The file's capabilities do not work from either, and without them nothing would.
    if OwnExecutable.gaveRights { return .notPermitted }
    do throws(Errno) {
      _ = Execution.run(try OwnExecutable.onReadOnlyMount(), commandLine)
    } catch {
      // The copy takes no right.
    }
    do throws(Errno) {
      return Execution.run(try OwnExecutable.sealedCopy(named: name), commandLine)
    } catch {
      return error
    }
  }
}
