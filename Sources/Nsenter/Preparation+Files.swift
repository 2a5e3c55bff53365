import Bytes
import Kernel
import Launch
import NamespaceValues
import Targets

extension Preparation {
  /// The target's root or working directory.
  mutating func openTargetDirectory(
    _ name: ByteString, _ word: NsenterError.StaticName
  ) throws(NsenterError) -> DirectoryHandle {
    guard intent.target != nil else { throw .nothingSupplied(word) }
    do throws(Errno) {
      try target.open(&files)
      return try held(files.targetDirectory?.openDirectory(name))
    } catch {
      throw .open(target.path(of: name), error)
    }
  }

  /// `--env`: read now, as a whole. A target that executes another program or ends later on
  /// would leave an empty environment (docs/deviations.md D-108).
  mutating func readEnvironment() throws(NsenterError) {
    guard intent.target != nil else { throw .nothingSupplied(.environ) }
    guard let file = try openEnvironment() else { return }
    findings.environment = .read(
      try attempt(EnvironmentBlock(reading: file)) { .readEnvironment($0) })
  }

  /// Nil where it is left to a later attempt.
  private mutating func openEnvironment() throws(NsenterError) -> OpenFile? {
    do throws(Errno) { return try target.openFile("environ", &files) } catch {
      let path = target.path(of: "environ")
      // The file belongs to the target's user. From inside its user namespace it can be read
      // even where that user is nobody here (docs/deviations.md D-141).
      let mayBeAllowedInside =
        (error == .accessDenied || error == .notPermitted)
        && (findings.namespaces.contains(.user) || intent.entersUserParent)
        && files.targetDirectory != nil
      guard mayBeAllowedInside else { throw .open(path, error) }
      findings.environment = .refused(path: path, error)
      return nil
    }
  }

  /// `follow`: the directory is opened now and looked at after the user namespace was entered,
  /// which decides what the owner is called.
  mutating func prepareIdentity() throws(NsenterError) {
    guard intent.target != nil else { throw .nothingSupplied(.nothing) }
    do throws(Errno) { try target.open(&files) } catch {
      throw .open(target.path(of: ""), error)
    }
    findings.followed = FollowedIdentity(
      takesUser: intent.user == .ofTarget, takesGroup: intent.group == .ofTarget,
      isStranger: isStranger())
  }

  /// Whether the target's owner has no id in its user namespace, and the number that the kernel
  /// shows instead is somebody else's there (docs/deviations.md D-110).
  private mutating func isStranger() -> Bool {
    // Only where the namespace that is entered is the target's can its map be read from here.
    let entersTargets =
      findings.namespaces.contains(.user) && !files.namespaces.holds(.user)
      && !intent.entersUserParent
    guard entersTargets else { return false }
    do throws(Errno) {
      let owner = try held(files.targetDirectory?.facts())
      if intent.user == .ofTarget, try isStranger(.users, owner.user.number) { return true }
      guard intent.group == .ofTarget else { return false }
      return try isStranger(.groups, owner.group.number)
    } catch {
      // What cannot be read decides nothing; the kernel's answer stands.
      return false
    }
  }

  private mutating func isStranger(_ kind: IDMapKind, _ owner: UInt32) throws(Errno) -> Bool {
    let map = try target.content(of: "\(kind.fileName)", &files)
    let overflow = try OpenFile(reading: kind.overflowFile).readAll(limit: 64)
    var cursor = ByteCursor(overflow[...])
    guard let overflowID = cursor.number()?.unsigned32 else { return false }
    return OwnerLookup(map: map).isStranger(owner, overflow: overflowID)
  }

  /// `--join-cgroup`: opened by the caller's name for it, written to when all is entered.
  mutating func openCgroup() throws(NsenterError) {
    let root: ByteString = "/sys/fs/cgroup"
    let type = try attempt(FileSystemType(at: root)) { .cgroupFileSystem($0) }
    guard type == .cgroup2 else { throw .noCgroup2 }
    guard intent.target != nil else { throw .nothingSupplied(.cgroup) }
    let file = try openTargetFile("cgroup")
    // A line for each hierarchy, of which there are some twenty, with a path of at most 4 KiB.
    let content = try attempt(file.readAll(limit: 1 << 20)) { .cgroupPath($0) }
    guard let group = unifiedCgroup(in: content) else { throw .cgroupPath(nil) }
    do throws(Errno) {
      // By names, and links, that the target chose, to any file (docs/deviations.md D-127).
      if group.leadsOut { throw Errno.noEntry }
      let file = try OpenFile(appendingTo: "\(root)/\(group)/cgroup.procs")
      let type = try file.fileSystemType()
      guard type == .cgroup2 || type == .cgroup1 else { throw Errno.noEntry }
      files.cgroupProcesses = consume file
    } catch {
      throw .cgroupProcesses(error)
    }
  }

  private mutating func openTargetFile(_ name: ByteString) throws(NsenterError) -> OpenFile {
    do throws(Errno) { return try target.openFile(name, &files) } catch {
      throw .open(target.path(of: name), error)
    }
  }

  /// `--follow-context`: the SELinux context of the target for the program. Ignored where SELinux
  /// is not enabled.
  mutating func followContext() throws(NsenterError) {
    guard (try? FileSystemType(at: "/sys/fs/selinux")) == .selinux else { return }
    guard let process = intent.target?.process else { throw .noTargetForContext }
    let context: ByteString
    do throws(Errno) {
      context = ByteString(try target.content(of: "attr/current", &files))
    } catch {
      throw .readContext(process)
    }
    try attempt(Execution.setContext(context)) { _ in .setContext(context) }
    programContext = context
  }
}
