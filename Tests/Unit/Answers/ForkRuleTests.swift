import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Testing

/// fork(2) was refused.
@Suite struct ForkRuleTests {
  @Test func theFirstProcessIsDead() throws {
    let dead = try Situation.unshare(["-f"], .fork(.noMemory)).with {
      $0.evidence.process.pidNamespace = .known("pid:[4026531836]")
      $0.evidence.process.childPIDNamespace = .known("pid:[4026532001]")
      $0.evidence.limits.memory = Situation.text("MemTotal: 1 kB\nMemAvailable:  900000 kB\n")
    }
    #expect(dead.topics == ["dead-init"])
    #expect(
      dead.with { $0.evidence.limits.memory = Situation.text("MemAvailable:  900 kB\n") }.topics
        == ["out-of-memory"])
    #expect(
      dead.with { $0.evidence.process.childPIDNamespace = .known("pid:[4026531836]") }.topics
        == [])
    let alive = dead.with { $0.evidence.process.childPIDNamespace = .known("pid:[4026531836]") }
    #expect(alive.with { $0.evidence.limits.memory = .unknown }.topics == ["out-of-memory"])
    #expect(
      alive.with { $0.evidence.limits.memory = Situation.text("MemAvailable: 900 kB\n") }.topics
        == ["out-of-memory"])
    // Its own new one has had no process.
    let new = try Situation.unshare(["-pf"], .fork(.noMemory)).with {
      $0.evidence.process = dead.evidence.process
      $0.evidence.limits = dead.evidence.limits
    }
    #expect(new.topics == [])
    // Without /proc nothing can be told from the other.
    #expect(dead.with { $0.evidence = Evidence() }.topics == [])
  }

  @Test func howManyProcesses() throws {
    let full = try Situation.unshare(["-f"], .fork(.tryAgain)).with {
      $0.evidence.limits.resources = Situation.text(
        "Limit  Soft Limit  Hard Limit  Units\nMax processes             100                  200                  processes\n"
      )
    }
    #expect(full.topics == ["process-limit"])
    #expect(full.sentences.first?.contains("is 100 ") == true)
    #expect(full.sentences.first?.hasPrefix("possibly") == true)
    // For root of the machine, and who has its rights, there is no such limit.
    for change: (inout Situation) -> Void in [
      { $0.trouble.circumstances.callerUser = .root },
      { $0.evidence.process.capabilities?.effective = CapabilitySet(.sysResource) },
      { $0.evidence.process.capabilities?.effective = CapabilitySet(.sysAdmin) },
      { $0.evidence.process.userNamespace = .unknown },
    ] {
      #expect(full.with(change).topics == [])
    }
    let inner = full.with {
      $0.trouble.circumstances.callerUser = .root
      $0.evidence.process.userNamespace = .known("user:[4026532000]")
      $0.evidence.process.userMap = Situation.text("0 100000 65536\n")
    }
    #expect(inner.topics == ["process-limit"])
    // It is root outside too.
    #expect(
      inner.with { $0.evidence.process.userMap = Situation.text("0 0 1\n") }.topics == [])
    #expect(
      full.with {
        $0.evidence.limits.resources = Situation.text(
          "Max processes   unlimited   unlimited   processes\n")
      }.topics == [])
    let group = full.with {
      $0.evidence.limits.mostTasks = Situation.text("20\n")
      $0.evidence.limits.tasks = Situation.text("20\n")
    }
    #expect(group.topics == ["task-limit"])
    #expect(group.sentences[0].hasPrefix("the control group of this process"))
    let outer = group.with { $0.evidence.limits.areTasksOfOuterGroup = true }
    #expect(outer.sentences[0].hasPrefix("a control group above that of this process"))
    #expect(
      group.with { $0.evidence.limits.tasks = Situation.text("19\n") }.topics == ["process-limit"])
    #expect(
      group.with { $0.evidence.limits.mostTasks = Situation.text("max\n") }.topics == [
        "process-limit"
      ])
  }

  /// The limit of a group holds for all groups below it.
  @Test func aGroupAboveMayBeFull() throws {
    let trouble = try Situation.unshare(["-f"], .fork(.tryAgain)).trouble
    func limits(_ outerTasks: String, _ path: String = "/box/app") -> LimitEvidence {
      var source = FixtureSource()
      source.files["/proc/self/cgroup"] = "0::\(path)\n"
      source.files["/sys/fs/cgroup/box/app/pids.max"] = "max\n"
      source.files["/sys/fs/cgroup/box/app/pids.current"] = "20\n"
      source.files["/sys/fs/cgroup/box/pids.max"] = "20\n"
      source.files["/sys/fs/cgroup/box/pids.current"] = outerTasks
      var limits = LimitEvidence()
      limits.gather(about: trouble, from: source)
      return limits
    }
    #expect(limits("20\n").areTasksOfOuterGroup)
    #expect(limits("20\n").mostTasks.number == 20)
    #expect(!limits("19\n").areTasksOfOuterGroup)
    #expect(limits("19\n").mostTasks.number == nil)
    // Seen from another cgroup namespace, what is above it is elsewhere.
    #expect(limits("20\n", "/../box/app").mostTasks == .unknown)
  }
}
