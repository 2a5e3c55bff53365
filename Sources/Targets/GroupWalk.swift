import Bytes
import Kernel
import NamespaceValues

/// Finds processes by the names of their control groups: in the directories of these, of which there are few, and
/// which need not be opened. It says only of whom to ask /proc, which decides.
struct GroupWalk {
  private let search: NameSearch
  private let buffer = EntryBuffer(capacity: 16384)
  /// Those that were found, each once.
  private var processes: [Int32] = []
  private var index = NumberIndex()
  /// How many directories may still be looked at: a user can make any number of them, and to look at all
  /// processes would be quicker then.
  private var left = 2048

  private init(_ search: NameSearch) { self.search = search }

  /// All processes that are, or may be, in a group that is meant. Nil where it cannot be known that these are all:
  /// then none would stand in the way of a container whose name begins in the same way.
  /// - Parameter own: a /proc/PID/cgroup. All of them are about the same hierarchies.
  static func processes(_ search: NameSearch, _ own: [UInt8]) -> [Int32]? {
    // The same as those that `CgroupPath.all` takes.
    var (isUnified, isNamed) = (false, false)
    let lines = Fields(own, by: UInt8(ascii: "\n"))
    for line in 0..<lines.count {
      let number = lines.slice(line).prefix { $0 != UInt8(ascii: ":") }.count
      if lines.has("::", in: line, at: number) { isUnified = true }
      if lines.has(":name=systemd:", in: line, at: number) { isNamed = true }
    }
    var walk = GroupWalk(search)
    guard isUnified || isNamed,
      !isUnified || walk.visit("/sys/fs/cgroup", .cgroup2)
        || walk.visit("/sys/fs/cgroup/unified", .cgroup2),
      !isNamed || walk.visit("/sys/fs/cgroup/systemd", .cgroup1)
    else { return nil }
    return walk.processes
  }

  /// Goes through a hierarchy; false where not all of it can be seen.
  private mutating func visit(_ path: ByteString, _ type: FileSystemType) -> Bool {
    guard let root = try? DirectoryHandle(path), (try? root.fileSystemType()) == type,
      // The root of the hierarchy has the number 1, and another directory that is mounted there its own.
      let top = try? root.look(at: "", asksMount: false), top.inode == 1
    else { return false }
    // No recursion: there is no limit to their depth.
    var waiting: [(path: ByteString, isMeant: Bool)] = [(".", false)]
    while let next = waiting.popLast() {
      do throws(Errno) {
        let directory = try root.openDirectory(next.path)
        for name in try directory.names(atMost: left, ofDirectories: true, in: buffer) {
          left -= 1
          let isMeant = next.isMeant || search.mayMean(name.bytes)
          let found = try look(at: name, in: directory, isMeant)
          // Something else is mounted there.
          if found.links > 0, found.device != top.device { return false }
          // A directory without directories has two.
          if found.links > 2 { waiting.append(("\(next.path)/\(name)", isMeant)) }
        }
      } catch {
        if !Self.isGone(error) { return false }
      }
    }
    return true
  }

  /// Looks at a group, and takes in its processes where it is meant. It may be gone meanwhile: no links.
  private mutating func look(
    at name: ByteString, in directory: borrowing DirectoryHandle, _ isMeant: Bool
  ) throws(Errno) -> FileLook {
    do throws(Errno) {
      if isMeant {
        take(try directory.processes(ofGroup: name))
      }
      return try directory.lookAtEntry(name, asksMount: false)
    } catch {
      if !Self.isGone(error) { throw error }
    }
    var look = FileLook(mode: 0)
    look.links = 0
    return look
  }

  private static func isGone(_ error: Errno) -> Bool { error == .noEntry || error == .noDevice }

  private mutating func take(_ numbers: [UInt64]) {
    for number in numbers {
      guard number > 0, index[number] == nil, let process = Int32(exactly: number) else { continue }
      index.set(number, to: 0)
      processes.append(process)
    }
  }
}
