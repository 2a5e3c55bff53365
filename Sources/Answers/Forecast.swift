public import Bytes
import Capabilities
import Kernel
public import Launch
import NamespaceValues
import Nsenter

/// What can be said of a part of a launch before it is tried: why it must fail. Nil where nothing is
/// known to be in its way; that is no promise.
public func forecast(
  _ part: PlanLine.Part, _ circumstances: Circumstances, from source: some EvidenceSource
) -> ByteString? {
  let failure: LaunchFailure? =
    switch part {
    case .step(.unshare(let kinds)): refusal(of: kinds, from: source).map { .unshare($0) }
    case .step(.changeRoot(let path)):
      missingDirectory(path, from: source).map { .changeRoot(path, $0) }
    case .step(.startHelper(.bindNamespaces(let bindings))), .step(.bindNamespaces(let bindings)):
      missingFile(of: bindings, circumstances, from: source)
    case .step(.startHelper(.writeMaps(let users, let groups, by: .setUserIDPrograms))):
      missingHelper(users, groups, from: source)
    case .step(.mountProc(let path)) where needsProcessNamespace(circumstances):
      .mount(path, .notPermitted)
    case .step(.setClockOffset(let offset)):
      clockBelowZero(offset, circumstances, from: source)
    case .pidfile(let path):
      faultOfPidfile(at: path, circumstances, from: source).map { .pidfile(path, $0) }
    case .program: missingProgram(circumstances, from: source)
    default: nil
    }
  guard let failure, let sentence = failure.sentence else { return nil }
  let question = Trouble(.launch(failure), circumstances)
  var evidence = Evidence()
  evidence.gather(about: question, from: source, isForecast: true)
  guard let hint = hints(for: question, evidence).first else { return sentence }
  return "\(sentence): \(hint.sentence)"
}

/// What unshare(2) of these kinds must be answered. The call is not tried: a filter might end the process.
private func refusal(of kinds: NamespaceSet, from source: some EvidenceSource) -> Errno? {
  // No kernel and nobody's rights are in the way of nothing.
  if kinds.isEmpty { return nil }
  var kernel = KernelEvidence()
  kernel.gather(from: source)
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
  of bindings: [NamespaceBinding], _ circumstances: Circumstances, from source: some EvidenceSource
) -> LaunchFailure? {
  let changesRoot = circumstances.plan?.setup.contains {
    if case .changeRoot = $0 { true } else { false }
  }
  if changesRoot == true { return nil }
  for binding in bindings where source.look(at: binding.file).isAbsent {
    return .bind(
      source: "/proc/PID/ns/\(binding.kind.persistentName)", file: binding.file, .noEntry)
  }
  return nil
}

/// A /proc is that of a PID namespace, which a new user namespace does not own without a new one.
private func needsProcessNamespace(_ circumstances: Circumstances) -> Bool {
  circumstances.created.contains(.user)
    && (!circumstances.created.contains(.pid) || circumstances.leavesProcessesToChildren)
}

/// The failure of an offset that puts its clock below 0.
private func clockBelowZero(
  _ offset: ClockOffset, _ circumstances: Circumstances, from source: some EvidenceSource
) -> LaunchFailure? {
  let failure = LaunchFailure.writeOffsets("/proc/self/timens_offsets", .outOfRange)
  var place = PlaceEvidence()
  place.gather(about: Trouble(.launch(failure), circumstances), from: source)
  return place.now(above: offset).map { _ in failure }
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
  _ circumstances: Circumstances, from source: some EvidenceSource
) -> LaunchFailure? {
  guard let plan = circumstances.plan, case .command(let name, _) = plan.program,
    plan.environment == .inherit,
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
