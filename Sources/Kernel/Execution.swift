public import Bytes
import CKernel

/// The end of a launch: exec(3), and the environment it hands over.
public enum Execution {
  /// execvp(3): searches PATH unless the name holds a slash. Returns only when it failed.
  public static func search(_ name: ByteString, _ arguments: [ByteString]) -> Errno {
    withVector(arguments) { argv in name.withCString { Errno(-ck_execvp($0, argv)) } }
  }

  /// execv(3): the path as it is. Returns only when it failed.
  public static func run(_ path: ByteString, _ arguments: [ByteString]) -> Errno {
    withVector(arguments) { argv in path.withCString { Errno(-ck_execv($0, argv)) } }
  }

  /// execveat(2): what a descriptor leads to. Returns only when it failed.
  static func run(_ file: borrowing OwnedDescriptor, _ arguments: [ByteString]) -> Errno {
    let descriptor = file.raw
    return withVector(arguments) { Errno(-ck_execute_descriptor(descriptor, $0)) }
  }

  /// Writes the SELinux context of the next program, proc_pid_attr(5); a line feed alone takes it
  /// back.
  public static func setContext(_ context: ByteString) throws(Errno) {
    try OwnedDescriptor(writing: "/proc/thread-self/attr/exec").writeOnce(context)
  }

  /// The value of a variable, getenv(3).
  public static func environment(_ name: ByteString) -> ByteString? {
    name.withCString { getenv($0) }.map { ByteString(cString: $0) }
  }

  /// Replaces the whole environment, environ(7), by `NAME=VALUE` entries.
  public static func setEnvironment(_ entries: [ByteString]) {
    ck_set_environment(vector(entries))
  }

  /// The name the kernel was asked to execute, getauxval(3) AT_EXECFN.
  public static var executedName: ByteString? {
    ck_executed_name().map { ByteString(cString: $0) }
  }

  private typealias Vector = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// A C array of C strings that ends in a null pointer.
  private static func vector(_ strings: [ByteString]) -> Vector {
    let vector = Vector.allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() {
      vector[index] = string.withCString { strdup($0) }
    }
    vector[strings.count] = nil
    return vector
  }

  private static func withVector<Result>(
    _ strings: [ByteString], _ body: (Vector) -> Result
  ) -> Result {
    let argv = vector(strings)
    defer {
      for index in strings.indices { free(argv[index]) }
      argv.deallocate()
    }
    return body(argv)
  }
}
