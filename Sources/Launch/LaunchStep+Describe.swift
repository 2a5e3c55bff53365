public import Bytes
import Capabilities
import Kernel
import NamespaceValues

/// A line of a plan for people.
public struct PlanLine: Equatable, Sendable {
  /// Who does it, and what. Words of the user are quoted as for a shell, so that none makes a line or a
  /// step of its own.
  public let text: ByteString
  /// What it is about.
  public let part: Part

  /// What a line is about.
  public enum Part: Equatable, Sendable {
    case step(LaunchStep)
    /// The start of the program.
    case program
    /// A file for the program's process id is made, or emptied.
    case pidfile(ByteString)
    /// What this process does for its child.
    case fork
  }
}

extension LaunchPlan {
  /// The plan for people: a line for each step, headed by the process that does it.
  public var lines: [PlanLine] {
    var lines: [PlanLine] = []
    @inline(never) func add(_ text: ByteString, _ part: PlanLine.Part, in process: StaticString) {
      lines.append(PlanLine(text: "\(process): \(text)", part: part))
    }
    let status = fork?.supervision?.status
    if let path = status?.pidfile {
      add(StatusRequest.describeCreation(of: path), .pidfile(path), in: "this process")
    }
    for step in setup { add(step.describe(), .step(step), in: "this process") }
    if let fork { add(fork.describe(), .fork, in: "this process") }
    for step in persistence { add(step.describe(), .step(step), in: "this process") }
    for step in initial { add(step.describe(), .step(step), in: "init") }
    if let supervision = fork?.supervision, supervision.hasInit {
      add(supervision.describeInit(), .fork, in: "init")
    }
    let process: StaticString = fork == nil ? "this process" : "child"
    for step in runner { add(step.describe(), .step(step), in: process) }
    if let number = status?.descriptor(for: .block), number >= 0 {
      add(StatusRequest.describeBlock(number), .fork, in: process)
    }
    add(describeProgram(), .program, in: process)
    if let path = status?.pidfile {
      add(StatusRequest.describeNumber(in: path), .fork, in: "this process")
    }
    if let fork { add(fork.describeWait(), .fork, in: "this process") }
    return lines
  }

  func describeProgram() -> ByteString {
    let start: ByteString =
      switch program {
      case .command(let name, let arguments), .outer(let name, let arguments):
        "execute \(([name] + arguments).map { $0.shellWord }.joined(by: " "))"
      // Not "execute": that could be a program called "the".
      case .loginShell: "start the login shell"
      }
    switch environment {
    case .inherit: return start
    case .only(let names) where names.isEmpty: return "\(start), with no environment"
    case .only(let names):
      return "\(start), with no variables but \(names.map { $0.shellWord }.joined(by: " "))"
    }
  }
}

