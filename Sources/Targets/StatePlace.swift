public import Bytes

/// A place where an engine keeps what it knows of its containers.
struct StatePlace {
  let engine: ContainerEngine
  let base: Base
  let format: Format
  /// The way from there. `%` stands for any id, `*` for any namespace of containerd, `+` for the folder of
  /// any storage driver, `?` for anything, `@` for the name that is looked for.
  let way: StaticString

  /// Below what it is.
  enum Base: UInt8 {
    case system
    /// `$XDG_RUNTIME_DIR`, of a plain user.
    case runtime
    /// The home directory, of a plain user.
    case home
  }

  /// What such a file holds.
  enum Format: UInt8 {
    /// The state of runc and crun: a JSON object with a process and its start.
    case runc, crun
    /// Docker's JSON object with a process and a name.
    case docker
    /// A bundle of the CRI: a JSON object with a name among its annotations.
    case bundle
    /// A JSON array of objects with `id` and `names`.
    case storage
    /// The number of a process.
    case number
    /// An id, in a file that is called by the name.
    case id
    /// Lines of NAME=VALUE about a machine, in a file that is called by its name.
    case machine
  }

  private init(
    _ engine: ContainerEngine, _ base: Base, _ format: Format, _ way: StaticString
  ) {
    (self.engine, self.base, self.format, self.way) = (engine, base, format, way)
  }

  /// Where it begins, as far as that has one name.
  fileprivate var start: ByteString {
    let parts = Fields(Array(("\(way)" as ByteString).bytes), by: UInt8(ascii: "/"))
    var path: ByteString = ""
    for part in 0..<parts.count {
      let name = parts.slice(part)
      // A name of one byte stands for others.
      if name.count == 1 { break }
      path = "\(path)/\(ByteString(name))"
    }
    return path
  }

  /// All of them: first those that say names, which lead to ids.
  static let all: [StatePlace] = [
    StatePlace(.podman, .home, .storage, ".local/share/containers/storage/+/containers.json"),
    StatePlace(
      .podman, .home, .storage, ".local/share/containers/storage/+/volatile-containers.json"),
    StatePlace(.docker, .home, .docker, ".local/share/docker/containers/%/config.v2.json"),
    StatePlace(.podman, .system, .storage, "var/lib/containers/storage/+/containers.json"),
    StatePlace(.podman, .system, .storage, "var/lib/containers/storage/+/volatile-containers.json"),
    StatePlace(.docker, .system, .docker, "var/lib/docker/containers/%/config.v2.json"),
    StatePlace(.containerd, .system, .id, "var/lib/nerdctl/?/names/*/@"),
    StatePlace(
      .containerd, .system, .bundle,
      "run/containerd/io.containerd.runtime.v2.task/*/%/config.json"),
    StatePlace(
      .containerd, .system, .bundle,
      "run/k3s/containerd/io.containerd.runtime.v2.task/*/%/config.json"),

    StatePlace(.crun, .runtime, .crun, "crun/%/status"),
    StatePlace(.runc, .runtime, .runc, "runc/%/state.json"),
    StatePlace(.docker, .runtime, .runc, "docker/runtime-runc/moby/%/state.json"),
    StatePlace(.podman, .runtime, .number, "containers/+/%/userdata/pidfile"),
    StatePlace(.crun, .system, .crun, "run/crun/%/status"),
    StatePlace(.runc, .system, .runc, "run/runc/%/state.json"),
    StatePlace(.docker, .system, .runc, "run/docker/runtime-runc/moby/%/state.json"),
    StatePlace(.containerd, .system, .runc, "run/containerd/runc/*/%/state.json"),
    StatePlace(
      .containerd, .system, .runc, "var/snap/microk8s/common/run/containerd/runc/*/%/state.json"),
    StatePlace(
      .containerd, .system, .number, "run/containerd/io.containerd.runtime.v2.task/*/%/init.pid"),
    StatePlace(
      .containerd, .system, .number,
      "run/k3s/containerd/io.containerd.runtime.v2.task/*/%/init.pid"),
    StatePlace(.podman, .system, .number, "run/containers/storage/+/%/userdata/pidfile"),

    StatePlace(.machine, .system, .machine, "run/systemd/machines/@"),
  ]
}

extension ContainerEngine {
  /// Where it keeps the names, or the ids, of the system's containers; empty where nothing of it is read there.
  public var systemPlaces: [ByteString] {
    var places: [ByteString] = []
    // Who makes machines makes no containers.
    for place in StatePlace.all
    where place.engine == self && place.base == .system && self != .machine {
      if !places.contains(place.start) { places.append(place.start) }
    }
    return places
  }
}
