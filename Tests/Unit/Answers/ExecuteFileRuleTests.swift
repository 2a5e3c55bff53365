import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Testing

/// The program is there, or something in its place, and could not be started.
@Suite struct ExecuteFileRuleTests {
  private static let program = FileLook(mode: 0o100755)

  /// `unshare /srv/tool`, with what the file begins with.
  private static func failed(
    _ errno: Errno, _ look: FileLook = program, _ content: Answer<[UInt8]> = .unknown,
    then next: ProgramEvidence.File? = nil
  ) -> Situation {
    var situation = Situation(.launch(.execute("/srv/tool", errno)))
    situation.trouble.circumstances.plan = LaunchPlan(program: .command("/srv/tool", arguments: []))
    var program = ProgramEvidence()
    program.shell = .known(Self.program)
    var file = ProgramEvidence.File("/srv/tool", .known(look))
    file.beginning = content
    program.chain = [file]
    if let next { program.chain.append(next) }
    situation.evidence.program = program
    situation.evidence.process.status = .known(
      Array("Uid:\t1001\t1001\t1001\t1001\nGid:\t1001\t1001\t1001\t1001\nGroups:\t7\n".utf8))
    return situation
  }

  private static func script(_ line: String, _ interpreter: ByteString, _ look: Answer<FileLook>)
    -> Situation
  {
    failed(.noEntry, program, .known(Array("#!\(line)\n".utf8)), then: .init(interpreter, look))
  }

  /// The beginning of an ELF file: 64 bits, little-endian, one PT_INTERP.
  private static func executable(machine: UInt8, loader: String?) -> [UInt8] {
    var file = [UInt8](repeating: 0, count: 400)
    file.replaceSubrange(0..<6, with: [0x7f, 0x45, 0x4c, 0x46, 2, 1])
    file[18] = machine
    file[32] = 64
    (file[54], file[56]) = (56, 1)
    if let loader {
      file[64] = 3
      (file[72], file[96]) = (200, UInt8(loader.utf8.count + 1))
      file.replaceSubrange(200..<(200 + loader.utf8.count), with: loader.utf8)
    }
    return file
  }

  #if arch(x86_64)
    private static let native: UInt8 = 62
    private static let foreign: UInt8 = 183
  #else
    private static let native: UInt8 = 183
    private static let foreign: UInt8 = 62
  #endif

