import Answers
import Bytes
import Host
import Kernel
import Launch
public import NamespaceValues
import Survey
import Unshare

extension CheckReport {
  /// Tries everything, and looks around. Nothing of what was tried is left.
  /// - Parameter asked: the kinds that are wanted.
  /// - Throws: where there are no means to try it.
  public init(of asked: [NamespaceKind]) throws(CheckFailure) {
    try Trial.reserveDescriptors()
    // Children are waited for; with SIGCHLD ignored there would be no status.
    try? Calls.setDefaultAction(.childEnded)
    let host = LiveHost()
    let caller = UnshareIntent.Caller(user: host.effectiveUser, group: host.effectiveGroup)
    self.init(
      caller: caller,
      proc: Pair(
        alone: try Trial.proc(withUser: false).run(by: caller),
        withUser: try Trial.proc(withUser: true).run(by: caller)))
    surroundings = Surroundings(from: LiveEvidence(isAmongOthersFiles: !Trial.hasProc))
    for kind in asked {
      kinds.append(
        Kind(
          kind,
          Pair(
            alone: try Trial.kind(kind, withUser: false).run(by: caller),
            withUser: try Trial.kind(kind, withUser: true).run(by: caller))))
    }
    for kind in [IDMapKind.users, .groups] {
      ranges.append(try Self.ranges(kind, of: caller, on: host))
    }
    complete(with: Trial.hasProc ? Self.inventory(of: asked) : nil)
  }

  /// Adds what is known of each kind without trying.
  /// - Parameter inventory: what can be seen; nil where that is not known.
  mutating func complete(with inventory: Inventory?) {
    // The kernel makes no user namespace for anybody in a chroot.
    if proc.withUser.isPossible || kinds.contains(where: { $0.making.withUser.isPossible }) {
      surroundings.isChroot = false
    }
    let inquiry = AccessInquiry()
    for place in kinds.indices {
      let kind = kinds[place].kind
      if kinds[place].making.isPossible || surroundings.presentKinds.contains(kind) {
        kinds[place].isInKernel = true
      } else if surroundings.kernel.missingKinds.contains(kind) {
        kinds[place].isInKernel = false
      }
      kinds[place].limit = surroundings.kernel.limit(of: kind)
      let seen = inventory?.namespaces.filter { $0.kind == kind }
      kinds[place].seen = seen?.count
      kinds[place].enterable = seen?.count { namespace in
        guard let process = namespace.representative?.process,
          let access = inquiry.access(kind, namespace.number, of: process)
        else { return false }
        return access == .alone || access == .withUser
      }
    }
  }

  private static func inventory(of kinds: [NamespaceKind]) -> Inventory? {
    var request = InventoryRequest()
    request.kinds = NamespaceSet(kinds)
    request.wantsProcessesOnly = true
    return try? Inventory.take(request)
  }

  /// A plain user has what subuid(5) gives him, by newuidmap(1); root may map all that there is.
  private static func ranges(
    _ kind: IDMapKind, of caller: UnshareIntent.Caller, on host: LiveHost
  ) throws(CheckFailure) -> Ranges {
    let isRoot = caller.user == .root
    let helper = isRoot ? nil : kind.helperName
    if !Trial.hasProc {
      return Ranges(kind, [], helper: helper, try Trial.ranges(kind, []).run(by: caller))
    }
    let ranges: [IDRange]
    do throws(UnshareError) {
      ranges = try (isRoot ? IDRangeSource.all : .auto).ranges(kind, on: host)
    } catch {
      return Ranges(
        kind, [], helper: helper,
        .stopped(
          failure: error.sentence.safe, reasons: Trial.reasons(of: .unshare(error), caller)
        ))
    }
    return Ranges(kind, ranges, helper: helper, try Trial.ranges(kind, ranges).run(by: caller))
  }
}
