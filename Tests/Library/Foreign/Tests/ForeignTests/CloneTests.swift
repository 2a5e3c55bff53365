import Glibc
import Namespaces
import Shared
import Testing

@Suite struct CloneTests {
  @Test func howItEnds() throws {
    #expect(try output(of: shell("exit 0")).status == .exited(0))
    #expect(try output(of: shell("exit 255")).status == .exited(255))
    #expect(try output(of: shell("kill -9 $$")).status == .killed(.kill))
    let child = try clone([], running: Program("sleep", ["100"]))
    #expect(try !child.hasEnded())
    #expect(try !child.hasEnded(within: .milliseconds(20)))
    try child.signal(.stop)
    #expect(try !child.hasEnded(within: .milliseconds(20)))
    try child.signal(.kill)
    #expect(try child.hasEnded(within: .seconds(10)))
    #expect(try child.wait() == .killed(.kill))
    #expect(try child.wait() == .killed(.kill))
    #expect(try child.hasEnded())
    expectError(.signal(.kill, .noProcess)) { try child.signal(.kill) }
  }

  /// Bytes, and not text: arguments, names and variables of any kind arrive as they are.
  @Test func whatItIsStartedWith() throws {
    let odd = ByteString([0xff, 0x0a, 0x20, 0x24])
    var program = Program(
      "/bin/sh",
      ["-c", "read -r gate; printf '%s|%s|%s|%s' \"$0\" \"$1\" \"$2\" \"$V\"; env | wc -l"])
    program.arguments += ["zero", odd, ""]
    program.environment = ["V=\(odd)"]
    program.name = "another name"
    var pipe = TestPipe()
    // It waits at the other one: of a process that has ended nobody can read this.
    var gate = TestPipe()
    program.descriptors = [
      DescriptorPlacement(gate.reader, as: 0), DescriptorPlacement(pipe.writer, as: 1),
    ]
    let child = try clone([], running: program)
    #expect(content("/proc/\(child.process.number)/cmdline").hasPrefix("another name\0"))
    gate.closeWriter()
    pipe.closeWriter()
    // A shell adds PWD, OLDPWD and the like.
    let text = pipe.readAll()
    #expect(text.hasPrefix("zero|\(String(decoding: odd))||\(String(decoding: odd))"), "\(text)")
    #expect(try child.wait() == .exited(0))
    // Without one it has the environment of this process.
    setenv("UNYOKE_FOREIGN", "here", 1)
    #expect(try output(of: shell("printf %s \"$UNYOKE_FOREIGN\"")).text == "here")
  }

  @Test func whereItStarts() throws {
    var program = Program("pwd", ["-P"])
    program.workingDirectory = "/proc"
    #expect(try output(of: program).text == "/proc\n")
    let folder = Folder()
    close(folder("file").withCString { creat($0, 0o600) })
    for (path, error) in [
      ("/nowhere/at/all", .noEntry), (folder("file"), .notDirectory), ("", .noEntry),
    ] as [(ByteString, Errno)] {
      program.workingDirectory = path
      let refused = program
      expectError(.changeDirectory(path, error)) { _ = try clone([], running: refused) }
    }
  }

  @Test func whereItIsSearched() throws {
    let folder = Folder()
    let (file, broken) = (folder("tool"), folder("broken"))
    close(file.withCString { creat($0, 0o600) })
    close(broken.withCString { creat($0, 0o700) })
    var program = Program("tool")
    program.environment = ["PATH=/nowhere:\(folder(""))"]
    let notExecutable = program
    expectError(.execute("tool", .accessDenied)) { _ = try clone([], running: notExecutable) }
    program.environment = ["PATH=/nowhere:\(file):/bin"]
    let notThere = program
    expectError(.execute("tool", .noEntry)) { _ = try clone([], running: notThere) }
    #expect(file.withCString { symlink("/bin/echo", $0) } == -1)
    unlink(folder.path + "/tool")
    #expect(file.withCString { symlink("/bin/echo", $0) } == 0)
    program.arguments = ["found"]
    program.environment = ["PATH=/nowhere:\(folder(""))"]
    #expect(try output(of: program).text == "found\n")
    // An empty folder is the working directory, that of the program.
    program.environment = ["PATH=/nowhere::/proc"]
    program.workingDirectory = folder("")
    #expect(try output(of: program).text == "found\n")
    // Without a PATH there are the folders that the C library has.
    var plain = Program("echo", ["found"])
    plain.environment = []
    #expect(try output(of: plain).text == "found\n")
    plain.environment = ["PATH="]
    plain.workingDirectory = "/bin"
    #expect(try output(of: plain).text == "found\n")
    expectError(.execute(broken, .unknownFormat)) { _ = try clone([], running: Program(broken)) }
    for (path, error) in [
      ("/nowhere/at/all", .noEntry), ("/etc/passwd", .accessDenied),
      ("/etc/passwd/x", .notDirectory),
      ("/tmp", .accessDenied), ("", .noEntry), ("no such program", .noEntry),
    ] as [(ByteString, Errno)] {
      var program = Program(path)
      program.environment = ["PATH=/bin:/etc/passwd"]
      let refused = program
      expectError(.execute(path, path == "/etc/passwd/x" ? .noEntry : error)) {
        _ = try clone([], running: refused)
      }
    }
    let long = ByteString(repeatElement(UInt8(ascii: "x"), count: 200_000))
    expectError(.execute("/bin/echo", .argumentListTooLong)) {
      _ = try clone([], running: Program("/bin/echo", [long]))
    }
  }