  @Test func theInterpreterIsMissing() {
    let missing = Self.script("/usr/bin/perl -w", "/usr/bin/perl", .refused(.noEntry))
    #expect(missing.topics == ["program-without-interpreter"])
    #expect(
      Self.script("/usr/bin/perl", "/usr/bin/perl", .known(Self.program)).topics == [])
    #expect(Self.script("/usr/bin/perl", "/usr/bin/perl", .unknown).topics == [])
    let dos = Self.script("/bin/sh\r", "/bin/sh\r", .refused(.noEntry))
    #expect(dos.topics == ["program-with-carriage-return"])
  }

  @Test func theLoaderIsMissing() {
    let loader = "/lib64/ld-linux-x86-64.so.2"
    let content = Self.executable(machine: Self.native, loader: loader)
    func tried(_ look: Answer<FileLook>) -> Situation {
      Self.failed(
        .noEntry, Self.program, .known(content), then: .init(ByteString(loader.utf8), look))
    }
    #expect(tried(.refused(.noEntry)).topics == ["program-without-loader"])
    #expect(tried(.known(Self.program)).topics == [])
  }

  /// What somebody hostile may write into a file's first page.
  @Test func noELFFileIsTooStrange() {
    let whole = Self.executable(machine: Self.native, loader: "/lib/ld.so")
    for length in 0...whole.count {
      _ = Self.failed(.noEntry, Self.program, .known(Array(whole.prefix(length)))).topics
    }
    for place in 0..<120 {
      for value: UInt8 in [0, 1, 0x7f, 0x80, 0xff] {
        for width in [1, 2, 8] {
          var other = whole
          for index in place..<(place + width) { other[index] = value }
          _ = Self.failed(.noEntry, Self.program, .known(other)).topics
        }
      }
    }
  }

  @Test func thereIsNoShellForIt() {
    let text = Self.failed(.noEntry, Self.program, .known(Array("echo\n".utf8)))
    #expect(text.topics == [])
    let none = text.with { $0.evidence.program?.shell = .refused(.noEntry) }
    #expect(none.topics == ["program-without-shell"])
  }

  @Test func whatCannotBeReadIsProbable() {
    let unread = Self.failed(.noEntry)
    #expect(unread.topics == ["program-perhaps-without-loader"])
    #expect(unread.sentences[0].contains("probably"))
    #expect(Self.failed(.noEntry, FileLook(mode: 0o040755)).topics == [])
  }

  @Test func itIsForAnotherMachine() {
    let other = Self.executable(machine: Self.foreign, loader: nil)
    let own = Self.executable(machine: Self.native, loader: nil)
    for errno in [Errno.noEntry, .unknownFormat] {
      #expect(
        Self.failed(errno, Self.program, .known(other)).topics == ["program-for-another-machine"])
      #expect(Self.failed(errno, Self.program, .known(own)).topics == [])
    }
  }

  @Test func somethingElseWasNamed() {
    #expect(Self.failed(.accessDenied, FileLook(mode: 0o040755)).topics == ["program-is-directory"])
    let file = FileLook(mode: 0o100644, fileSystem: .nsfs)
    #expect(Self.failed(.accessDenied, file).topics == ["program-is-namespace"])
    #expect(Self.failed(.accessDenied, FileLook(mode: 0o020666)).topics == [])
    // Where the kernel does not say what the file system of a namespace is, its number is compared.
    let unsaid = FileLook(device: 4, mode: 0o100444)
    for (mode, topic): (UInt32, String) in [
      (0o100444, "program-is-namespace"),
      // Not followed, it is a link on another file system.
      (0o120777, "program-not-executable"),
    ] {
      let failed = Self.failed(.accessDenied, unsaid).with {
        $0.evidence.program?.namespace = .known(FileLook(device: 4, mode: mode))
      }
      #expect(failed.topics == [topic])
    }
    #expect(
      Self.failed(.accessDenied, unsaid).with {
        $0.evidence.program?.namespace = .known(FileLook(device: 5, mode: 0o100444))
      }.topics == ["program-not-executable"])
  }

  @Test func permissionsForbidIt() {
    func tried(_ mode: UInt32, user: UInt32 = 0, group: UInt32 = 0) -> Situation {
      Self.failed(
        .accessDenied, FileLook(user: UserID(user), group: GroupID(group), mode: 0o100000 | mode))
    }
    #expect(tried(0o644).topics == ["program-not-executable"])
    #expect(tried(0o755).topics == [])
    #expect(tried(0o744).topics == ["program-of-somebody-else"])
    #expect(tried(0o744, user: 1001).topics == [])
    #expect(tried(0o655, user: 1001).topics == ["program-of-somebody-else"])
    #expect(tried(0o754, group: 7).topics == [])
    #expect(tried(0o745, group: 7).topics == ["program-of-somebody-else"])
    #expect(
      tried(0o744).with { $0.evidence.process.status = .unknown }.topics == [])
    // Root may start what anybody may, where its owner exists.
    let root = tried(0o744).with {
      $0.evidence.process.capabilities?.effective = CapabilitySet(first: 41)
    }
    #expect(root.topics == [])
    let stranger = root.with { $0.evidence.process.userMap = .known(Array("1000 1000 2\n".utf8)) }
    #expect(stranger.topics == ["program-of-somebody-else"])
    #expect(stranger.sentences[0].contains("not mapped here"))
  }

  /// acl(5): the bits of the group are then the most that somebody who is named there gets.
  @Test func aListMayLetMoreIn() {
    let stranger = FileLook(user: .root, mode: 0o100750)
    let alone = Self.failed(.accessDenied, stranger, .known(Array("#!/bin/x\n".utf8)))
    #expect(alone.topics == ["program-of-somebody-else"])
    func tried(_ mode: UInt32, _ interpreter: UInt32) -> [String] {
      alone.with {
        $0.evidence.program?.chain[0].look = .known(FileLook(mode: 0o100000 | mode))
        $0.evidence.program?.chain.append(
          .init("/bin/x", .known(FileLook(mode: 0o100000 | interpreter))))
      }.topics
    }
    #expect(tried(0o750, 0o755) == ["program-of-somebody-else"])
    #expect(tried(0o750, 0o644) == ["program-not-executable"])
    #expect(tried(0o750, 0o750) == [])
    #expect(tried(0o740, 0o644) == ["program-of-somebody-else"])
  }

  @Test func theMountForbidsIt() {
    var look = Self.program
    look.forbidsPrograms = true
    #expect(Self.failed(.accessDenied, look).topics == ["program-on-noexec"])
    #expect(Self.failed(.accessDenied).topics == [])
    // On an older kernel the mount table says it.
    let table = "24 1 0:8 / / rw - tmpfs none rw\n25 24 0:9 / /srv rw,noexec - tmpfs none rw\n"
    look = FileLook(device: 9, mode: 0o100755)
    let old = Self.failed(.accessDenied, look).with {
      $0.evidence.process.mounts = .known(Array(table.utf8))
    }
    #expect(old.topics == ["program-on-noexec"])
    // A link led to another mount.
    look.device = 8
    #expect(old.with { $0.evidence.program?.chain[0].look = .known(look) }.topics == [])
  }

  @Test func aModuleMayForbidIt() {
    let confined = Self.failed(.accessDenied).with {
      $0.evidence.kernel.securityContext = .known(Array("jail (enforce)\n".utf8))
    }
    #expect(confined.topics == ["apparmor-profile"])
    #expect(
      confined.with { $0.evidence.program?.chain = [] }.topics == [])
  }

  @Test func aFolderForbidsIt() {
    let closed = Self.failed(.accessDenied).with {
      $0.evidence.program?.chain = []
      $0.evidence.program?.forbiddingFolder = .init(
        "/srv", .known(FileLook(user: UserID(65534), mode: 0o040700)))
    }
    #expect(closed.topics == ["folder-may-not-be-searched"])
    #expect(closed.sentences[0].hasPrefix("a folder of uid 65534 may not be searched"))
    // Along PATH nobody knows that it is in there.
    let searched = closed.with { $0.trouble.failure = .launch(.execute("tool", .accessDenied)) }
    #expect(searched.sentences[0].hasPrefix("not found, and a folder"))
    let unmapped = closed.with { $0.evidence.process.userMap = .known(Array("0 1001 1\n".utf8)) }
    #expect(unmapped.sentences[0].contains("not mapped"))
    #expect(closed.with { $0.evidence.program?.forbiddingFolder = nil }.topics == [])
  }

  @Test func thatItIsNotPermittedHasOtherCauses() {
    let refused = Self.failed(.notPermitted)
    #expect(refused.topics == [])
    let lacking = refused.with {
      $0.evidence.process.capabilities?.bounding = CapabilitySet(first: 12)
    }
    #expect(lacking.topics == ["program-with-capabilities"])
    let filtered = refused.with {
      $0.evidence.process.status = .known(Array("Seccomp:\t2\n".utf8))
    }
    #expect(filtered.topics == ["program-filtered"])
  }
}
