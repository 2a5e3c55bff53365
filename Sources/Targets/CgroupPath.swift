public import Bytes
public import NamespaceValues

/// The path of a control group, cgroups(7), in components. Pure: what a name means is in its text.
public final class CgroupPath {
  private let parts: Fields

  private init(_ parts: Fields) { self.parts = parts }

  /// All of it, as the kernel writes it.
  var text: ByteString { parts.count == 0 ? "/" : path(to: parts.count - 1) }

  /// The paths that a /proc/PID/cgroup names groups by: that of the unified hierarchy and that of
  /// `name=systemd`, or else that of `pids`, or else the first.
  public static func all(in content: [UInt8]) -> [CgroupPath] {
    var named: [CgroupPath] = []
    var other: CgroupPath?
    var isOtherPids = false
    var place = 0
    while place < content.count {
      // HIERARCHY:CONTROLLERS:PATH. The path is whole: it may hold colons.
      var (colons, first, second, end) = (0, place, place, place)
      while end < content.count, content[end] != UInt8(ascii: "\n") {
        if content[end] == UInt8(ascii: ":"), colons < 2 {
          colons += 1
          (first, second) = colons == 1 ? (end, end) : (first, end)
        }
        end += 1
      }
      place = end + 1
      if colons < 2 { continue }
      let names = content[(first + 1)..<second]
      let isNamed = names.isEmpty || names.isText("name=systemd")
      let isPids = names.isText("pids")
      guard isNamed || other == nil || !isOtherPids && isPids else { continue }
      let path = CgroupPath(
        Fields(content, from: second + 1, to: end, by: UInt8(ascii: "/")))
      if isNamed { named.append(path) } else { (other, isOtherPids) = (path, isPids) }
    }
    if named.isEmpty, let other { named.append(other) }
    return named
  }

  /// The innermost container or machine. The name of a machine is as units have it, with `\x2d` for a dash.
  /// - Parameter user: whose groups are trusted besides root's.
  public func container(for user: UserID) -> CgroupOwner? {
    container(for: user, below: parts.count)
  }

  /// The outermost container or machine: whoever is in there may have named what is below it.
  func outermostContainer(for user: UserID) -> CgroupOwner? {
    for end in 0...parts.count {
      if let owner = container(for: user, below: end) { return owner }
    }
    return nil
  }

  private func container(for user: UserID, below end: Int) -> CgroupOwner? {
    for place in (0..<end).reversed() {
      if parts.has("lxc.payload.", in: place) { return owner(.lxc, place, 12, 0, user) }
      if place > 0 {
        // Before LXC 4.
        if place == 1, parts.isText(0, "lxc") { return owner(.lxc, place, 0, 0, user) }
        if parts.size(place) == 25, parts.isText(place - 1, "buildkit") {
          return owner(.buildkit, place, 0, 0, user)
        }
      }
      let scope = parts.ends(place, ".scope") ? 6 : 0
      let isNspawn = parts.has("systemd-nspawn@", in: place) && parts.ends(place, ".service")
      if isNspawn || scope > 0 && parts.has("machine-", in: place) {
        // nspawn itself is outside.
        if place + 1 < parts.count, parts.isText(place + 1, "supervisor") { return nil }
        return owner(.machine, place, isNspawn ? 15 : 8, isNspawn ? 8 : 6, user)
      }
      // Mounts, slices and services may have an id in their names and are no containers: it ends the name.
      let before = parts.size(place) - scope - 64
      if before < 0 || !parts.slice(place, after: before, before: scope).isLongID { continue }
      if let engine = engine(place, before) { return owner(engine, place, before, scope, user) }
    }
    return nil
  }

  /// The engine that stands in front of an id; nil where that is a monitor, outside of its container, or no
  /// separator.
  private func engine(_ place: Int, _ before: Int) -> ContainerEngine? {
    if before == 0 {
      if place == 0 { return .unknown }
      // podman's pods, whose containers are below them.
      if parts.isText(place - 1, "libpod_parent") { return nil }
      return parts.isText(place - 1, "docker") ? .docker : .unknown
    }
    let words: [(StaticString, ContainerEngine)] = [
      ("docker", .docker), ("libpod", .podman), ("libpod-payload", .podman),
      ("cri-containerd", .containerd), ("nerdctl", .containerd), ("crio", .crio),
    ]
    let end = before - 1
    guard parts.has("-", in: place, at: end) || parts.has(":", in: place, at: end),
      !parts.has("-conmon", in: place, at: end - 7)
    else { return nil }
    for (word, engine) in words {
      let start = end - word.utf8CodeUnitCount
      if parts.has(word, in: place, at: start),
        start == 0 || parts.has(":", in: place, at: start - 1)
      {
        return engine
      }
    }
    return .unknown
  }

  /// What a component says, without so many bytes at its beginning and its end.
  private func owner(
    _ engine: ContainerEngine, _ place: Int, _ front: Int, _ back: Int, _ user: UserID
  ) -> CgroupOwner {
    // A container may name the groups below its own as it likes, and a user those below his.
    var other: UserID?
    for above in (0..<place).reversed() {
      if let owner = self.user(above), owner != user { other = owner }
    }
    return CgroupOwner(
      engine, parts.slice(place, after: front, before: back), path(to: place),
      isTrusted: other == nil && container(for: user, below: place) == nil, user: other)
  }

  /// The innermost unit, systemd.unit(5), of the system's manager or of that of a user. Nil where it is of a
  /// container's.
  public var unit: CgroupOwner? { unit(orAround: false) }

  /// The same.
  /// - Parameter isNext: where no manager can have made it, that which is around it.
  @inline(never)
  func unit(orAround isNext: Bool) -> CgroupOwner? {
    for place in (0..<parts.count).reversed() where parts.slice(place).isUnit {
      if let owner = unit(at: place) { return owner }
      if !isNext { return nil }
    }
    return nil
  }

  private func unit(at place: Int) -> CgroupOwner? {
    var user: UserID?
    for above in 0..<place {
      // Between a manager and its units there is nothing but slices.
      if parts.ends(above, ".slice") || parts.isText(above, "..") { continue }
      guard user == nil, parts.has("user@", in: above), let number = self.user(above) else {
        return nil
      }
      user = number
    }
    return CgroupOwner(
      .unknown, parts.slice(place), path(to: place), isTrusted: true, user: user)
  }

  /// Whose a component is: `user@UID.service`, `user-UID.slice`.
  @inline(never)
  private func user(_ place: Int) -> UserID? {
    let isManager = parts.has("user@", in: place) && parts.ends(place, ".service")
    guard isManager || parts.has("user-", in: place) && parts.ends(place, ".slice"),
      let number = parts.slice(place, after: 5, before: isManager ? 8 : 6).wholeNumber
    else { return nil }
    return UInt32(exactly: number).map { UserID($0) }
  }

  @inline(never)
  private func path(to place: Int) -> ByteString {
    var path: [UInt8] = []
    for above in 0...place {
      path.append(UInt8(ascii: "/"))
      path += parts.slice(above)
    }
    return ByteString(path)
  }
}

extension ByteString {
  /// Whether the path of a control group, as the kernel writes it, has a `..`: the group is outside of this process's
  /// cgroup namespace, cgroup_namespaces(7), and below the mount of a hierarchy the path leads to anybody's files.
  public var leadsOut: Bool {
    let parts = Fields(Array(bytes), by: UInt8(ascii: "/"))
    for part in 0..<parts.count where parts.isText(part, "..") { return true }
    return false
  }
}
