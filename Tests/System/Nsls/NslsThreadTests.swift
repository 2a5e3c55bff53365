import Foundation
import Harness
import Testing

private let processorCount = ProcessInfo.processInfo.activeProcessorCount

/// Listings of so many processes that all processors look at them. How many threads there are is said by
/// taskset(1); nothing that is printed may depend on it.
@Suite(
  .enabled(if: canSandbox, needsRoot), .enabled(if: findTool("strace") != nil, "needs strace"),
  .enabled(if: processorCount > 1, "needs two processors"))
struct NslsThreadTests {
  /// `alone` is a listing by one thread, `threads` counts those of a command, `own` makes $1 processes with
  /// a UTS namespace, a socket and a held namespace each.
  private static let functions =
    Jail.functions + """
      # A test is pinned to one processor.
      alone() { taskset -c "$(taskset -cp $$ | grep -oE '[0-9]+' | tail -n 1)" "$@"; }
      all() { taskset -c "0-$(($(nproc --all) - 1))" "$@"; }
      threads() { "$1" strace -f -o calls -e trace=clone,clone3 "${@:2}" >/dev/null; grep -c "CLONE_THREAD.* = " calls; }
      own() {
        unshare -Ur --net sleep 1000 & held=$!
        waitcomm $held sleep
        perl -MSocket -e 'open N, "</proc/'$held'/ns/net"; $^F = 9; socket(my $s, PF_INET, SOCK_DGRAM, 0);
          for (1 .. $ARGV[0]) { unless (fork) { exec "unshare", "-u", "sleep", "1000" } } sleep 1000' "$1" &
        until [ "$(cat /proc/[0-9]*/comm 2>/dev/null | grep -c sleep)" -gt "$1" ]; do
          sleep 0.05
        done
      }
      same() {
        alone "$@" >one 2>&1; echo $? >>one
        all "$@" >all 2>&1; echo $? >>all
        cmp one all || { echo "$*"; diff one all | cut -c 1-300 | head -n 10; }
      }

      """

  @Test func asManyThreadsAsProcessors() {
    let outcome = Jail.run(
      Self.functions + """
        sleepers 20; threads all lsns
        sleepers 500; threads all lsns; threads alone lsns
        """)
    let found = outcome.stdoutText.split(separator: "\n").compactMap { Int($0) }
    #expect(found.count == 3)
    #expect(found.first == 0 && found.last == 0)
    #expect(found[1] == min(processorCount, 16) - 1)
  }

  @Test func theListingIsThatOfOneThread() {
    let outcome = Jail.run(
      Self.functions + """
        sleepers 400; own 40
        for columns in NS,TYPE,NPROCS,PID,PPID,USER,NETNSID,NSFS,PNS,ONS NS,HELDBY; do
          same lsns -o $columns
          same lsns --discover=all -o $columns
          same lsns --discover=task -n -o $columns
        done
        same lsns -T -J
        same lsns -t uts -Q 'NPROCS == 1'
        for pid in 1 $held; do
          for kind in net user; do same lsns "$(number $kind $pid)" -o PPID,USER,COMMAND; done
        done
        same lsns 4242
        """)
    #expect(outcome.stdoutText.isEmpty && outcome.stderrText.isEmpty, "\(outcome.stdoutText)")
  }

  @Test func whatIsRefusedIsDoneByOne() {
    let outcome = Jail.run(
      Self.functions + """
        sleepers 400; own 20
        list() { all "$@" lsns -o NS,TYPE,NPROCS,PNS,ONS -t uts -t net -t user --discover=all; }
        # strace is a process too.
        list strace -f -o log -e trace=none >expected
        list strace -f -o log -e trace=none -e inject=clone,clone3:error=EAGAIN >found; cmp expected found
        list strace -f -o log -e trace=none -e inject=clone,clone3:error=EAGAIN:when=1 >found
        cmp expected found
        list strace -f -o log -e trace=none -e inject=futex:error=EPERM >found; cmp expected found
        list prlimit --nofile=64 strace -f -o log -e trace=none >found; cmp expected found
        # More threads than descriptors for them.
        list >expected
        for limit in 8 9 10 11; do list prlimit --nofile=$limit >found; cmp expected found; done
        """)
    #expect(outcome.stdoutText.isEmpty && outcome.stderrText.isEmpty, "\(outcome.stdoutText)")
  }

  @Test func processesThatComeAndGoChangeNothing() {
    let outcome = Jail.run(
      Self.functions + """
        sleepers 400; own 20
        for storm in 1 2; do
          perl -e 'while (1) { for (1 .. 20) { unless (fork) { exit } } 1 while wait > 0 }' &
        done
        for round in 1 2 3 4 5; do
          same lsns -o NS,TYPE,PID,USER,PNS,ONS
          same lsns --discover=all -n -o NS,TYPE,PID,HELDBY
        done
        """, timeLimit: 120)
    #expect(outcome.stdoutText.isEmpty && outcome.stderrText.isEmpty, "\(outcome.stdoutText)")
  }
}
