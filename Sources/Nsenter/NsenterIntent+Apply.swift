import Bytes
import Host
import Launch
import LaunchOptions
import NamespaceValues
import Options
import Targets

extension NsenterIntent {
  /// Applies one option. Files are opened here, while the options are applied one by one,
  /// so that the first wrong thing from the left is the one reported.
  /// - Returns: what nsenter does if the option ends the reading.
  mutating func apply(
    _ event: OptionEvent<NsenterOption>, opening files: inout some EntryFiles & ~Copyable,
    on host: some HostFacts
  ) throws(NsenterError) -> NsenterAction? {
    let value = event.value ?? ""
    switch event.id {
    case .help: return .help
    case .version: return .version
    case .listCapabilities: return .listCapabilities

    case .all: entersAll = true
    case .target:
      try chooseTarget(event.id)
      if let namespace = NamespaceNumber(value) {
        target = Target(try files.choose(in: namespace, value))
      } else {
        let target = try parseTarget(value)
        try files.choose(target)
        self.target = target
      }
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
    case .setuid: user = try shared(parseUser(value))
    case .setgid: group = try shared(parseGroup(value))
    case .preserveCredentials:
      if takesMappedIDs { throw .exclusive(.autoCredentials, .preserveCredentials) }
      preservesCredentials = true
    case .keepCapabilities: keepsCapabilities = true

    case .root:
      if let path = event.value { try files.openRoot(path) } else { takesRoot = true }
    case .workingDirectory:
      try choose(event.id)
      if let path = event.value {
        try files.openWorkingDirectory(withoutEquals(path))
      } else {
        takesWorkingDirectory = true
      }
    case .innerWorkingDirectory:
      try choose(event.id)
      // Without a value it takes an earlier one back.
      innerWorkingDirectory = event.value.map(withoutEquals)

    case .environment: takesEnvironment = true
    case .noFork: forks = false
    case .joinCgroup: joinsCgroup = true
    case .followContext: followsContext = true

    case .container: try name(event.id, .container, value)
    case .machine: try name(event.id, .machine, value)
    case .unit: try name(event.id, .unit, value)
    case .userUnit: try name(event.id, .userUnit, value)
    case .pidfile:
      try chooseTarget(event.id)
      named = TargetName(try files.readPidfile(value), in: value)
    case .except: excepted.formUnion(try parseKinds(value))
    case .autoCredentials:
      if preservesCredentials { throw .exclusive(.preserveCredentials, .autoCredentials) }
      takesMappedIDs = true
    case .execOuter: bringsProgram = true
    case .forChildren: entersForChildren = true
    case .forwardSignals:
      forwardsSignals = true
      launch.passedSignals = try shared(parseForwardedSignals(event.value))
    case .mountProc: procDirectory = event.value ?? "/proc"
    case .mountSys: mountsSys = true
    case .killChild: killChild = try shared(parseDeathSignal(event.value))
    case .launch(let option): try shared(launch.apply(option, value, on: host))
    }
    return nil
  }

  /// What can only be looked up when all options are known.
  /// - Parameter hasProgram: whether one was named.
  mutating func complete(
    hasProgram: Bool, on host: some HostFacts
  ) throws(NsenterError) {
    // The original has only an error for a target of which nothing is entered.
    if named != nil, namespaces.isEmpty, socket == nil, !entersUserParent, !entersForChildren {
      entersAll = true
    }
    if !excepted.isEmpty, !entersAll { throw .exceptWithoutAll }
    if bringsProgram, !hasProgram { throw .outerWithoutProgram }
    if !forks, let option = launch.childOption { throw .exclusive(.noFork, .launch(option)) }
    var number: UserID?
    if case .id(let user) = user { number = user }
    try shared(launch.complete(user: number, on: host))
  }

  private mutating func add(
    _ kind: NamespaceKind, _ name: ByteString?, _ files: inout some EntryFiles & ~Copyable
  ) throws(NsenterError) {
    if let name {
      switch try NamespaceName(withoutEquals(name)) {
      case .file(let path):
        try files.openNamespace(kind, at: path)
        // The last one counts.
        self.files.removeAll { $0.kind == kind }
        self.files.append(NamedNamespace(kind, at: path))
      case .id(let id): try files.openNamespace(kind, withID: id)
      }
    }
    namespaces.insert(NamespaceSet(kind))
  }

  private mutating func name(
    _ option: NsenterOption, _ kind: TargetName.Kind, _ text: ByteString
  ) throws(NsenterError) {
    try chooseTarget(option)
    named = TargetName(kind, text)
  }

  /// There is one target, and one way to say which.
  private mutating func chooseTarget(_ option: NsenterOption) throws(NsenterError) {
    if let first = targetOption, first != option { throw .exclusive(first, option) }
    targetOption = option
  }

  /// The two options for the working directory exclude each other, before either has an effect.
  private mutating func choose(_ option: NsenterOption) throws(NsenterError) {
    if let first = directoryOption, first != option { throw .exclusive(first, option) }
    directoryOption = option
  }
}

/// Says as nsenter's own error what unshare refuses too.
private func shared<Value>(
  _ read: @autoclosure () throws(LaunchOptionError) -> Value
) throws(NsenterError) -> Value {
  do throws(LaunchOptionError) { return try read() } catch { throw .launch(error) }
}
