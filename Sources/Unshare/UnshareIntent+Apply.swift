import Bytes
import Host
import Launch
import LaunchOptions
import NamespaceValues
import Options

extension UnshareIntent {
  /// Where proc and binfmt_misc are mounted when nothing else is said.
  static var defaultProcDirectory: ByteString { "/proc" }
  static var defaultBinfmtDirectory: ByteString { "/proc/sys/fs/binfmt_misc" }

  /// Applies one option. The host is asked here, while the options are applied one by one,
  /// so that the first wrong thing from the left is the one reported.
  /// - Returns: what unshare does if the option ends the reading.
  mutating func apply(
    _ event: OptionEvent<UnshareOption>, on host: some HostFacts
  ) throws(UnshareError) -> UnshareAction? {
    let value = event.value ?? ""
    switch event.id {
    case .help: return .help
    case .version: return .version
    case .listCapabilities: return .listCapabilities

    case .mount: add(.mount, keptAt: event.value)
    case .uts: add(.uts, keptAt: event.value)
    case .ipc: add(.ipc, keptAt: event.value)
    case .net: add(.network, keptAt: event.value)
    case .pid: add(.pid, keptAt: event.value)
    case .user: add(.user, keptAt: event.value)
    case .cgroup: add(.cgroup, keptAt: event.value)
    case .time: add(.time, keptAt: event.value)

    case .fork: forks = true
    case .killChild:
      forks = true
      killChild = try shared(parseDeathSignal(event.value))
    case .forwardSignals:
      forks = true
      forwardsSignals = true
      launch.passedSignals = try shared(parseForwardedSignals(event.value))

    case .mountProc:
      namespaces.insert(.mount)
      procDirectory = event.value ?? Self.defaultProcDirectory
    case .mountBinfmt:
      namespaces.formUnion([.mount, .user])
      binfmtDirectory = event.value ?? Self.defaultBinfmtDirectory
      // The default directory is in the proc that belongs to the new PID namespace.
      if event.value == nil, procDirectory == nil { procDirectory = Self.defaultProcDirectory }
    case .loadInterpreter:
      namespaces.formUnion([.mount, .user])
      interpreter = value
      if binfmtDirectory == nil {
        binfmtDirectory = Self.defaultBinfmtDirectory
        if procDirectory == nil { procDirectory = Self.defaultProcDirectory }
      }
    case .propagation: propagation = try parsePropagation(value)
    case .root: root = value
    case .workingDirectory: workingDirectory = value

    case .mapUser:
      namespaces.insert(.user)
      innerUser = try parseInnerUser(value, on: host)
    case .mapGroup:
      namespaces.insert(.user)
      innerGroup = try parseInnerGroup(value, on: host)
    case .mapUsers: try addRanges(IDRangeSource(value), [.users], on: host)
    case .mapGroups: try addRanges(IDRangeSource(value), [.groups], on: host)
    case .mapAuto: try addRanges(.auto, [.users, .groups], on: host)
    case .mapSubids: try addRanges(.subids, [.users, .groups], on: host)
    case .mapRootUser:
      namespaces.insert(.user)
      innerUser = .root
      innerGroup = .root
    case .mapCurrentUser:
      namespaces.insert(.user)
      innerUser = caller.user
      innerGroup = caller.group
    case .owner:
      namespaces.insert(.user)
      (ownerUser, ownerGroup) = try parseOwner(value)

    case .setgroups: setgroups = try parseSetgroups(value)
    case .keepCapabilities: keepsCapabilities = true
    case .setuid: user = try shared(parseUserNumber(value, as: strictID))
    case .setgid: group = try shared(parseGroupNumber(value, as: strictID))

    case .monotonic: monotonicOffset = try parseMonotonic(value)
    case .boottime: boottimeOffset = try parseBoottime(value)

    case .hostName: hostName = try parseName(value, of: event.id)
    case .domainName: domainName = try parseName(value, of: event.id)
    case .loopback: bringsLoopbackUp = true
    case .initProcess:
      forks = true
      initMode = try parseInitMode(event.value)
    case .pidfile: launch.status.pidfile = value
    case .launch(let option): try shared(launch.apply(option, value, on: host))
    }
    return nil
  }

  /// What can only be judged, or looked up, when all options are known.
  mutating func complete(on host: some HostFacts) throws(UnshareError) {
    if monotonicOffset != nil || boottimeOffset != nil, !namespaces.contains(.time) {
      throw .offsetWithoutTime
    }
    if hostName != nil, !namespaces.contains(.uts) {
      throw .needsNamespace(.hostName, .uts)
    }
    if domainName != nil, !namespaces.contains(.uts) {
      throw .needsNamespace(.domainName, .uts)
    }
    if bringsLoopbackUp, !namespaces.contains(.network) {
      throw .needsNamespace(.loopback, .net)
    }
    if initMode == .wait, !namespaces.contains(.pid) { throw .waitNeedsNamespace }
    // The init would be stopped by one of these, or not know what it was about.
    if initMode != nil, namespaces.contains(.pid), let signal = killChild, signal != .kill,
      !SignalSet.forwardable.contains(signal)
    {
      throw .deathSignalOfInit(signal)
    }
    if launch.childOption != nil || launch.status.pidfile != nil { forks = true }
    try shared(launch.complete(user: user, on: host))
  }

  private mutating func add(_ kind: NamespaceKind, keptAt file: ByteString?) {
    namespaces.insert(NamespaceSet(kind))
    // A later option without a file leaves the file of an earlier one in place.
    guard let file else { return }
    bindings.removeAll { $0.kind == kind }
    bindings.append(NamespaceBinding(kind, to: file))
  }

  private mutating func addRanges(
    _ source: IDRangeSource, _ kinds: [IDMapKind], on host: some HostFacts
  ) throws(UnshareError) {
    namespaces.insert(.user)
    for kind in kinds {
      let ranges = try source.ranges(kind, on: host)
      switch kind {
      case .users: userRanges += ranges
      case .groups: groupRanges += ranges
      }
    }
  }
}

/// Says as unshare's own error what nsenter refuses too.
private func shared<Value>(
  _ read: @autoclosure () throws(LaunchOptionError) -> Value
) throws(UnshareError) -> Value {
  do throws(LaunchOptionError) { return try read() } catch { throw .launch(error) }
}
