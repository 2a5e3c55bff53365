import Harness
import Testing

/// A service manager, or a user who wants to hide something, leaves the lister few descriptors. What
/// is listed then is the whole, mostly down to four free ones; below that it is an error, never a part.
@Suite(.enabled(if: canSandbox, needsRoot)) struct NslsDescriptorLimitTests {
  /// Namespaces that a descriptor, a socket and a mount keep, and a chain of owners without processes.
  private static let world =
    Jail.functions
    + NslsDiscoveryTests.ways.filter { ["fd", "socket", "mount"].contains($0.word) }
    .map { $0.script }.joined(separator: "\n") + """

      unshare -Ur unshare -Ur unshare -Ur unshare -Uru sleep 1000 & A=$!; waitcomm $A sleep
      exec 8</proc/$A/ns/uts; kill $A; wait $A 2>/dev/null

      """

  /// - Parameter least: the smallest RLIMIT_NOFILE that is enough, of which three are taken.
  @Test(arguments: [
    ("-l -n -r -o TYPE,NS,NPROCS,NSFS", 7), ("-n -o TYPE,NS,COMMAND", 7),
    ("-T -n -r -o NS,TYPE,ONS,PNS", 7), ("-Tparent -n -r -o NS", 7), ("-J", 7),
    ("-l -n -r -t net -o NS,NETNSID", 8), ("-n -r -p 1 -o NS,TYPE", 7), ("-P -n -r -o NS,TYPE", 7),
  ])
  func aFewAreEnough(options: String, least: Int) throws {
    let outcome = Jail.run(Self.world + Self.tries(options))
    #expect(outcome.stderrText.isEmpty)
    let lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    #expect(lines.dropLast() == (4...12).map { "\($0) \($0 < least ? "refused" : "whole")" }[...])
    // The test is of no use where nothing is kept.
    let fewest = options.contains("net") ? 2 : 8
    #expect(Int(lines.last?.prefix { $0 != " " } ?? "") ?? 0 >= fewest, "\(lines)")
  }

  /// Two ways lead up from a PID namespace, and the second is kept open meanwhile.
  @Test func twoWaysUpTakeMore() {
    let outcome = Jail.run(
      Self.world + """
        unshare -Ur unshare -Ur unshare -Urpf --kill-child sleep 1000 & A=$!
        until C=$(tr -d ' ' </proc/$A/task/$A/children) && [ -n "$C" ]; do sleep 0.02; done
        waitcomm $C sleep; exec 7</proc/$C/ns/pid; kill -KILL $C; wait $A 2>/dev/null

        """ + Self.tries("-n -r -l -o NS"))
    #expect(outcome.stderrText.isEmpty)
    #expect(!outcome.stdoutText.contains("part"))
    #expect(outcome.stdoutText.contains("7 refused") && outcome.stdoutText.contains("12 whole"))
  }

  /// Lists with ever more descriptors, and says what came of it.
  private static func tries(_ options: String) -> String {
    """
    lsns \(options) >all
    for limit in 4 5 6 7 8 9 10 11 12; do
      if prlimit --nofile=$limit:$limit lsns \(options) >few 2>err; then
        cmp -s all few && echo "$limit whole" || echo "$limit part"
      else
        [ ! -s few ] && grep -q 'Too many open files$' err && echo "$limit refused"
      fi
    done
    wc -l <all
    """
  }
}
