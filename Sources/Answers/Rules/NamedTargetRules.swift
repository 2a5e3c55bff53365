import Bytes
import Kernel
import NamespaceValues
import Nsenter
import Targets

// A name led to no process.

func namedTargetHints(
  _ error: NamedTargetError, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  switch error.cause {
  case .missing:
    // What may not be read can be a folder above, as somebody else's home: then the engine need not be here.
    guard let engine = error.unreadable, evidence.place.isClosed(to: trouble.callerUser) else {
      return []
    }
    if let asked = trouble.entry?.named?.engine, asked != engine { return [] }
    return [
      Hint(
        "names-of-root",
        "root alone can read names of \(engine.name)'s containers; the beginning of an id works for all"
      )
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

extension PlaceEvidence {
  /// Whether one of the places is there and this user may not read it, as far as its owner and its mode tell.
  fileprivate func isClosed(to caller: UserID?) -> Bool {
    looks.contains { look in
      switch look.answer {
      case .refused(let errno): errno == .accessDenied || errno == .notPermitted
      case .known(let place): place.user != caller && place.mode & 0o004 == 0
      case .unknown: false
      }
    }
  }
}
