public import Bytes
public import Host
import Launch
import LaunchOptions
public import Namespaces
public import Options

extension NsenterIntent {
  /// Applies one option. Files are opened here, while the options are applied one by one,
  /// so that the first wrong thing from the left is the one reported.
  public mutating func apply(
    _ event: OptionEvent<NsenterOption>, opening files: inout some EntryFiles & ~Copyable,
    on host: some HostFacts
  ) throws(NsenterError) {
    let value = event.value ?? ""
    switch event.id {
    // Whoever applies the events acts on these.
    case .help, .version, .privilege(.listCapabilities): break

    case .all: entersAll = true
    case .target:
      let target = try parseTarget(value)
      try files.choose(target)
      self.target = target
    case .mount: try add(.mount, event.value, &files)
    case .uts: try add(.uts, event.value, &files)
    case .ipc: try add(.ipc, event.value, &files)
    case .net: try add(.network, event.value, &files)
    case .pid: try add(.pid, event.value, &files)
    case .cgroup: try add(.cgroup, event.value, &files)
    case .user: try add(.user, event.value, &files)
    case .time: try add(.time, event.value, &files)
    case .netSocket: socket = try parseSocket(value)
    case .userParent: entersUserParent = true

    // The last one counts, whether it is a number or a word (docs/deviations.md D-111).
    case .setuid: user = try parseUser(value)
    case .setgid: group = try parseGroup(value)
    case .preserveCredentials: preservesCredentials = true
    case .keepCapabilities: keepsCapabilities = true

    case .root:
      if let path = event.value { try files.openRoot(path) } else { takesRoot = true }
    case .workingDirectory:
      try choose(.outer)
      if let path = event.value {
        try files.openWorkingDirectory(withoutEquals(path))
      } else {
        takesWorkingDirectory = true
      }
    case .innerWorkingDirectory:
      try choose(.inner)
      // Without a value it takes an earlier one back.
      innerWorkingDirectory = event.value.map(withoutEquals)

    case .environment: takesEnvironment = true
    case .noFork: forks = false
    case .joinCgroup: joinsCgroup = true
    case .followContext: followsContext = true

    case .forChildren: entersForChildren = true
    case .forwardSignals: forwardsSignals = true
    case .killChild: killChild = try event.value.map(parseSignal) ?? .kill
    case .clearEnvironment: environment = .only([])
    case .whitelistEnvironment: environment = try parseVariables(value)
    case .dryRun: isDryRun = true
    case .privilege(let option):
      do throws(PrivilegeError) { try privileges.apply(option, value, on: host) } catch {
        throw .privilege(error)
      }
    }
  }

  /// What can only be looked up when all options are known.
  public mutating func complete(on host: some HostFacts) throws(NsenterError) {
    var number: UserID?
    if case .id(let user) = user { number = user }
    do throws(PrivilegeError) { try privileges.complete(user: number, on: host) } catch {
      throw .privilege(error)
    }
  }

  private mutating func add(
    _ kind: NamespaceKind, _ name: ByteString?, _ files: inout some EntryFiles & ~Copyable
  ) throws(NsenterError) {
    if let name {
      switch try NamespaceName(withoutEquals(name)) {
      case .file(let path): try files.openNamespace(kind, at: path)
      case .id(let id): try files.openNamespace(kind, withID: id)
      }
    }
    namespaces.insert(NamespaceSet(kind))
  }

  /// The two options for the working directory exclude each other, before either has an effect.
  private mutating func choose(_ option: DirectoryOption) throws(NsenterError) {
    if let first = directoryOption, first != option { throw .exclusive(first, option) }
    directoryOption = option
  }
}

/// Opens what the command line names, at the moment it is met there.
public protocol EntryFiles: ~Copyable {
  /// Takes note of the target, and makes sure that a target with an inode number is that very
  /// process.
  mutating func choose(_ target: NsenterIntent.Target) throws(NsenterError)
  mutating func openNamespace(_ kind: NamespaceKind, at path: ByteString) throws(NsenterError)
  mutating func openNamespace(_ kind: NamespaceKind, withID id: UInt64) throws(NsenterError)
  mutating func openRoot(_ path: ByteString) throws(NsenterError)
  mutating func openWorkingDirectory(_ path: ByteString) throws(NsenterError)
}