  /// Attacker: a program that looks what it was left. It has its standard streams and what it was given.
  @Test func descriptors() throws {
    // One that a library forgot to close.
    let leaked = open("/dev/null", O_RDWR)
    defer { close(leaked) }
    let list = Program("ls", ["/proc/self/fd"])
    // And the folder that it reads.
    #expect(try output(of: list).text == "0\n1\n2\n3\n")
    var keeping = list
    keeping.keepsOtherDescriptors = true
    #expect(try output(of: keeping).text.contains("\n\(leaked)\n"))

    // Two that swap their numbers, under numbers of pipes of the library as well.
    let folder = Folder()
    let (first, second) = (folder("first"), folder("second"))
    let (one, two) = (
      first.withCString { open($0, O_CREAT | O_RDWR | O_CLOEXEC, 0o600) },
      second.withCString { open($0, O_CREAT | O_RDWR | O_CLOEXEC, 0o600) }
    )
    defer {
      close(one)
      close(two)
    }
    var program = shell(
      "ls -l /proc/self/fd | sed -n 's/.* \\([0-9]*\\) -> .*\\/\\(first\\|second\\)$/\\1 \\2/p'")
    program.descriptors = [DescriptorPlacement(one, as: two), DescriptorPlacement(two, as: one)]
    program.descriptors += (0..<30).map { DescriptorPlacement(one, as: max(one, two) + 1 + $0) }
    let text = try output(of: program).text
    #expect(text.contains("\(one) second\n"))
    #expect(text.contains("\(two) first\n"))
    #expect(text.split(separator: "\n").count == 32)
    // Of two for one number the last one counts; a standard stream can be one.
    program = shell("readlink /proc/self/fd/0")
    program.descriptors = [DescriptorPlacement(two, as: 0), DescriptorPlacement(one, as: 0)]
    #expect(try output(of: program).text.hasSuffix("/first\n"))
    // The highest number that there may be.
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let highest = Int32(clamping: limit.rlim_cur) - 1
    program = shell("readlink /proc/self/fd/\(highest)")
    program.descriptors = [DescriptorPlacement(one, as: highest)]
    #expect(try output(of: program).text.hasSuffix("/first\n"))
    for placement in [
      DescriptorPlacement(99_999, as: 3), DescriptorPlacement(-1, as: 3),
      DescriptorPlacement(one, as: -1), DescriptorPlacement(one, as: .max),
      DescriptorPlacement(one, as: highest + 1),
    ] {
      program.descriptors = [placement]
      let refused = program
      expectError(.placeDescriptors(.badDescriptor)) { _ = try clone([], running: refused) }
    }
    // None of it has changed anything here.
    #expect(link("/proc/self/fd/\(one)") == first)
    #expect(link("/proc/self/fd/\(two)") == second)
  }

  @Test func inAUserNamespace() throws {
    let outside = try CurrentProcess.namespace(.user).identity
    let (status, text) = try output(of: shell("id -u; id -g; echo $$"), in: [.user, .pid]) {
      (child) throws(NamespaceError) in
      #expect(try child.namespace(.user).identity != outside)
      try mapToRoot(child)
    }
    #expect(status == .exited(0))
    #expect(text == "0\n0\n1\n")
  }

  @Test(.enabled(if: isRoot)) func offsets() throws {
    let program = Program("cut", ["-d.", "-f1", "/proc/uptime"])
    let before = Int(try output(of: program).text.dropLast()) ?? 0
    var pipe = TestPipe()
    var shifted = program
    shifted.descriptors = [DescriptorPlacement(pipe.writer, as: 1)]
    let child = try clone(
      .time, clocks: [ClockOffset(.boottime, seconds: 100_000)], running: shifted)
    pipe.closeWriter()
    let after = Int(pipe.readAll().dropLast()) ?? 0
    #expect(try child.wait() == .exited(0))
    #expect((100_000..<100_100).contains(after - before))
  }

  /// The same plan and executor as the command line, where it is there to be tried.
  @Test(.enabled(if: isRoot && access(unyoke, X_OK) == 0)) func throughTheCommandLine() throws {
    let path = ByteString(unyoke.utf8)
    let program = Program.through(
      unyoke: path, ["--mount-proc", "--cap-drop=ALL"],
      shell("grep CapEff /proc/self/status; ls -d /proc/[0-9]* | wc -l"))
    let (status, text) = try output(of: program, in: [.pid, .mount])
    #expect(status == .exited(0))
    #expect(text.hasPrefix("CapEff:\t0000000000000000\n"))
    // Its own processes and nobody else's.
    #expect((Int(text.split(separator: "\n").last ?? "") ?? 99) < 5)
    let refused = Program.through(unyoke: path, [], Program("/nowhere/at/all"))
    #expect(try output(of: refused, in: [.uts]).status == .exited(127))
  }

  /// Attacker: another thread with a child whose hook takes long. The copies of pipes in that child must not hold
  /// this one up.
  @Test(.timeLimit(.minutes(1))) func hooksAtTheSameTime() async throws {
    try await withThrowingTaskGroup(of: ChildStatus.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try clone([], running: Program("true")) { (_) throws(NamespaceError) in
            // A whole child while the other ones wait: each of them ends only if nobody holds its pipe.
            for _ in 0..<10 {
              let inner = try clone([], running: Program("true"))
              #expect(try inner.wait() == .exited(0))
            }
          }.wait()
        }
      }
      for try await status in group { #expect(status == .exited(0)) }
    }
  }
}

private let unyoke =
  content("/proc/self/environ").split(separator: "\0")
  .first { $0.hasPrefix("UNYOKE=") }.map { "\($0.dropFirst(7))/.build-static/unyoke" } ?? ""
