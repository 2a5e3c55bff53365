import CKernel
public import NamespaceValues

/// The descriptors every program has.
public enum StandardStream: Int32, Sendable {
  /// Standard output.
  case output = 1
  /// Standard error.
  case error = 2

  /// write(2) until everything is out.
  public func write(_ bytes: [UInt8]) throws(Errno) {
    if let fault = writeAll(bytes) { throw fault.errno }
  }

  /// write(2) until everything is out.
  /// - Returns: what stopped it, and after how many bytes; nil when all are out.
  public func writeAll(_ bytes: [UInt8]) -> (errno: Errno, written: Int)? {
    var done = 0
    while done < bytes.count {
      let from = done
      let count = bytes.withUnsafeBytes {
        uy_write(rawValue, $0.baseAddress! + from, $0.count - from)
      }
      if count < 0 { return (Errno(Int32(truncatingIfNeeded: -count)), done) }
      done += count
    }
    return nil
  }

  /// Writes what nobody has to read: a failure, a reader who left included, has no consequence. write(2)
  /// with SIGPIPE ignored meanwhile.
  public func tell(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      let from = done
      let count = bytes.withUnsafeBytes {
        uy_write_unheard(rawValue, $0.baseAddress! + from, $0.count - from)
      }
      if count <= 0 { return }
      done += count
    }
  }

  /// The bytes that stdio(3) of glibc collects before it writes them to this stream.
  public var bufferSize: Int { Int(uy_stream_buffer(rawValue)) }

  /// Whether the stream can still be used, as a flush at the end would find out: dup(2) and
  /// close(2) of the copy.
  public func probe() throws(Errno) {
    let result = uy_probe(rawValue)
    if result < 0 { throw Errno(-result) }
  }
}

/// How wide a stream is that text is written to.
public enum StreamWidth: Equatable, Sendable {
  /// No terminal.
  case unlimited
  /// A terminal of so many columns, ioctl_tty(2) TIOCGWINSZ; nil where it does not say.
  case terminal(columns: Int?)
}

extension StandardStream {
  /// isatty(3).
  public var isTerminal: Bool { width != .unlimited }

  /// isatty(3) and TIOCGWINSZ.
  public var width: StreamWidth {
    let columns = uy_terminal_columns(rawValue)
    if columns < 0 { return .unlimited }
    return .terminal(columns: columns == 0 ? nil : Int(columns))
  }
}
