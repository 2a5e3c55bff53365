import Foundation
import Harness
import ProjectFiles
import Testing

/// Names, command lines and mount points may hold anything. None of it reaches a terminal as it is,
/// and none of it makes two rows of one.
@Suite(.enabled(if: canSandbox, needsRoot)) struct NslsHostileTests {
  /// Processes and mounts with names that would move a cursor, change a colour, end a line, or
  /// are no text at all.
  private static let setup = #"""
    mount -t tmpfs none /mnt
    hostile() { unshare -u bash -c 'exec -a "$0" sleep 1000' "$1" & waitcomm $! sleep; }
    hostile $'\e[2J\e[31mred\e]0;title\a'
    hostile $'two\nlines\r\tand tab\v\f\b'
    hostile $'\xff\xfe\xc3(\xe2\x82'
    hostile $'C1 \xc2\x9b31m \x9b31m'
    hostile $'bidi \xe2\x80\xae txt \xe2\x80\x8b zero'
    hostile '"quotes" \x41 \\ \u0041'
    # A process without a command line has its name, which may hold anything too.
    perl -e '$0 = ""; open my $f, ">", "/proc/self/comm"; print $f "\e[1m\nx\xff"; close $f;
      syscall(272, 0x04000000); syscall(157, 8, 0); sleep 1000' &
    waitown uts $!
    mkdir "/mnt/$(printf 'a\033[7m\nb')"; touch "/mnt/$(printf 'a\033[7m\nb')/u"
    mount --bind /proc/$!/ns/uts "/mnt/$(printf 'a\033[7m\nb')/u"

    """#

  private let columns = "-o NS,TYPE,NPROCS,NSFS,USER,HELDBY,COMMAND"

  private func isSafe(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 10 || $0 >= 32 && $0 != 127 }
  }

  @Test(arguments: [40, 80, 250, nil], ["C", "C.UTF-8"])
  func nothingReachesATerminal(terminal: Int?, locale: String) throws {
    let outcome = Jail.run(
      Jail.functions + Self.setup + "lsns -W -t uts \(columns); lsns -r -t uts \(columns)",
      terminal: terminal, locale: locale)
    #expect(outcome.stderrText.isEmpty)
    #expect(isSafe(outcome.stdout), "\(outcome.stdoutText.debugDescription)")
    let text = try #require(String(validating: outcome.stdout, as: UTF8.self))
    // U+0080 to U+009F, which some terminals obey too.
    #expect(!text.unicodeScalars.contains { (0x80..<0xa0).contains($0.value) })
    // Two headings and two listings: the first process, seven others.
    #expect(text.split(separator: "\n").count == 2 * 9)
  }

  /// What is escaped, how wide the rest is and where it is cut depends on the locale, and is the
  /// original's.
  @Test(
    .enabled(if: access(original, X_OK) == 0, "util-linux 2.42.4 is not there (make reference)"),
    arguments: [30, 50, 80, nil], ["C", "C.UTF-8"])
  func looksAsWithTheOriginal(terminal: Int?, locale: String) {
    let outcome = Jail.run(
      Jail.functions + Self.setup + #"""
        hostile $'marks \u0301\u0301 wide \U1F600\u4e2d\u6587 \ud7ff\ufeff\u2028\u00ad end'
        hostile $'overlong \xc0\x80 surrogate \xed\xa0\x80 beyond \xf4\x90\x80\x80 cut \xf0\x9f\x98'
        hostile $'\u202e'
        columns=NPROCS,COMMAND,TYPE,NSFS
        # -W, because D-204 is about several lines.
        for options in "" -W -r -l -u "-J -W"; do
          lsns -t uts -o $columns $options; printf '\036'
          \#(Self.original) -t uts -o $columns $options; printf '\036'
        done
        """#,
      terminal: terminal, locale: locale)
    #expect(outcome.stderrText.isEmpty)
    let parts = outcome.stdout.split(separator: 0x1e, omittingEmptySubsequences: false)
    #expect(parts.count == 13)
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      #expect(parts[place].count > 100)
      // JSON is the last one.
      let theirs = place == 10 ? escaped(parts[place + 1]) : Array(parts[place + 1])
      let both = [Array(parts[place]), theirs].map { String(decoding: $0, as: UTF8.self) }
      #expect(Array(parts[place]) == theirs, "\(both[0])\(both[1])")
    }
  }

  /// Whoever gives a process such a name makes a pattern with a reference slow, for everybody who
  /// looks for one. It ends, and neither hides that process nor shows it. (Of a shorter name it
  /// finds out.)
  @Test(arguments: [(30, false), (3000, true)])
  func aNameCannotKeepAPatternBusy(length: Int, isTooSlow: Bool) {
    let outcome = Jail.run(
      Jail.functions + #"""
        name=$(printf 'a%.0s' $(seq \#(length)))
        unshare -u bash -c 'exec -a "$0 " sleep 1000' "$name" & waitcomm $! sleep
        lsns -n -r -t uts -o COMMAND -Q 'COMMAND !~ "(\w+) \1"'; echo $?
        """#)
    #expect(
      outcome.stderrText
        == (isTooSlow ? "lsns: failed to apply filter: Regular expression takes too long\n" : ""))
    #expect(outcome.stdoutText.split(separator: "\n").last == (isTooSlow ? "1" : "0"))
    #expect(outcome.stdoutText.contains("aaa") == !isTooSlow)
  }

  /// What D-260 makes of the original's JSON.
  private func escaped(_ json: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in json {
      if bytes.last == 0xc2, (0x80..<0xa0).contains(byte) {
        bytes.removeLast()
        bytes += "\\u00\(String(byte, radix: 16))".utf8
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static let original = "\(projectRoot)/.reference/2.42.4/bin/lsns"

  @Test func jsonIsWholeWhateverIsInIt() throws {
    let outcome = Jail.run(Jail.functions + Self.setup + "lsns -J -l -t uts \(columns)")
    #expect(outcome.stdout.allSatisfy { $0 == 10 || $0 >= 32 })
    // Bytes that are no UTF-8 are passed on; with them replaced it is JSON.
    let object = try JSONSerialization.jsonObject(with: Data(outcome.stdoutText.utf8))
    let rows = try #require((object as? [String: [[String: Any]]])?["namespaces"])
    #expect(rows.count == 8)
    #expect(rows.contains { ($0["command"] as? String)?.hasPrefix("\u{1b}[2J") == true })
    #expect(rows.contains { $0["nsfs"] as? String == "/mnt/a\u{1b}[7m\nb/u" })
  }
}
