public import Bytes
import Kernel
public import NamespaceValues
import Survey

/// Why there is no listing.
public enum NamespaceListingError: Error, Equatable, Sendable {
  /// `Request.root` does not begin with `/`: what it means would change with the working directory.
  case rootIsRelative(ByteString)
  /// `Request.root` is no proc(5); see `Request.acceptsFolder`.
  case rootIsNoProc(ByteString)
  /// A file could not be read, or another source, such as `sockets`, whatever is found elsewhere: ENOENT
  /// where it is missing, EMFILE, ENFILE or ENOMEM where this process or the machine has no more, EPERM or
  /// ENOSYS where a filter of seccomp(2) refuses.
  case unreadable(ByteString, Errno)
  /// The table of mounts, by its path, could not be read.
  case mountTable(ByteString, Errno)
  /// This kernel does not have the requests of ioctl_nsfs(2) by which namespaces are related; or what stands
  /// in a folder for a namespace is none.
  case unsupportedRequests([String])

  /// The number of the failed call; nil where none failed.
  public var errno: Errno? {
    switch self {
    case .rootIsRelative, .rootIsNoProc: nil
    case .unreadable(_, let errno), .mountTable(_, let errno): errno
    case .unsupportedRequests: .notTerminal
    }
  }

  init(_ fault: InventoryFault, own: ByteString) {
    switch fault {
    case .mountTable(let errno): self = .mountTable("\(own)/mountinfo", errno)
    case .read(let path, let errno): self = .unreadable(path, errno)
    case .unknownQuestion(let questions): self = .unsupportedRequests(Self.names(of: questions))
    }
  }

  /// What the kernel did not know, each once.
  static func names(of questions: [NamespaceQuestion]) -> [String] {
    var names: [String] = []
    for question in questions where !names.contains("\(question.name)") {
      names.append("\(question.name)")
    }
    return names
  }
}

extension NamespaceListingError: CustomStringConvertible {
  /// A sentence for people, with the number of the error.
  public var description: String {
    switch self {
    case .rootIsRelative(let path): "the root of a listing must be an absolute path: \(path)"
    case .rootIsNoProc(let path): "\(path) is no proc file system"
    case .unreadable(let path, let errno): "cannot read \(path): \(Self.text(of: errno))"
    case .mountTable(let path, let errno):
      "cannot read the mounts in \(path): \(Self.text(of: errno))"
    case .unsupportedRequests(let names):
      "the kernel does not have \(names.joined(separator: ", ")): \(Self.text(of: .notTerminal))"
    }
  }

  private static func text(of errno: Errno) -> String { "\(errno.text) (errno \(errno.code))" }
}
