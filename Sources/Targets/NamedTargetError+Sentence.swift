public import Bytes

extension NamedTargetError {
  /// What follows `NAME: `. What others chose, and what was typed, is shown with nothing in it that a terminal
  /// obeys.
  public var sentence: ByteString {
    let name = texts.first?.safe ?? ""
    if kind == .pidfile {
      switch cause {
      case .foreignProc: break
      case .noProcess: return "no process id in \(name)"
      default:
        if process > 0 { return "process \(process) is younger than \(name)" }
        return "the process of \(name) is not running"
      }
    }
    let kind: StaticString =
      switch kind {
      case .container: "container"
      case .machine: "machine"
      default: "unit"
      }
    let rest: StaticString
    switch cause {
    case .foreignProc: return "/proc shows another PID namespace"
    case .missing, .noProcess: return "no \(kind) '\(name)'"
    case .notRunning: rest = " is not running"
    case .ended: rest = " ended meanwhile"
    case .ambiguous: rest = " is ambiguous:"
    case .several: rest = " has several processes in different namespaces:"
    }
    return "\(kind) '\(name)'\(rest)"
  }
}
