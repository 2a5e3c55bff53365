public import Bytes
import Capabilities
import Kernel
public import Launch
import Namespaces
import Nsenter

/// What can be said of a part of a launch before it is tried: why it must fail. Nil where nothing is
/// known to be in its way; that is no promise.
public func forecast(
  _ part: PlanLine.Part, of plan: LaunchPlan, _ circumstances: Circumstances,
  from source: some EvidenceSource
) -> ByteString? {
  let failure: LaunchFailure? =
    switch part {
    case .step(.unshare(let kinds)): refusal(of: kinds, from: source).map { .unshare($0) }
    case .step(.changeRoot(let path)):
      missingDirectory(path, from: source).map { .changeRoot(path, $0) }
    case .step(.startHelper(.bindNamespaces(let bindings))), .step(.bindNamespaces(let bindings)):
      missingFile(of: bindings, in: plan, from: source)
    case .step(.startHelper(.writeMaps(let users, let groups, by: .setUserIDPrograms))):
      missingHelper(users, groups, from: source)
    case .step(.mountProc(let path)) where needsProcessNamespace(circumstances):
      .mount(path, .notPermitted)
    case .step(.setClockOffset(let offset)) where setsClockBelowZero(offset, from: source):
      .writeOffsets("/proc/self/timens_offsets", .outOfRange)
    case .program: missingProgram(of: plan, circumstances, from: source)
    default: nil
    }
  guard let failure, let sentence = failure.sentence else { return nil }
  let question = Trouble(.launch(failure), circumstances)
  let evidence = Evidence(about: question, from: source, isForecast: true)
  guard let hint = hints(for: question, evidence).first else { return sentence }
  return "\(sentence): \(hint.sentence)"
}

/// What unshare(2) of these kinds must be answered. The call is not tried: a filter might end the process.
private func refusal(of kinds: NamespaceSet, from source: some EvidenceSource) -> Errno? {
  // No kernel and nobody's rights are in the way of nothing.
  if kinds.isEmpty { return nil }
  let kernel = KernelEvidence(from: source)
  if !kernel.missingKinds.isDisjoint(with: kinds) { return .invalidArgument }
  // The user namespace is made first, and its maker has every capability in it.
  if !kinds.contains(.user), let sets = source.capabilities(), !sets.effective.contains(.sysAdmin) {
    return .notPermitted
  }
  return kinds.kinds.contains { kernel.limit(of: $0) == 0 } ? .noSpace : nil
}

/// What a path is answered that must be a directory of the caller's.
private func missingDirectory(_ path: ByteString, from source: some EvidenceSource) -> Errno? {
  switch source.look(at: path) {
  // Where it may not be looked for by the caller, it may be by whom he becomes.
  case .refused(let errno) where errno == .noEntry || errno == .notDirectory: errno
  case .known(let look) where !look.isDirectory: .notDirectory
  default: nil
  }
}

/// The first file that no namespace can be bound to, as it is not there. They are files of the caller's:
/// whoever binds them, but for a plan that changes the root first.
private func missingFile(
  of bindings: [NamespaceBinding], in plan: LaunchPlan, from source: some EvidenceSource
) -> LaunchFailure? {
  let changesRoot = plan.setup.contains { if case .changeRoot = $0 { true } else { false } }
  if changesRoot { return nil }
  for binding in bindings where source.look(at: binding.file).isAbsent {
    return .bind(
      source: "/proc/PID/ns/\(binding.kind.persistentName)", file: binding.file, .noEntry)
  }
  return nil
}

/// A /proc is that of a PID namespace, which a new user namespace does not own without a new one.
private func needsProcessNamespace(_ circumstances: Circumstances) -> Bool {
  circumstances.created.contains(.user)
    && (!circumstances.created.contains(.pid) || circumstances.mountsOutsideOfOwnProcesses)
}

/// Offsets count from the clocks of the first time namespace, which are seen from in there only.
private func setsClockBelowZero(_ offset: ClockOffset, from source: some EvidenceSource) -> Bool {
  guard let first = NamespaceKind.time.firstNumber,
    source.link(at: "/proc/self/ns/time").value == "time:[\(first)]",
    let now = source.content(of: "/proc/uptime").number
  else { return false }
  return offset.seconds < 0 && offset.seconds.magnitude > now
}

/// newuidmap(1) or newgidmap(1), where it is needed and not there.
private func missingHelper(
  _ users: [IDMapping], _ groups: [IDMapping], from source: some EvidenceSource
) -> LaunchFailure? {
  for (kind, mappings) in [(IDMapKind.users, users), (.groups, groups)] where !mappings.isEmpty {
    if isNowhere(kind.helperName, from: source) { return .execute(kind.helperName, .noEntry) }
  }
  return nil
}

/// The program, where it is looked for among the caller's files and in his PATH, and is not there.
private func missingProgram(
  of plan: LaunchPlan, _ circumstances: Circumstances, from source: some EvidenceSource
) -> LaunchFailure? {
  guard case .command(let name, _) = plan.program, plan.environment == .inherit,
    circumstances.entry?.takesEnvironment != true, !circumstances.endsAmongOthersFiles,
    isNowhere(name, from: source)
  else { return nil }
  return .execute(name, .noEntry)
}

/// Whether execvp(3) finds nothing by this name, whatever the working directory is.
private func isNowhere(_ name: ByteString, from source: some EvidenceSource) -> Bool {
  if name.hasPrefix("/") { return source.look(at: name).isAbsent }
  guard !name.isEmpty, !name.bytes.contains(UInt8(ascii: "/")),
    let list = source.variable(named: "PATH")
  else { return false }
  let folders = list.bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  return folders.allSatisfy { folder in
    folder.first == UInt8(ascii: "/")
      && source.look(at: "\(ByteString(folder))/\(name)").isAbsent
  }
}
