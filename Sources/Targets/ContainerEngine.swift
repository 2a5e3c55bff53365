import Bytes

/// What makes containers.
public enum ContainerEngine: UInt8, Sendable {
  case docker, podman, containerd, crio, runc, crun, lxc, buildkit
  /// The control group has an id, and does not say whose.
  case unknown
  /// systemd-machined or nspawn: a machine, and no container.
  case machine

  /// How it is called on a command line and in messages.
  public var name: StaticString {
    switch self {
    case .docker: "docker"
    case .podman: "podman"
    case .containerd: "containerd"
    case .crio: "crio"
    case .runc: "runc"
    case .crun: "crun"
    case .lxc: "lxc"
    case .buildkit: "buildkit"
    case .unknown: "unknown"
    case .machine: "machine"
    }
  }

  /// The engine of a name on a command line; nil for any other word.
  public init?(named text: ArraySlice<UInt8>) {
    for place: UInt8 in 0...7 {
      guard let engine = ContainerEngine(rawValue: place) else { continue }
      if text.isText(engine.name) {
        self = engine
        return
      }
    }
    return nil
  }

  /// Whether a container that was found may be one that was asked for with an engine. The groups of
  /// docker and containerd need not say whose they are.
  func mayBe(_ asked: ContainerEngine?) -> Bool {
    asked == nil || asked == self || self == .unknown && (asked == .docker || asked == .containerd)
  }
}
