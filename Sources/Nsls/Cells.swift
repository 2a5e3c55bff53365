import Bytes
import Host
import NamespaceValues
import Survey
import Tables
import Targets

/// Makes the text of cells.
final class Cells {
  private let isUnwrapped: Bool
  private let userNames: UserNames
  private let makeGroupNames: () -> GroupNames?
  private lazy var inquiry = AccessInquiry()
  private lazy var groupNames = makeGroupNames()

  /// - Parameter groupNames: called once, and only when a column needs them.
  init(isUnwrapped: Bool, userNames: UserNames, groupNames: @escaping () -> GroupNames?) {
    (self.isUnwrapped, self.userNames) = (isUnwrapped, userNames)
    makeGroupNames = groupNames
  }

  /// What a row is about.
  struct Subject {
    let namespace: NamespaceRecord
    /// The member that stands for it, or one of those that are listed.
    let process: ProcessRecord?

    /// Who runs the process; without one, who made the namespace.
    var user: UserID { process?.user ?? namespace.creator }
  }

  /// The text of a cell; empty where there is no value.
  func text(_ column: NslsColumn, _ subject: Subject) -> ByteString {
    let namespace = subject.namespace
    switch column {
    case .number: return "\(namespace.number)"
    case .kind: return "\(namespace.kind.name)"
    case .path:
      return subject.process.map { "/proc/\($0.process.number)/ns/\(namespace.kind.name)" } ?? ""
    case .memberCount: return "\(namespace.memberCount)"
    case .process: return subject.process.map { "\($0.process.number)" } ?? ""
    case .parentProcess: return subject.process.map { "\($0.parent.number)" } ?? ""
    case .command: return subject.process.map { ProcessCommand.text(of: $0.process) } ?? ""
    // Signed, as in the original.
    case .userID: return "\(Int32(bitPattern: subject.user.number))"
    case .user: return userNames.name(of: subject.user)
    case .networkID:
      switch namespace.networkID {
      case nil: return ""
      case .unassigned: return "unassigned"
      case .number(let id): return "\(id)"
      }
    case .mountPoints: return namespace.mountPoints.joined(by: isUnwrapped ? "," : "\n")
    case .parent: return "\(namespace.parentNumber)"
    case .owner: return "\(namespace.ownerNumber)"
    case .heldBy: return Table.cell(of: namespace.holderTexts)
    case .namespaceID: return namespace.namespaceID.map { "\($0)" } ?? ""
    case .access: return access(subject).map { "\($0.word)" } ?? ""
    case .controlGroup, .unit, .container:
      return subject.process.map { group(column, $0.process) } ?? ""
    }
  }

  private func group(_ column: NslsColumn, _ process: ProcessID) -> ByteString {
    guard let names = groupNames else { return "" }
    if column == .controlGroup { return names.path(of: process) }
    return column == .unit ? names.unit(of: process) : names.container(of: process)
  }

  /// Nil where there is nothing by which it could be asked.
  private func access(_ subject: Subject) -> EntryAccess? {
    let namespace = subject.namespace
    if let process = subject.process?.process {
      return inquiry.access(namespace.kind, namespace.number, of: process)
    }
    for holder in namespace.holders {
      switch holder {
      case .descriptor(let process, let number):
        return inquiry.access(
          namespace.kind, namespace.number, at: "/proc/\(process.number)/fd/\(number)")
      case .mount(let path): return inquiry.access(namespace.kind, namespace.number, at: path)
      default: continue
      }
    }
    return nil
  }

  /// The text that a filter compares where it is not that of the cell: user ids are not negative, and
  /// holders are separated by commas.
  func filterText(_ column: NslsColumn, _ subject: Subject) -> ByteString? {
    switch column {
    case .userID: "\(subject.user.number)"
    case .heldBy: subject.namespace.holderTexts.joined(by: ",")
    default: nil
    }
  }
}

extension NamespaceRecord {
  /// What keeps it alive: one of each way in which it was found.
  fileprivate var holderTexts: [ByteString] {
    var parts: [ByteString] = []
    if let representative { parts.append("proc:\(representative.process.number)") }
    parts += holders.map { $0.text }
    return parts
  }
}

extension Holder {
  fileprivate var text: ByteString {
    let parts = parts
    guard let process = parts.process else { return "\(parts.way):\(parts.place)" }
    if parts.place.isEmpty { return "\(parts.way):\(process.number)" }
    let separator: StaticString = parts.place.hasPrefix("/") ? ":" : "/"
    return "\(parts.way):\(process.number)\(separator)\(parts.place)"
  }

  /// The word of --discover for its way, the process, and where in it or on the machine.
  var parts: (way: StaticString, process: ProcessID?, place: ByteString) {
    switch self {
    case .descriptor(let process, let number): ("fd", process, "\(number)")
    case .socket(let process, let number): ("socket", process, "\(number)")
    case .mount(let path): ("mount", nil, path)
    case .task(let process, let thread): ("task", process, "\(thread)")
    case .children(let process): ("children", process, "")
    case .foreignMount(let process, let path): ("mount-all", process, path)
    case .ancestor(let descendant): ("ancestor", nil, "\(descendant)")
    }
  }
}
