import Harness
import Testing

/// Programs that cannot be started, for real.
@Suite(.enabled(if: canSandbox, needsRoot)) struct ExecuteAnswerTests {
  /// Runs nsenter on a process whose /usr, in a mount namespace of its own, holds what `fill` puts
  /// into u/bin and u/sbin, and nothing else. The attacker is whoever fills it.
  static func inside(_ fill: String, _ command: String) -> Advice {
    Advice(
      """
      mkdir u; mkfifo hold; export FILL='\(fill.replacing("'", with: "'\\''"))'
      unshare -m bash -c 'mount -t tmpfs none u; mkdir u/bin u/sbin u/x; eval "$FILL"; exec 9<>hold
        mount --move u /usr; : >ready; read -r _ <&9' & P=$!
      until [ -e ready ]; do sleep 0.02; done
      \(command)
      status=$?; kill -9 $P; exit $status
      """)
  }

  /// A program that is there: nothing in it is run.
  private static let tool = "cp \"$BIN/unyoke\" u"

  @Test func programsAreThoseInside() {
    #expect(
      Self.inside("", "PATH=$BIN:/usr/bin:/opt/x; nsenter -t $P -m ls").sentences.map {
        $0.replacing(Place.sandbox.programs, with: "$BIN").hasPrefix(
          "ls was looked up inside, along PATH=")
      } == [true])
    #expect(
      Self.inside("", "nsenter -t $P -m /usr/bin/ls").sentences == [
        "/usr/bin/ls was looked up inside; those of this side are there only without --mount, --all, --root"
      ])
    #expect(Self.inside("", "nsenter -t $P -n nosuch").sentences == [])
  }

  @Test func itIsInAnotherFolder() {
    let command = "PATH=$BIN:/usr/bin nsenter -t $P -m tool"
    #expect(
      Self.inside("\(Self.tool)/sbin/tool", command).sentences == [
        "there is /usr/sbin/tool, but PATH does not have that folder; write the whole path, or take the target's PATH by --env (-e)"
      ])
    #expect(
      Self.inside("\(Self.tool)/x/tool", command).sentences.map {
        $0.hasPrefix("tool was looked up")
      }
        == [true])
    // The same on this side.
    #expect(
      Advice("PATH=$BIN unshare -u chroot").sentences == [
        "there is /usr/sbin/chroot, but PATH does not have that folder; write the whole path"
      ])
    #expect(
      Advice("unshare -u --clear-env chroot").sentences == [
        "there is /usr/sbin/chroot, but without PATH only /bin and /usr/bin are searched; write the whole path"
      ])
  }

  /// root's PATH, kept by whoever became a plain user.
  @Test func aClosedFolderOfPATHIsNotTheCauseOfAWrongWord() {
    func sentences(_ word: String) -> [String] {
      Advice(
        "PATH=$PWD/closed:$PATH unshare -r \(word)", as: .tester, setup: ["mkdir -m 700 closed"]
      ).sentences
    }
    #expect(
      sentences("'ls -l'") == [
        "ls -l is one word; leave out its quotes, or have a shell take it apart: sh -c '...'"
      ])
    #expect(sentences("cd") == ["cd is no program but a word of the shell: sh -c 'cd ...'"])
    #expect(sentences("lls").first?.contains("a folder of ") == true)
  }

  @Test func shells() {
    let sh = "\(Self.tool)/bin/sh"
    #expect(
      Self.inside(sh, "nsenter -t $P -m bash").sentences == [
        "there is no bash in there, but /bin/sh"
      ])
    let none =
      "there is no shell in there; --exec-outer brings a program of yours, which must be static"
    #expect(Self.inside("", "nsenter -t $P -m /bin/bash").sentences == [none])
    #expect(Self.inside("", "SHELL=/bin/zsh nsenter -t $P -m").sentences == [none])
    // The other one is started (D-154).
    #expect(Self.inside(sh, "SHELL=/bin/zsh nsenter -t $P -m").sentences == [])
    #expect(
      Advice("SHELL=/none unshare -u").sentences.map { $0.hasPrefix("no program was named") }
        == [true])
  }

  @Test func whatStartsItIsMissing() {
    func tried(_ fill: String) -> [String] {
      Self.inside("\(fill); chmod +x u/bin/tool", "nsenter -t $P -m tool").sentences
    }
    #expect(
      tried("echo '#! /usr/bin/perl -w' >u/bin/tool") == [
        "/usr/bin/tool is there, but not its interpreter /usr/bin/perl"
      ])
    #expect(
      tried("\(Self.tool)/bin/sh; printf '#!/bin/sh\\r\\n' >u/bin/tool") == [
        "the first line of /usr/bin/tool ends in a carriage return, as in DOS, which became part of the interpreter's name"
      ])
    #expect(
      tried("printf '#!/\\033]0;x\\007\\n' >u/bin/tool") == [
        "/usr/bin/tool is there, but not its interpreter /\\x1b]0;x\\x07"
      ])
    #expect(
      tried("cp /usr/bin/true u/bin/tool").map {
        $0.hasPrefix("/usr/bin/tool is there, but not /lib")
          && $0.hasSuffix(", which loads it; take a static program")
      } == [true])
    #expect(
      tried("echo echo >u/bin/tool") == [
        "/usr/bin/tool has no #! line, and there is no /bin/sh that it would be given to"
      ])
    // riscv64.
    #expect(
      tried(
        "{ printf '\\177ELF\\2\\1\\1'; head -c 9 /dev/zero; printf '\\2\\0\\363\\0'; head -c 90 /dev/zero; } >u/bin/tool"
      )
        == [
          "/usr/bin/tool is built for riscv64, for which there is no interpreter here; unshare has --load-interp"
        ])
  }

  /// Its root is another one than that of its mount namespace.
  @Test func theTargetIsInAChroot() {
    let script = """
      mkdir -p r; mount --rbind / r 2>/dev/null; cp $BIN/unyoke r$T/tool
      chroot r sleep 60 >/dev/null 2>&1 & P=$!; until [ "$(cat /proc/$P/comm)" = sleep ]; do sleep 0.02; done
      """
    let advice = Advice(
      "\(script)\nnsenter -t $P -m tool-in-there; status=$?; kill $P; exit $status")
    #expect(advice.sentences.count == 1)
    #expect(advice.sentences.first?.hasPrefix("the root directory of process ") == true)
    #expect(advice.sentences.first?.hasSuffix("/r; --root (-r) takes it over") == true)
    let other = Advice(
      "\(script)\nnsenter -t $P -r -m tool-in-there; status=$?; kill $P; exit $status")
    #expect(other.sentences.map { $0.hasPrefix("tool-in-there was looked up inside") } == [true])
  }

  @Test func processOneIsTheContainers() {
    let sentence =
      "process 1 is the init of this container, not of the host: have it share the host's PID namespace (--pid=host, hostPID)"
    for options in ["-m", "-m -p", "-a", "-m -u -i -n -p"] {
      let container = "unshare -pf --mount-proc sh -c 'nsenter -t 1 \(options) nosuch; exit $?'"
      #expect(Advice(container).sentences == [sentence], "\(options)")
    }
    // The host's.
    #expect(Advice("nsenter -t 1 -m -p nosuch").sentences != [sentence])
    // Another process of the same container.
    let other =
      "unshare -pf --mount-proc sh -c 'sleep 9 >/dev/null & nsenter -t $! -m -p nosuch; exit $?'"
    #expect(Advice(other).sentences.map { $0.hasPrefix("nosuch was looked up inside") } == [true])
  }

  @Test(arguments: [
    ("''", "the word for the program is empty; perhaps a variable in it is not set"),
    (
      "'ls -l'",
      "ls -l is one word; leave out its quotes, or have a shell take it apart: sh -c '...'"
    ),
    ("cd /", "cd is no program but a word of the shell: sh -c 'cd ...'"),
    ("A=1 true", "A=1 was taken for the program; env(1) sets variables: env NAME=VALUE PROGRAM"),
    (
      "/usr",
      "/usr is a directory, not a program; =VALUE follows an option that may have none, as in --root=DIR"
    ),
  ])
  func anotherWordThanAProgram(_ words: String, _ sentence: String) {
    #expect(Advice("unshare -u \(words)").sentences == [sentence])
    #expect(Advice("nsenter -t $$ -u \(words)").sentences == [sentence])
  }

  @Test func aNumberIsNoProgram() {
    let rest = "=VALUE follows an option that may have none"
    #expect(Advice("unshare -u 4711").sentences == ["4711 was taken for the program; \(rest)"])
    #expect(
      Advice("nsenter -t $$ -u 4711").sentences
        == ["4711 was taken for the program; --target takes one number, and \(rest)"])
  }

  @Test func aNamespaceIsNoProgram() {
    #expect(
      Advice("unshare /proc/self/ns/net").sentences == [
        "/proc/self/ns/net is a namespace, not a program; =FILE follows an option that may have none, as in --net=FILE"
      ])
    let advice = Advice(
      "touch n; unshare --uts=n true; nsenter -t $$ -u ./n; s=$?; umount n; exit $s")
    #expect(
      advice.sentences == [
        "./n is a namespace, not a program; =FILE follows an option that may have none, as in --net=FILE"
      ])
  }

  @Test func permissionsForbidIt() {
    let copy = "cp /usr/bin/true t; "
    #expect(
      Advice("\(copy) chmod 640 t; unshare -u ./t").sentences == [
        "./t is not executable: its mode is 0640; chmod +x, or start it by its interpreter"
      ])
    #expect(
      Advice("unshare -r ./t", as: .tester, setup: [copy, "chmod 744 t"]).sentences == [
        "./t belongs to an id not mapped here, and its mode 0744 does not let uid 0 start it"
      ])
    #expect(
      Advice("unshare -r ./d/t", as: .tester, setup: ["mkdir -m 700 d", "\(copy) mv t d"]).sentences
        == [
          "a folder of an id not mapped here may not be searched (mode 0700): ./d"
        ])
    // So long that it is cut, wherever the tests run.
    let folder = String(repeating: "d", count: 40)
    let found = Advice(
      "PATH=$PWD/\(folder):$BIN unshare -r t", as: .tester,
      setup: ["mkdir -m 700 \(folder)", "\(copy) mv t \(folder)"])
    #expect(
      found.sentences.map {
        $0.hasPrefix(
          "not found, and a folder of an id not mapped here may not be searched (mode 0700): ..."
        )
          && $0.hasSuffix("/\(folder)")
      } == [true])
    #expect(Advice("unshare -U ./t", as: .tester, setup: [copy, "chmod 744 t"]).sentences == [])
    let mount = "mkdir d; mount -t tmpfs -o noexec none d; cp /usr/bin/true d/t; "
    #expect(
      Advice("\(mount) unshare -u d/t").sentences == [
        "d/t is on a file system that is mounted noexec; put it elsewhere, or remount that with exec"
      ])
  }

  @Test(.enabled(if: findTool("setcap") != nil, "setcap is not installed"))
  func aFileMayHaveCapabilities() {
    let copy = "cp /usr/bin/true t; setcap cap_net_raw+ep t; "
    #expect(
      Advice("\(copy) unshare -u --bounding-set -net_raw ./t").sentences == [
        "possibly ./t has file capabilities that the bounding set lacks; compare getcap(8) with unyoke privs"
      ])
  }
}
