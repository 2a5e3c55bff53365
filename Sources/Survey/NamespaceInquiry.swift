import Bytes
import Kernel
import NamespaceValues

/// Asks the kernel about namespaces that are open, and about those above them.
final class NamespaceInquiry {
  let context: ScanContext
  /// What need not be asked again. Whether it says more or less, what comes out is the same.
  let known: ScanKnowledge
  var found = NamespaceFindings()

  init(_ context: ScanContext, knowing known: ScanKnowledge) {
    (self.context, self.known) = (context, known)
  }

  /// What is above a namespace, and its id.
  /// - Parameters:
  ///   - unknown: gets what the kernel does not know.
  ///   - isMember: it was found by a process, so that what cannot be known is a fault.
  func relations(
    of file: borrowing NamespaceHandle, _ kind: NamespaceKind, _ unknown: inout [NamespaceQuestion],
    isMember: Bool
  ) -> NamespaceRelations {
    var owner: NamespaceHandle?
    return relations(of: file, kind, &unknown, isMember: isMember, keeping: &owner)
  }

  /// - Parameter owner: gets the owner, open: it may be the next to be asked.
  private func relations(
    of file: borrowing NamespaceHandle, _ kind: NamespaceKind, _ unknown: inout [NamespaceQuestion],
    isMember: Bool, keeping owner: inout NamespaceHandle?
  ) -> NamespaceRelations {
    var relations = NamespaceRelations()
    if kind.hasParent {
      let parent = relative(.parent, of: file, &unknown, isMember: isMember)
      relations.parent = (try? parent?.inode()) ?? 0
    }
    if !kind.hasParent || found.fault == nil {
      owner = relative(.owner, of: file, &unknown, isMember: isMember)
      relations.owner = (try? owner?.inode()) ?? 0
    }
    relations.networkID = networkID(of: file, kind)
    // Before Linux 6.18 there is none.
    if context.request.wantsNamespaceIDs { relations.namespaceID = try? file.id() }
    return relations
  }

  /// Opens the parent or the owner of a namespace; nil where there is none, or none in sight.
  private func relative(
    _ question: NamespaceQuestion, of file: borrowing NamespaceHandle,
    _ unknown: inout [NamespaceQuestion], isMember: Bool = false
  ) -> NamespaceHandle? {
    do throws(Errno) {
      return question == .parent ? try file.parent() : try file.owner()
    } catch {
      switch error {
      case .notTerminal, .noSystemCall:
        unknown.append(question)
        if isMember, error == .notTerminal { found.fault = .unknownQuestion([]) }
      // No parent or owner, or one out of sight; a filter lets no other question through either.
      case .notPermitted: tryRequests(with: file, insteadOf: question)
      default: found.giveUpIfExhausted(error, "\(question.name)")
      }
      return nil
    }
  }

  private func tryRequests(
    with file: borrowing NamespaceHandle, insteadOf question: NamespaceQuestion
  ) {
    if known.hasTriedRequests || found.hasTriedRequests { return }
    found.hasTriedRequests = true
    do throws(Errno) { _ = try file.kind() } catch {
      if error == .notPermitted { found.fault = .read("\(question.name)", error) }
    }
  }

  private func networkID(
    of file: borrowing NamespaceHandle, _ kind: NamespaceKind
  ) -> NetworkID? {
    guard kind == .network else { return nil }
    do throws(Errno) { return try context.networkIDs?.id(of: file) } catch {
      if error.isRefusal { found.fault = .read("network namespace ids", error) }
      return nil
    }
  }

  /// Asks a namespace that is open, and the namespaces above it. The last way up is gone without
  /// keeping what is below open, so that a chain takes two descriptors, however long it is.
  func ask(_ file: consuming NamespaceHandle, _ number: UInt64) {
    var number = number
    var next: NamespaceHandle? = consume file
    while let file = next.take() {
      if let seeker = context.seeker, seeker.accepts(file) { return seeker.keep(file) }
      var opened: NamespaceHandle?
      guard let relations = askOne(file, number, keeping: &opened) else { return }
      let (parent, owner) = relations.above(number) { isKnown($0) }
      guard let above = owner ?? parent else { return }
      if let parent, owner != nil {
        // Two ways up, which only PID namespaces have: no more than two are open all the same.
        opened = nil
        askRelative(.parent, of: file, parent)
      }
      // What is above a user namespace is its owner as well.
      if above != relations.owner { opened = nil }
      next = opened.take() ?? open(owner == nil ? .parent : .owner, of: file)
      number = above
      if isKnown(number) { return }
    }
  }

  /// Asks a namespace that is open.
  /// - Parameter owner: gets its owner, open.
  /// - Returns: what is above it; nil for one that is not wanted.
  private func askOne(
    _ file: borrowing NamespaceHandle, _ number: UInt64, keeping owner: inout NamespaceHandle?
  ) -> NamespaceRelations? {
    var facts = NamespaceFacts(number: number)
    defer { found.insert(facts) }
    let answer: NamespaceKind?
    do throws(Errno) { answer = try file.kind() } catch {
      if error.isUnknownRequest { facts.unknown.append(.kind) }
      return nil
    }
    guard let kind = answer, context.request.kinds.contains(kind) else {
      facts.kind = .unwanted
      return nil
    }
    facts.kind = .wanted(kind)
    facts.relations = relations(
      of: file, kind, &facts.unknown, isMember: false, keeping: &owner)
    guard kind == .user else { return facts.relations }
    do throws(Errno) { facts.creator = try file.creator() } catch {
      if error.isUnknownRequest { facts.unknown.append(.creator) }
    }
    return facts.relations
  }

  /// Opens what is above a namespace. What the kernel does not know was noted before.
  private func open(
    _ question: NamespaceQuestion, of file: borrowing NamespaceHandle
  ) -> NamespaceHandle? {
    var unknown: [NamespaceQuestion] = []
    return relative(question, of: file, &unknown)
  }

  /// Asks the parent or the owner of a namespace, and what is above it.
  func askRelative(
    _ question: NamespaceQuestion, of file: borrowing NamespaceHandle, _ number: UInt64
  ) {
    if isKnown(number) { return }
    guard let relative = open(question, of: file), (try? relative.inode()) == number else { return }
    ask(relative, number)
  }

  private func isKnown(_ number: UInt64) -> Bool {
    found[number] != nil || known.isKnown(number)
  }
}

extension NamespaceRelations {
  /// The parent and the owner of a namespace that are to be looked at: those that differ, and are not
  /// known.
  func above(
    _ number: UInt64, isKnown: (UInt64) -> Bool
  ) -> (parent: UInt64?, owner: UInt64?) {
    (
      parent: parent != 0 && parent != number && !isKnown(parent) ? parent : nil,
      owner: owner != 0 && owner != parent && !isKnown(owner) ? owner : nil
    )
  }
}

extension Errno {
  /// The kernel, or a filter, has no such request.
  fileprivate var isUnknownRequest: Bool { self == .notTerminal || self == .noSystemCall }
}

extension NamespaceKind {
  /// Only PID and user namespaces are nested.
  var hasParent: Bool { self == .pid || self == .user }
}
