import Foundation
import Harness
import NamespaceInventory
import Testing

/// The /proc of another PID namespace numbers processes otherwise: by such a number a stranger would be
/// asked, who may have been made to have it.
@Suite(.enabled(if: canSandbox, needsRoot)) struct ListingRootTests {
  private func listings(_ script: String) throws -> [NamespaceListing] {
    let outcome = ListingPlace.run(script)
    #expect(outcome.stderrText.isEmpty)
    return try outcome.stdoutText.split(separator: "\n").map { try ListingPlace.listing($0) }
  }

  /// A process of the inner PID namespace with a child that sleeps, and its /proc as others see it.
  private static let inner = """
    unshare -m -p -f -u --mount-proc bash -c 'hostname inner; echo >ready; sleep 1000; :' & A=$!
    until [ -s ready ]; do sleep 0.02; done
    C=$(tr -d ' ' </proc/$A/task/$A/children)
    asleep() {
      local d=$(tr -d ' ' </proc/$C/task/$C/children)
      [ "$d" ] && [ "$(tr '\\0' ' ' </proc/$d/cmdline)" = "sleep 1000 " ]
    }
    until asleep; do sleep 0.02; done

    """

  @Test func theProcOfAChildNamespace() throws {
    // The shell that is 1 here has a socket, and the one that is 1 there has not: whoever asks 1 for
    // descriptor 9, which both have, asks the wrong one.
    let all = try listings(
      Self.inner + """
        exec 8</proc/$C/ns/uts
        "$LISTING" --members
        "$LISTING" --members /proc/$C/root/proc
        """)
    try #require(all.count == 2)
    let (here, there) = (all[0], all[1])
    #expect(here.unaskedDiscovery.isEmpty)
    #expect(there.unaskedDiscovery == [.socket])
    #expect(there.root.description.hasSuffix("/root/proc"))
    // What is in the inner namespaces is the same, under other numbers.
    let inside = try #require(there.namespaces.first { $0.kind == .pid && $0.memberCount > 0 })
    #expect(there.namespaces.filter { $0.kind == .pid && $0.memberCount > 0 }.count == 1)
    let outside = try #require(here.namespace(inside.number))
    #expect(inside.members?.first?.process == ProcessID(1))
    #expect(inside.representative == inside.members?.first)
    #expect(inside.memberCount == 2 && outside.memberCount == 2)
    #expect(outside.members?.contains { $0.process.number == 1 } == false)
    #expect(inside.members?.map(\.command) == outside.members?.map(\.command))
    #expect(inside.parent == outside.parent && inside.owner == outside.owner)
    #expect(inside.representative?.parent == ProcessID(0))
    for namespace in there.namespaces {
      let known = here.namespace(namespace.number)
      #expect(known?.kind == namespace.kind)
      #expect(known?.owner == namespace.owner)
      #expect(known?.mountPoints == namespace.mountPoints)
      #expect(!namespace.holders.contains { $0.discovery == .socket })
    }
    // The processes out here are not to be seen in there, and what they hold is not held by others.
    #expect(there.namespaces.allSatisfy { $0.memberCount <= 2 })
    let uts = try #require(there.namespaces.first { $0.kind == .uts && $0.memberCount > 0 })
    #expect(!uts.discovery.contains(.descriptor))
    #expect(here.namespace(uts.number)?.discovery.contains(.descriptor) == true)
  }

  /// The /proc is the outer one, and the lister is in an inner PID namespace, in which its number 1 and
  /// others mean its own processes.
  @Test func theProcOfTheNamespaceAbove() throws {
    let script = try #require(NslsDiscoveryTests.ways.first { $0.word == "socket" }).script
    let all = try listings(
      script + """

        echo $N >number
        "$LISTING"
        unshare -p -f --kill-child bash -c '"$1"; :' bash "$LISTING"
        """)
    try #require(all.count == 2)
    #expect(all[0].unaskedDiscovery.isEmpty)
    #expect(all[0].namespaces.contains { $0.discovery == [.socket] })
    #expect(all[1].unaskedDiscovery == [.socket])
    #expect(!all[1].namespaces.contains { $0.discovery.contains(.socket) })
    // All else is there: the outer processes under their outer numbers.
    let pid = all[0].namespaces.first { $0.kind == .pid }
    #expect(pid.flatMap { all[1].namespace($0.number) }?.representative == pid?.representative)
  }

  /// Mounts are those of the lister, whatever the /proc: it opens what it finds there.
  @Test func aMountIsFoundWithTheProcOfAChildNamespace() throws {
    let all = try listings(
      Self.inner + """
        mount -t tmpfs none /mnt; touch /mnt/u; unshare --uts=/mnt/u true
        "$LISTING" /proc/$C/root/proc
        """)
    let kept = all.first?.namespaces.first { $0.discovery == [.mount] }
    #expect(kept?.kind == .uts && kept?.mountPoints == ["/mnt/u"])
    #expect(kept?.holders == [.mount("/mnt/u")])
  }

  @Test func aProcThatHidesProcesses() throws {
    let all = try listings(
      """
      mkdir p; mount -t proc -o hidepid=invisible none p
      $asTester sleep 1000 & A=$!; waitcomm $A sleep
      $asTester "$LISTING" --members "$PWD/p"
      """)
    let members = all.first?.namespaces.first { $0.kind == .pid }?.members
    #expect(members?.count == 2)
    #expect(members?.allSatisfy { $0.user == UserID(1001) } == true)
    #expect(all.first?.unaskedDiscovery == [])
  }

  /// Without the means to look, an error and no part of a listing.
  @Test func tooFewDescriptors() {
    let outcome = ListingPlace.run(
      """
      exec 9</proc/self/ns/uts
      prlimit --nofile=5:5 "$LISTING"; echo $?
      """)
    #expect(outcome.stderrText.isEmpty)
    let lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    #expect(lines.last == "1")
    #expect(
      lines.first?.hasPrefix("error: cannot read ") == true
        && lines.first?.hasSuffix(": Too many open files (errno 24)") == true, "\(lines)")
  }

  /// A folder over /proc: neither a listing of it nor of nothing, but an error.
  @Test func noProcAtAll() {
    let outcome = ListingPlace.run(
      """
      mount -t tmpfs none /proc; "$LISTING"; echo $?
      """)
    #expect(
      outcome.stdoutText == """
        error: /proc is no proc file system
        1

        """)
  }
}
