import Bytes
import Capabilities
import Kernel
import NamespaceValues
import Privs
import Survey

// The program is there, or something is in its place, and may not be started.

/// EACCES.
func forbiddenProgramHints(
  _ name: ByteString, _ program: ProgramEvidence, _ evidence: Evidence
) -> [Hint] {
  // A list of rights, acl(5), may let in whom the mode does not: that comes behind what is certain.
  var guesses: [Hint] = []
  for file in program.chain {
    guard let (hint, isCertain) = forbidden(file, program, evidence) else { continue }
    if isCertain { return [hint] }
    guesses.append(hint)
  }
  // Of two of them one is none.
  if !guesses.isEmpty { return guesses.count == 1 ? guesses : [] }
  if let folder = program.forbiddingFolder {
    return closed(folder, name, evidence).map { [$0] } ?? []
  }
  // All that files say allows it.
  guard let file = program.chain.first, file.look.value?.isRegular == true else { return [] }
  return moduleHint("start \(file.path.shortPath)", evidence).map { [$0] } ?? []
}

/// What is wrong with one of the files: the program, or what it is started by.
private func forbidden(
  _ file: ProgramEvidence.File, _ program: ProgramEvidence, _ evidence: Evidence
) -> (Hint, isCertain: Bool)? {
  guard let look = file.look.value else { return nil }
  if let hint = unfit(file.path.shortPath, look, program) { return (hint, true) }
  guard look.isRegular else { return nil }
  let path = file.path.shortPath
  if look.forbidsPrograms || look.fileSystem == nil && liesOnNoexec(file.path, look, evidence) {
    let hint = Hint(
      "program-on-noexec",
      "\(path) is on a file system that is mounted noexec; put it elsewhere, or remount that with exec"
    )
    return (hint, true)
  }
  if mayStart(look, evidence) == false,
    let user = evidence.process.status.value.flatMap({ ProcessStatus($0).users.dropFirst().first })
  {
    let hint = Hint(
      "program-of-somebody-else",
      "\(path) belongs to \(owner(of: look, evidence)), and its mode \(octal(look.mode)) does not let uid \(user) start it"
    )
    // With such a list the bits of the group are the most that it gives.
    return (hint, look.mode & 0o010 == 0)
  }
  return nil
}

/// It is nothing that could be started.
private func unfit(_ path: ByteString, _ look: FileLook, _ program: ProgramEvidence) -> Hint? {
  if look.isDirectory {
    return Hint(
      "program-is-directory",
      "\(path) is a directory, not a program; =VALUE follows an option that may have none, as in --root=DIR"
    )
  }
  // Of a sample that was followed, which is no link.
  let sample = program.namespace.value
  if look.fileSystem == .nsfs
    || look.isRegular && sample?.isRegular == true && sample?.device == look.device
  {
    return Hint(
      "program-is-namespace",
      "\(path) is a namespace, not a program; =FILE follows an option that may have none, as in --net=FILE"
    )
  }
  guard look.isRegular, !look.isExecutable else { return nil }
  return Hint(
    "program-not-executable",
    "\(path) is not executable: its mode is \(octal(look.mode)); chmod +x, or start it by its interpreter"
  )
}

/// The same by the mount table, where the kernel does not say it of the file: before Linux 6.8.
private func liesOnNoexec(_ path: ByteString, _ look: FileLook, _ evidence: Evidence) -> Bool {
  guard let mounts = evidence.process.mountEntries, let whole = evidence.process.absolute(path),
    let mount = mounts.holding(whole)
  else { return false }
  // Links lead elsewhere.
  return mount.device == look.device && mount.has("noexec")
}

/// Whether permissions let this process start a file; nil where who it is is not known.
private func mayStart(_ look: FileLook, _ evidence: Evidence) -> Bool? {
  guard let content = evidence.process.status.value else { return nil }
  let status = ProcessStatus(content)
  guard status.users.count == 4, status.groups.count == 4,
    let privileged = evidence.process.has(.dacOverride)
  else { return nil }
  // Rights over files are rights over those whose owners exist here.
  if privileged, evidence.process.maps(look.user.number, .users) != false,
    evidence.process.maps(look.group.number, .groups) != false
  {
    return true
  }
  // Those of the file system, which follow the effective ones.
  let groups = [status.groups[3]] + status.supplementaryGroups
  guard let isOwner = evidence.process.isOne(of: [status.users[3]], look.user.number, .users) else {
    return nil
  }
  if isOwner { return look.mode & 0o100 != 0 }
  guard let isMember = evidence.process.isOne(of: groups, look.group.number, .groups) else {
    return nil
  }
  return look.mode & (isMember ? 0o010 : 0o001) != 0
}

extension ProcessEvidence {
  /// Whether a file's id is among those of this process; nil where that cannot be known, as ids without
  /// a mapping look all the same.
  fileprivate func isOne(of ids: [UInt32], _ id: UInt32, _ kind: IDMapKind) -> Bool? {
    if maps(id, kind) != false { return ids.contains(id) }
    return ids.allSatisfy { maps($0, kind) == true } ? false : nil
  }
}

/// A folder that may not be searched.
private func closed(
  _ folder: ProgramEvidence.File, _ name: ByteString, _ evidence: Evidence
) -> Hint? {
  guard let look = folder.look.value else { return nil }
  // Along PATH the kernel's answer is kept for the end: the program may be nowhere.
  let missing: StaticString = name.bytes.contains(UInt8(ascii: "/")) ? "" : "not found, and "
  return Hint(
    "folder-may-not-be-searched",
    "\(missing)a folder of \(owner(of: look, evidence)) may not be searched (mode \(octal(look.mode))): \(folder.path.shortPath)"
  )
}

/// EPERM, which files do not give.
func refusedProgramHints(_ program: ProgramEvidence, _ evidence: Evidence) -> [Hint] {
  var hints: [Hint] = []
  if let file = program.chain.first, file.look.value?.isRegular == true,
    let sets = evidence.process.capabilities,
    // All that Linux has had since 3.16.
    !sets.bounding.isSuperset(of: CapabilitySet(first: 38))
  {
    hints.append(
      Hint(
        "program-with-capabilities",
        "possibly \(file.path.shortPath) has file capabilities that the bounding set lacks; compare getcap(8) with unyoke privs"
      ))
  }
  if evidence.process.isFiltered {
    hints.append(
      Hint(
        "program-filtered",
        "possibly a seccomp filter refuses execve(2) here, not the program's file"))
  }
  return hints
}

/// Whose it is, as people say it.
private func owner(of look: FileLook, _ evidence: Evidence) -> ByteString {
  evidence.process.maps(look.user.number, .users) == false
    ? "an id not mapped here" : "uid \(look.user.number)"
}

/// As chmod(1) has it.
private func octal(_ mode: UInt32) -> ByteString {
  ByteString([9, 6, 3, 0].map { UInt8(ascii: "0") + UInt8(truncatingIfNeeded: mode >> $0 & 7) })
}
