import Bytes
import Kernel
import NamespaceValues

// Namespaces that this process and the target share. To enter one again takes the rights over it, and has
// no effect but one: so whoever lacks them has what was asked for without the call. That is how a plain
// user enters his own container, which has the time namespace of the host at least.

extension Executor {
  /// Enters those namespaces of the target that are not this process's own, after it was refused
  /// (EPERM) to enter all of them.
  ///
  /// Whatever is not certain to be shared must be entered: a program would else find itself with the
  /// files of the container in the network of the host.
  /// - Returns: whether the target has left one meanwhile that was left out.
  /// - Throws: why they cannot be entered.
  @inline(never)
  mutating func enterUnshared(_ namespaces: NamespaceSet) throws(Errno) -> Bool {
    let isHeld = files.targetDirectory != nil
    if !holdTargetDirectory() { throw .notPermitted }
    let before = targetNamespaces(namespaces)
    var shared: NamespaceSet = []
    // Never the user namespace: a process cannot enter its own, so it was asked for another one.
    for (place, kind) in NamespaceKind.allCases.enumerated()
    where kind != .user && before[place] != 0 && before[place] == Self.ownNumber(kind) {
      shared.formUnion(NamespaceSet(kind))
    }
    let rest = namespaces.subtracting(shared)
    if shared.isEmpty { throw .notPermitted }
    var hasMoved = false
    if !rest.isEmpty {
      // One call, the user namespace in it: the kernel judges each kind by the rights from before the
      // call, which whoever made an outer user namespace has over all that is inside of it.
      try held(files.target?.enter(rest))
      progress.entered.formUnion(rest)
      // The target may have moved in between: then what was left out is not what it has now. What cannot
      // be read any more decides nothing, as the target may have ended.
      let after = targetNamespaces(shared)
      for place in 0..<8 where after[place] != 0 && after[place] != before[place] {
        hasMoved = true
      }
    }
    // What the plan does not know of it does not close, and a name that is looked up inside must not
    // find the caller's /proc (docs/deviations.md D-150).
    if !isHeld { files.targetDirectory = nil }
    leaveOut(shared)
    return hasMoved
  }

  /// Takes namespaces for entered that are this process's own.
  @inline(never)
  mutating func leaveOut(_ namespaces: NamespaceSet) {
    progress.entered.formUnion(namespaces)
    progress.own.formUnion(namespaces)
    progress.remark = .isOwn(namespaces)
    // The one effect of entering the mount namespace that one is in; a refusal is none of it.
    if namespaces.contains(.mount) { try? Calls.changeDirectory("/") }
  }

  /// Whether the held namespace of a kind is certain to be this process's own.
  @inline(never)
  func holdsOwn(_ kind: NamespaceKind) -> Bool {
    guard kind != .user, hasOwnProc, let held = try? files.namespaces.identity(of: kind) else {
      return false
    }
    return Self.number(held.device, held.inode) == Self.ownNumber(kind)
  }

  /// Makes sure that the namespace of a kind that was entered by way of the target is the one by which the target
  /// was chosen. Only after the call: before it the target can change its namespaces at any time, and no look
  /// at the target after it says what was entered.
  @inline(never)
  func expectNamespace(_ kind: NamespaceKind, _ number: UInt64) throws(LaunchFailure) {
    let name = kind.persistentName
    // By a directory that was opened outside: the /proc in here can say anything.
    let file = try attempt(held(files.ownDirectory?.openNamespace("ns/\(name)"))) {
      .open("/proc/self/ns/\(name)", $0)
    }
    guard (try? file.fileSystemType()) == .nsfs, (try? file.inode()) == number else {
      throw .targetChanged
    }
  }

  /// Whether /proc is the one that the caller sees. That of a mount namespace that was entered can hold
  /// anything, as a file that is the target's network namespace under the name of one's own.
  private var hasOwnProc: Bool { !progress.hasOtherMounts }

  /// One number for a file: nsfs is one file system, whose inode numbers have 32 bits.
  private static func number(_ device: UInt64, _ inode: UInt64) -> UInt64 { device << 32 ^ inode }

  /// Which namespaces of these kinds the target is in, in the order of the table; 0 where it cannot be read.
  private func targetNamespaces(_ kinds: NamespaceSet) -> InlineArray<8, UInt64> {
    var numbers = InlineArray<8, UInt64>(repeating: 0)
    for (place, kind) in NamespaceKind.allCases.enumerated() where kinds.contains(kind) {
      if let facts = try? held(files.targetDirectory?.facts(of: "ns/\(kind.name)")) {
        numbers[place] = Self.number(facts.device, facts.inode)
      }
    }
    return numbers
  }

  /// What entering would change: for PID and time namespaces that of the children. 0 where nothing is
  /// certain.
  @inline(never)
  private static func ownNumber(_ kind: NamespaceKind) -> UInt64 {
    let number = ownFile("\(kind.persistentName)")
    // Entering a time namespace moves the process and its children.
    return kind == .time && ownFile("time") != number ? 0 : number
  }

  @inline(never)
  private static func ownFile(_ name: ByteString) -> UInt64 {
    guard let facts = try? FileFacts(of: "/proc/self/ns/\(name)") else { return 0 }
    return number(facts.device, facts.inode)
  }

  /// Opens the target's directory below /proc where that was not done yet.
  private mutating func holdTargetDirectory() -> Bool {
    guard hasOwnProc else { return false }
    if files.targetDirectory != nil { return true }
    guard let number = files.target?.numberInProc(), number > 0 else { return false }
    files.targetDirectory = try? DirectoryHandle("/proc/\(number)")
    // Only now, with both open: a process that still has its number has not lent it to another.
    return files.target?.numberInProc() == number
  }
}
