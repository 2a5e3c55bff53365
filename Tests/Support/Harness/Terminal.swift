import Glibc

/// Opens a pseudo-terminal of 24 lines: the end to read from, and the terminal itself.
func openTerminal(columns: Int) -> [Int32] {
  let master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
  var name = [CChar](repeating: 0, count: 128)
  guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0,
    ptsname_r(master, &name, name.count) == 0
  else { fatalError("no pseudo-terminal: \(errno)") }
  let slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
  var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
  guard slave >= 0, ioctl(slave, UInt(TIOCSWINSZ), &size) == 0 else {
    fatalError("no pseudo-terminal: \(errno)")
  }
  return [master, slave]
}

/// What was written to a terminal, before the terminal made CR LF of each LF.
func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
  let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
  return bytes.indices.filter {
    bytes[$0] != carriageReturn || $0 + 1 == bytes.count || bytes[$0 + 1] != lineFeed
  }.map { bytes[$0] }
}
