import Bytes
import Testing

@testable import Targets

/// What state files say, and what is no state file.
struct StateContentTests {
  private func read(_ text: String, _ format: StatePlace.Format) -> Candidate? {
    let candidate = Candidate(.runc, "id")
    return candidate.read(Array(text.utf8), format) ? candidate : nil
  }

  @Test func formats() {
    let runc = read(
      #"{"id":"x","init_process_pid":42,"init_process_start":777,"config":{"pid":9}}"#, .runc)
    #expect(runc?.process == 42 && runc?.start == 777)
    let crun = read(
      #"{"pid": 43, "process-start-time": 12, "cgroup-path": "", "systemd-cgroup": false}"#, .crun)
    #expect(crun?.process == 43 && crun?.start == 12)
    let docker = read(
      #"{"State":{"Running":true,"Pid":44},"ID":"x","Name":"/web","Config":{"Name":"no"}}"#, .docker
    )
    #expect(docker?.process == 44 && docker?.start == nil && docker?.name == "web")
    #expect(read(#"{"State":{"Running":false,"Pid":0},"Name":"/web"}"#, .docker)?.process == 0)
    let bundle = read(
      #"{"annotations":{"io.kubernetes.cri.container-name":"app"},"process":{"pid":1}}"#, .bundle)
    #expect(bundle?.process == -1 && bundle?.name == "app")
    #expect(read("42", .number)?.process == 42)
  }

  /// Numbers that are no process, a process said twice, and text after the end.
  @Test(arguments: [
    #"{"pid": -1, "process-start-time": 1}"#, #"{"pid": 4294967297}"#, #"{"pid": 2147483648}"#,
    #"{"pid": "42"}"#, #"{"pid": 42.0}"#, #"{"pid": 1e2}"#, #"{"pid": 042}"#, #"{"pid": null}"#,
    "{}", "[]",
    #"{"pid": 42, "pid": 43}"#, #"{"pid": 42, "process-start-time": 1, "process-start-time": 2}"#,
    #"{"pid": 42, "process-start-time": "1"}"#, #"{"pid": 42}{"pid": 43}"#, #"{"a": {"pid": 42}}"#,
    #"[{"pid": 42}]"#, "{\"pid\": 42", "{\"pid\": 42}\0",
  ]) func refused(_ text: String) { #expect(read(text, .crun) == nil, "\(text)") }

  @Test(
    arguments: [
      ("42", 42), ("42\n", 42), (" \t42 \n", 42), ("0042", 42), ("2147483647", 2_147_483_647),
      ("", nil), (" ", nil), ("0", nil), ("-1", nil), ("+1", nil), ("12x", nil), ("1 2", nil),
      ("0x10", nil),
      ("2147483648", nil), ("4294967338", nil), ("18446744073709551658", nil), ("4\u{0}2", nil),
    ] as [(String, Int32?)]) func pidfile(_ row: (String, Int32?))
  {
    #expect(processNumber(inFile: Array(row.0.utf8)[...]) == row.1, "\(row.0)")
  }

  @Test func machines() {
    let machine = read(
      "# This is private data.\nNAME=m1\nLEADER=42\nLEADER_PIDFDID=99\nSCOPE=x\n", .machine)
    #expect(machine?.process == 42 && machine?.inode == 99)
    #expect(read("LEADER=42", .machine)?.inode == nil)
    for text in [
      "", "LEADER=", "LEADER=x", "LEADER=1\nLEADER=2", "leader=1", "LEADER=1\nLEADER_PIDFDID=x",
      "XLEADER=1",
    ] {
      #expect(read(text, .machine) == nil, "\(text)")
    }
  }

  /// Lists of containers: of several names the one that is looked for, and nothing of a file that is cut.
  @Test func storage() {
    func all(_ text: String) -> [String] {
      Candidate.all(inStorage: Array(text.utf8), .podman, "/s", "web").map {
        "\($0.engine) \(String(decoding: $0.id.bytes, as: UTF8.self))"
          + " \(String(decoding: $0.name.bytes, as: UTF8.self))"
      }
    }
    let text =
      #"[{"id":"a","names":["x","web","y"]},{"names":["k8s_app"],"id":"b"},{"id":"c","names":null}]"#
    #expect(all(text) == ["podman a web", "crio b k8s_app", "podman c "])
    for count in 0..<text.utf8.count { #expect(all(String(text.prefix(count))) == []) }
    // Names elsewhere are none, and what is no object is no container.
    #expect(all(#"[{"id":"a","x":{"names":["web"]},"y":["id","web"]}]"#) == ["podman a "])
    #expect(all(#"["id",["web"],7,null,{},{"names":"web"}]"#) == [])
    #expect(all(#"{"id":"a","names":["web"]}"#) == [] && all("") == [])
    #expect(all("[" + String(repeating: "0,", count: 100_000) + #"{"id":"a"}]"#) == ["podman a "])
  }

  /// A clock of whole seconds, and of hundredths.
  @Test func age() {
    let candidate = Candidate(.unknown, "p")
    (candidate.modified, candidate.boot) = (1000, 900)
    #expect(candidate.isOlder(start: 0) && candidate.isOlder(start: 10_299))
    #expect(!candidate.isOlder(start: 10_300) && !candidate.isOlder(start: .max / 2))
    // As far from each other as numbers go: no trap.
    (candidate.modified, candidate.boot) = (.max, .max)
    _ = candidate.isOlder(start: .max)
    (candidate.modified, candidate.boot) = (.min, .min)
    _ = candidate.isOlder(start: .max)
  }

  /// Which files are about one container.
  @Test func takeIn() {
    let id = ByteString(String(repeating: "ab", count: 32).utf8)
    let known = Candidate(.crun, id)
    let storage = Candidate(.podman, id, named: "web")
    #expect(known.takeIn(storage) && known.engine == .podman && known.name == "web")
    let state = Candidate(.crun, id)
    (state.process, state.start) = (42, 7)
    #expect(known.takeIn(state) && known.process == 42 && known.start == 7)
    // What has no start does not take its place.
    let number = Candidate(.podman, id)
    (number.process, number.modified) = (43, 1)
    #expect(known.takeIn(number) && known.process == 42)
    // One name of two engines, or in two namespaces, is two containers.
    #expect(!Candidate(.runc, "web").takeIn(Candidate(.crun, "web")))
    #expect(
      !Candidate(.containerd, "web", in: "/a").takeIn(Candidate(.containerd, "web", in: "/b")))
    #expect(Candidate(.containerd, "web", in: "/a").takeIn(Candidate(.containerd, "web", in: "/a")))
  }
}
