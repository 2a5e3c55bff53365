import Foundation
import Glibc
import NamespaceInventory
import Testing

/// A /proc that is none, or that somebody made to keep whoever reads it waiting.
@Suite struct ListingErrorTests {
  /// A folder of its own, removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/unyoke-listing.XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func bytes(_ path: String) throws -> ByteString { try #require(ByteString(path)) }

  private func make(_ folder: String...) throws {
    for path in folder {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    }
  }

  private func request(_ root: String, acceptsFolder: Bool = true) throws
    -> NamespaceListing.Request
  {
    var request = NamespaceListing.Request()
    request.root = try #require(ByteString(root))
    request.acceptsFolder = acceptsFolder
    return request
  }

  @Test func aRelativeRoot() throws {
    let error = NamespaceListingError.rootIsRelative("proc")
    let request = try request("proc")
    #expect(throws: error) { try NamespaceListing.take(request) }
    #expect(error.errno == nil)
    #expect("\(error)" == "the root of a listing must be an absolute path: proc")
  }

  @Test func aRootThatIsNotThere() throws {
    let error = NamespaceListingError.unreadable("/nonexistent", .noEntry)
    let request = try request("/nonexistent")
    #expect(throws: error) { try NamespaceListing.take(request) }
    #expect(error.errno?.code == ENOENT)
    #expect("\(error)" == "cannot read /nonexistent: No such file or directory (errno 2)")
  }

  @Test func aFolderIsRefusedUnlessItIsAccepted() throws {
    try withFolder { folder in
      let root = try #require(ByteString(folder))
      let error = NamespaceListingError.rootIsNoProc(root)
      let request = try request(folder, acceptsFolder: false)
      #expect(throws: error) { try NamespaceListing.take(request) }
      #expect(error.errno == nil)
      #expect("\(error)" == "\(folder) is no proc file system")
    }
  }

  @Test func aFolderWithoutMounts() throws {
    try withFolder { folder in
      let path = try bytes("\(folder)/self/mountinfo")
      let error = NamespaceListingError.mountTable(path, .noEntry)
      let request = try request(folder)
      #expect(throws: error) { try NamespaceListing.take(request) }
      #expect(error.errno?.code == ENOENT)
      #expect(
        "\(error)" == "cannot read the mounts in \(path): No such file or directory (errno 2)")
    }
  }

  /// A table that never ends.
  @Test func mountsWithoutAnEnd() throws {
    try withFolder { folder in
      try make("\(folder)/self")
      try #require(symlink("/dev/zero", "\(folder)/self/mountinfo") == 0)
      let path = try bytes("\(folder)/self/mountinfo")
      let request = try request(folder)
      #expect(throws: NamespaceListingError.mountTable(path, .fileTooLarge)) {
        try NamespaceListing.take(request)
      }
    }
  }

  @Test func aFIFOInThePlaceOfTheRoot() throws {
    try withFolder { folder in
      try #require(mkfifo("\(folder)/proc", 0o600) == 0)
      let request = try request("\(folder)/proc")
      #expect { try NamespaceListing.take(request) } throws: { error in
        (error as? NamespaceListingError)?.errno?.code == ENOTDIR
      }
    }
  }

  /// FIFOs in the place of all that is read: nobody ever writes into them.
  @Test(.timeLimit(.minutes(1))) func aFolderFullOfFIFOs() throws {
    try withFolder { folder in
      try make("\(folder)/self", "\(folder)/1", "\(folder)/2/ns", "\(folder)/3/ns", "\(folder)/9")
      try Data().write(to: URL(fileURLWithPath: "\(folder)/self/mountinfo"))
      for name in ["stat", "cmdline", "comm", "ns", "fd", "task", "mountinfo"] {
        try #require(mkfifo("\(folder)/1/\(name)", 0o600) == 0)
      }
      for number in [2, 3] {
        try Data("\(number) (a) S 7 0\n".utf8).write(
          to: URL(fileURLWithPath: "\(folder)/\(number)/stat"))
        for name in ["cmdline", "comm", "fd", "task", "mountinfo"] {
          try #require(mkfifo("\(folder)/\(number)/\(name)", 0o600) == 0)
        }
      }
      // A link to a FIFO in the place of a process.
      try #require(symlink("1/stat", "\(folder)/4") == 0)
      for number in [2, 3] {
        try #require(symlink("/proc/self/ns/uts", "\(folder)/\(number)/ns/uts") == 0)
      }
      let listing = try NamespaceListing.take(try request(folder))
      let namespace = try #require(listing.namespaces.first { $0.kind == .uts })
      #expect(namespace.memberCount == 2)
      #expect(namespace.representative?.process == ProcessID(2))
      #expect(namespace.representative?.parent == ProcessID(7))
      #expect(namespace.representative?.command == "")
      // Numbers that a file says are not asked for their sockets: they are a stranger's.
      #expect(listing.unaskedDiscovery == [.socket])
      // And one in the place of a namespace: that is none.
      try #require(mkfifo("\(folder)/2/ns/ipc", 0o600) == 0)
      let request = try request(folder)
      #expect(throws: NamespaceListingError.unsupportedRequests(["NS_GET_USERNS"])) {
        try NamespaceListing.take(request)
      }
    }
  }

  /// A FIFO in the place of the mounts says that there are none, or that it has nothing to say.
  @Test(.timeLimit(.minutes(1))) func aFIFOInThePlaceOfTheMounts() throws {
    try withFolder { folder in
      try make("\(folder)/self")
      try #require(mkfifo("\(folder)/self/mountinfo", 0o600) == 0)
      #expect(try NamespaceListing.take(try request(folder)).namespaces.isEmpty)
      // With a writer who says nothing.
      let writer = open("\(folder)/self/mountinfo", O_RDWR | O_CLOEXEC)
      defer { close(writer) }
      let path = try bytes("\(folder)/self/mountinfo")
      let request = try request(folder)
      #expect(throws: NamespaceListingError.mountTable(path, .tryAgain)) {
        try NamespaceListing.take(request)
      }
    }
  }

  @Test func aKernelWithoutRelations() {
    let error = NamespaceListingError.unsupportedRequests(["NS_GET_PARENT", "NS_GET_USERNS"])
    #expect(error.errno?.code == ENOTTY)
    #expect(
      "\(error)" == """
        the kernel does not have NS_GET_PARENT, NS_GET_USERNS: \
        Inappropriate ioctl for device (errno 25)
        """)
  }

  /// A path gives a terminal no orders.
  @Test func aSentenceIsSafe() {
    #expect(
      NamespaceListingError.unreadable("/\u{1b}[2J", .accessDenied).description
        == "cannot read /\\x1b[2J: Permission denied (errno 13)")
  }
}
