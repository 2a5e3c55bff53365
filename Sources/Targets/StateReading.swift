#if !hasFeature(Embedded)
  public import Bytes

  /// What one state file says of a container, for those who try what a reader takes from it. Not in the binary.
  public struct StateReading {
    /// Its first process; 0 where it does not run, -1 where the file does not say it.
    public let process: Int32
    /// Field 22 of /proc/PID/stat.
    public let start: UInt64?
    /// The inode number of its pidfd.
    public let inode: UInt64?
    /// Its id, where it is in the file.
    public let id: ByteString
    /// Its name, where it is in the file.
    public let name: ByteString

    /// How a file is written: the states of runc and crun, config.v2.json of docker, a bundle, a list of containers, a
    /// number, and lines of systemd-machined.
    public enum Format: UInt8, CaseIterable, Sendable {
      case runc, crun, docker, bundle, storage, number, machine
    }

    /// What a file says of each of its containers; nothing where it is malformed.
    public static func all(in content: [UInt8], _ format: Format) -> [StateReading] {
      let kind: StatePlace.Format
      switch format {
      case .storage:
        return Candidate.all(inStorage: content, .podman, "", "wanted").map { StateReading($0) }
      case .runc: kind = .runc
      case .crun: kind = .crun
      case .docker: kind = .docker
      case .bundle: kind = .bundle
      case .number: kind = .number
      case .machine: kind = .machine
      }
      let candidate = Candidate(.runc, "")
      return candidate.read(content, kind) ? [StateReading(candidate)] : []
    }

    private init(_ candidate: Candidate) {
      (process, start, inode) = (candidate.process, candidate.start, candidate.inode)
      (id, name) = (candidate.id, candidate.name)
    }
  }
#endif
