import Bytes
import NamespaceValues
import Testing

@testable import Targets

/// Which process of a container or unit is the first, from captured texts of /proc.
struct MainProcessTests {
  private func facts(
    _ process: Int32, parent: Int, start: Int, command: String = "x", state: String = "S",
    flags: Int = 4_194_304
  ) -> ProcessFacts? {
    let text =
      "\(process) (\(command)) \(state) \(parent) 1 1 0 -1 \(flags) 1 2 3 4 5 6 7 8 20 0 1 0 \(start) 5 6 18446744073709551615 1 1 0 0"
    return ProcessFacts(process, stat: Array(text.utf8))
  }

  @Test func stat() throws {
    let one = try #require(facts(42, parent: 7, start: 123))
    #expect(one.process == 42 && one.parent == 7 && one.start == 123 && !one.isNobody)
    // A name that looks like the rest of the line.
    let forged = try #require(facts(42, parent: 7, start: 123, command: "a) S 1 1 1 0 -1 0 (b"))
    #expect(forged.parent == 7 && forged.start == 123 && forged.command == "a) S 1 1 1 0 -1 0 (b")
    #expect(facts(42, parent: 7, start: 1, state: "Z")?.isNobody == true)
    #expect(facts(42, parent: 7, start: 1, state: "X")?.isNobody == true)
    #expect(facts(42, parent: 2, start: 1, flags: 0x20_8040)?.isNobody == true)
    for text in [
      "", "42", "42 (x", "42 x) S", "42 (x)", "42 (x) S 1 2 3", ")(",
      "42 (x) S a b c d e f g h i j k l m n o p q r s t",
    ] {
      #expect(ProcessFacts(42, stat: Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test func numbers() {
    func numbers(_ status: String) -> [Int] {
      let found = ProcessFacts.numbers(inStatus: Array(status.utf8))
      return [found.count, found.isFirst ? 1 : 0]
    }
    #expect(numbers("Name:\tNSpid:\t9\nPid:\t42\nNSpid:\t42\t7\t1\nNSsid:\t1\n") == [3, 1])
    #expect(numbers("NSpid:\t42\t11\n") == [2, 0] && numbers("NSpid:\t1\n") == [1, 1])
    #expect(numbers("") == [0, 0] && numbers("NSpid:\n") == [0, 0])
  }

  @Test func first() throws {
    let initial = try #require(facts(100, parent: 50, start: 10))
    initial.isInit = true
    let child = try #require(facts(101, parent: 100, start: 11))
    let executed = try #require(facts(300, parent: 60, start: 5))
    #expect(ProcessFacts.outer([initial, child, executed]).map(\.process) == [100, 300])
    // What was executed later on, however old it says to be, is not the first.
    #expect(ProcessFacts.first(of: [executed, initial], hasInit: true)?.process == 100)
    // Two that are in different namespaces, or of which that is not known.
    #expect(ProcessFacts.first(of: [executed, initial], hasInit: false) == nil)
    (initial.namespaces, executed.namespaces) = ("net:[1]", "net:[2]")
    #expect(ProcessFacts.first(of: [initial, executed], hasInit: false) == nil)
    // The oldest of those in the same ones, and of one moment the lowest number.
    executed.namespaces = "net:[1]"
    #expect(ProcessFacts.first(of: [initial, executed], hasInit: false)?.process == 300)
    let twin = try #require(facts(299, parent: 60, start: 5))
    twin.namespaces = "net:[1]"
    #expect(ProcessFacts.first(of: [initial, executed, twin], hasInit: false)?.process == 299)
    // Two first processes of PID namespaces.
    executed.isInit = true
    executed.namespaces = "net:[2]"
    #expect(ProcessFacts.first(of: [initial, executed], hasInit: true) == nil)
    #expect(ProcessFacts.first(of: [initial], hasInit: false)?.process == 100)
  }

  @Test func names() {
    let id = String(repeating: "ab", count: 32)
    func owner(_ name: String, _ kind: TargetName.Kind, _ path: String, _ user: UInt32 = 0) -> Bool
    {
      NameSearch(TargetName(kind, ByteString(name.utf8)), UserID(user)).owner(
        Array("0::\(path)\n".utf8)) != nil
    }
    #expect(owner("a", .container, "/docker/\(id)") && owner(id, .container, "/docker/\(id)"))
    #expect(owner("docker:ab", .container, "/docker/\(id)"))
    #expect(!owner("podman:ab", .container, "/docker/\(id)"))
    #expect(
      !owner("", .container, "/docker/\(id)") && !owner("docker:", .container, "/docker/\(id)"))
    #expect(!owner("AB", .container, "/docker/\(id)") && !owner("ab\u{0}", .container, "/docker/x"))
    // A user's group with the id of a container is nobody's, unless all of it was typed.
    let forged = "/user.slice/user-1001.slice/user@1001.service/docker-\(id).scope"
    #expect(!owner("abab", .container, forged) && owner(id, .container, forged))
    #expect(owner("abab", .container, forged, 1001))
    #expect(!owner("c1", .container, "/user@1001.service/lxc.payload.c1"))
    #expect(
      owner("c1", .container, "/lxc.payload.c1") && !owner("c", .container, "/lxc.payload.c1"))
    #expect(owner("c1", .machine, "/lxc.payload.c1"))
    #expect(owner("deb-12", .machine, "/machine.slice/machine-deb\\x2d12.scope"))
    #expect(!owner("deb-1", .machine, "/machine.slice/machine-deb\\x2d12.scope"))
    #expect(!owner("deb\\x2d12x", .machine, "/machine.slice/machine-deb\\x2d12.scope"))
    #expect(!owner("deb", .container, "/machine.slice/machine-deb.scope"))
    #expect(!owner("abab", .machine, "/docker/\(id)"))
    #expect(owner("nginx", .unit, "/system.slice/nginx.service"))
    #expect(!owner("nginx", .unit, "/user.slice/user-1001.slice/user@1001.service/nginx.service"))
    #expect(
      owner("nginx", .userUnit, "/user.slice/user-1001.slice/user@1001.service/nginx.service"))
    #expect(
      owner("nginx", .userUnit, "/user.slice/user-1001.slice/user@1001.service/nginx.service", 1001)
    )
    #expect(
      !owner(
        "nginx", .userUnit, "/user.slice/user-1001.slice/user@1001.service/nginx.service", 1002))
    #expect(!owner("nginx", .userUnit, "/system.slice/nginx.service"))
    #expect(
      TargetName(.unit, "a.socket").text == "a.socket"
        && TargetName(.unit, "a.b").text == "a.b.service")
  }
}
