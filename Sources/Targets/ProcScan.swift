import Bytes
import Kernel
import NamespaceValues

/// What /proc says of control groups and processes. It is looked at once more when a process is held: two looks
/// at different times need not agree.
struct ProcScan: ~Copyable {
  private let proc: DirectoryHandle
  /// How many numbers a process of this process's PID namespace has in this /proc; 0 where this process is
  /// not in it at all.
  private let levels: Int

  init() throws(Errno) {
    proc = try DirectoryHandle(listing: "/proc")
    levels = ProcessFacts.numbers(inStatus: Self.content("self/status", proc) ?? []).count
  }

  /// Whether numbers in /proc mean here what they mean there.
  var numbersAsWeDo: Bool { levels == 1 }

  /// What is said of the control groups of a process; nil where there is none.
  func groups(of process: Int32) -> [UInt8]? { Self.content("\(process)/cgroup", proc) }

  /// By whom groups may have been named.
  func trust(for caller: UserID) -> GroupTrust {
    GroupTrust(for: caller, numbersAsWeDo ? Self.content("self/cgroup", proc) ?? [] : [])
  }

  /// All groups that are meant, with their processes.
  /// - Parameter isEnough: whether it is enough that the directories of groups lead to none.
  func groups(_ search: NameSearch, unless isEnough: Bool) -> [Candidate] {
    var groups: [Candidate] = []
    // To ask of each process takes ten times as long.
    if numbersAsWeDo, let own = Self.content("self/cgroup", proc),
      let processes = GroupWalk.processes(search, own)
    {
      for process in processes { take(process, search, &groups) }
      if isEnough || !groups.isEmpty { return groups }
    }
    // What has ended is in no directory of a group.
    try? proc.forEachNumber(in: EntryBuffer(capacity: 65536)) { entry in
      if let process = Int32(exactly: entry.number) { take(process, search, &groups) }
    }
    return groups
  }

  /// Takes in a process, where it is in a group that is meant.
  @inline(never)
  private func take(_ process: Int32, _ search: NameSearch, _ groups: inout [Candidate]) {
    guard let content = self.groups(of: process), search.mayMean(content[...]),
      let owner = search.owner(content)
    else { return }
    let group = groups.first { $0.group?.isSame(as: owner) == true }
    if group == nil { groups.append(Candidate(owner)) }
    (group ?? groups[groups.count - 1]).processes.append(process)
  }

  /// The processes of a group from which the first one is chosen.
  func outer(_ group: Candidate) -> [ProcessFacts] {
    var members: [ProcessFacts] = []
    for process in group.processes {
      if let content = Self.content("\(process)/stat", proc),
        let facts = ProcessFacts(process, stat: content), !facts.isNobody
      {
        members.append(facts)
      }
    }
    members = ProcessFacts.outer(members)
    if members.count > 1 { for member in members { complete(member) } }
    return members
  }

  private func complete(_ member: ProcessFacts) {
    let status = Self.content("\(member.process)/status", proc) ?? []
    let numbers = ProcessFacts.numbers(inStatus: status)
    member.isInit = numbers.count > levels && numbers.isFirst
    for kind in NamespaceKind.allCases {
      do throws(Errno) {
        let link = try FileLinks.text(of: "/proc/\(member.process)/ns/\(kind.name)")
        member.namespaces = "\(member.namespaces)\(link)"
      } catch {
        // A kind that this kernel does not have is in all of them the same.
        if error == .noEntry { continue }
        member.namespaces = ""
        return
      }
    }
  }

  /// A small file of a process.
  @inline(never)
  static func content(_ name: ByteString, _ directory: borrowing DirectoryHandle) -> [UInt8]? {
    // Seldom more than the first. Of more than a page the kernel would be asked each time.
    for size in [2000, 1 << 20] {
      do throws(Errno) { return try directory.openFile(name).readOnce(atMost: size) } catch {
        if error != .fileTooLarge { return nil }
      }
    }
    return nil
  }
}
