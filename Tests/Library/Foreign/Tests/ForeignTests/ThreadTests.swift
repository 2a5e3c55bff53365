import Glibc
import Namespaces
import Shared
import Testing

/// The kinds that a thread can change for itself.
private let threadKinds: [NamespaceKind] = [.network, .uts, .ipc, .cgroup, .mount, .pid]

/// Where a test's caller is: nothing of that may change.
private struct Place: Equatable {
  var namespaces: [NamespaceIdentity] = []
  var folder: ByteString = ""
  var root: ByteString = ""

  init() throws {
    for kind in NamespaceKind.allCases {
      namespaces.append(try CurrentProcess.namespace(kind).identity)
    }
    folder = link("/proc/thread-self/cwd")
    root = link("/proc/thread-self/root")
  }
}

extension Place {
  fileprivate func expectStillThere(location: SourceLocation = #_sourceLocation) {
    do {
      let now = try Place()
      #expect(now.namespaces == namespaces, sourceLocation: location)
      #expect(now.folder == folder, sourceLocation: location)
      #expect(now.root == root, sourceLocation: location)
    } catch { Issue.record(error, sourceLocation: location) }
  }
}

/// A child in new namespaces of all these kinds, which is ended with the value.
private struct Holder: ~Copyable {
  let child: ChildHandle

  init(_ kinds: NamespaceSet) throws {
    child = try clone(kinds, running: Program("sleep", ["100"]))
  }

  deinit {
    try? child.signal(.kill)
    _ = try? child.wait()
  }
}

@Suite struct ThreadTests {
  @Test(.enabled(if: isRoot), arguments: threadKinds)
  func newOnes(_ kind: NamespaceKind) throws {
    let before = try Place()
    let outside = try CurrentProcess.namespace(kind)
    let inside = try withNamespaces(NamespaceSet(kind)) { () throws(NamespaceError) in
      _ = chdir("/proc")
      return kind == .pid
        ? try CurrentProcess.namespace(.uts) : try CurrentProcess.namespace(kind)
    }
    #expect(kind == .pid || inside.identity != outside.identity)
    before.expectStillThere()
  }

  @Test(.enabled(if: isRoot), arguments: threadKinds)
  func thoseOfAnother(_ kind: NamespaceKind) throws {
    let before = try Place()
    let holder = try Holder(NamespaceSet(threadKinds))
    let theirs = try holder.child.namespace(kind)
    let process = try holder.child.processHandle()
    let entered = try withNamespace(theirs) { () throws(NamespaceError) in
      _ = chdir("/tmp")
      return try
        (kind == .pid
        ? CurrentProcess.namespaceForChildren(.pid) : CurrentProcess.namespace(kind)).identity
    }
    #expect(entered == theirs.identity)
    let all = try withNamespaces(NamespaceSet(threadKinds), of: process) {
      () throws(NamespaceError) in
      try CurrentProcess.namespace(.network).identity
    }
    let theirNetwork = try holder.child.namespace(.network).identity
    #expect(all == theirNetwork)
    before.expectStillThere()
    #expect(try theirs.identity != CurrentProcess.namespace(kind).identity)
  }

  /// Attacker: whoever chooses what the work does. Neither its working directory nor its mounts nor its host name
  /// reach the other threads.
  @Test(.enabled(if: isRoot)) func whatTheWorkChangesStaysThere() throws {
    let before = try Place()
    let host = CurrentProcess.hostName
    let folder = Folder()
    try withNamespaces([.mount, .uts]) { () throws(NamespaceError) in
      try CurrentProcess.setMountPropagation(.private)
      try CurrentProcess.setHostName("inside")
      #expect(mount("none", folder.path, "tmpfs", 0, nil) == 0)
      #expect(chdir(folder.path) == 0)
      close(creat("file", 0o600))
      #expect(chroot(".") == 0)
      #expect(names(in: "/") == ["file"])
    }
    #expect(names(in: folder.path) == [])
    #expect(CurrentProcess.hostName == host)
    before.expectStillThere()
    #expect(!content("/proc/self/mountinfo").contains(folder.path))
  }

