public import Bytes
import Kernel
public import NamespaceValues

/// Finds the process that a name means. No daemon is asked and no program is started: what the engines write
/// down, and the names of control groups, say it.
public struct TargetSearch {
  let caller: UserID
  private let runtime: ByteString?
  private let home: ByteString?

  /// - Parameters:
  ///   - caller: geteuid(2).
  ///   - runtime: `$XDG_RUNTIME_DIR`; nil where it is not known.
  ///   - home: the home directory of the caller's account; nil where it is not known.
  public init(for caller: UserID, runtime: ByteString?, home: ByteString?) {
    self.caller = caller
    // Root has no places but the system's: the environment may be that of a user.
    let isRoot = caller == UserID(0)
    self.runtime = isRoot ? nil : runtime ?? "/run/user/\(caller.number)"
    self.home = isRoot ? nil : home
  }

  /// The process, held.
  public func find(_ name: TargetName) throws(NamedTargetError) -> HeldTarget {
    let search = NameSearch(name, caller)
    var error = NamedTargetError(.missing, name.kind, name.text)
    // What has no name is not called by none: a variable that was not set must not mean it.
    if search.text.isEmpty { throw error }
    let proc: ProcScan
    do throws(Errno) { proc = try ProcScan() } catch _ { throw error }

    // A file that says the process decides before any group, which others may have named.
    var found = files(name, search, &error)
    mark(found, search)
    search.known = found
    var isScanNeeded = search.takesBeginnings
    for one in found where !one.isOut && one.process < 0 { isScanNeeded = true }
    if isScanNeeded {
      let isFound = found.contains { !$0.isOut && $0.process > 0 }
      let groups = proc.groups(search, unless: isFound)
      let trust = proc.trust(for: caller)
      for group in groups {
        // Nor a group that another user may have named so. Who typed all of an id made by chance means that.
        if let owner = group.group, owner.isTrusted, let stranger = trust.stranger(owner),
          search.kind != .container || owner.name != search.text || !owner.name.bytes.isLongID
        {
          // Of whom it is not known, he stands in the way all the same: somebody may hide the one that is meant.
          if stranger < 0 { group.isDoubtful = true } else { group.isOut = true }
        }
        for file in found where !file.isOut && file.id == group.id {
          // The group of a file that says no process stands for it.
          if file.process >= 0 { group.isOut = true }
          if !file.name.isEmpty { (group.engine, group.name) = (file.engine, file.name) }
        }
      }
      found += groups
      mark(found, search)
    }

    var count = 0
    var isKnown = false
    for one in found where !one.isOut {
      isKnown = true
      if one.group == nil, one.process <= 0 { one.isOut = true } else { count += 1 }
    }
    if count > 1 {
      // Of several only one may run.
      for one in found where !one.isOut && one.group == nil {
        if (try? HeldTarget(one.process, one, usesHandle: proc.numbersAsWeDo, search)) == nil {
          one.isOut = true
          count -= 1
        }
      }
    }
    for one in found where !one.isOut {
      if count == 1, one.isDoubtful { throw error }
      if count == 1 { return try hold(one, search, proc, error) }
      error.insert(one.line)
    }
    error.cause = count > 1 ? .ambiguous : isKnown ? .notRunning : .missing
    throw error
  }

  /// A whole name or id means no other one that begins so.
  private func mark(_ found: [Candidate], _ search: NameSearch) {
    for one in found where one.name == search.text || one.id == search.text {
      search.takesBeginnings = false
    }
    if search.takesBeginnings { return }
    for one in found where one.name != search.text && one.id != search.text {
      // What a name led to is meant by it.
      let isLed = found.contains { $0.name == search.text && $0.isSame(as: one) }
      if !isLed, search.kind == .container { one.isOut = true }
    }
  }

  /// What all files say that may be believed.
  @inline(never)
  func files(_ search: NameSearch, takesAll: Bool = false) -> StateSearch {
    let states = StateSearch(search, for: caller, takesAll: takesAll)
    states.run(runtime: runtime, home: home)
    return states
  }

  /// What files say of a name.
  private func files(
    _ name: TargetName, _ search: NameSearch, _ error: inout NamedTargetError
  ) -> [Candidate] {
    if let file = name.pidfile {
      let candidate = Candidate(.unknown, name.text)
      (candidate.process, candidate.modified) = (file.process, file.modified)
      candidate.boot = file.boot
      return [candidate]
    }
    if search.kind != .container, search.kind != .machine { return [] }
    let states = files(search)
    error.unreadable = states.unreadable
    for one in states.found where !one.engine.mayBe(search.engine) { one.isOut = true }
    return states.found
  }

  /// Holds what was found, or the first process of it.
  private func hold(
    _ one: Candidate, _ search: NameSearch, _ proc: borrowing ProcScan, _ said: NamedTargetError
  ) throws(NamedTargetError) -> HeldTarget {
    var error = said
    if one.group != nil {
      let outer = proc.outer(one)
      if outer.isEmpty { throw error.because(.ended) }
      let hasInit = search.kind == .container || search.kind == .machine
      guard let first = ProcessFacts.first(of: outer, hasInit: hasInit) else {
        for member in outer {
          error.insert("process \(member.process) (\(member.command.safe))")
        }
        throw error.because(.several)
      }
      one.process = first.process
    } else if !proc.numbersAsWeDo {
      // In another PID namespace the number means another process.
      throw error.because(.foreignProc)
    }
    do throws(Errno) {
      return try HeldTarget(one.process, one, usesHandle: proc.numbersAsWeDo, search)
    } catch let refusal {
      if one.group != nil { throw error.because(.ended) }
      if refusal == .stale { error.process = one.process }
      throw error.because(.notRunning)
    }
  }
}

extension NamedTargetError {
  fileprivate func because(_ cause: Cause) -> NamedTargetError {
    var error = self
    error.cause = cause
    return error
  }

  /// Puts a line where it belongs in their order.
  fileprivate mutating func insert(_ line: ByteString) {
    var place = texts.count
    while place > 1, line.bytes.lexicographicallyPrecedes(texts[place - 1].bytes) { place -= 1 }
    texts.insert(line, at: place)
  }
}
