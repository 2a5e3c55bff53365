public import Bytes
import CKernel
import Capabilities
import Kernel
public import Namespaces

/// The file that this process runs.
public enum OwnBinary {
  /// Whether it could be written, now or later, by those inside who get hold of a descriptor of it.
  /// What cannot be found out counts as yes: seccomp filters answer anything.
  public static var isWritable: Bool {
    let refusal = Errno(-uy_own_binary_access())
    if refusal == .accessDenied || refusal == .readOnly, isStrangers { return false }
    guard let file = try? OwnedDescriptor(reading: "/proc/self/exe") else { return true }
    return !uy_is_unwritable(file.raw)
  }

  /// Whether a refusal to write to it lasts. Its owner may change the mode. And who has capabilities
  /// can enter where there are others: Docker's root may write to any file of which he has a descriptor,
  /// whoever brought it, and does so when a read-only mount becomes writable.
  private static var isStrangers: Bool {
    guard let owner = try? FileFacts(of: "/proc/self/exe").user,
      let permitted = try? OwnCapabilities.state().permitted
    else { return false }
    return permitted.isEmpty && owner != Calls.effectiveUser && owner != Calls.realUser
  }

  /// Whether this process was started by `restart`, or by somebody else who executed a descriptor:
  /// that it runs from something unwritable is not said with it.
  public static var isRestarted: Bool { Execution.executedName?.hasPrefix("/dev/fd/") ?? false }

  /// prctl(2) PR_SET_NAME: the kernel names a process after the number or the file of the descriptor
  /// that was executed.
  public static func setProcessName(_ name: ByteString) {
    name.withCString { uy_set_process_name($0) }
  }

  /// Executes this program again from a read-only mount of its file or, where that is not allowed
  /// (it takes CAP_SYS_ADMIN, and Linux 5.12), from a sealed copy in memory; execveat(2). Returns
  /// only when neither was possible: why the copy was not.
  /// - Parameters:
  ///   - name: what the copy is called in /proc/PID/exe.
  ///   - commandLine: the words, its own name included.
  public static func restart(named name: ByteString, _ commandLine: [ByteString]) -> Errno {
    // The file's capabilities do not work from either, and without them nothing would.
    if uy_file_gave_rights() { return .notPermitted }
    do throws(Errno) {
      let mount = OwnedDescriptor(raw: try Errno.check(uy_own_binary_read_only()))
      _ = Execution.run(mount, commandLine)
    } catch {
      // The copy takes no right.
    }
    do throws(Errno) {
      let file = try OwnedDescriptor(reading: "/proc/self/exe")
      let source = file.raw
      let copy = OwnedDescriptor(
        raw: try Errno.check(name.withCString { uy_sealed_copy(source, $0) }))
      return Execution.run(copy, commandLine)
    } catch {
      return error
    }
  }
}
