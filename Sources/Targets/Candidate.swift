import Bytes

/// A process, or the processes of a group, that a name may mean, and by what it is known again: another one that
/// has the number by now must not be taken for it. A class, so that it is handed on at little cost.
final class Candidate {
  /// Who made the container.
  var engine: ContainerEngine
  /// Where its id belongs: the namespace of containerd, and whose places it was found in.
  let space: ByteString
  /// Its id, which somebody may have chosen.
  var id: ByteString
  /// Its name; empty where it has none but its id.
  var name: ByteString
  /// Its first process. 0 where it does not run, -1 where no file says it.
  var process: Int32 = -1

  /// It was found not to be meant.
  var isOut = false

  /// It is a group of which it is not known who named it.
  var isDoubtful = false

  // How the process is known again: by the first of these that is there.

  /// It is in this control group.
  let group: CgroupOwner?
  /// The processes of that group.
  var processes: [Int32] = []
  /// The inode number of its pidfd on pidfs.
  var inode: UInt64?
  /// When it was started: the 22nd field of /proc/PID/stat, in ticks of the clock after the start of the
  /// machine.
  var start: UInt64?
  /// It was there when the file that names it was last written: seconds since 1970, and of the start of the
  /// machine.
  var modified: Int64 = .min
  var boot: Int64 = 0

  /// What a file says.
  init(
    _ engine: ContainerEngine, _ id: ByteString, in space: ByteString = "",
    named name: ByteString = ""
  ) {
    (self.engine, self.id, self.space, self.name) = (engine, id, space, name)
    group = nil
  }

  /// The processes of a group.
  init(_ group: CgroupOwner) {
    (self.group, engine, id) = (group, group.engine, group.name)
    (space, name) = ("", "")
  }

  /// Whether both are about one container: an id that was not made by chance is another one at another
  /// place.
  @inline(never)
  func isSame(as other: Candidate) -> Bool {
    id == other.id && (id.bytes.isLongID || engine == other.engine && space == other.space)
  }

  /// Takes in what another file says, where that is about this container; false where it is not.
  func takeIn(_ other: Candidate) -> Bool {
    guard isSame(as: other) else { return false }
    // What runs a container for an engine leaves a file of its own.
    if engine == .runc || engine == .crun { engine = other.engine }
    if name.isEmpty { name = other.name }
    if process < 0 || start == nil && other.start != nil {
      (process, start) = (other.process, other.start)
      (modified, boot) = (other.modified, other.boot)
    }
    return true
  }

  /// A line of a list.
  var line: ByteString {
    // Of units nothing but the place tells one user's from another's.
    if let group, engine == .unknown, !id.bytes.isLongID {
      return "\(group.path.safe), process \(processes.first ?? process)"
    }
    let short = id.bytes.isLongID ? ByteString(id.bytes.prefix(12)) : id.safe
    let name: ByteString = name.isEmpty ? "" : " \(name.safe)"
    return "\(engine.name) \(short)\(name), process \(processes.first ?? process)"
  }

  /// Whether a process that was started so many ticks after the start of the machine was there when the file
  /// was written. Two seconds for clocks that are read at different moments; whoever sets the clock makes it
  /// wrong.
  func isOlder(start: UInt64) -> Bool {
    // USER_HZ, on all architectures of today.
    boot &+ Int64(truncatingIfNeeded: start / 100) <= modified &+ 2
  }
}
