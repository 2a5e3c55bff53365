public import Bytes
import Kernel
import Launch
public import NamespaceValues
import Survey
import Targets

// A target by a namespace that it is in.

extension LiveEntryFiles {
  /// Chooses the first process of a PID namespace; in a namespace of another kind the oldest one. It is held
  /// by its pidfd from then on, whoever gets its number.
  /// - Throws: `.process` where there is none that may be looked at.
  public mutating func choose(
    in namespace: NamespaceNumber, _ text: ByteString
  ) throws(NsenterError) -> ProcessID {
    held.target = nil
    choice = nil
    // One that ends meanwhile is no reason to give up, but nobody can keep this going for ever.
    for _ in 0..<16 {
      guard let found = try? Inventory.members(of: namespace.number, namespace.kind),
        let place = found.place(of: namespace.number)
      else { break }
      let sought = SoughtNamespace.number(namespace.number)
      let kind = found.namespaces[place].kind
      var chosen: (process: ProcessID, rank: UInt64)?
      for member in found.members {
        if let rank = rank(of: member.process, in: sought, kind), rank < chosen?.rank ?? .max {
          chosen = (member.process, rank)
        }
      }
      guard let (process, rank) = chosen else { break }
      // The order is what makes it safe: a process that is looked at after its pidfd is open, and runs after
      // that, has had its number all the time. In a /proc of another PID namespace the number is another's.
      guard let handle = try? ProcessHandle(process), handle.numberInProc() == process.number,
        self.rank(of: process, in: sought, kind) == rank, (try? handle.hasEnded()) == false
      else { continue }
      held.target = consume handle
      choice = TargetChoice(
        namespace: text, chosenBy: ChosenNamespace(kind: kind, number: namespace.number),
        process: process, others: rank > 0 ? found.members : [])
      return process
    }
    throw .process(text)
  }

  /// The lowest is chosen: 0 for the first process of a PID namespace, otherwise when it was started. Nil for
  /// a process that is not in the namespace, by its file and not by what a link says, or cannot be looked at.
  @inline(never)
  private func rank(
    of process: ProcessID, in sought: SoughtNamespace, _ kind: NamespaceKind
  ) -> UInt64? {
    guard let directory = try? DirectoryHandle("/proc/\(process.number)"),
      let file = try? directory.openGivenNamespace("ns/\(kind.name)"), sought.isFile(file, kind),
      let stat = try? directory.openFile("stat").read(atMost: 8192),
      let facts = ProcessFacts(process.number, stat: stat)
    else { return nil }
    if kind == .pid, let status = try? directory.openFile("status").readAll(limit: 65536),
      ProcessFacts.numbers(inStatus: status).isFirst
    {
      return 0
    }
    return facts.start &+ 1
  }
}

/// A namespace by which a target was chosen.
public struct ChosenNamespace: Equatable, Sendable {
  /// What it is.
  public let kind: NamespaceKind
  /// Its inode number on nsfs.
  public let number: UInt64

  /// Says which one.
  public init(kind: NamespaceKind, number: UInt64) { (self.kind, self.number) = (kind, number) }
}

/// How a target was chosen among the processes in a namespace.
public struct TargetChoice {
  /// The namespace, as it was written.
  let namespace: ByteString
  let chosenBy: ChosenNamespace
  let process: ProcessID
  /// All that it was chosen from; none where it could be no other one.
  let others: [ProcessRecord]

  /// The namespace by which it was chosen, if the program has to be in that one: its kind is entered, and not
  /// in another way than as the target's own.
  /// - Parameter kinds: those that are entered by way of the target.
  public func expected(in kinds: NamespaceSet, _ intent: NsenterIntent) -> ChosenNamespace? {
    let kind = chosenBy.kind
    let isElsewhere =
      switch kind {
      case .user: intent.entersUserParent
      case .network: intent.socket != nil
      case .pid, .time: intent.entersForChildren
      default: false
      }
    return kinds.contains(kind) && !isElsewhere ? chosenBy : nil
  }

  /// Makes sure that it does not matter which process was chosen: all are in the same namespaces.
  /// - Parameter kinds: those that are entered by way of the target.
  /// - Throws: `.membersDiffer`.
  public func compare(in kinds: NamespaceSet) throws(NsenterError) {
    for kind in kinds.kinds {
      let chosen = try? number(of: kind, process)
      for other in others {
        do throws(Errno) {
          if try number(of: kind, other.process) == chosen { continue }
        } catch {
          // One that has ended is in none. One that cannot be looked at any more may be anywhere.
          if error == .noEntry || error == .noProcess { continue }
        }
        throw .membersDiffer(namespace, kind, lines)
      }
    }
  }

  /// Which processes there are to choose from.
  private var lines: [ByteString] {
    listLines(of: others.count) { place in
      let number = others[place].process.number
      let name = try? OpenFile(reading: "/proc/\(number)/comm").read(atMost: 64)
      // Whoever runs in there chose it; the newline at its end is the kernel's.
      return "process \(number) (\(ByteString((name ?? []).dropLast()).safe))"
    }
  }

  @inline(never)
  private func number(of kind: NamespaceKind, _ process: ProcessID) throws(Errno) -> UInt64 {
    try FileFacts(of: "/proc/\(process.number)/ns/\(kind.name)").inode
  }
}
