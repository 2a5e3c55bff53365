import Bytes
import Capabilities
import Fixtures
import Launch
import NamespaceValues
import Testing

@testable import LaunchOptions

/// What a request becomes, and in which order.
struct PlannerTests {
  private func verified(_ changes: [LaunchStep]) -> [LaunchStep] {
    changes + [.verify(after: changes)]
  }

  private func toAnotherUser() -> IdentityChange {
    var identity = IdentityChange()
    identity.groups = [.dropGroups]
    identity.group = [.setGroup(GroupID(5))]
    identity.user = [.setUser(UserID(5))]
    identity.afterUser = [.dieWithParent(.kill)]
    identity.afterwards = [.close(.targetDirectory)]
    identity.mayLeaveRoot = true
    return identity
  }

  @Test func nothingAskedChangesNothing() throws {
    var identity = toAnotherUser()
    identity.keepsCapabilities = true
    #expect(
      try request([]).steps(identity)
        == verified([
          .dropGroups, .setGroup(GroupID(5)), .setUser(UserID(5)), .dieWithParent(.kill),
          .raiseAmbientCapabilities(), .close(.targetDirectory),
        ]))
    #expect(try request([]).steps(IdentityChange()) == [])
    // What only gives, or only asks, is not read back.
    identity = IdentityChange()
    identity.groups = [.tryToDropGroups]
    identity.keepsCapabilities = true
    #expect(
      try request(["--keep-groups"]).steps(identity) == [.raiseAmbientCapabilities()])
    #expect(
      try request(["--has-p=bpf"]).steps(IdentityChange())
        == [.privilege(.check(.has(Capability(39)!, .permitted)))])
  }

  @Test func theWholeOrder() throws {
    let checks: [LaunchStep] = [
      .privilege(.check(.forbidsNewPrivileges)),
      .privilege(.check(.has(Capability(13)!, .ambient))),
    ]
    let steps = try request([
      "--has-no-new-privs", "--nnp", "--cap-drop", "bpf", "--ambient-caps", "+net_raw",
      "--inh-caps", "+net_raw,+chown", "--bounding-set", "-chown", "--groups", "7,8",
      "--securebits", "+noroot", "--has-a", "net_raw",
    ]).steps(toAnotherUser())
    let changes: [LaunchStep] = [
      .privilege(.makeInheritable(set(0))),
      .privilege(.changeBounding(edit { $0.drop(set(0, 39)) })),
      .privilege(.keepPermitted),
      .privilege(.changeSecurebits(securebit(.noRoot))),
      .privilege(.setGroups([GroupID(7), GroupID(8)])),
      .setGroup(GroupID(5)), .setUser(UserID(5)), .dieWithParent(.kill),
      .close(.targetDirectory),
      .privilege(
        .changeInheritable(
          edit {
            $0.drop(set(39))
            $0.raise(set(0, 13))
          })),
      .privilege(
        .changeAmbient(
          edit {
            $0.drop(set(39))
            $0.raise(set(13))
          })),
      .privilege(.changeHeld(edit { $0.drop(set(39)) }, keeping: set(13))),
      .privilege(.forbidNewPrivileges),
    ]
    #expect(steps == [.rememberPrivileges] + changes + checks + [.verify(after: changes)])
  }

  private func securebit(_ bit: Securebits) -> SecurebitEdit {
    var edit = SecurebitEdit()
    edit.add(bit)
    return edit
  }

  @Test func theLastWordAboutACapabilityCounts() throws {
    let one = try request(["--cap-drop", "ALL", "--cap-add", "net_raw,bpf"])
    for edit in [one.bounding, one.inheritable, one.ambient, one.held] {
      #expect(edit.dropped == all.subtracting(set(13, 39)))
      #expect(edit.raised == set(13, 39))
    }
    let other = try request(["--cap-add", "net_raw,bpf", "--cap-drop", "all"])
    #expect(other.bounding == edit { $0.drop(all) })
    let third = try request(["--cap-drop", "bpf", "--cap-add", "ALL", "--cap-drop", "13"])
    #expect(third.held.dropped == set(13))
    #expect(third.held.raised.isEmpty)
    #expect(third.held.raisedIfPermitted == all.subtracting(set(13)))
    // A name is asked for more strictly than all.
    let fourth = try request(["--cap-add", "bpf", "--cap-add", "ALL"])
    #expect(fourth.held.raised == set(39))
    #expect(!fourth.held.raisedIfPermitted.contains(set(39)))
  }

  @Test func setsByThemselves() throws {
    let one = try request(["--bounding-set", "-all,+40", "--inh-caps", "+all,-0"])
    #expect(one.bounding.dropped == all.subtracting(set(40)))
    #expect(one.bounding.raised == set(40))
    #expect(one.inheritable.raisedIfPermitted == all.subtracting(set(0)))
    #expect(one.ambient.isEmpty && one.held.isEmpty)
  }

  @Test func aTextForThreeSets() throws {
    let one = try request([
      "--ambient-caps", "+bpf", "--iab", "!%cap_net_raw,^cap_chown,!cap_kill,cap_bpf",
    ])
    #expect(one.bounding == edit { $0.drop(set(5, 13)) })
    #expect(one.inheritable.raised == set(0, 13, 39))
    #expect(one.inheritable.dropped == all.subtracting(set(0, 13, 39)))
    #expect(one.ambient.raised == set(0))
    #expect(one.ambient.dropped == all.subtracting(set(0)))
    #expect(one.held.isEmpty)
  }

  @Test func rootKeepsWhatItHas() throws {
    var identity = toAnotherUser()
    identity.mayLeaveRoot = false
    let steps = try request(["--cap-add", "bpf"]).steps(identity)
    #expect(!steps.contains(.privilege(.keepPermitted)))
    #expect(
      steps.contains(.privilege(.changeHeld(edit { $0.raise(set(39)) }, keeping: nil))))
  }

  @Test func dropsAloneKeepNothingOverTheChangeOfUser() throws {
    let steps = try request(["--cap-drop", "bpf", "--has-p=chown"]).steps(toAnotherUser())
    #expect(!steps.contains(.privilege(.keepPermitted)))
  }

  @Test func keepCapsRaisesNothingThatIsDropped() throws {
    var identity = IdentityChange()
    identity.keepsCapabilities = true
    let steps = try request([
      "--cap-drop", "bpf", "--inh-caps", "-chown", "--bounding-set", "-kill", "--ambient-caps",
      "-net_raw",
    ]).steps(identity)
    #expect(steps.contains(.raiseAmbientCapabilities(except: set(0, 5, 13, 39))))
  }

  @Test func groupsTakeTheProgramsPlace() throws {
    #expect(
      try request(["--keep-groups"]).steps(toAnotherUser()).first == .setGroup(GroupID(5)))
    #expect(
      try request(["--clear-groups"]).steps(toAnotherUser()).first == .dropRemainingGroups)
    #expect(
      try request(["--clear-groups"]).steps(IdentityChange()) == verified([.dropRemainingGroups]))
    #expect(
      try request(["--groups", "5"]).steps(IdentityChange())
        == verified([.privilege(.setGroups([GroupID(5)]))]))
  }
}
