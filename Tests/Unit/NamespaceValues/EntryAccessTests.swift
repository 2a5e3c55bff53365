import NamespaceValues
import Testing

/// The table of who may enter what, against user_namespaces(7) and setns(2). That it is the kernel's is shown
/// by EntryAccessMatrixTests.
struct EntryAccessTests {
  private static let first = NamespaceChain([.init(1, madeBy: UserID(0))])
  /// Made by user 1001 on the host.
  private static let outer = NamespaceChain([
    .init(2, madeBy: UserID(1001)), .init(1, madeBy: UserID(0)),
  ])
  /// Made by somebody in it.
  private static let inner = NamespaceChain([.init(3, madeBy: UserID(5))] + outer.links)
  private static let unseen = NamespaceChain()

  private func entrant(
    _ user: UInt32, in namespace: UInt64 = 1, administers: Bool = false, changesRoot: Bool = false
  ) -> Entrant {
    Entrant(
      user: UserID(user), userNamespace: namespace, isAdministrator: administers,
      mayChangeRoot: changesRoot)
  }

  private func access(
    _ kind: NamespaceKind, _ owner: NamespaceChain, with companion: NamespaceChain? = nil,
    isBelow: Bool = true, by entrant: Entrant
  ) -> EntryAccess {
    EntryAccess(
      EntryTarget(kind, owner: owner, companion: companion ?? owner, isBelow: isBelow), by: entrant)
  }

  @Test func root() {
    let root = entrant(0, administers: true, changesRoot: true)
    for chain in [Self.first, Self.outer, Self.inner] {
      for kind in NamespaceKind.allCases where kind != .user {
        #expect(access(kind, chain, by: root) == .alone)
      }
    }
    #expect(access(.user, Self.outer, by: root) == .alone)
    #expect(access(.user, Self.first, by: root) == .refused(.isOwn))
    #expect(access(.pid, Self.outer, isBelow: false, by: root) == .refused(.notBelow))
  }

  @Test func creator() {
    let creator = entrant(1001)
    for chain in [Self.outer, Self.inner] {
      #expect(access(.user, chain, by: creator) == .alone)
      for kind in NamespaceKind.allCases where kind != .user {
        #expect(access(kind, chain, by: creator) == .withUser)
      }
    }
    // A namespace of the host, whatever user namespace is entered with it: the rights from before count.
    #expect(access(.network, Self.first, with: Self.outer, by: creator) == .refused(.owner))
    #expect(access(.network, Self.outer, with: Self.first, by: creator) == .refused(.own))
  }

  @Test("a stranger, and whoever is beside or below") func strangers() {
    for stranger in [entrant(1002), entrant(5), entrant(5, in: 9, administers: true)] {
      for chain in [Self.first, Self.outer, Self.inner, Self.unseen] {
        #expect(access(.network, chain, by: stranger) == .refused(.owner))
      }
    }
  }

  @Test func withoutChangeRoot() {
    let some = entrant(0, administers: true)
    #expect(access(.mount, Self.first, by: some) == .refused(.changeRoot))
    #expect(access(.mount, Self.outer, by: some) == .refused(.changeRoot))
    #expect(access(.network, Self.outer, by: some) == .alone)
    // Whoever made the user namespace has all rights in it.
    #expect(access(.mount, Self.outer, by: entrant(1001, administers: true)) == .withUser)
  }
}
