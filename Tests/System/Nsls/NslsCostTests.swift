import Foundation
import Harness
import Testing

/// What a listing asks of the kernel, counted: figures that do not depend on the machine.
@Suite(.enabled(if: canSandbox, needsRoot), .enabled(if: findTool("strace") != nil, "needs strace"))
struct NslsCostTests {
  /// The numbers a script prints.
  private func numbers(_ script: String) throws -> [Int] {
    let outcome = Jail.run(Jail.functions + script)
    #expect(outcome.stderrText.isEmpty)
    return outcome.stdoutText.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
  }

  @Test func aProcessCostsAtMost25Calls() throws {
    let found = try numbers(
      """
      sleepers 10
      ls /proc/$!/fd | wc -l
      calls lsns; calls lsns -t uts; calls lsns -l -o NS,TYPE,NPROCS
      sleepers 100
      calls lsns; calls lsns -t uts; calls lsns -l -o NS,TYPE,NPROCS
      sleepers 200
      calls lsns
      """)
    try #require(found.count == 8)
    #expect(found[0] == 5)
    // The one that forked the hundred is a process too.
    let each = Double(found[4] - found[1]) / 101
    #expect(each <= 25 && each > 10, "all kinds: \(each) calls for each process")
    // The listing itself asks for a little more or less memory.
    let oneKind = Double(found[5] - found[2]) / 101
    #expect(oneKind <= each - 6.5, "one kind: \(oneKind) calls for each process")
    #expect(found[6] <= found[4])
    // Twice as many more cost twice as much more, and nothing else.
    let growth = Double(found[7] - found[4]) / Double(found[4] - found[1])
    #expect((1.9...2.1).contains(growth), "\(growth)")
  }

  @Test func nothingIsPaidForWhatIsNotShown() throws {
    let found = try numbers(
      """
      sleepers 20
      CALLS=ioctl calls lsns; CALLS=ioctl calls lsns -o +PNS
      CALLS=socket calls lsns -o NS,TYPE; CALLS=socket calls lsns -o NS -Q 'netnsid'
      CALLS=getdents64 calls lsns -n -o NS -t pid -p 1; CALLS=getdents64 calls lsns -n -o NS -t pid
      CALLS=fstat,newfstatat calls lsns -l -t uts -p 1 -o NS
      CALLS=fstat,newfstatat calls lsns -l -t uts -p 1 -o NS,USER
      CALLS=openat calls lsns -l -t uts -p 1 -o NS; CALLS=openat calls lsns -l -t uts -p 1 -o NS,PPID
      perl -MSocket -e '$^F = 9; socket(my $s, PF_INET, SOCK_DGRAM, 0); exec "sleep", 1000' &
      waitcomm $! sleep
      CALLS=pidfd_getfd calls lsns -t uts; CALLS=pidfd_getfd calls lsns -t net
      """)
    try #require(found.count == 12)
    // The probe, and whether stdout is a terminal; then an answer or two for each namespace.
    #expect(found[0] <= 2 && found[1] >= 8, "\(found)")
    #expect(found[2] == 0 && found[3] == 1)
    // /proc alone, or the descriptors of each process too.
    #expect(found[4] <= 3 && found[5] >= 20)
    // Not one for each process; with users one for each that stands for a namespace.
    #expect(found[6] < 20 && found[7] > found[6] && found[7] < found[6] + 5, "\(found)")
    #expect(found[9] > found[8])
    // D-235; the lister's own socket, which it asks for ids with, is not asked.
    #expect(found[10] == 0 && found[11] == 1)
  }

  /// Most processes are out of reach of a plain user. Memory that is given back at once may be a mapping
  /// each time, until musl notices.
  @Test func whatIsRefusedTakesNoMemory() throws {
    let found = try numbers(
      """
      export CALLS=mmap,munmap; user='setpriv --reuid 1001 --regid 1001 --clear-groups'
      touch calls; chmod 666 calls
      sleepers 10; calls $user lsns; sleepers 100; calls $user lsns
      """)
    try #require(found.count == 2)
    // What starting both programs takes, and the listing itself.
    #expect(found[0] < 200 && found[1] - found[0] < 20, "\(found)")
  }

  /// D-224: the length, the type, one flag, a sequence number, and nothing that was not set.
  @Test func theQuestionForNetworkIDsIsWhole() {
    let outcome = Jail.run(
      """
      strace -xx -s 64 -o log -e trace=sendto lsns -t net -o NETNSID >out
      sed -n 's/.*sendto([0-9]*, //p' log
      """)
    let questions = outcome.stdoutText.split(separator: "\n")
    #expect(!questions.isEmpty)
    for (place, question) in questions.enumerated() {
      #expect(question.contains("nlmsg_len=28"))
      #expect(question.contains("nlmsg_flags=NLM_F_REQUEST, nlmsg_seq=\(place + 1), nlmsg_pid=0}"))
      // strace takes the rest apart, or not.
      #expect(
        question.contains(#""\x00\x00\x00\x00\x08\x00\x03\x00\x0"#)
          || question.contains("{rtgen_family=AF_UNSPEC}, [{nla_len=8, nla_type=NETNSA_FD}"),
        "\(question)")
    }
    #expect(outcome.stderrText.isEmpty)
  }
}