extension LaunchStep {
  /// One line for people.
  public func describe() -> ByteString {
    switch self {
    case .hideFromTarget: "hide from other processes"
    case .defaultChildSignal: "set SIGCHLD to its default action"
    case .startHelper(let job): "fork a helper that will \(job.describe())"
    case .dropGroups: "drop all supplementary groups"
    case .setGroup(let group): "set the group id to \(group.number)"
    case .setUser(let user): "set the user id to \(user.number)"
    case .tryToDropGroups: "drop all supplementary groups, if that is allowed"
    case .dropGroupsUnlessDone: "drop all supplementary groups, unless that was done before"
    case .dropRemainingGroups: "drop all supplementary groups, if there are any"
    case .readTargetIdentity: "read the target's user and group"
    case .setGroupOfTarget: "set the group id to the target's"
    case .setUserOfTarget: "set the user id to the target's"
    case .dropGroupsIfPermitted: "drop all supplementary groups, if the user namespace allows it"
    case .holdOwnDirectory: "open /proc/self"
    case .readOwnMaps: "read the id maps of the user namespace"
    case .setMappedGroup:
      "take the gid that the user namespace has: 0, else one's own, else its lowest"
    case .setMappedUser:
      "take the uid that the user namespace has: 0, else one's own, else its lowest"
    case .raiseAmbientCapabilities([]): "raise all capabilities into the ambient set"
    case .raiseAmbientCapabilities(let except):
      "raise all capabilities into the ambient set, without \(except.words)"
    case .privilege(let step): step.describe()
    case .rememberPrivileges: "read the capabilities, to work out what must become of them"
    case .verify(let steps): "verify, read back from the kernel: \(steps.describeVerified())"
    case .unshare(let namespaces): "unshare(\(namespaces.describe()))"
    case .releaseHelper(.binder): "let the helper bind the namespaces, wait for it"
    case .releaseHelper(.mapWriter): "let the helper write the id maps, wait for it"
    case .setClockOffset(let offset):
      "write \"\(offset.clock.rawValue) \(offset.seconds) 0\" to /proc/self/timens_offsets"
    case .bindNamespaces(let bindings): bindings.describe()
    case .writeOwnMap(let kind, let mapping):
      "write \"\(mapping.line)\" to /proc/self/\(kind.fileName)"
    case .writeSetgroups(let policy): "write \"\(policy.word)\" to /proc/self/setgroups"
    case .refuseAllowedSetgroups: "fail: a group map for oneself needs setgroups denied"
    case .setHostName(let name): "set the host name to \(name.shellWord)"
    case .setDomainName(let name): "set the domain name to \(name.shellWord)"
    case .bringLoopbackUp: "bring the interface lo up"
    case .enterTarget(let namespaces, let ifAllowed):
      "setns(pidfd of the target, \(namespaces.describe()))\(condition(ifAllowed))"
    case .enterFile(let kind, let ifAllowed):
      "setns(\(kind.name) file, \(kind.flagName))\(condition(ifAllowed))"
    case .expectNamespace(let kind, _):
      "check that ns/\(kind.persistentName) is the one by which the target was chosen"
    case .close(let file): "close \(file.describe())"
    case .joinCgroup: "write the process id to cgroup.procs of the target's cgroup"
    case .setEnvironment: "replace the environment by the target's"
    case .expectEnvironmentInside(let path, let refusal):
      "expect to read \(path.shellWord) inside (\(refusal.text) here)"
    case .readTargetEnvironment: "replace the environment by the target's, unless that was done"

    case .setRootPropagation(let propagation):
      "make all mounts \(propagation.word), recursively"
    case .changeRoot(let path): "change the root directory to \(path.shellWord)"
    case .changeDirectory(let path): "change the working directory to \(path.shellWord)"
    case .checkWorkingDirectory(let path):
      "fail unless \(path.shellWord) led below the root directory"
    case .holdCurrentDirectory: "open the current directory"
    case .changeToHeldRoot: "change the root directory to the one opened before"
    case .openWorkingDirectory(let path): "open \(path.shellWord) as the working directory"
    case .changeToHeldWorkingDirectory:
      "change the working directory to the one opened before"
    case .makePrivate(let path): "make the mount at \(path.shellWord) private, if it is one"
    case .enterHeldRoot: "change the working directory to the root directory opened before"
    case .askMountOwner: "see which user namespace owns the mount namespace"
    case .holdMounts(let path):
      "open the table of mounts, for the one that comes to \(path.shellWord)"
    case .openMountPlace(let type, let path, let avoidsLinks):
      "open \(path.shellWord)\(avoidsLinks ? ", without following links," : "" as StaticString) to mount \(type.name) there"
    case .mountAtPlace(let type, let path):
      "mount \(type.name) at \(path.shellWord), with what hides parts of the old one"
    case .mountProc(let path): "mount proc at \(path.shellWord)"
    case .mountBinfmt(let path): "mount binfmt_misc at \(path.shellWord)"
    case .registerInterpreter(let directory, let definition):
      "write \(definition.shellWord) to \(("\(directory)/register" as ByteString).shellWord)"
    case .protectProgram(let name): "make a view of \(name.shellWord) that nobody can write"
    case .dieWithParent(let signal): "ask for signal \(signal.name) when the parent dies"
    case .reapOrphans: "become the parent of orphans"
    case .startSession: "start a session of its own"
    case .leadGroup: "lead a process group of its own, in the foreground if this job is"
    }
  }
}

extension [LaunchStep] {
  /// What is read back after these steps.
  fileprivate func describeVerified() -> ByteString {
    let asked = AskedIdentity(self)
    var parts: [ByteString] = []
    if asked.group != nil { parts.append("group ids") }
    if asked.user != nil { parts.append("user ids") }
    if asked.groups != nil { parts.append("supplementary groups") }
    if !asked.securebits.isEmpty { parts.append("securebits") }
    if asked.forbidsNewPrivileges { parts.append("no_new_privs") }
    if contains(where: { $0.changesCapabilities }) { parts.append("all sets of capabilities") }
    return parts.joined(by: ", ")
  }
}

/// What is said of an entry that may be refused.
private func condition(_ ifAllowed: Bool) -> StaticString {
  ifAllowed ? ", if that is allowed from outside of the user namespace" : ""
}

extension HeldFile {
  fileprivate func describe() -> StaticString {
    switch self {
    case .namespace: "the namespace file"
    case .target: "the pidfd of the target"
    case .targetDirectory: "the target's directory in /proc"
    case .root: "the root directory"
    case .workingDirectory: "the working directory"
    case .cgroupProcesses: "cgroup.procs"
    case .ownDirectory: "the own directory in /proc"
    }
  }
}

extension HelperJob {
  func describe() -> ByteString {
    switch self {
    case .bindNamespaces(let bindings): bindings.describe()
    case .writeMaps(let users, let groups, let writer):
      switch writer {
      case .helper: "write \(maps(users, groups))"
      case .setUserIDPrograms: "have newuidmap and newgidmap write \(maps(users, groups))"
      }
    }
  }

  private func maps(_ users: [IDMapping], _ groups: [IDMapping]) -> ByteString {
    let parts = [(IDMapKind.users, users), (.groups, groups)].filter { !$0.1.isEmpty }
    return parts.map { kind, mappings -> ByteString in
      "\(kind.fileName) \"\(mappings.map { $0.line }.joined(by: ", "))\""
    }.joined(by: " and ")
  }
}

extension [NamespaceBinding] {
  fileprivate func describe() -> ByteString {
    let parts = map { binding -> ByteString in
      "/proc/PID/ns/\(binding.kind.persistentName) to \(binding.file.shellWord)"
    }
    return "bind \(parts.joined(by: ", "))"
  }
}

extension NamespaceSet {
  func describe() -> ByteString {
    let names = NamespaceKind.allCases.filter { contains($0) }
    return names.isEmpty ? "0" : names.map { "\($0.flagName)" }.joined(by: " | ")
  }
}
