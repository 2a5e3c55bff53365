import Bytes
import Kernel
import NamespaceValues

/// A descriptor that objects are written to. Nobody waits for its reader: what there is no room for waits
/// here, and is written when there is.
final class StatusWriter {
  private var descriptor: GivenDescriptor?
  private var waiting: [ByteString] = []
  private let isClosedAfterwards: Bool

  /// - Parameter isClosedAfterwards: whether one object is all.
  init(_ descriptor: GivenDescriptor?, isClosedAfterwards: Bool) {
    self.descriptor = descriptor
    self.isClosedAfterwards = isClosedAfterwards
  }

  var isOpen: Bool { descriptor != nil }

  /// The number at which room is waited for; -1 for none.
  var number: Int32 { waiting.isEmpty ? -1 : descriptor?.number ?? -1 }

  /// Closes it: nothing more is written.
  func close() {
    descriptor = nil
    waiting = []
  }

  func write(_ object: ByteString) {
    if !isOpen { return }
    waiting.append(object)
    flush()
  }

  /// Writes what waits, as far as there is room. A reader that has gone, or a full disk, ends it: the
  /// program is not to notice, and an object is not to be missing between others.
  func flush() {
    while let next = waiting.first, let descriptor {
      do throws(Errno) { try descriptor.writeNow(next) } catch {
        if error != .tryAgain { close() }
        return
      }
      waiting.removeFirst()
      if isClosedAfterwards { close() }
    }
  }

  /// Closes it when all was written; a reader that does not read gets so many milliseconds.
  func finish(within milliseconds: Int32) {
    flush()
    if !waiting.isEmpty, descriptor?.hasRoom(within: milliseconds) == true { flush() }
    close()
  }
}

/// What the process that was started tells, and what it knows of the one that becomes the program. A class,
/// as one word is all that a launch without it should have to do with.
final class StatusChannel {
  let request: StatusRequest
  let objects: StatusWriter
  let namespaces: StatusWriter
  var block: GivenDescriptor?
  var sync: GivenDescriptor?
  var pidfile: Pidfile?
  /// How the program's process says how far it is.
  var gate: ProgramGate?
  /// The namespaces of this process and its children, in the caller's /proc: for a kernel that says them in
  /// no other way.
  private var own: DirectoryHandle?
  private(set) var stage = Stage.preparing
  /// The program's process, in the numbers of this one.
  private(set) var program = ProcessID(0)
  /// Of the step that failed last, as `--dry-run` prints it.
  var step: ByteString?

  /// How far the program's process has come.
  enum Stage: Equatable {
    /// It does its steps.
    case preparing
    /// It waits until it may go on, or for a byte.
    case ready
    /// It calls exec(3).
    case starting
    /// It is the program.
    case running
    /// It has said why it failed.
    case failed(ByteString)
  }

  /// Takes the descriptors over before anything is forked: no helper's program gets them either.
  init(_ request: StatusRequest) throws(Errno) {
    @inline(never) func take(_ purpose: StatusRequest.Purpose) throws(Errno) -> GivenDescriptor? {
      let number = request.descriptor(for: purpose)
      return number < 0 ? nil : try GivenDescriptor(taking: number)
    }
    self.request = request
    // One number may be given for both.
    let isShared =
      request.descriptor(for: .namespaces) == request.descriptor(for: .objects)
    objects = StatusWriter(try take(.objects), isClosedAfterwards: false)
    namespaces = StatusWriter(isShared ? nil : try take(.namespaces), isClosedAfterwards: true)
    block = try take(.block)
    sync = try take(.sync)
    own = try? DirectoryHandle("/proc/self/ns")
  }

  /// Whose room is waited for, if anything waits to be written; -1 for none.
  var waitingNumber: Int32 { objects.number >= 0 ? objects.number : namespaces.number }

  /// After the fork, in the process that was started.
  func becomeOuter(hasInit: Bool) {
    gate?.becomeOuter()
    block = nil
    // Its end is to say that nobody of the namespace is left, which the init knows.
    if hasInit { sync = nil }
  }

  /// After the fork, in the init or else in the program's process: what is the parent's alone is closed.
  func becomeInner(isInit: Bool) {
    gate?.becomeInner()
    objects.close()
    namespaces.close()
    pidfile = nil
    own = nil
    step = nil
    if !isInit { sync = nil }
  }

  /// In the init, when it has forked: the end of the socket must come from the program alone.
  func closeGate() {
    gate = nil
    block = nil
  }

  /// In the program's process: from here on the end of the socket means that the program runs.
  /// - Parameter step: what comes next.
  /// - Throws: EPIPE where nobody is there who would supervise the program.
  func tellNext(_ step: ByteString) throws(Errno) {
    self.step = "child: \(step)"
    try gate?.say("X")
  }

  /// What the program's process has said.
  /// - Parameters:
  ///   - text: the message; none at the end of the socket.
  ///   - sender: who sent it, as the kernel knows.
  ///   - child: whose parent this process is.
  /// - Returns: whether the program runs now.
  func advance(_ text: ByteString, _ sender: ProcessID, _ child: ProcessID) throws(Errno) -> Bool {
    if text.isEmpty {
      if stage != .starting { return false }
      stage = .running
      return true
    }
    if stage == .preparing {
      program = sender.number > 0 ? sender : child
    } else if sender != program {
      // Of another process that got hold of the socket.
      return false
    }
    switch text.byte(at: 0) {
    case UInt8(ascii: "R") where stage == .preparing:
      stage = .ready
      tellFirst(child)
      try gate?.open()
    case UInt8(ascii: "X") where stage == .ready: stage = .starting
    case UInt8(ascii: "E"): stage = .failed(text.dropFirst(1))
    default: break
    }
    return false
  }

  /// Tells the last, and closes all. It must not keep the status from whoever waits for this process: a
  /// reader that does not read gets five seconds.
  func tellLast(_ object: ByteString) {
    namespaces.finish(within: 0)
    objects.write(object)
    objects.finish(within: 5000)
  }

  /// Tells where the program will be.
  private func tellFirst(_ child: ProcessID) {
    let found = ["\"child-pid\": \(child.number)"] + namespaceMembers()
    own = nil
    if request.descriptor(for: .namespaces) >= 0 {
      (namespaces.isOpen ? namespaces : objects).write(
        StatusObjects.first(found, isLong: true))
    }
    objects.write(StatusObjects.first(found, isLong: false))
  }

  /// The inode numbers of the kinds that were made or entered: this process's, or those that its children
  /// get. It is never refused its own, whoever the child has become. A kind that cannot be found is left out.
  private func namespaceMembers() -> [ByteString] {
    let order: [NamespaceKind] = [.cgroup, .ipc, .mount, .network, .pid, .time, .user, .uts]
    var found: [ByteString] = []
    for kind in order where request.kinds.contains(NamespaceSet(kind)) {
      var inode = try? ProcessHandle(Calls.ownProcess).namespace(kind, ofChildren: true).inode()
      if inode == nil { inode = try? own?.inode(of: "\(kind.persistentName)") }
      if let inode { found.append("\"\(kind.name)-namespace\": \(inode)") }
    }
    return found
  }
}
