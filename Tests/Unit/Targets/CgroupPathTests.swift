import Bytes
import NamespaceValues
import Testing

@testable import Targets

/// Which container, machine or unit a control group belongs to. What it tries to become: another one.
struct CgroupPathTests {
  static let id = String(repeating: "ab", count: 32)
  static let other = String(repeating: "0f", count: 32)

  struct Row: Sendable {
    let path: String
    let engine: ContainerEngine?
    let name: String
    var isTrusted = true

    init(_ path: String, _ engine: ContainerEngine?, _ name: String = id, isTrusted: Bool = true) {
      (self.path, self.engine, self.name, self.isTrusted) = (path, engine, name, isTrusted)
    }
  }

  static let rows: [Row] = [
    // Docker.
    Row("/docker/\(id)", .docker),
    Row("/actions_job/\(id)", .unknown),
    Row("/system.slice/docker-\(id).scope", .docker),
    Row(
      "/user.slice/user-1001.slice/user@1001.service/user.slice/docker-\(id).scope", .docker,
      isTrusted: false),
    // podman.
    Row("/machine.slice/libpod-\(id).scope", .podman),
    Row("/machine.slice/libpod-\(id).scope/container", .podman),
    Row("/machine.slice/machine-libpod_pod_\(other).slice/libpod-\(id).scope", .podman),
    Row(
      "/user.slice/user-1001.slice/user@1001.service/user.slice/libpod-\(id).scope", .podman,
      isTrusted: false),
    Row("/libpod_parent/libpod-\(id)", .podman),
    Row("/libpod_parent/\(other)/libpod-\(id)", .podman),
    Row("/system.slice/web.service/libpod-payload-\(id)", .podman),
    Row("/system.slice/web.service/runtime", nil),
    Row("/t/libpod-conmon-\(id).scope", nil),
    // containerd.
    Row(
      "/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod1_2.slice/cri-containerd-\(id).scope",
      .containerd),
    Row(
      "/kubelet.slice/kubelet-kubepods.slice/kubelet-kubepods-pod1.slice/cri-containerd-\(id).scope",
      .containerd),
    Row("/kubepods/burstable/pod12/\(id)", .unknown),
    Row(
      "/system.slice/containerd.service/kubepods-burstable-pod1.slice:cri-containerd:\(id)",
      .containerd),
    Row("/system.slice/nerdctl-\(id).scope", .containerd),
    Row("/default/ctr1", nil),
    // CRI-O, cri-dockerd.
    Row("/kubepods.slice/kubepods-pod1.slice/crio-\(id).scope", .crio),
    Row("/kubepods.slice/kubepods-pod1.slice/crio-\(id).scope/container", .crio),
    Row("/kubepods/pod12/crio-\(id)", .crio),
    Row("/kubepods/pod12/crio-conmon-\(id)", nil),
    Row("/kubepods.slice/kubepods-pod1.slice/docker-\(id).scope", .docker),
    // runc and crun by hand: their names are in state files only.
    Row("/rb", nil), Row("/../runcbox", nil),
    // LXC, Incus, LXD.
    Row("/lxc.payload.c1", .lxc, "c1"), Row("/lxc.payload.c1/init.scope", .lxc, "c1"),
    Row("/lxc.monitor.c1", nil), Row("/lxc/c1/system.slice/x.service", .lxc, "c1"),
    Row("/lxc.payload.default_c2", .lxc, "default_c2"),
    Row("/user.slice/user-1001.slice/session-2.scope/lxc.payload.c1", .lxc, "c1", isTrusted: false),
    // Machines.
    Row("/machine.slice/machine-deb.scope/payload", .machine, "deb"),
    Row("/machine.slice/machine-deb.scope/supervisor", nil),
    Row("/machine.slice/machine-deb\\x2d12.scope", .machine, "deb\\x2d12"),
    Row("/machine.slice/systemd-nspawn@deb.service/payload", .machine, "deb"),
    Row("/machine.slice/systemd-nspawn@deb.service/supervisor", nil),
    // BuildKit, ECS.
    Row("/docker/buildkit/k2x4l6p8q0r2t4v6x8z0b2d4f", .buildkit, "k2x4l6p8q0r2t4v6x8z0b2d4f"),
    Row("/ecs/0123456789abcdef0123456789abcdef/\(id)", .unknown),
    // What only looks like a container.
    Row("/t/var-lib-docker-containers-\(id)-shm.mount", nil),
    Row("/t/docker-\(id).slice", nil), Row("/t/docker-\(id).service", nil),
    Row("/t/docker-\(id.uppercased()).scope", nil), Row("/t/docker-\(id.dropLast()).scope", nil),
    Row("/t/dockerx\(id).scope", nil), Row("/", nil), Row("", nil), Row("//../..", nil),
    // Made by somebody in a container: below its own group.
    Row("/docker/\(id)/docker-\(other).scope", .docker, other, isTrusted: false),
    Row("/docker/\(id)/lxc.payload.c1", .lxc, "c1", isTrusted: false),
    Row("/docker/\(id)/machine-deb.scope", .machine, "deb", isTrusted: false),
    // Made by a user: below what is delegated to him.
    Row(
      "/user.slice/user-1001.slice/user@1001.service/machine-deb.scope", .machine, "deb",
      isTrusted: false),
    // A stranger's number that is none.
    Row("/user@1x.service/docker-\(id).scope", .docker),
    Row("/user-.slice/docker-\(id).scope", .docker),
  ]

