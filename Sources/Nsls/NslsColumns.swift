import Bytes
import Tables

/// A column of nsls(8).
public enum NslsColumn: CaseIterable, Equatable, Sendable {
  // In the order of --output-all.
  case number, kind, path, memberCount, process, parentProcess, command, userID, user, networkID
  case mountPoints, parent, owner
  // Extensions: they are in no list where nothing else of ours is asked for.
  case heldBy, namespaceID
  // And these in no list at all: they are found by their names.
  case access, controlGroup, unit, container

  /// The columns of the original.
  public static let original = Array(allCases.prefix(13))
  /// Those that lists may have.
  static let listed = Array(allCases.prefix(15))

  /// The heading.
  public var name: StaticString {
    switch self {
    case .number: "NS"
    case .kind: "TYPE"
    case .path: "PATH"
    case .memberCount: "NPROCS"
    case .process: "PID"
    case .parentProcess: "PPID"
    case .command: "COMMAND"
    case .userID: "UID"
    case .user: "USER"
    case .networkID: "NETNSID"
    case .mountPoints: "NSFS"
    case .parent: "PNS"
    case .owner: "ONS"
    case .heldBy: "HELDBY"
    case .namespaceID: "NSID"
    case .access: "ACCESS"
    case .controlGroup: "CGROUP"
    case .unit: "UNIT"
    case .container: "CONTAINER"
    }
  }

  /// What it holds, for people.
  public var help: StaticString {
    switch self {
    case .number: "inode number that identifies the namespace"
    case .kind: "namespace type name"
    case .path: "link of the namespace under /proc"
    case .memberCount: "how many processes are members"
    case .process: "smallest member PID"
    case .parentProcess: "parent of that process"
    case .command: "its command line"
    case .userID: "its numeric user"
    case .user: "its user name"
    case .networkID: "network id of a net namespace"
    case .mountPoints: "where the namespace is mounted"
    case .parent: "number of the parent namespace"
    case .owner: "number of the owning user namespace"
    case .heldBy: "what keeps the namespace alive"
    case .namespaceID: "id that no other namespace ever gets"
    case .access: "whether you may enter it: yes, user, no"
    case .controlGroup: "control group of that process"
    case .unit: "systemd unit of that process"
    case .container: "container of that process"
    }
  }

  /// Whether it holds numbers. The id of a network namespace may be a word.
  var isNumber: Bool {
    switch self {
    case .number, .memberCount, .process, .parentProcess, .userID, .parent, .owner, .namespaceID:
      true
    default: false
    }
  }

  /// What it holds in JSON.
  private var typeName: ByteString {
    isNumber ? "<integer>" : self == .heldBy ? "<array>" : "<string>"
  }

  private var hint: Int {
    switch self {
    case .number, .parent, .owner: 10
    case .kind, .memberCount, .process, .parentProcess: 5
    default: 0
    }
  }

  /// The column as the table lays it out.
  func column(_ options: NslsIntent, isHidden: Bool) -> TableColumn {
    let isTree =
      switch options.tree {
      case .process: self == .command
      case .owner, .parent: self == .number
      case nil: false
      }
    let isRight = isNumber || self == .networkID
    return TableColumn(
      name, hint: hint, alignment: isRight && !isTree ? .right : .left, isNumber: isNumber,
      isTruncated: self == .command && !options.isUncut,
      isWrapped: (self == .mountPoints || self == .heldBy) && !options.isUnwrapped,
      isList: self == .heldBy, isTree: isTree, isHidden: isHidden)
  }

  /// The column of a name, in any case.
  init?(named name: ByteString) {
    let upper = name.uppercased
    guard let found = Self.allCases.first(where: { upper == $0.name }) else { return nil }
    self = found
  }

  /// The columns as a table, for --list-columns.
  static func description(of columns: [NslsColumn]) -> Table {
    var table = Table([
      TableColumn("HOLDER", alignment: .right), TableColumn("TYPE"), TableColumn("DESCRIPTION"),
    ])
    for column in columns {
      table.add(
        Table.Row([
          "\(column.name)", column.typeName, "\(column.help)",
        ]))
    }
    return table
  }
}
