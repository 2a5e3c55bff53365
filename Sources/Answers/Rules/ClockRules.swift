import Bytes
import Capabilities
import Launch
import NamespaceValues

// Offsets of clocks, time_namespaces(7).

func clockHints(_ errno: Errno, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  if errno == .notPermitted {
    if evidence.process.has(.sysTime) == false, !trouble.created.contains(.user) {
      return [
        Hint(
          "needs-sys-time",
          trouble.callerUser == .root
            ? "offsets of clocks take CAP_SYS_TIME, which was taken from root here; with --map-root-user (-r) it is there"
            : "offsets of clocks take CAP_SYS_TIME, which this process lacks: add --map-root-user (-r), or run as root"
        )
      ]
    }
    return [strippedByAppArmor(evidence)].compactMap { $0 }
  }
  guard errno == .outOfRange else { return [] }
  // 146 years, without those that a machine may have been up.
  for step in trouble.steps {
    guard case .setClockOffset(let offset) = step, offset.seconds > 4_000_000_000 else { continue }
    return [Hint("clock-too-far", "a clock may be at most 146 years ahead: use a smaller offset")]
  }
  for step in trouble.steps {
    guard case .setClockOffset(let offset) = step, let now = evidence.place.now(above: offset)
    else { continue }
    let clock: StaticString = offset.clock == .monotonic ? "monotonic" : "boottime"
    return [
      Hint(
        "clock-below-zero",
        "the \(clock) clock is at about \(now) s now, and no clock may be below 0: use an offset above -\(now)"
      )
    ]
  }
  return []
}
