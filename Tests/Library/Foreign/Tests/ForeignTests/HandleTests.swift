import Glibc
import Namespaces
import Shared
import Testing

let isRoot = geteuid() == 0

/// Expects this error and no other one.
func expectError(
  _ expected: NamespaceError, location: SourceLocation = #_sourceLocation,
  _ body: () throws -> Void
) {
  #expect(throws: expected, sourceLocation: location) { try body() }
}

/// A folder that goes away with the value.
final class Folder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/unyoke-foreign.XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = mkdtemp(start) else { return "/nowhere" }
      return String(cString: made)
    }
  }

  deinit {
    for name in names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  func callAsFunction(_ name: String) -> ByteString { ByteString((path + "/" + name).utf8) }
}

@Suite struct HandleTests {
  @Test(arguments: NamespaceKind.allCases) func ofThisProcess(_ kind: NamespaceKind) throws {
    let path: ByteString = "/proc/self/ns/\(kind.name)"
    let handle = try NamespaceHandle(path: path)
    #expect(handle.kind == kind)
    var status = stat()
    #expect(stat("/proc/self/ns/\(kind.name)", &status) == 0)
    #expect(handle.inode == UInt64(status.st_ino))
    #expect(
      handle.identity == NamespaceIdentity(device: UInt64(status.st_dev), inode: handle.inode))
    let own = try CurrentProcess.namespace(kind)
    let byNumber = try NamespaceHandle(kind, of: CurrentProcess.process)
    let byHandle = try NamespaceHandle(kind, of: ProcessHandle(CurrentProcess.process))
    let ofChildren = try NamespaceHandle(
      forChildren: kind, of: ProcessHandle(CurrentProcess.process))
    let copy = try handle.withDescriptor { (number) throws(NamespaceError) in
      #expect(fcntl(number, F_GETFD) == FD_CLOEXEC)
      return try NamespaceHandle(duplicating: number, kind: kind)
    }
    // The operators, and what they compare.
    let areEqual = handle == own && handle == byNumber && !(handle != copy)
    #expect(areEqual)
    #expect(handle.identity == byHandle.identity)
    #expect(handle.identity == ofChildren.identity)
    #expect(try own.id() == copy.id())
  }

  @Test func relations() throws {
    let network = try CurrentProcess.namespace(.network)
    let user = try CurrentProcess.namespace(.user)
    #expect(try network.owner().identity == user.identity)
    #expect(try network.id() != user.id())
    #expect(network.identity != user.identity)
    expectError(.ask(.parent, .invalidArgument)) { _ = try network.parent() }
    expectError(.ask(.creator, .invalidArgument)) { _ = try network.creator() }
    // What is above this one nobody in it may see.
    expectError(.ask(.parent, .notPermitted)) { _ = try user.parent() }
    expectError(.ask(.owner, .notPermitted)) { _ = try user.owner() }
    expectError(.ask(.parent, .notPermitted)) {
      _ = try CurrentProcess.namespace(.pid).parent()
    }
    let child = try clone([.user, .pid], running: Program("sleep", ["100"]))
    let inner = try child.namespace(.user)
    #expect(try inner.parent().identity == user.identity)
    #expect(try inner.owner().identity == user.identity)
    #expect(try inner.creator() == UserID(geteuid()))
    #expect(try child.namespace(.pid).parent().identity == CurrentProcess.namespace(.pid).identity)
    #expect(try child.namespace(.pid).owner().identity == inner.identity)
    try child.signal(.kill)
    _ = try child.wait()
    // It lives on with its handle.
    #expect(try inner.parent().identity == user.identity)
  }

  /// Attacker: whoever may write to the folder of a path, and puts something else there. It must neither block nor
  /// be taken for a namespace.
  @Test(.timeLimit(.minutes(1))) func somethingElseInItsPlace() throws {
    let folder = Folder()
    let fifo = folder("fifo")
    #expect(fifo.withCString { mkfifo($0, 0o600) } == 0)
    expectError(.notNamespace) { _ = try NamespaceHandle(path: fifo) }
    let file = folder("file")
    close(file.withCString { creat($0, 0o600) })
    expectError(.notNamespace) { _ = try NamespaceHandle(path: file, kind: .network) }
    let path = folder("socket")
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.bytes) }
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    defer { close(socket) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(bound == 0)
    expectError(.open(path, Errno(ENXIO))) { _ = try NamespaceHandle(path: path) }
    let loop = folder("loop")
    #expect(loop.withCString { symlink($0, $0) } == 0)
    expectError(.open(loop, Errno(ELOOP))) { _ = try NamespaceHandle(path: loop) }
    for path in ["/dev/null", "/dev/zero", "/tmp", "/proc/self/stat"] as [ByteString] {
      expectError(.notNamespace) { _ = try NamespaceHandle(path: path) }
    }
    expectError(.open("/nowhere/at/all", .noEntry)) {
      _ = try NamespaceHandle(path: "/nowhere/at/all")
    }
    expectError(.wrongKind(.network, expected: .uts)) {
      _ = try NamespaceHandle(path: "/proc/self/ns/net", kind: .uts)
    }
  }

  @Test func descriptorsOfSomethingElse() throws {
    expectError(.descriptor(-1, .badDescriptor)) { _ = try NamespaceHandle(duplicating: -1) }
    expectError(.descriptor(99_999, .badDescriptor)) {
      _ = try NamespaceHandle(duplicating: 99_999)
    }
    let pipe = TestPipe()
    expectError(.notNamespace) { _ = try NamespaceHandle(duplicating: pipe.reader) }
    expectError(.descriptor(pipe.reader, .badDescriptor)) {
      _ = try ProcessHandle(duplicating: pipe.reader)
    }
    let process = try ProcessHandle(CurrentProcess.process)
    try process.withDescriptor { number in
      #expect(fcntl(number, F_GETFD) == FD_CLOEXEC)
      expectError(.notNamespace) { _ = try NamespaceHandle(duplicating: number) }
      let copy = try ProcessHandle(duplicating: number)
      let (found, own) = (
        try NamespaceHandle(.uts, of: copy).identity, try CurrentProcess.namespace(.uts).identity
      )
      #expect(found == own)
    }
    // Attacker: whoever hands a namespace over as a process. setns(2) would enter it.
    try CurrentProcess.namespace(.network).withDescriptor { number in
      expectError(.descriptor(number, .badDescriptor)) {
        _ = try ProcessHandle(duplicating: number)
      }
      expectError(.wrongKind(.network, expected: .mount)) {
        _ = try NamespaceHandle(duplicating: number, kind: .mount)
      }
    }
    // A folder of /proc is taken for a process by pidfd_send_signal(2), and by nothing else.
    let folder = open("/proc/self", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(folder) }
    expectError(.descriptor(folder, .badDescriptor)) {
      _ = try ProcessHandle(duplicating: folder)
    }
  }

  /// Attacker: time. The process ends, and its number may become somebody else's.
  @Test func processesThatEnd() throws {
    let child = try clone([], running: Program("sleep", ["100"]))
    let process = try child.processHandle()
    let byNumber = try ProcessHandle(child.process)
    #expect(try !process.hasEnded())
    try process.signal(.terminate)
    #expect(try child.hasEnded(within: .seconds(10)))
    // A zombie has no namespaces.
    #expect(try process.hasEnded())
    for kind in NamespaceKind.allCases {
      expectError(.namespace(kind, .noProcess)) { _ = try NamespaceHandle(kind, of: byNumber) }
      expectError(.namespace(kind, .noProcess)) { _ = try child.namespace(kind) }
    }
    #expect(try child.wait() == .killed(.terminate))
    expectError(.namespace(.uts, .noProcess)) { _ = try NamespaceHandle(.uts, of: process) }
    for kind in [.pid, .time] as [NamespaceKind] {
      expectError(.namespace(kind, .noProcess)) {
        _ = try NamespaceHandle(forChildren: kind, of: process)
      }
    }
    expectError(.signal(.terminate, .noProcess)) { try process.signal(.terminate) }
    expectError(.openProcess(child.process, .noProcess)) { _ = try ProcessHandle(child.process) }
    expectError(.openProcess(child.process, .noProcess)) {
      _ = try NamespaceHandle(.uts, of: child.process)
    }
    expectError(.openProcess(ProcessID(0), .invalidArgument)) {
      _ = try ProcessHandle(ProcessID(0))
    }
    expectError(.signal(SignalNumber(1000), .invalidArgument)) {
      try ProcessHandle(CurrentProcess.process).signal(SignalNumber(1000))
    }
  }

  @Test func aThreadIsNoProcess() throws {
    let number = try withNamespaces([]) { () -> Result<Int32, NamespaceError> in
      let thread = ProcessID(Int32(content("/proc/thread-self/stat").prefix { $0 != " " }) ?? 0)
      do throws(NamespaceError) {
        _ = try ProcessHandle(thread)
        return .success(thread.number)
      } catch { return .failure(error) }
    }
    guard case .failure(.openProcess(_, let error)) = number else {
      Issue.record("\(number)")
      return
    }
    // ENOENT from Linux 6.15 on.
    #expect(error == .invalidArgument || error == .noEntry)
  }
}
