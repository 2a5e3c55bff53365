import Bytes
import Kernel
import Launch
import Namespaces

extension Preparation {
  /// `--all`: every kind that this kernel has and that was not named.
  mutating func addAll() throws(NsenterError) {
    for kind in NamespaceKind.allCases where !findings.namespaces.contains(kind) {
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
      return try files.withDescriptor(.targetDirectory) { directory throws(Errno) in
        try directory.facts(of: "ns/user")
      }
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
    let wanted = findings.namespaces.kinds.filter { !files.holds(.namespace($0)) }
    guard !wanted.isEmpty || intent.socket != nil || intent.entersUserParent else { return }
    guard intent.target != nil else { throw .noTarget }
    target.identify(&files)
    for kind in wanted {
      let isForChildren = intent.entersForChildren && (kind == .pid || kind == .time)
      if target.canEnter, !isForChildren { continue }
      let name: ByteString = "ns/\(isForChildren ? kind.persistentName : kind.name)"
      do throws(Errno) {
        files.hold(try target.openFile(name, &files), as: .namespace(kind))
      } catch {
        throw .open(target.path(of: name), error)
      }
    }
  }

  /// `--user-parent`: the parent of the user namespace that was named, or of the target's.
  mutating func openUserParent() throws(NsenterError) {
    let parent: OwnedDescriptor
    if files.holds(.namespace(.user)) {
      do throws(Errno) {
        parent = try files.withDescriptor(.namespace(.user)) { file throws(Errno) in
          try Calls.owner(of: file)
        }
      } catch {
        throw .parentNamespace(error)
      }
    } else {
      let namespace = try openUserNamespace()
      do throws(Errno) { parent = try Calls.owner(of: namespace) } catch {
        throw .parentNamespace(error)
      }
    }
    files.hold(parent, as: .namespace(.user))
    findings.namespaces.insert(.user)
  }

  /// The target's user namespace: from its pidfd (Linux 6.11), or by its file. Never the owner of
  /// another of its namespaces, which may be any other one (docs/deviations.md D-125).
  private mutating func openUserNamespace() throws(NsenterError) -> OwnedDescriptor {
    if files.holds(.target) {
      do throws(Errno) {
        return try files.withDescriptor(.target) { process throws(Errno) in
          try Calls.userNamespace(of: process)
        }
      } catch {
        // An older kernel.
      }
    }
    do throws(Errno) { return try target.openFile("ns/user", &files) } catch {
      throw .open(target.path(of: "ns/user"), error)
    }
  }

  /// `--net-socket`: the network namespace of a socket among the target's descriptors.
  mutating func openNamespaceOfSocket(_ number: Int32) throws(NsenterError) {
    guard let process = intent.target?.process else { throw .noTarget }
    if !files.holds(.target) {
      do throws(Errno) { files.hold(try Calls.openProcess(process), as: .target) } catch {
        throw .openTarget(process, error)
      }
    }
    let socket = try copySocket(number)
    let isSocket: Bool
    do throws(Errno) { isSocket = try socket.identity().isSocket } catch {
      throw .examineSocket(socket.number, error)
    }
    // A device or a file system of the target would get the request, made with the caller's rights,
    // and could leave it unanswered. The kernel says the same of what is no socket.
    if !isSocket { throw .socketNamespace(socket.number, .notTerminal) }
    do throws(Errno) {
      files.hold(try Calls.networkNamespace(of: socket), as: .namespace(.network))
    } catch {
      throw .socketNamespace(socket.number, error)
    }
    findings.namespaces.insert(.network)
  }

  private func copySocket(_ number: Int32) throws(NsenterError) -> OwnedDescriptor {
    var own: Int32 = -1
    do throws(Errno) {
      return try files.withDescriptor(.target) { target throws(Errno) in
        own = target.number
        return try Calls.copyDescriptor(number, of: target)
      }
    } catch {
      throw .copySocket(target: own, number: number, error)
    }
  }
}