  @Test(.enabled(if: isRoot)) func persistence() throws {
    let folder = Folder()
    let (place, other, link, nowhere) =
      (folder("net"), folder("file"), folder("link"), folder("no/where"))
    try withNamespaces([.mount, .network]) { () throws(NamespaceError) in
      try CurrentProcess.setMountPropagation(.private)
      let own = try CurrentProcess.namespace(.network)
      try own.persist(at: place)
      #expect(try NamespaceHandle(path: place, kind: .network).identity == own.identity)
      // Twice on one file: each release takes one.
      try own.persist(at: place)
      try NamespaceHandle.release(at: place)
      #expect(try NamespaceHandle(path: place).identity == own.identity)
      // Attacker: whoever puts a link there. It is not followed.
      #expect(place.withCString { from in link.withCString { symlink(from, $0) } } == 0)
      expectError(.notNamespace) { try NamespaceHandle.release(at: link) }
      try NamespaceHandle.release(at: place)
      #expect(place.withCString { access($0, F_OK) } == -1)
      expectError(.open(place, .noEntry)) { try NamespaceHandle.release(at: place) }
      close(other.withCString { creat($0, 0o600) })
      expectError(.notNamespace) { try NamespaceHandle.release(at: other) }
      #expect(other.withCString { access($0, F_OK) } == 0)
      expectError(.open(nowhere, .noEntry)) { try own.persist(at: nowhere) }
      // Its own mount namespace would keep itself: the kernel refuses, and no file is left.
      let mounts = try CurrentProcess.namespace(.mount)
      expectError(.mount(place, .invalidArgument)) { try mounts.persist(at: place) }
      #expect(place.withCString { access($0, F_OK) } == -1)
    }
    #expect(names(in: folder.path).sorted() == ["file", "link"])
  }

  @Test(.enabled(if: isRoot)) func needsOneThread() throws {
    expectError(.needsOneThread(.user, .invalidArgument)) { try unshare(.user) }
    #expect(CurrentProcess.hasSeveralThreads)
    expectRefused(.needsOneThread([.user, .uts], .invalidArgument)) {
      () throws(ScopeError<Never>) in
      try withNamespaces([.user, .uts]) {}
    }
    let holder = try Holder([.user, .time])
    let user = try holder.child.namespace(.user)
    let time = try holder.child.namespace(.time)
    let process = try holder.child.processHandle()
    expectError(.needsOneThread(.user, .invalidArgument)) { try user.enter() }
    expectRefused(.needsOneThread(.user, .invalidArgument)) { () throws(ScopeError<Never>) in
      try withNamespace(user) {}
    }
    expectRefused(.needsOneThread(.time, .tooManyUsers)) { () throws(ScopeError<Never>) in
      try withNamespace(time) {}
    }
    expectRefused(.needsOneThread(.time, .tooManyUsers)) { () throws(ScopeError<Never>) in
      try withNamespaces(.time, of: process) {}
    }
    expectError(.cannotCopyThreads) { _ = try clone([]) { 0 } }
    // A mount namespace is not for a thread that shares its root and working directory.
    expectError(.enter(.mount, .invalidArgument)) {
      try CurrentProcess.namespace(.mount).enter()
    }
  }

  private func expectRefused(
    _ expected: NamespaceError, location: SourceLocation = #_sourceLocation,
    _ body: () throws(ScopeError<Never>) -> Void
  ) {
    do throws(ScopeError<Never>) {
      try body()
      Issue.record("nothing was refused", sourceLocation: location)
    } catch { #expect(error == .namespaces(expected), sourceLocation: location) }
  }

  @Test(.enabled(if: isRoot)) func aProcessThatHasEnded() throws {
    let child = try clone(.uts, running: Program("true"))
    let process = try child.processHandle()
    _ = try child.wait()
    expectRefused(.enter(.uts, .noProcess)) { () throws(ScopeError<Never>) in
      try withNamespaces(.uts, of: process) {}
    }
    expectError(.enter(.uts, .noProcess)) { try process.enter(.uts) }
  }

  struct Odd: Error, Equatable {}

  @Test func theWorkThrows() {
    do throws(ScopeError<Odd>) {
      try withNamespaces([]) { () throws(Odd) in throw Odd() }
      Issue.record("nothing was thrown")
    } catch { #expect(error == .work(Odd())) }
  }

  @Test func theWorkIsOnAThreadOfItsOwn() throws {
    final class Result { var blocked = "" }
    let own = content("/proc/thread-self/stat").prefix { $0 != " " }
    let result = try withNamespaces([]) {
      let result = Result()
      result.blocked = content("/proc/thread-self/status")
      return result
    }
    #expect(!result.blocked.contains("\nPid:\t\(own)\n"))
    // No handler of the program runs in there. The two in the middle are the C library's own.
    #expect(result.blocked.contains("\nSigBlk:\tfffffffe7ffbfeff\n"), "\(result.blocked)")
    // And in one another one.
    let inner = try withNamespaces([]) {
      (try? withNamespaces([]) { content("/proc/thread-self/stat") }) ?? ""
    }
    #expect(!inner.isEmpty)
  }

  /// Tasks of Swift concurrency at once, each on a thread of its own.
  @Test(.enabled(if: isRoot)) func manyAtOnce() async throws {
    let before = try Place()
    let found = try await withThrowingTaskGroup(of: NamespaceIdentity.self) { group in
      for _ in 0..<40 {
        group.addTask {
          try withNamespaces([.network, .uts]) { () throws(NamespaceError) in
            try CurrentProcess.setHostName("h")
            usleep(20_000)
            return try CurrentProcess.namespace(.uts).identity
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found.count == 40)
    #expect(!found.contains(try CurrentProcess.namespace(.uts).identity))
    before.expectStillThere()
  }
}