  @Test(arguments: rows) func container(_ row: Row) {
    let found = path(row.path).container(for: UserID(0))
    #expect(found?.engine == row.engine, "\(row.path)")
    guard let found else { return }
    #expect(found.name == text(row.name), "\(row.path)")
    #expect(found.isTrusted == row.isTrusted, "\(row.path)")
    #expect(row.path.hasPrefix(String(decoding: found.path.bytes, as: UTF8.self)))
  }

  /// What a listing says: the outermost container, and the innermost unit that a manager can have made. Who has
  /// named what is below tries to have it believed.
  @Test(
    arguments: [
      ("/system.slice/docker-\(id).scope", id, nil, "docker-\(id).scope", nil),
      (
        "/system.slice/docker-\(id).scope/docker-\(other).scope/system.slice/nginx.service", id,
        nil, "docker-\(id).scope", nil
      ),
      ("/docker/\(id)/system.slice/nginx.service", id, nil, nil, nil),
      ("/system.slice/a.service/nginx.service/x", nil, nil, "a.service", nil),
      ("/libpod_parent/\(other)/libpod-\(id)", id, nil, nil, nil),
      (
        "/user.slice/user-1001.slice/user@1001.service/docker-\(id).scope", id, 1001,
        "docker-\(id).scope", 1001
      ),
      (
        "/user.slice/user-1001.slice/user@1001.service/user@1002.service/docker-\(id).scope", id,
        1001, "user@1002.service", 1001
      ),
      ("/machine.slice/machine-m.scope/payload/docker/\(id)", "m", nil, "machine-m.scope", nil),
      ("/machine.slice/machine-m.scope/supervisor", nil, nil, "machine-m.scope", nil),
      ("/", nil, nil, nil, nil), ("/../x (deleted)", nil, nil, nil, nil),
    ] as [(String, String?, UInt32?, String?, UInt32?)])
  func listed(_ row: (String, String?, UInt32?, String?, UInt32?)) {
    let path = path(row.0)
    let container = path.outermostContainer(for: UserID(0))
    #expect(container?.name == row.1.map { text($0) }, "\(row.0)")
    #expect(container?.user == row.2.map { UserID($0) }, "\(row.0)")
    #expect(container?.isTrusted != (row.2 != nil), "\(row.0)")
    let unit = path.unit(orAround: true)
    #expect(unit?.name == row.3.map { text($0) }, "\(row.0)")
    #expect(unit?.user == row.4.map { UserID($0) }, "\(row.0)")
    #expect(path.text == text(row.0))
  }

  /// Who is passed over in the directories of groups would not stand in the way of a name that two have.
  @Test(arguments: rows) func isNotPassedOver(_ row: Row) {
    let content = Array("0::\(row.path)\n".utf8)
    var searches: [NameSearch] = []
    for name in [row.name, String(row.name.prefix(3)), "docker:\(row.name)"] {
      searches.append(NameSearch(TargetName(.container, text(name)), UserID(0)))
    }
    searches.append(
      NameSearch(
        TargetName(.machine, text(row.name.replacing("\\x2d", with: "-"))), UserID(0)))
    let file = NameSearch(TargetName(.container, "web"), UserID(0))
    file.known = [Candidate(.docker, text(row.name), named: "web")]
    searches.append(file)
    var found = 0
    for search in searches where search.owner(content) != nil {
      found += 1
      #expect(search.mayMean(content[...]), "\(row.path)")
      let parts = content.dropFirst(3).dropLast().split(separator: UInt8(ascii: "/"))
      #expect(parts.contains { search.mayMean($0) }, "\(row.path)")
    }
    #expect(found > 0 || row.engine == nil || !row.isTrusted, "\(row.path)")
  }

