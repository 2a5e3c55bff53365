import Bytes
import Kernel
import Namespaces

// What the kernel says of a namespace that is open.

extension Scan {
  /// The numbers of the namespaces above one; 0 for none.
  struct Relations {
    var parent: UInt64 = 0
    var owner: UInt64 = 0
  }

  /// The numbers of the namespaces above one.
  /// - Parameter isMember: it was found by a process, so that what cannot be known is a fault.
  func relations(
    of file: borrowing NamespaceHandle, _ kind: NamespaceKind, isMember: Bool
  ) -> Relations {
    var relations = Relations()
    if kind == .pid || kind == .user {
      relations.parent = number(of: .parent, file, isMember: isMember)
      if fault != nil { return relations }
    }
    relations.owner = number(of: .owner, file, isMember: isMember)
    return relations
  }

  /// The number of the parent or the owner of a namespace; 0 where there is none, or none in sight.
  private func number(
    of question: NamespaceQuestion, _ file: borrowing NamespaceHandle, isMember: Bool
  ) -> UInt64 {
    guard let relative = relative(question, of: file, isMember: isMember) else { return 0 }
    return (try? relative.inode()) ?? 0
  }

  /// Opens the parent or the owner of a namespace; nil where there is none, or none in sight.
  private func relative(
    _ question: NamespaceQuestion, of file: borrowing NamespaceHandle, isMember: Bool = false
  ) -> NamespaceHandle? {
    do throws(Errno) {
      return question == .parent ? try file.parent() : try file.owner()
    } catch {
      switch error {
      case .notTerminal, .noSystemCall:
        note(unknown: question)
        if isMember, error == .notTerminal { fault = .unknownQuestion(unknownQuestions) }
      // No parent or owner, or one out of sight; a filter lets no other question through either.
      case .notPermitted:
        if !knowsRequests {
          knowsRequests = true
          do throws(Errno) { _ = try file.kind() } catch {
            if error == .notPermitted { fault = .read("\(question.name)", error) }
          }
        }
      default: giveUpIfExhausted(error, "\(question.name)")
      }
      return nil
    }
  }

  func networkID(of file: borrowing NamespaceHandle, _ kind: NamespaceKind) -> NetworkID? {
    guard kind == .network else { return nil }
    do throws(Errno) { return try networkIDs?.id(of: file) } catch {
      if error.isRefusal { fault = .read("network namespace ids", error) }
      return nil
    }
  }

  /// Adds a namespace that is open, with the namespaces above it. The last way up is gone without
  /// keeping what is below open, so that a chain takes two descriptors, however long it is.
  func examine(_ file: consuming NamespaceHandle, _ number: UInt64, _ holder: Holder) {
    var (number, holder) = (number, holder)
    var next: NamespaceHandle? = consume file
    while let file = next.take(), let relations = add(file, number, holder) {
      let hasParent =
        relations.parent != 0 && relations.parent != number && !isKnown(relations.parent)
      let hasOwner =
        relations.owner != 0 && relations.owner != relations.parent && !isKnown(relations.owner)
      if hasParent, hasOwner { examineRelative(.parent, of: file, number) }
      guard hasParent || hasOwner else { return }
      next = relative(hasOwner ? .owner : .parent, of: file)
      holder = .ancestor(number)
      number = hasOwner ? relations.owner : relations.parent
      if isKnown(number) { return }
    }
  }

  /// Adds a namespace that is open.
  /// - Returns: what is above it; nil for one that is not wanted.
  private func add(
    _ file: borrowing NamespaceHandle, _ number: UInt64, _ holder: Holder
  ) -> Relations? {
    let found: NamespaceKind?
    do throws(Errno) { found = try file.kind() } catch {
      if error == .notTerminal || error == .noSystemCall { note(unknown: .kind) }
      return nil
    }
    guard let kind = found, request.kinds.contains(kind) else {
      rejected.set(number, to: 0)
      return nil
    }
    let place = place(of: number, adding: kind)
    note(holder, place)
    change(place) { $0.isExamined = true }

    let relations = relations(of: file, kind, isMember: false)
    let networkID = networkID(of: file, kind)
    if !namespaces[place].isRelated {
      change(place) {
        ($0.parentNumber, $0.ownerNumber) = (relations.parent, relations.owner)
        $0.networkID = networkID
        $0.isRelated = true
      }
    }
    if kind == .user { examineCreator(of: file, place) }
    return relations
  }

  private func examineCreator(of file: borrowing NamespaceHandle, _ place: Int) {
    do throws(Errno) {
      let creator = try file.creator()
      change(place) { $0.creator = creator }
    } catch {
      if error == .notTerminal || error == .noSystemCall { note(unknown: .creator) }
    }
  }

  /// Adds the parent or the owner of a namespace, and what is above it.
  func examineRelative(
    _ question: NamespaceQuestion, of file: borrowing NamespaceHandle, _ descendant: UInt64
  ) {
    guard let relative = relative(question, of: file), let number = try? relative.inode(),
      !isKnown(number)
    else { return }
    examine(relative, number, .ancestor(descendant))
  }

  /// Whether a namespace needs no look any more. While processes are scanned only those count
  /// that were examined: as in the original, the ancestors of what is held are listed although it
  /// has processes.
  func isKnown(_ number: UInt64) -> Bool {
    if rejected[number] != nil { return true }
    guard let place = place(of: number) else { return false }
    return knowsProcesses || namespaces[place].isExamined
  }

  /// Looks for the parents and owners that no process is in.
  func scanAncestors() throws(InventoryFault) {
    guard request.wantsAncestors || request.discovery.contains(.ancestor) else { return }
    for place in 0..<namespaces.count {
      let namespace = namespaces[place]
      guard let process = namespace.representative?.process else { continue }
      let isParentMissing =
        namespace.kind.hasParent && namespace.parentNumber != 0
        && !isKnown(namespace.parentNumber)
      let isOwnerMissing = namespace.ownerNumber != 0 && !isKnown(namespace.ownerNumber)
      guard isParentMissing || isOwnerMissing else { continue }
      let path: ByteString = "/proc/\(process.number)/\(namespace.kind.linkName)"
      do throws(Errno) {
        let file = try NamespaceHandle(path)
        // The process may be another by now, or elsewhere.
        guard try file.inode() == namespace.number else { continue }
        if isParentMissing { examineRelative(.parent, of: file, namespace.number) }
        if isOwnerMissing { examineRelative(.owner, of: file, namespace.number) }
      } catch {
        giveUpIfExhausted(error, path)
      }
    }
    if let fault { throw fault }
  }
}

extension NamespaceKind {
  /// Only PID and user namespaces are nested.
  var hasParent: Bool { self == .pid || self == .user }
}
