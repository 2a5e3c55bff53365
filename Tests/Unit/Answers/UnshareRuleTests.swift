import Answers
import Bytes
import Kernel
import Namespaces
import Testing

/// unshare(2) was refused.
@Suite struct UnshareRuleTests {
  let refused = Situation.unshare(.network, .notPermitted)

  @Test func aPlainUserNeedsAUserNamespace() {
    #expect(refused.topics == ["needs-sys-admin"])
    #expect(Situation.unshare([.network, .user], .notPermitted).topics == [])
  }

  @Test func rootMayHaveLostTheCapability() {
    let root = refused.with {
      $0.trouble.callerUser = .root
      $0.evidence.process.capabilities?.bounding = []
    }
    #expect(root.topics == ["root-without-sys-admin"])
    #expect(root.with { $0.trouble.callerUser = UserID(1001) }.topics == ["needs-sys-admin"])
  }

  @Test func aFilterIsFoundOut() {
    let filtered = refused.with {
      $0.evidence.kernel.refusals = [.init(of: .unshare, .notPermitted)]
    }
    #expect(filtered.topics == ["seccomp-filter"])
    #expect(filtered.with { $0.evidence.kernel.refusals = [] }.topics == ["needs-sys-admin"])
  }

  @Test func whatIsNotKnownIsNotSaid() {
    #expect(refused.with { $0.evidence.process.capabilities = nil }.topics == [])
  }
}
