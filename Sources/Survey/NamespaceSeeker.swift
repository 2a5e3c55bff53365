import Bytes
public import Kernel
public import NamespaceValues

/// How one namespace is named that is looked for.
public enum SoughtNamespace: Equatable, Sendable {
  /// By its inode number on nsfs. Once it is gone another one may get that.
  case number(UInt64)
  /// By its 64-bit id, which no other one ever gets.
  case id(UInt64)

  /// Whether an open file is this namespace. Others decide what lies at a path and when it changes, so
  /// that only what is open is asked: it cannot change any more, and its number is not given away as long
  /// as it is open.
  /// - Parameter kind: what it has to be; nil for any kind.
  public func isFile(_ file: borrowing NamespaceHandle, _ kind: NamespaceKind?) -> Bool {
    // First: a device or another file system would get the requests of nsfs, made with our rights.
    guard (try? file.fileSystemType()) == .nsfs else { return false }
    if let kind, (try? file.kind()) != kind { return false }
    return switch self {
    case .number(let number): (try? file.inode()) == number
    case .id(let id): (try? file.id()) == id
    }
  }
}

/// Keeps the first namespace that is the one that is looked for, open.
final class NamespaceSeeker {
  let sought: SoughtNamespace
  /// What it has to be; nil for any kind.
  let kind: NamespaceKind?
  private var held: NamespaceHandle?
  /// Numbers of those that were open and are others.
  private var others = NumberIndex()

  init(_ sought: SoughtNamespace, _ kind: NamespaceKind?) {
    (self.sought, self.kind) = (sought, kind)
  }

  /// Whether it was found.
  var isDone: Bool { held != nil }

  /// Whether a namespace that is seen by a link is worth to be opened.
  func mayBe(_ number: UInt64, _ kind: NamespaceKind) -> Bool {
    if let own = self.kind, own != kind { return false }
    if case .number(let wanted) = sought { return number == wanted }
    return true
  }

  /// Whether it is the one.
  func accepts(_ file: borrowing NamespaceHandle) -> Bool { sought.isFile(file, kind) }

  /// Takes down that a file is not the one.
  func passOver(_ file: borrowing NamespaceHandle) {
    if let number = try? file.inode() { others.set(number, to: 0) }
  }

  /// Whether the namespace of a number was open, and is another one.
  func isKnownAsAnother(_ number: UInt64) -> Bool { others[number] != nil }

  func keep(_ file: consuming NamespaceHandle) { held = consume file }

  func take() -> NamespaceHandle? { held.take() }
}

extension Inventory {
  /// Opens a namespace that is known by its number or id alone, wherever it is kept: the scan of a listing,
  /// that ends with the first file that is proven to be it. In this thread alone.
  /// - Parameter kind: what it has to be; nil for any kind.
  /// - Returns: nil where no process, descriptor or mount that may be looked at has it.
  public static func open(
    _ sought: SoughtNamespace, _ kind: NamespaceKind?
  ) throws(InventoryFault) -> NamespaceHandle? {
    var request = InventoryRequest()
    request.discovery = .all
    // A user namespace may be kept by those that it owns, of any kind, and by nothing else.
    request.kinds = kind == nil || kind == .user ? .all : NamespaceSet(kind ?? .user)
    request.wantsRelations = kind == nil || kind == .user || kind == .pid
    if case .number(let number) = sought { request.members = number }
    request.isAlone = true
    let seeker = NamespaceSeeker(sought, kind)
    _ = try scan(request, seeking: seeker)
    return seeker.take()
  }

  /// A namespace and the processes in it. In this thread alone.
  /// - Parameter kind: what it is; nil where that is not known.
  public static func members(
    of number: UInt64, _ kind: NamespaceKind?
  ) throws(InventoryFault) -> Inventory {
    var request = InventoryRequest()
    request.discovery = .process
    request.kinds = kind.map { NamespaceSet($0) } ?? .all
    request.members = number
    request.isAlone = true
    return try take(request)
  }
}
