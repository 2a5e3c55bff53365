public import Bytes
import Host
import Kernel
import NamespaceValues

/// Whether a launch has to be carried out from a binary that cannot be written.
///
/// A program that is started among files of somebody else can be `#!/proc/self/exe`, or a link to
/// it: the kernel then runs this binary in there, and with fewer rights than the caller it belongs to
/// those who are inside. They open /proc/PID/exe, wait until nothing runs it any more, and write
/// what the caller will execute next time (the class of CVE-2019-5736).
public enum BinaryProtection: Equatable, Sendable {
  /// The files that are executed are the caller's, or the program has all of the caller's rights,
  /// and whoever could look into it has the machine anyway.
  case unneeded
  /// As far as it is possible: the original would go on.
  case ifPossible
  /// Rights were to be given up for good, by an option that the original does not have.
  case required

  /// - Parameters:
  ///   - entersFiles: the program is looked for among the files of somebody else.
  ///   - losesRights: it runs with less than the caller has.
  ///   - isRequired: and that was asked for by an option of ours.
  public init(entersFiles: Bool, losesRights: Bool, isRequired: Bool) {
    guard entersFiles, losesRights else {
      self = .unneeded
      return
    }
    self = isRequired ? .required : .ifPossible
  }
}

extension BinaryProtection {
  /// Executes this program again, from where it cannot be written, when that is needed and was not
  /// done. Returns when there is no need, or it is not possible and not required.
  ///
  /// Comes after the plan is made, so that an error costs no second run and is said once, and
  /// before anything is changed: everything is parsed, found and opened again.
  /// - Parameters:
  ///   - name: the program's.
  ///   - commandLine: the words this process was started with.
  ///   - context: the SELinux context that waits for the program in attr/exec.
  public func apply(
    as name: ByteString, _ commandLine: [ByteString], context: ByteString? = nil
  ) throws(LaunchFailure) {
    // Asked first, because it costs nothing: the common launches make no system call here.
    if self == .unneeded || !OwnBinary.isWritable { return }
    var failure = Errno.notSupported
    // Never twice: whatever made the first attempt look vain would do so for ever.
    if !OwnBinary.isRestarted {
      do throws(Errno) {
        // It is for the program, and would come with the next exec, which is this one.
        if context != nil { try Execution.setContext("\n") }
        failure = OwnBinary.restart(named: name, commandLine)
        if let context { try Execution.setContext(context) }
      } catch {
        throw .protectBinary(error)
      }
    }
    if self == .required { throw .protectBinary(failure) }
  }
}
