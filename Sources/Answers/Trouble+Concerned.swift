import Bytes
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Nsls

// What a failure is about, so that nothing else is looked at.

extension Trouble {
  /// The process that nsenter was pointed at, where the failure may be its. Not where the number may mean
  /// another one by now: in the child, which can be in another PID namespace.
  var targetConcerned: ProcessID? {
    switch failure {
    case .launch(.enterTarget), .launch(.enterFile), .launch(.joinCgroup),
      .launch(.readTargetIdentity), .launch(.targetIsUnmapped):
      return entry?.target?.process
    case .launch: return nil
    case .nsenter(let error): return error.process ?? entry?.target?.process
    // Perhaps it was meant as one.
    case .nsls(let error):
      guard case .noSuchNamespace(let number) = error else { return nil }
      return Int32(exactly: number).map { ProcessID($0) }
    case .unshare: return nil
    }
  }

  /// The call that was refused, where it can be made once more without harm.
  var callConcerned: HarmlessCall? {
    guard case .launch(let failure) = failure else { return nil }
    return switch failure {
    case .unshare: .unshare
    case .enterTarget, .enterFile: .setns
    case .mount, .setRootPropagation, .bind, .makePrivate: .mount
    default: nil
    }
  }

  /// Whether the target's pidfd was asked for: then no filter ends a process that does so.
  public var hasAskedForTarget: Bool {
    guard entry?.target != nil else { return false }
    return switch failure {
    case .launch, .nsenter(.identify), .nsenter(.inode), .nsenter(.readUserNamespace): true
    default: false
    }
  }

  /// The file that was to be a namespace.
  var fileConcerned: ByteString? {
    switch failure {
    case .launch(.enterFile(let kind, _)):
      return entry?.files.last { $0.kind == kind }?.path
    case .nsenter(.open(let path, _)): return path
    // What a new one would show.
    case .launch(.mount(let path, _)) where entry != nil:
      return showsNetwork(path) ? "/proc/self/ns/net" : "/proc/self/ns/pid"
    default: return nil
    }
  }

  /// The first operand, where it may have been meant as the value of an option.
  var operandConcerned: ByteString? {
    switch failure {
    case .nsenter(.noTarget), .nsenter(.noNamespace), .nsenter(.nothingSupplied),
      .nsenter(.readUserNamespace):
      return operands.first
    default: return nil
    }
  }
}

extension NsenterError {
  /// The process whose file could not be opened, by the path in the message.
  fileprivate var process: ProcessID? {
    switch self {
    case .identify(let process, _), .readUserNamespace(let process, _), .openTarget(let process, _):
      return process.number > 0 ? process : nil
    case .open(let path, _), .openPidfile(let path, _): return path.processInProc
    default: return nil
    }
  }
}

extension ByteString {
  /// The number after `/proc/`; nil for any other path.
  var processInProc: ProcessID? {
    guard hasPrefix("/proc/") else { return nil }
    var cursor = ByteCursor(dropFirst(6))
    guard let number = cursor.number()?.signed32, number > 0 else { return nil }
    return ProcessID(number)
  }
}
