import Bytes
import Capabilities
import Fixtures
import NamespaceValues
import Testing

@testable import Launch

/// What must come out of steps, worked out from what was there: "Effect of user ID changes" and the
/// rules of the sets in capabilities(7). Tests/System/Privileges/PrivilegeVerifyTests.swift holds the same
/// against the kernel.
struct PrivilegeModelTests {
  private func edit(_ change: (inout CapabilityEdit) -> Void) -> CapabilityEdit {
    var edit = CapabilityEdit()
    change(&edit)
    return edit
  }

  /// Root with everything but inheritable and ambient capabilities.
  private var root: PrivilegeModel {
    var sets = CapabilitySets()
    (sets.effective, sets.permitted, sets.bounding) = (known, known, known)
    return PrivilegeModel(sets: sets, securebits: [], users: ProcessIDs(0))
  }

  private func after(_ before: PrivilegeModel, _ steps: [LaunchStep]) -> CapabilitySets {
    before.after(steps, target: UserID(7)).sets
  }

  @Test func allIsDroppedWhateverWasRead() {
    let drop = edit { $0.drop(.everything) }
    let steps: [LaunchStep] = [
      .privilege(.changeBounding(drop)), .privilege(.changeInheritable(drop)),
      .privilege(.changeAmbient(drop)), .privilege(.changeHeld(drop, keeping: nil)),
    ]
    #expect(after(root, steps) == CapabilitySets())
    // Also where a failed or forged answer had shown bits that no kernel has, or none at all.
    var odd = root
    odd.sets.permitted = .everything
    #expect(after(odd, steps) == CapabilitySets())
    #expect(
      after(PrivilegeModel(sets: CapabilitySets(), securebits: [], users: ProcessIDs(0)), steps)
        == CapabilitySets())
  }

  @Test func aChangeFromRootClears() {
    var before = root
    before.sets.inheritable = set(5, 39)
    before.sets.ambient = set(39)
    for step in [LaunchStep.setUser(UserID(5)), .setUserOfTarget] {
      let sets = after(before, [step])
      #expect(sets.effective.isEmpty && sets.permitted.isEmpty && sets.ambient.isEmpty)
      #expect(sets.inheritable == set(5, 39) && sets.bounding == known)
    }
    // To root itself nothing changes.
    #expect(after(before, [.setUser(.root)]) == before.sets)
  }

  @Test func keptCapabilitiesAreNotInEffect() {
    let sets = after(root, [.privilege(.keepPermitted), .setUser(UserID(5))])
    #expect(sets.permitted == known)
    #expect(sets.effective.isEmpty)
  }

  @Test func theBitThatStopsTheKernelsOwnChanges() {
    var bits = SecurebitEdit()
    bits.add(.noSetuidFixup)
    let sets = after(root, [.privilege(.changeSecurebits(bits)), .setUser(UserID(5))])
    #expect(sets == root.sets)
  }

  /// A saved id of root counts as root: its capabilities go too.
  @Test func aSavedRoot() {
    var before = root
    before.users = ProcessIDs([5, 5, 0, 5])
    before.sets.effective = []
    #expect(after(before, [.setUser(UserID(5))]).permitted.isEmpty)
    before.users = ProcessIDs([5, 5, 6, 5])
    #expect(after(before, [.setUser(UserID(6))]).permitted == known)
    // The way back to root brings what is permitted into effect.
    #expect(after(before, [.setUser(.root)]).effective == known)
  }

  @Test func whatIsAddedForAnotherUser() {
    let add = edit {
      $0.drop(.everything)
      $0.raise(set(39))
    }
    let sets = after(
      root,
      [
        .privilege(.changeBounding(add)), .privilege(.keepPermitted), .setUser(UserID(5)),
        .privilege(.changeInheritable(add)), .privilege(.changeAmbient(add)),
        .privilege(.changeHeld(add, keeping: set(39))),
      ])
    for kind in CapabilityKind.allCases { #expect(sets[kind] == set(39), "\(kind.name)") }
  }

  /// For root the held set is not limited to what is handed on.
  @Test func rootKeepsTheRest() {
    let add = edit { $0.raise(set(39)) }
    let steps: [LaunchStep] = [.privilege(.changeHeld(add, keeping: set(39)))]
    #expect(after(root, steps).permitted == known)
    var user = root
    user.users = ProcessIDs(5)
    #expect(after(user, steps).permitted == set(39))
  }

  @Test func allThatIsPermittedAndCanBeInherited() {
    var before = root
    before.sets.permitted = set(1, 2, 3)
    before.sets.bounding = set(2, 3, 4)
    let all = edit { $0.raiseIfPermitted(.everything) }
    let sets = after(
      before,
      [.privilege(.changeInheritable(all)), .privilege(.changeAmbient(all))])
    #expect(sets.inheritable == set(2, 3))
    #expect(sets.ambient == set(2, 3))
  }

  /// The kernel lets nothing stay ambient that is not inheritable and permitted.
  @Test func theAmbientSetFollows() {
    var before = root
    (before.sets.inheritable, before.sets.ambient) = (set(1, 2), set(1, 2))
    #expect(
      after(before, [.privilege(.changeInheritable(edit { $0.drop(set(1)) }))]).ambient == set(2))
    #expect(
      after(before, [.privilege(.changeHeld(edit { $0.drop(set(2)) }, keeping: nil))]).ambient
        == set(1))
  }

  @Test func keepCaps() {
    let sets = after(root, [.raiseAmbientCapabilities(except: set(39))])
    #expect(sets.inheritable == known.subtracting(set(39)))
    #expect(sets.ambient == known.subtracting(set(39)))
  }

  @Test func whatIsAskedOfTheIdentity() {
    #expect(AskedIdentity([.tryToDropGroups, .raiseAmbientCapabilities()]).isEmpty)
    for step in [LaunchStep.dropGroups, .dropGroupsUnlessDone, .dropRemainingGroups] {
      #expect(AskedIdentity([step]).groups == [])
    }
    let asked = AskedIdentity(
      [.setGroupOfTarget, .setUserOfTarget], targetUser: UserID(7), targetGroup: GroupID(8))
    #expect(asked.user == UserID(7) && asked.group == GroupID(8) && asked.groups == nil)
    #expect(AskedIdentity([.privilege(.setGroups([GroupID(3)]))]).groups == [GroupID(3)])
    #expect(AskedIdentity([.privilege(.forbidNewPrivileges)]).forbidsNewPrivileges)
  }
}
