import Bytes
import Kernel
import Launch
import NamespaceValues

extension Preparation {
  /// `--all`: every kind that this kernel has and that was not named, but for those that are excepted.
  mutating func addAll() throws(NsenterError) {
    let known = findings.namespaces.union(intent.excepted)
    for kind in NamespaceKind.allCases where !known.contains(kind) {
      let own: FileFacts?
      do throws(Errno) { own = try FileFacts(of: "/proc/self/ns/\(kind.name)") } catch {
        if error == .noEntry { continue }
        if kind == .user, error.isRefusal {
          throw .readUserNamespace(intent.target?.process ?? ProcessID(0), error)
        }
        own = nil
      }
      if kind == .user {
        // The kernel refuses to enter the user namespace one is in.
        if let own, try userNamespaceOfTarget().isSameFile(as: own) { continue }
      }
      findings.namespaces.insert(NamespaceSet(kind))
    }
  }

  private mutating func userNamespaceOfTarget() throws(NsenterError) -> FileFacts {
    do throws(Errno) {
      try target.open(&files)
      return try held(files.targetDirectory?.facts(of: "ns/user"))
    } catch {
      throw .readUserNamespace(intent.target?.process ?? ProcessID(0), error)
    }
  }

  /// `--for-children` alone means both kinds that children may get.
  mutating func addForChildren() {
    if findings.namespaces.contains(.pid) || findings.namespaces.contains(.time) { return }
    findings.namespaces.formUnion([.pid, .time])
  }

  /// Gets hold of the namespaces that are the target's: through its pidfd, or by their files.
  mutating func openTargetNamespaces() throws(NsenterError) {
    let wanted = findings.namespaces.kinds.filter { !files.namespaces.holds($0) }
    guard !wanted.isEmpty || intent.socket != nil || intent.entersUserParent else { return }
    guard intent.target != nil else { throw .noTarget }
    target.identify(&files)
    for kind in wanted {
      let isForChildren = intent.entersForChildren && (kind == .pid || kind == .time)
      if target.canEnter, !isForChildren { continue }
      let name: ByteString = "ns/\(isForChildren ? kind.persistentName : kind.name)"
      files.namespaces.hold(try openTargetNamespace(name), as: kind)
    }
  }

  private mutating func openTargetNamespace(
    _ name: ByteString
  ) throws(NsenterError) -> NamespaceHandle {
    do throws(Errno) {
      try target.open(&files)
      return try held(files.targetDirectory?.openNamespace(name))
    } catch {
      throw .open(target.path(of: name), error)
    }
  }

  /// `--user-parent`: the parent of the user namespace that was named, or of the target's.
  mutating func openUserParent() throws(NsenterError) {
    if !files.namespaces.holds(.user) { files.namespaces.hold(try openUserNamespace(), as: .user) }
    let parent = try attempt(files.namespaces.ownerOfUserNamespace()) { .parentNamespace($0) }
    files.namespaces.hold(parent, as: .user)
    findings.namespaces.insert(.user)
  }

  /// The target's user namespace: from its pidfd (Linux 6.11), or by its file. Never the owner of
  /// another of its namespaces, which may be any other one (docs/deviations.md D-125).
  private mutating func openUserNamespace() throws(NsenterError) -> NamespaceHandle {
    // An older kernel refuses it.
    if let namespace = try? files.target?.namespace(.user) { return namespace }
    return try openTargetNamespace("ns/user")
  }

  /// `--net-socket`: the network namespace of a socket among the target's descriptors.
  mutating func openNamespaceOfSocket(_ number: Int32) throws(NsenterError) {
    guard let process = intent.target?.process else { throw .noTarget }
    if files.target == nil {
      files.target = try attempt(ProcessHandle(process)) { .openTarget(process, $0) }
    }
    files.namespaces.hold(
      try Self.networkNamespace(of: try copyDescriptor(number)), as: .network)
    findings.namespaces.insert(.network)
  }

  private static func networkNamespace(
    of copy: consuming CopiedDescriptor
  ) throws(NsenterError) -> NamespaceHandle {
    let number = copy.number
    // A device or a file system of the target would get the request, made with the caller's rights,
    // and could leave it unanswered. The kernel says the same of what is no socket.
    guard let socket = try Self.socket(copy) else {
      throw .socketNamespace(number, .notTerminal)
    }
    return try attempt(socket.networkNamespace()) { .socketNamespace(number, $0) }
  }

  private static func socket(
    _ copy: consuming CopiedDescriptor
  ) throws(NsenterError) -> SocketHandle? {
    let number = copy.number
    do throws(Errno) { return try copy.socket() } catch { throw .examineSocket(number, error) }
  }

  private func copyDescriptor(_ number: Int32) throws(NsenterError) -> CopiedDescriptor {
    do throws(Errno) { return try held(files.target?.copyDescriptor(number)) } catch {
      throw .copySocket(target: files.target?.number() ?? -1, number: number, error)
    }
  }
}
