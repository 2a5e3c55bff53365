import Foundation
import Harness
import Testing

/// Every example of the manual pages is run, and does what stands above it.
@Suite(.enabled(if: canSandbox, needsRoot)) struct ManualExampleTests {
  static let examples: [Example] = [
    // unshare(1)
    Example("$ unshare -r"),
    Example("$ unshare -rpf --mount-proc ps ax", shows: "    1 ", "ps ax"),
    Example("$ unshare --map-auto -r cat /proc/self/uid_map", shows: "100000"),
    Example("# touch /run/netns/blue; unshare --net=/run/netns/blue true", .noNames),
    Example("$ unshare -rn --loopback ip -brief address", shows: "lo", "127.0.0.1/8"),
    Example("# unshare -m sh -c 'mount -t tmpfs none /mnt; findmnt /mnt'", shows: "tmpfs"),
    Example("# unshare -u --hostname box hostname", shows: "box\n"),
    Example("# unshare -T --boottime 86400 cat /proc/uptime", shows: "."),
    Example(
      "# unshare -m -S 1001 -G 1001 --init-groups --cap-drop ALL --cap-add bpf"),
    Example("$ unshare --dry-run -rm --mount-proc true", shows: "unshare", "exec"),
    // nsenter(1)
    Example("# nsenter -t 4242 -n ip address", .container, shows: "lo"),
    Example("# nsenter -t 4242 -a -r -w -e", .container),
    Example("# nsenter -t 1 -m -u -n -i sh", .container),
    Example("# nsenter --net=/run/netns/blue ip link", .blue, shows: "lo"),
    Example(
      "$ nsenter -t 4242 -U -n --preserve-credentials ip address", .ownContainer, shows: "lo"),
    Example(
      "# nsenter -t 4242 -p -m --for-children ps ax", .waiting, shows: "    1 ", "sleep 1000"),
    Example(
      "# nsenter -t 4242 -a -S follow -G follow -w id", .service, shows: "uid=1001(tester)"),
    Example("# nsenter -t 4242 -a --cap-drop ALL --nnp sh", .container),
    Example("$ nsenter --dry-run -t 4242 -U -n true", .ownContainer, shows: "setns"),
    // nsls(8)
    Example(
      "# nsls -l --discover=all -o NS,TYPE,NPROCS,HELDBY", .blue, shows: "proc:1",
      "mount:/run/netns/blue"),
    Example("# nsls -t net -o NS,NPROCS,NETNSID,NSFS", .blue, shows: "0 unassigned", "netns/blue"),
    Example("$ nsls -n -t pid -o NS -p $$", shows: "402653"),
    Example("# nsls 4026531838", shows: "PID", "nsls 4026531838"),
    Example("# nsls -t user --tree=parent", .ownContainer, shows: "4026531837", "`-"),
    Example("# nsls --tree", .ownContainer, shows: "|-", "`-"),
    Example("# nsls --persistent -o NS,TYPE,NSFS", .blue, shows: "net  /run/netns/blue"),
    Example("# nsls -l -Q 'NPROCS > 1 and UID != 0'"),
    Example("# nsls -J -l -o NS,TYPE,PID | jq '.namespaces[].ns'", shows: "4026531838\n"),
    // unyoke(1)
    Example("$ unyoke unshare -r id", shows: "uid=0(root)"),
    Example("# unyoke --install -s /usr/local/bin", .local),
    Example("# unyoke --install --copy /usr/local/bin", .local),
    Example("$ unyoke --list", shows: "unshare\nnsenter\nnsls\nlsns\n"),
    Example("$ unyoke --version", shows: "unyoke ", "2.42.4"),
    Example("$ unyoke privs", shows: "real 1001", "no_new_privs:    no"),
    Example("# unyoke privs 4242", .service, shows: "real 1001", "seccomp"),
    Example("# unyoke privs --json 4242 | jq .capabilities.bounding", .service, shows: "cap_bpf"),
    Example(
      "# unyoke unshare --cap-drop ALL --nnp unyoke privs", shows: "no_new_privs:    yes",
      "bounding:        none"),
  ]

  /// The examples as they stand on the pages.
  private static var commands: [String] {
    let root = URL(fileURLWithPath: Subject.projectRoot)
    return ["unshare.1", "nsenter.1", "nsls.8", "unyoke.1"].flatMap { page -> [String] in
      let text =
        (try? String(contentsOf: root.appendingPathComponent("man/\(page)"), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").filter { $0.hasPrefix(".Dl ") }
        .map { String($0.dropFirst(4)).replacingOccurrences(of: "\\e", with: "\\") }
    }
  }

  @Test func pagesAndTestsAgree() {
    #expect(Self.commands == Self.examples.map(\.command))
  }

  @Test(arguments: examples) func works(example: Example) {
    if example.command.contains("jq"), findTool("jq") == nil { return }
    let outcome = example.run()
    #expect(outcome.ending == .exited(0))
    #expect(outcome.stderrText.isEmpty)
    for text in example.shows { #expect(outcome.stdoutText.contains(text)) }
  }
}
