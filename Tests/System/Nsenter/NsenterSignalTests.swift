import Glibc
import Harness
import Testing

/// What the waiting process does with signals, and job control on a real terminal.
@Suite(.enabled(if: canSandbox, needsRoot), .serialized) struct NsenterSignalTests {
  /// D-131: the status says the signal, but not a core file of the messenger's.
  @Test func oneCoreFile() {
    let outcome = Place.run(
      "\(NsenterFaultTests.target); ulimit -c unlimited; cd /; nsenter -t $P -p perl -e"
        + " 'my $r = system qw(sh -c), q(ulimit -c 0; kill -SEGV $$); print $r & 127, \"\\n\"';"
        + " perl -e 'my $r = system @ARGV; print $r & 127, \" \", $r & 128, \"\\n\"'"
        + " nsenter -t $P -p sh -c 'ulimit -c 0; kill -SEGV $$'; \(NsenterFaultTests.end)")
    #expect(outcome.stdoutText == "11\n11 0\n", "\(outcome.stderrText)")
  }

  /// One person at a terminal, with a given nsenter: what the shells and ps(1) say, and how often
  /// a job that was continued stopped again by itself.
  private func sitting(_ nsenter: String, patience: Double) throws -> (seen: [String], restops: Int)
  {
    let session = try TerminalSession(
      ["/bin/bash", "--norc", "--noprofile", "-i"],
      environment: [
        "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "PS1=outer> ", "TERM=dumb", "N=\(nsenter)",
      ], patience: patience)
    defer { session.end() }
    var seen: [String] = []
    /// Types a command and notes the lines it prints up to the prompt.
    func command(_ text: String, prompt: String = "outer> ") throws {
      session.type("\(text)\n")
      // The terminal shows what is typed first.
      do { _ = try session.wait(for: "\n") } catch {
        throw HarnessError("\(error) after typing '\(text)', having seen \(seen)")
      }
      let output = try session.wait(for: prompt)
      seen += output.dropLast(prompt.count).split(whereSeparator: \.isNewline).map(String.init)
    }
    var restops = 0
    /// Brings the stopped job to the foreground, whose command line ends so.
    func resume(_ end: String) throws {
      while true {
        session.type("fg\n")
        _ = try session.wait(for: "fg\r\n")
        // Bash says what it continues when it has given the terminal its old settings back.
        _ = try session.wait(for: "\(end)\r\n")
        guard (try? session.wait(for: "outer> ", seconds: 0.5)) != nil else { return }
        restops += 1
      }
    }
    let states = "ps -t $(tty) -o stat=,comm= | grep -E 'nsenter|cat|inner' | cut -c1,5-"

    _ = try session.wait(for: "outer> ")
    try command("/usr/bin/unshare -p -f --kill-child sleep 600 </dev/null >/dev/null 2>&1 & U=$!")
    try command("until T=$(cat /proc/$U/task/$U/children) && [ \"$T\" ]; do sleep 0.02; done")
    seen = []

    // A program in the terminal's foreground, stopped and continued from the keyboard.
    // What is typed while bash still has the terminal would not be shown twice.
    session.type("$N -t $T -p sh -c 'echo ready; exec cat'\n")
    _ = try session.wait(for: "cat'\r\n")
    _ = try session.wait(for: "ready\r\n")
    session.type("one\n")
    _ = try session.wait(for: "one\r\none\r\n")
    session.type("\u{1a}")
    _ = try session.wait(for: "outer> ")
    try command(states)
    try resume("cat'")
    session.type("two\n")
    _ = try session.wait(for: "two\r\ntwo\r\n")
    seen.append("two came back")
    session.type("\u{4}")
    _ = try session.wait(for: "outer> ")
    try command("echo status $?")

    // A shell that stops itself.
    session.type("PS1='inner> ' $N -t $T -p bash --norc --noprofile -i\n")
    _ = try session.wait(for: "-i\r\n")
    _ = try session.wait(for: "inner> ")
    try command("echo $$ | grep -c '^[0-9]*$'", prompt: "inner> ")
    session.type("suspend\n")
    _ = try session.wait(for: "suspend\r\n")
    _ = try session.wait(for: "outer> ")
    try command("ps -t $(tty) -o stat=,comm= | grep -c '^T.*nsenter'")
    try resume("-i")
    _ = try session.wait(for: "inner> ")
    try command("echo back", prompt: "inner> ")
    session.type("exit 7\n")
    _ = try session.wait(for: "exit 7\r\n")
    _ = try session.wait(for: "outer> ")
    try command("echo status $?")

    // The terminal is as it was.
    try command(
      "stty -a | grep -ow -e -\\\\?icanon -e -\\\\?echo -e -\\\\?isig | tr '\\n' ' '; echo")
    try command("jobs -s | wc -l")
    try command("kill -KILL $T; wait 2>/dev/null; echo done | grep -c done")
    return (seen, restops)
  }

  @Test func jobControlIsTheOriginals() throws {
    // Ctrl-Z stops nsenter and the program, each when it gets a processor. Where the program is late, bash has the
    // terminal already, and what is typed then still goes to the program's read(2): seen with the original as often,
    // 9 of 289, and never where there is one process. So silence counts when it comes three times.
    var sat: (seen: [String], restops: Int)?
    for attempt in 1...3 where sat == nil {
      do { sat = try sitting("\(Place.sandbox.programs)/nsenter", patience: 10) } catch {
        print("attempt \(attempt): \(error)")
        if attempt == 3 { throw error }
      }
    }
    let (ours, restops) = try #require(sat)
    #expect(ours.contains("two came back"))
    #expect(ours.contains("status 0"))
    #expect(ours.contains("status 7"))
    #expect(ours.contains { $0.hasPrefix("T") && $0.hasSuffix("nsenter") }, "\(ours)")
    #expect(ours.contains { $0.hasPrefix("T") && $0.hasSuffix("cat") }, "\(ours)")
    // D-142: the original does so two times in five.
    #expect(restops == 0)
    // So a sitting with the original may take several attempts.
    var theirs: [String]?
    for _ in 0..<10 where theirs == nil {
      theirs = try? sitting("/usr/bin/nsenter", patience: 5).seen
    }
    #expect(ours == theirs)
  }
}
