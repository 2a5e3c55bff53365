import Bytes
import Kernel

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
    of file: borrowing OwnedDescriptor, _ kind: NamespaceKind, isMember: Bool
  ) -> Relations {
    var relations = Relations()
    if kind == .pid || kind == .user {
      relations.parent = withRelative(.parent, of: file, isMember: isMember) { number, _ in number }
      if fault != nil { return relations }
    }
    relations.owner = withRelative(.owner, of: file, isMember: isMember) { number, _ in number }
    return relations
  }

  /// Opens the parent or the owner of a namespace and calls a function with its number.
  /// - Returns: what the function returns; 0 where there is no such namespace, or none in sight.
  @discardableResult
  private func withRelative(
    _ question: NamespaceQuestion, of file: borrowing OwnedDescriptor, isMember: Bool = false,
    _ body: (UInt64, borrowing OwnedDescriptor) -> UInt64
  ) -> UInt64 {
    do throws(Errno) {
      let relative =
        question == .parent ? try Calls.parent(of: file) : try Calls.owner(of: file)
      return body(try relative.inode(), relative)
    } catch {
      switch error {
      case .notTerminal, .noSystemCall:
        note(unknown: question)
        if isMember, error == .notTerminal { fault = .unknownQuestion(unknownQuestions) }
      // No parent or owner, or one out of sight; a filter lets no other question through either.
      case .notPermitted:
        if !knowsRequests {
          knowsRequests = true
          do throws(Errno) { _ = try Calls.kind(of: file) } catch {
            if error == .notPermitted { fault = .read("\(question.name)", error) }
          }
        }
      default: giveUpIfExhausted(error, "\(question.name)")
      }
      return 0
    }
  }

  func networkID(of file: borrowing OwnedDescriptor, _ kind: NamespaceKind) -> NetworkID? {
    guard kind == .network else { return nil }
    do throws(Errno) { return try networkIDs?.id(of: file) } catch {
      if error.isRefusal { fault = .read("network namespace ids", error) }
      return nil
    }
  }

  /// Adds a namespace that is open, with the namespaces above it.
  func examine(_ file: borrowing OwnedDescriptor, _ number: UInt64, _ holder: Holder) {
    let found: NamespaceKind?
    do throws(Errno) { found = try Calls.kind(of: file) } catch {
      if error == .notTerminal || error == .noSystemCall { note(unknown: .kind) }
      return
    }
    guard let kind = found, request.kinds.contains(kind) else {
      rejected.set(number, to: 0)
      return
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
    if relations.parent != 0, relations.parent != number, !isKnown(relations.parent) {
      examineRelative(.parent, of: file, number)
    }
    if relations.owner != 0, !isKnown(relations.owner) {
      examineRelative(.owner, of: file, number)
    }
  }

  private func examineCreator(of file: borrowing OwnedDescriptor, _ place: Int) {
    do throws(Errno) {
      let creator = try Calls.creator(of: file)
      change(place) { $0.creator = creator }
    } catch {
      if error == .notTerminal || error == .noSystemCall { note(unknown: .creator) }
    }
  }

  /// Adds the parent or the owner of a namespace, and what is above it.
  func examineRelative(
    _ question: NamespaceQuestion, of file: borrowing OwnedDescriptor, _ descendant: UInt64
  ) {
    withRelative(question, of: file) { number, relative in
      if !isKnown(number) { examine(relative, number, .ancestor(descendant)) }
      return number
    }
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
        let file = try OwnedDescriptor(reading: path)
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
