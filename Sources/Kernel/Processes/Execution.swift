public import Bytes
import CKernel
public import NamespaceValues

/// The end of a launch: exec(3), and the environment it hands over.
public enum Execution {
  /// execvp(3): searches PATH unless the name holds a slash. Returns only when it failed.
  public static func search(_ name: ByteString, _ arguments: [ByteString]) -> Errno {
    guard let argv = vector(arguments) else { return .noMemory }
    defer { free(argv) }
    return name.withCString { Errno(-uy_execvp($0, argv)) }
  }

  /// execv(3): the path as it is. Returns only when it failed.
  public static func run(_ path: ByteString, _ arguments: [ByteString]) -> Errno {
    guard let argv = vector(arguments) else { return .noMemory }
    defer { free(argv) }
    return path.withCString { Errno(-uy_execv($0, argv)) }
  }

  /// execveat(2): what a descriptor leads to. Returns only when it failed.
  public static func run(_ file: borrowing OpenFile, _ arguments: [ByteString]) -> Errno {
    guard let argv = vector(arguments) else { return .noMemory }
    defer { free(argv) }
    return Errno(-uy_execute_descriptor(file.descriptor.raw, argv))
  }

  /// Writes the SELinux context of the next program, proc_pid_attr(5); a line feed alone takes it
  /// back.
  public static func setContext(_ context: ByteString) throws(Errno) {
    try OpenFile(writing: "/proc/thread-self/attr/exec").writeOnce(context)
  }

  /// Overwrites the whole environment, environ(7), so that /proc/PID/environ shows nothing of it, proc(5).
  public static func eraseEnvironment() { uy_erase_environment() }

  /// Replaces the whole environment, environ(7), by `NAME=VALUE` entries.
  public static func setEnvironment(_ entries: [ByteString]) throws(Errno) {
    guard let environment = vector(entries) else { throw .noMemory }
    uy_set_environment(environment)
  }

  /// Replaces the whole environment by entries that begin at these places of a block, and end in
  /// NUL or with it.
  public static func setEnvironment(
    _ block: [UInt8], entriesAt starts: [Int32]
  ) throws(Errno) {
    guard let (environment, bytes) = room(for: starts.count, bytes: block.count + 1) else {
      throw .noMemory
    }
    block.withUnsafeBytes { block in
      if let start = block.baseAddress { memcpy(bytes, start, block.count) }
    }
    bytes[block.count] = 0
    for (index, start) in starts.enumerated() { environment[index] = bytes + Int(start) }
    uy_set_environment(environment)
  }

  /// The name the kernel was asked to execute, getauxval(3) AT_EXECFN.
  public static var executedName: ByteString? {
    uy_executed_name().map { ByteString(cString: $0) }
  }

  typealias Vector = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// A C array of C strings that ends in a null pointer; to be freed as one. Nil without memory
  /// for all of it: one string that could not be copied would end the array too early, and the
  /// program would run with less than it was given.
  static func vector(_ strings: [ByteString]) -> Vector? {
    var count = 0
    for string in strings { count += string.count + 1 }
    guard let (vector, room) = room(for: strings.count, bytes: count) else { return nil }
    var bytes = room
    for (index, string) in strings.enumerated() {
      vector[index] = bytes
      _ = string.withCString { memcpy(bytes, $0, string.count + 1) }
      bytes += string.count + 1
    }
    return vector
  }

  /// One piece of memory for so many pointers, a null pointer and so many bytes; nil where there is
  /// none.
  private static func room(
    for count: Int, bytes: Int
  ) -> (Vector, UnsafeMutablePointer<CChar>)? {
    let table = (count + 1) * MemoryLayout<Vector>.stride
    guard let memory = uy_allocate(table + bytes) else { return nil }
    let vector = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: count + 1)
    vector[count] = nil
    return (vector, (memory + table).bindMemory(to: CChar.self, capacity: bytes))
  }
}
