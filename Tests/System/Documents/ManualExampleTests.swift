import Foundation
import Harness
import ProjectFiles
import Testing

/// Every example of the manual pages is run, and does what stands above it, on a machine where nothing
/// was prepared but a process 4242.
@Suite(.enabled(if: canSandbox, needsRoot)) struct ManualExampleTests {
  static let examples: [Example] = unshare + nsenter + nsls + unyoke

  /// unshare(1)
  private static let unshare: [Example] = [
    Example("$ unshare -r"),
    Example("$ unshare -rpf --mount-proc ps ax", shows: "    1 ", "ps ax"),
    Example("$ unshare --map-auto -r cat /proc/self/uid_map", shows: "100000"),
    Example(
      "# mkdir -p /run/netns; touch /run/netns/blue", "# unshare --net=/run/netns/blue true",
      "# umount /run/netns/blue; rm /run/netns/blue"),
    Example("$ unshare -rn --loopback ip -brief address", shows: "lo", "127.0.0.1/8"),
    Example("# unshare -m sh -c 'mount -t tmpfs none /mnt; findmnt /mnt'", shows: "tmpfs"),
    Example("# unshare -u --hostname box hostname", shows: "box\n"),
    Example(
      "# unshare -u --domainname box.test cat /proc/sys/kernel/domainname", shows: "box.test\n"),
    Example(
      "# unshare -p --mount-proc --init --kill-child ps ax",
      "# unshare -p --init=wait sh -c 'sleep 1 && echo done &'", shows: "    1 ", "ps ax", "done\n"),
    Example(
      "# unshare --forward-signals=HUP --forward-signals-group ps -o comm", shows: "\nps\n"),
    Example(
      "# unshare --new-session -S 33 -G 33 --nnp ps -o sid,tty,comm",
      shows: "?        ps\n"),
    Example(
      "# exec 3>/run/status",
      "# unshare -p --init --json-status-fd 3 --pidfile /run/p sleep 99 &",
      "# until grep -Eq 'command|error' /run/status; do sleep 0.1; done",
      "# grep -q command /run/status && kill $(cat /run/p)",
      "# wait; tail -n 1 /run/status",
      shows: "{ \"exit-code\": 143, \"signal\": \"TERM\" }\n"),
    Example(
      "# (sleep 1; echo go) | unshare -n --block-fd 7 ip -brief link 7<&0", shows: "lo"),
    Example(
      "# unshare -n --info-fd 3 true 3>&1",
      "# unshare -p --init --sync-fd 3 sleep 1 3>&1 >/dev/null | cat", shows: "\"net-namespace\": "),
    Example(
      "$ unshare -r --clear-env env", "$ unshare -r --whitelist-env HOME,PATH env",
      shows: "HOME=/"),
    Example("# unshare -T --boottime 86400 cat /proc/uptime", shows: "."),
    Example(
      "# unshare -S 33 -G 33 --init-groups --cap-drop ALL --cap-add bpf id",
      shows: "uid=33(www-data)"),
    Example("# unshare -m --cap-drop ALL --nnp sh"),
    Example(
      "# unshare -m --bounding-set -sys_admin,-net_raw true",
      "# unshare -m --inh-caps +bpf --ambient-caps +bpf true",
      "# unshare -m --iab '!cap_sys_admin,^cap_bpf' true"),
    Example("# unshare -m --securebits +noroot,+noroot_locked true"),
    Example("# unshare -m --no-new-privs --has-no-new-privs true"),
    Example(
      "# unshare -m -S 33 -G 33 --groups 33,users id",
      "# unshare -m -S 33 -G 33 --clear-groups id",
      "# unshare -m -S 33 -G 33 --keep-groups id",
      "# unshare -m -S 33 -G 33 --init-groups id",
      shows: "groups=33(www-data),100(users)\n", "groups=33(www-data)\n"),
    Example(
      "# unshare -m --has-p kill --has-e kill true",
      "# unshare -m --iab ^cap_kill --has-i kill --has-a kill true",
      "# unshare -m --has-b kill true"),
    Example("$ unshare --list-caps", shows: "cap_chown\n", "cap_bpf\n"),
    Example("$ unshare --dry-run -rmpf --mount-proc true", shows: "unshare", "exec"),
    Example(
      "$ unshare --explain -rn true", "$ unshare --explain --dry-run -rn true",
      shows: "this process: unshare(CLONE_NEWUSER | CLONE_NEWNET)\n",
      tells: "unshare: this process: unshare(CLONE_NEWUSER | CLONE_NEWNET): ok\n"),
  ]

  /// nsenter(1)
  private static let nsenter: [Example] = [
    Example("# nsenter -t 4242 -n ip address", on: .container, shows: "lo"),
    Example("# nsenter -t 4242 -a -r -w -e", on: .container),
    Example(
      "# nsenter --container web -n ip address", "# nsenter --machine web hostname",
      "# nsenter --unit web -n ip address", "# nsenter --user-unit web -n ip address", on: .named,
      shows: "lo"),
    Example(
      "# echo 4242 >/run/web.pid", "# nsenter --pidfile /run/web.pid -n ip address",
      "# rm /run/web.pid", on: .container, shows: "lo"),
    Example("# nsenter -t 1 -m -u -n -i sh", on: .container),
    Example(
      "# mkdir -p /run/netns; touch /run/netns/blue", "# unshare --net=/run/netns/blue true",
      "# nsenter --net=/run/netns/blue ip link", "# umount /run/netns/blue; rm /run/netns/blue",
      shows: "lo"),
    Example(
      "# nsenter --net=\"$(readlink /proc/4242/ns/net)\" ip address",
      "# nsenter --target=\"$(readlink /proc/4242/ns/net)\" -n ip address", on: .container,
      shows: "lo"),
    Example(
      "$ nsenter -t 4242 -a --auto-credentials id",
      "$ nsenter -t 4242 -a --except net --auto-credentials id", on: .ownContainer,
      shows: "uid=0(root)"),
    Example(
      "$ nsenter -t 4242 -U -n --preserve-credentials ip address", on: .ownContainer, shows: "lo"),
    Example(
      "# nsenter -t 4242 -p -m --for-children ps ax", on: .waiting, shows: "    1 ", "sleep 1000"),
    Example("# nsenter -t 4242 -p --mount-proc ps ax", on: .container, shows: "    1 "),
    Example(
      "# nsenter -t 4242 -n --mount-sys ls /sys/class/net", on: .container, shows: "lo\n"),
    Example(
      "# nsenter -t 4242 -a -S follow -G follow -w id", on: .service, shows: "uid=1001(tester)"),
    Example("# nsenter -t 4242 -a --exec-outer unyoke nsls", on: .container, shows: "COMMAND"),
    Example(
      "# nsenter -t 4242 -n --kill-child --forward-signals ip address", on: .container, shows: "lo"),
    Example(
      "# nsenter -t 4242 -n --new-session -S 33 -G 33 ps -o tty,comm", on: .container,
      shows: "?        ps\n"),
    Example(
      "# nsenter -t 4242 -n --json-status-fd 3 true 3>&1",
      on: .container, shows: "{ \"exit-code\": 0 }\n"),
    Example(
      "# nsenter -t 4242 -n --info-fd 3 true 3>&1",
      "# echo go | nsenter -t 4242 -n --block-fd 3 ip -brief link 3<&0",
      "# nsenter -t 4242 -n --sync-fd 3 sleep 1 3>&1 >/dev/null | cat",
      on: .container, shows: "\"net-namespace\": ", "lo"),
    Example(
      "# nsenter -t 4242 -n --forward-signals-group ps -o pgid,comm",
      on: .container, shows: " ps\n"),
    Example(
      "# nsenter -t 4242 -n --clear-env env", "# nsenter -t 4242 -n --whitelist-env HOME,PATH env",
      on: .container, shows: "HOME=/"),
    Example(
      "# nsenter -t 4242 -a --cap-drop ALL --nnp sh",
      "# nsenter -t 4242 -a --cap-drop ALL --cap-add kill sh", on: .container),
    Example(
      "# nsenter -t 4242 -a --bounding-set -sys_admin,-net_raw true",
      "# nsenter -t 4242 -a --inh-caps +bpf --ambient-caps +bpf true",
      "# nsenter -t 4242 -a --iab '!cap_sys_admin,^cap_bpf' true", on: .container),
    Example("# nsenter -t 4242 -a --securebits +noroot,+noroot_locked true", on: .container),
    Example("# nsenter -t 4242 -a --no-new-privs --has-no-new-privs true", on: .container),
    Example(
      "# nsenter -t 4242 -a -S 33 -G 33 --groups 33,users id",
      "# nsenter -t 4242 -a -S 33 -G 33 --clear-groups id",
      "# nsenter -t 4242 -a -S 33 -G 33 --keep-groups id",
      "# nsenter -t 4242 -a -S 33 -G 33 --init-groups id", on: .container,
      shows: "groups=33(www-data),100(users)\n", "groups=33(www-data)\n"),
    Example(
      "# nsenter -t 4242 -a --has-p kill --has-e kill true",
      "# nsenter -t 4242 -a --iab ^cap_kill --has-i kill --has-a kill true",
      "# nsenter -t 4242 -a --has-b kill true", on: .container),
    Example("$ nsenter --list-caps", shows: "cap_chown\n", "cap_bpf\n"),
    Example("$ nsenter --dry-run -t 4242 -U -n true", on: .ownContainer, shows: "setns"),
    Example(
      "$ nsenter --explain -t 4242 -U -n --preserve-credentials true", on: .ownContainer,
      tells: "CLONE_NEWUSER | CLONE_NEWNET): ok\n"),
  ]

  /// nsls(8)
  private static let nsls: [Example] = [
    Example("# nsls -l --discover=all -o NS,TYPE,NPROCS,HELDBY", shows: "HELDBY", "proc:1"),
    Example("# nsls --holders=\"$(readlink /proc/$$/ns/net)\"", shows: "WAY", "proc "),
    Example("# nsls -l -o NS,TYPE,NSID,COMMAND", shows: "NSID"),
    Example("$ nsls -o +ACCESS", shows: "ACCESS", "no\n"),
    Example(
      "# nsls -t net -Q CONTAINER -o NS,PID,CONTAINER,COMMAND",
      "# nsls -l -Q 'CONTAINER==\"docker:web\"'"),
    Example("# nsls -l -t mnt -o NS,PID,UNIT,CGROUP", shows: "UNIT CGROUP", " /"),
    Example("# nsls -t net -o NS,NPROCS,NETNSID,NSFS", shows: "NETNSID", "unassigned"),
    Example("$ nsls -n -t pid -o NS -p $$", shows: "402653"),
    Example("# nsls 4026531838", shows: "PID", "nsls 4026531838"),
    Example("# nsls -t user --tree=parent", on: .ownContainer, shows: "4026531837", "`-"),
    Example("# nsls --tree", on: .ownContainer, shows: "|-", "`-"),
    Example("# nsls --persistent -o NS,TYPE,NSFS"),
    Example("# nsls -l -Q 'NPROCS > 1 and UID != 0'"),
    Example("# nsls -J -l -o NS,TYPE,PID | jq '.namespaces[].ns'", shows: "4026531838\n"),
  ]

  /// unyoke(1)
  private static let unyoke: [Example] = [
    Example("$ unyoke unshare -r id", shows: "uid=0(root)"),
    Example("# unyoke --install -s /usr/local/bin", on: .local),
    Example("# unyoke --install --copy /usr/local/bin", on: .local),
    Example(
      "$ unyoke --list", "$ unyoke --version", shows: "unshare\nnsenter\nnsls\nlsns\nunyoke ",
      "2.42.4"),
    Example("$ unyoke privs", shows: "real 1001", "no_new_privs:    no"),
    Example(
      "# unyoke privs 4242", "# unyoke privs --json 4242 | jq .capabilities.bounding", on: .service,
      shows: "real 1001", "seccomp", "cap_bpf"),
    Example(
      "# unyoke unshare --cap-drop ALL --nnp unyoke privs", shows: "no_new_privs:    yes",
      "bounding:        none"),
    Example("$ unyoke check", shows: "user     yes", "new /proc:       yes, with -r\n"),
    Example(
      "$ unyoke check user net >/dev/null && echo yes",
      "$ unyoke check --json net | jq '.kinds[0].alone.hints[].topic'",
      shows: "yes\n", "\"needs-sys-admin\"\n"),
  ]

  /// The examples as they stand on the pages: lines without anything between them are typed into one
  /// shell.
  private static var commands: [[String]] {
    ["unshare.1", "nsenter.1", "nsls.8", "unyoke.1"].flatMap { page -> [[String]] in
      let text = projectText("man/\(page)")
      return text.split(separator: "\n").split { !$0.hasPrefix(".Dl ") }.map { lines in
        lines.map { String($0.dropFirst(4)).replacingOccurrences(of: "\\e", with: "\\") }
      }
    }
  }

  @Test func pagesAndTestsAgree() {
    #expect(Self.commands == Self.examples.map(\.commands))
  }

  /// The program in Python on the page of unshare, as it stands there.
  @Test(.enabled(if: findTool("python3") != nil, "python3 is not installed"))
  func waitsInPython() throws {
    let page = projectText("man/unshare.1")
    let start = try #require(page.range(of: "import json, os, subprocess\n"))
    let end = try #require(page.range(of: "\n.Ed", range: start.lowerBound..<page.endIndex))
    let outcome = Place.run(
      "/usr/bin/python3 - <<'END'\n\(page[start.lowerBound..<end.lowerBound])\nEND")
    #expect(outcome.stdoutText.contains("runs as "))
    #expect(outcome.stdoutText.contains("ended with 3\n") && outcome.stderrText.isEmpty)
  }

  @Test(arguments: examples.filter { $0.fixture != .named }) func works(example: Example) {
    check(example)
  }

  @Test(.enabled(if: canGroup, needsGroups), arguments: examples.filter { $0.fixture == .named })
  func worksByName(example: Example) { check(example) }

  private func check(_ example: Example) {
    if example.commands.contains(where: { $0.contains("jq") }), findTool("jq") == nil { return }
    let outcome = example.run()
    #expect(outcome.ending == .exited(0))
    #expect(outcome.stderrText.isEmpty == example.tells.isEmpty)
    for text in example.tells { #expect(outcome.stderrText.contains(text)) }
    for text in example.shows { #expect(outcome.stdoutText.contains(text)) }
  }
}
