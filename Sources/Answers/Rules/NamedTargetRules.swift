import Bytes
import Targets

// A name led to no process.

func namedTargetHints(_ error: NamedTargetError) -> [Hint] {
  switch error.cause {
  case .missing:
    guard let engine = error.unreadable else { return [] }
    return [
      Hint(
        "names-of-root",
        "names of \(engine.name) are readable by root only; the beginning of an id does")
    ]
  case .notRunning where error.process > 0 && error.kind != .pidfile:
    return [
      Hint(
        "number-of-another",
        "its state file names process \(error.process), which is another one by now")
    ]
  case .several where error.kind != .container:
    return [
      Hint(
        "several-processes",
        "its manager knows the first: systemctl show -p MainPID --value UNIT prints a PID for -t")
    ]
  default: return []
  }
}
