import Foundation
import Harness
import Testing

/// A process that vanishes, is a zombie, cannot be read or is malformed never empties or ends a
/// listing.
@Suite(.enabled(if: canSandbox, needsRoot)) struct NslsChurnTests {
  @Test func fiveHundredListingsAmongShortLives() throws {
    let outcome = Jail.run(
      Jail.functions + """
        unshare -u sleep 1000 & A=$!
        unshare -n sleep 1000 & B=$!
        waitcomm $A sleep; waitcomm $B sleep
        # Two programs that start processes as fast as they can, some in namespaces of their own, some
        # with open namespaces and sockets, most of them zombies for a while.
        for n in 1 2; do
          : >made$n
          taskset -c \(Self.processors) perl -MSocket -e 'open M, "+<", shift; my $made = 0;
          for (my $n = 0;; $n++) {
            my $pid = fork; next unless defined $pid;
            if ($pid && ++$made % 50 == 0) { sysseek M, 0, 0; syswrite M, sprintf("%09d", $made) }
            if (!$pid) {
              syscall(272, 0x04000000) if $n % 7 == 0;
              if ($n % 3 == 0) { open F, "/proc/self/ns/uts"; socket S, PF_INET, SOCK_DGRAM, 0 }
              select undef, undef, undef, rand 0.02 if $n % 2;
              exit
            }
            1 while $n % 50 == 0 && waitpid(-1, 1) > 0 }' made$n &
        done
        # Not the number of the last process: numbers begin anew.
        made() { echo $((10#0$(cat made1) + 10#0$(cat made2))); }
        before=$(made)
        for i in $(seq 84); do
          for options in "" "-J" "--tree" "-l -o +PNS,ONS,NETNSID,PPID" "-l -o +HELDBY --discover=all" \
            "4026531838"; do
            lsns $options; printf '\\036%s\\036%s\\036' $? "$options"
          done
        done
        printf '%s %s %s' $(number uts $A) $(number net $B) $(($(made) - before))
        """, timeLimit: 300)
    #expect(outcome.stderrText.isEmpty, "\(outcome.stderrText.prefix(500))")
    let parts = outcome.stdoutText.split(separator: "\u{1e}", omittingEmptySubsequences: false)
    try #require(parts.count == 3 * 504 + 1, "\(outcome.ending)")
    let found = try #require(parts.last).split(separator: " ")
    try #require(found.count == 3)
    for run in stride(from: 0, to: parts.count - 1, by: 3) {
      let (text, options) = (parts[run], parts[run + 2])
      #expect(parts[run + 1] == "0", "lsns \(options)")
      // Both that existed throughout, and the first user namespace; or the first process.
      let wanted = options == "4026531838" ? [" init"] : [found[0], found[1], "4026531837"]
      for number in wanted { #expect(text.contains(number), "lsns \(options):\n\(text)") }
      if options == "-J" {
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        #expect((object as? [String: [Any]])?["namespaces"] != nil, "\(text)")
      }
    }
    // The original stumbles over one listing in twenty of such.
    #expect(Int(found[2]) ?? 0 > 3000, "only \(found[2]) processes were made meanwhile")
  }

  /// Those of the machine: the sandbox has only one.
  private static let processors =
    Processors.allowed.map { "\($0)" }.joined(separator: ",")

  @Test func processesThatCannotBeRead() throws {
    // Another user's, a zombie, one whose directory is empty, one whose stat is malformed.
    let outcome = Jail.run(
      Jail.functions + """
        setpriv --reuid 1001 --regid 1001 --clear-groups sleep 1000 & A=$!
        waitcomm $A sleep
        # Its child ends when there is nobody any more who would reap it.
        bash -c 'until [ "$(cat /proc/$$/comm)" = sleep ]; do :; done & exec sleep 1001' & Z=$!
        until C=$(tr -d ' ' </proc/$Z/task/$Z/children) && grep -qs '^State:.Z' /proc/$C/status; do
          sleep 0.02
        done
        lsns -t uts -n -r -o TYPE,NPROCS; lsns -t user -n -r -o TYPE,NPROCS
        setpriv --reuid 1001 --regid 1001 --clear-groups lsns -t uts -lno NPROCS,COMMAND
        R=$PWD/proc; mkdir $R; mount -t tmpfs none $R; mkdir -p $R/self/ns; : >$R/self/mountinfo
        for p in 77 78 79 80; do
          mkdir -p $R/$p/ns $R/$p/fd; touch $R/$p/ns/uts
          mount --bind /proc/self/ns/uts $R/$p/ns/uts
          printf 'process\\0%s\\0' $p >$R/$p/cmdline; echo "$p (x) S 1 1 1" >$R/$p/stat
        done
        : >$R/78/stat; echo '79 (x S 1' >$R/79/stat; rm $R/80/stat; mkdir $R/81
        mount --rbind $R /proc
        lsns -n -o NPROCS,PID,COMMAND
        """)
    let lines = outcome.stdoutText.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    // The zombie has a user namespace only.
    #expect(lines == ["uts 4", "user 5", "2 sleep 1000", "1 77 process 77"])
    #expect(outcome.stderrText.isEmpty)
  }

  /// A kernel that cannot tell how namespaces are related, as strace makes it appear.
  @Test(
    .enabled(if: findTool("strace") != nil, "needs strace"),
    arguments: [
      ("ENOTTY", "-l", 2, "lsns: Unsupported ioctl NS_GET_USERNS", 0),
      ("ENOSYS", "-l -t uts", 0, "lsns: Unsupported ioctl NS_GET_USERNS", 2),
      ("EPERM", "-l -t uts", 0, "", 2),
      ("ENOTTY", "-l -t pid", 2, "lsns: Unsupported ioctl NS_GET_PARENT", 0),
    ])
  func aKernelWithoutRelations(
    error: String, options: String, status: Int32, sentence: String, lineCount: Int
  ) {
    // The first one asks whether stdout is a terminal.
    let outcome = Jail.run(
      "strace -o log -e trace=ioctl -e inject=ioctl:error=\(error):when=2 lsns \(options)")
    #expect(outcome.ending == .exited(status))
    #expect(outcome.stderrText == (sentence.isEmpty ? "" : sentence + "\n"))
    #expect(outcome.stdoutText.split(separator: "\n").count == lineCount)
  }

  /// D-218: what covers a mounted namespace is not even opened. If it were, this FIFO's writer would
  /// go on. In a foreign mount namespace an absolute link leads to what is ours.
  @Test(arguments: [
    ("", "", "mount --bind $PWD/fifo /mnt/u"),
    ("unshare -m", "--discover=all", "mount -t tmpfs none /mnt; ln -s $PWD/fifo /mnt/u"),
  ])
  func aCoveredMount(inside: String, options: String, cover: String) {
    let outcome = Jail.run(
      Jail.functions + """
        mkfifo fifo; (echo >fifo; echo opened) & W=$!
        echo 'mount -t tmpfs none /mnt; touch /mnt/u; unshare --uts=/mnt/u true
          stat -c %i /mnt/u >number; \(cover); exec sleep 1000' >holder
        \(inside) bash holder & A=$!
        waitcomm $A sleep
        lsns \(options) -t uts -ln -o NPROCS -Q "NS == $(cat number)" || echo "status $?"
        sleep 0.1; kill $W; wait $W 2>/dev/null; echo ended
        """)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.stdoutText == "ended\n")
    #expect(outcome.stderrText.isEmpty)
  }

  /// A descriptor may be something else by the time that it is opened: here, while strace makes the
  /// lister wait, a FIFO without a writer.
  @Test(.enabled(if: findTool("strace") != nil, "needs strace")) func aReplacedDescriptor() {
    let outcome = Jail.run(
      Jail.functions + """
        unshare -u sleep 1000 & A=$!; waitcomm $A sleep; mkfifo fifo
        perl -MPOSIX -MFcntl -e 'open my $u, "<", $ARGV[0]; dup2(fileno $u, 57);
          close $u; sysopen my $f, "fifo", O_RDONLY | O_NONBLOCK; open R, ">ready"; close R;
          $SIG{USR1} = sub { dup2(fileno $f, 57); open R, ">replaced" };
          sleep 1 while 1' /proc/$A/ns/uts & P=$!
        until [ -e ready ]; do sleep 0.02; done
        N=$(number uts $A); kill $A; wait $A 2>/dev/null
        list() { strace -qq -e trace=openat "$@" lsns -t uts -ln -o NPROCS -Q "NS == $N"; }
        list -o log
        # The call is in the trace before it waits.
        when=$(grep -n '"fd/57"' log | cut -d : -f 1)
        list -o late -e inject=openat:delay_enter=3000000:when=$when & L=$!
        until grep -qs '"fd/57"' late; do sleep 0.02; done
        kill -USR1 $P; until [ -e replaced ]; do sleep 0.02; done
        kill -0 $L && echo waits; wait $L; echo "status $?"; grep -c '"fd/57"' late
        """)
    #expect(outcome.stdoutText == "0\nwaits\nstatus 0\n1\n")
    #expect(outcome.stderrText.isEmpty)
  }

  /// A process that ends just when it is asked for a socket does not hide another one that has it.
  @Test(.enabled(if: findTool("strace") != nil, "needs strace")) func aSocketOfTwo() {
    let outcome = Jail.run(
      Jail.functions + """
        perl -MSocket -e 'open my $own, "<", "/proc/self/ns/net";
          syscall(272, 0x40000000) == 0 or die; socket(my $s, PF_INET, SOCK_DGRAM, 0) or die;
          syscall(308, fileno $own, 0) == 0 or die; fork; open R, ">>ready"; syswrite R, "x";
          sleep 1000' &
        until [ "$(cat ready 2>/dev/null)" = xx ]; do sleep 0.02; done
        strace -qq -o log -e trace=pidfd_getfd -e inject=pidfd_getfd:error=ESRCH:when=1 \
          lsns -t net -ln -o NPROCS
        grep -c pidfd_getfd log
        """)
    #expect(outcome.stdoutText == "5\n0\n2\n" || outcome.stdoutText == "0\n5\n2\n")
    #expect(outcome.stderrText.isEmpty)
  }

  /// D-203: whatever the limit, the listing is whole or there is none.
  @Test(arguments: ["-l -n -o NS,TYPE", "-l -n -o NS,TYPE,PNS,ONS --discover=all"])
  func tooManyOpenFiles(options: String) throws {
    let outcome = Jail.run(
      Jail.functions + """
        mount -t tmpfs none /mnt; touch /mnt/u
        # Held by a descriptor and by a mount, each with an owner without processes.
        for n in 1 2; do
          unshare -U -r unshare -u sleep 1000 & A=$!; waitcomm $A sleep
          [ $n = 1 ] && exec 9</proc/$A/ns/uts || mount --bind /proc/$A/ns/uts /mnt/u
          kill $A; wait $A 2>/dev/null
        done
        lsns \(options) >whole; wc -l <whole
        for limit in $(seq 3 16); do
          prlimit --nofile=$limit:$limit lsns \(options) >out 2>err
          case $? in
          0) cmp -s whole out && [ ! -s err ] && echo whole || echo "not whole with $limit" ;;
          1) [ ! -s out ] && grep -c '^lsns: failed to read .*: Too many open files$' err ;;
          *) cat err ;;
          esac
        done
        """)
    var lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    #expect(Int(try #require(lines.first)) ?? 0 >= 12)
    lines.removeFirst()
    // The mount table is the first file.
    let table = "lsns: failed to parse /proc/self/mountinfo: Too many open files"
    #expect(lines.first == table)
    let failures = lines.dropFirst().prefix { $0 == "1" }
    #expect(failures.count >= 3)
    #expect(lines.dropFirst(1 + failures.count).allSatisfy { $0 == "whole" }, "\(lines)")
    #expect(lines.last == "whole")
  }
}