  /// One's own groups are trusted, and root's.
  @Test func whose() {
    let own = "/user.slice/user-1001.slice/user@1001.service/user.slice/docker-\(Self.id).scope"
    #expect(path(own).container(for: UserID(1001))?.isTrusted == true)
    #expect(path(own).container(for: UserID(1002))?.isTrusted == false)
    let nested = "/user.slice/user-1001.slice/user@1001.service/user@0.service/docker-\(Self.id)"
    #expect(path(nested).container(for: UserID(0))?.isTrusted == false)
  }

  @Test(
    arguments: [
      ("/system.slice/nginx.service", "nginx.service", nil),
      ("/system.slice/nginx.service/worker", "nginx.service", nil),
      ("/system.slice/docker-\(id).scope", "docker-\(id).scope", nil),
      ("/init.scope", "init.scope", nil),
      ("/../system.slice/a.socket", "a.socket", nil),
      ("/user.slice/user-1001.slice/session-2.scope", "session-2.scope", nil),
      ("/user.slice/user-1001.slice/user@1001.service/app.slice/a.service", "a.service", 1001),
      ("/user.slice/user-1001.slice/user@1001.service/init.scope", "init.scope", 1001),
      ("/user.slice/user-1001.slice/user@1001.service", "user@1001.service", nil),
      // Another manager's: of a container, or made by hand below what is delegated.
      ("/system.slice/docker-\(id).scope/system.slice/nginx.service", nil, nil),
      ("/lxc.payload.c1/system.slice/nginx.service", nil, nil),
      ("/docker/\(id)/system.slice/nginx.service", nil, nil),
      ("/user.slice/user-1001.slice/user@1001.service/x/nginx.service", nil, nil),
      ("/user.slice/user@1001.service/user@0.service/nginx.service", nil, nil),
      ("/t", nil, nil),
    ] as [(String, String?, UInt32?)]) func unit(_ row: (String, String?, UInt32?))
  {
    let found = path(row.0).unit
    #expect(found?.name == row.1.map { text($0) }, "\(row.0)")
    #expect(found?.user == row.2.map { UserID($0) }, "\(row.0)")
  }

  /// v2 only, v1 only, and both: the unified hierarchy and that of systemd, whatever the order.
  @Test func lines() {
    func owners(_ content: String) -> [String] {
      CgroupPath.all(in: Array(content.utf8)).map {
        $0.container(for: UserID(0)).map { String(decoding: $0.name.bytes, as: UTF8.self) } ?? "-"
      }
    }
    let (id, other) = (Self.id, Self.other)
    #expect(owners("0::/docker/\(id)\n") == [id])
    #expect(owners("2:cpu:/docker/\(other)\n1:name=systemd:/docker/\(id)\n") == [id])
    #expect(owners("4:memory:/x\n1:name=systemd:/\n0::/docker/\(id)\n") == ["-", id])
    #expect(owners("3:memory:/x\n2:pids:/docker/\(id)\n") == [id])
    #expect(owners("3:memory:/docker/\(id)\n2:cpu,cpuacct:/x\n") == [id])
    // A colon and whatever else in the path.
    #expect(owners("0::/a:b/docker-\(id).scope\n") == [id])
    for content in ["", "\n\n", "0", "0:", ":", "0::", "::::\n:::"] {
      #expect(owners(content).allSatisfy { $0 == "-" })
    }
  }

  @Test func memberOfNothing() {
    #expect(!ContainerEngine.lxc.mayBe(.docker))
    #expect(ContainerEngine.unknown.mayBe(.docker) && ContainerEngine.unknown.mayBe(nil))
    #expect(!ContainerEngine.unknown.mayBe(.podman))
    for word in ["", "unknown", "machine", "Docker", "dockers", "docker "] {
      #expect(ContainerEngine(named: Array(word.utf8)[...]) == nil, "\(word)")
    }
    for word in ["docker", "podman", "containerd", "crio", "runc", "crun", "lxc", "buildkit"] {
      #expect(
        ContainerEngine(named: Array(word.utf8)[...]).map { ByteString("\($0.name)") } == text(word)
      )
    }
  }

  private func path(_ path: String) -> CgroupPath {
    CgroupPath.all(in: Array("0::\(path)\n".utf8))[0]
  }
  private func text(_ text: String) -> ByteString { ByteString(text.utf8) }
}
