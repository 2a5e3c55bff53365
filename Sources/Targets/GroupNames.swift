public import Bytes
public import NamespaceValues

/// What the control groups of processes, and what engines write down, say of them: for listings. Nobody but root
/// and the caller may say whose a process is, so what another user can have named bears his number.
public final class GroupNames {
  private let places: TargetSearch
  private let search: NameSearch
  private let proc: ProcScan
  private lazy var trust = proc.trust(for: places.caller)
  /// What files say of containers; nil before anybody asked.
  private var known: [Candidate]?
  // Of the group that was asked about last.
  private var judged: (path: ByteString, stranger: Int64?) = ("", nil)
  // Of the process that was asked about last: a row has several columns.
  private var process = ProcessID(0)
  private var paths: [CgroupPath] = []

  /// - Parameter places: where files are looked for.
  /// - Returns: nil where there is no proc(5).
  public init?(_ places: TargetSearch) {
    guard let proc = try? ProcScan() else { return nil }
    self.proc = proc
    self.places = places
    search = NameSearch(TargetName(.container, ""), places.caller)
  }

  /// The path of a process's control group, cgroups(7); of two that of systemd's hierarchy, unless that is the
  /// root. Empty where it cannot be read.
  public func path(of process: ProcessID) -> ByteString {
    read(process)
    var text: ByteString = ""
    for path in paths where text.count < 2 { text = path.text }
    return text
  }

  /// The innermost unit of systemd that a process is in, with the manager in front where that is a user's; empty
  /// for none.
  public func unit(of process: ProcessID) -> ByteString {
    read(process)
    for path in paths {
      // A service may name the groups below its own as it likes.
      if let unit = path.unit(orAround: true) { return Self.text(unit.user, unit.name) }
    }
    // Whoever started a container may have put its scope into any group.
    for path in paths {
      guard let owner = path.outermostContainer(for: places.caller) else { continue }
      let name = owner.path.afterLastSlash
      if owner.isTrusted, name.bytes.isUnit, stranger(owner) != -1 {
        return Self.text(user(of: owner), name)
      }
    }
    return ""
  }

  /// The engine and the name of the container that a process is in, or the beginning of its id; empty for none.
  public func container(of process: ProcessID) -> ByteString {
    read(process)
    let known = known ?? places.files(search, takesAll: true).found
    self.known = known
    // What a file says counts before any group. In a foreign /proc its number is another process's.
    if proc.numbersAsWeDo {
      for one in known where one.process == process.number && one.process > 0 {
        if (try? HeldTarget(one.process, one, usesHandle: true, search)) != nil {
          return Self.text(nil, one)
        }
      }
    }
    for path in paths {
      guard let owner = path.outermostContainer(for: places.caller) else { continue }
      if owner.engine == .machine { return "" }
      let group = Candidate(owner)
      let stranger = owner.isTrusted ? stranger(owner) : nil
      // Anybody may have named it.
      if stranger == -1 { return "" }
      // The id of somebody else's container is no secret.
      for one in known
      where owner.isTrusted && stranger == nil && one.id == owner.name && owner.name.bytes.isLongID
      {
        group.name = one.name
        if !one.name.isEmpty || owner.engine == .unknown { group.engine = one.engine }
      }
      return Self.text(user(of: owner), group)
    }
    return ""
  }

  /// What `GroupTrust` says of a group: one has several rows.
  private func stranger(_ owner: CgroupOwner) -> Int64? {
    if owner.path != judged.path { judged = (owner.path, trust.stranger(owner)) }
    return judged.stranger
  }

  /// The user who can have named a group, where that is somebody else.
  private func user(of owner: CgroupOwner) -> UserID? {
    if !owner.isTrusted { return owner.user }
    return stranger(owner).flatMap { UInt32(exactly: $0) }.map(UserID.init)
  }

  private static func text(_ user: UserID?, _ one: Candidate) -> ByteString {
    let id = one.id.bytes.isLongID ? ByteString(one.id.bytes.prefix(12)) : one.id
    return text(user, "\(one.engine.name):\(one.name.isEmpty ? id : one.name)")
  }

  private static func text(_ user: UserID?, _ name: ByteString) -> ByteString {
    user.map { "user@\($0.number).service/\(name)" } ?? name
  }

  private func read(_ process: ProcessID) {
    if process == self.process { return }
    self.process = process
    paths = CgroupPath.all(in: proc.groups(of: process.number) ?? [])
  }
}
