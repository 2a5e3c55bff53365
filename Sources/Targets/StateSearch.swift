import Bytes
import Kernel
import NamespaceValues

/// Looks for containers and machines in the files of those who make them.
final class StateSearch {
  /// What was found, each container once.
  private(set) var found: [Candidate] = []
  /// The first engine whose files may not be read.
  private(set) var unreadable: ContainerEngine?

  private let search: NameSearch
  private let takesAll: Bool
  private let caller: UserID
  private var place = StatePlace.all[0]
  private var way = Fields([], by: 0)
  /// Whose places they are, and then the namespace of containerd.
  private var space: ByteString = ""
  private var id: ByteString = ""
  /// That of a file that is called by the name.
  private var name: ByteString = ""

  /// - Parameter takesAll: whether all containers are meant, whatever the name is.
  init(_ search: NameSearch, for caller: UserID, takesAll: Bool = false) {
    (self.search, self.caller, self.takesAll) = (search, caller, takesAll)
  }

  /// Looks in all places.
  /// - Parameters:
  ///   - runtime: where those of a plain user are; nil for root.
  ///   - home: the same.
  func run(runtime: ByteString?, home: ByteString?) {
    for next in StatePlace.all where (next.format == .machine) == (search.kind == .machine) {
      place = next
      space = ""
      if place.base != .system {
        guard let base = place.base == .home ? home : runtime else { continue }
        space = base
      }
      way = Fields(Array(("\(space)/\(place.way)" as ByteString).bytes), by: UInt8(ascii: "/"))
      do throws(Errno) { walk(0, try TrustedDirectory(for: caller)) } catch {}
    }
  }

  /// Goes the rest of the way: as deep as that is long, whatever is in the file system.
  private func walk(_ step: Int, _ directory: borrowing TrustedDirectory) {
    let part = way.slice(step)
    switch way.size(step) == 1 ? part.first : nil {
    case UInt8(ascii: "@"):
      if takesAll {
        for file in names(in: directory) {
          name = file
          go(step, file, directory)
        }
      } else if search.text.bytes.isFileName {
        name = search.text
        go(step, name, directory)
      }
    case UInt8(ascii: "%"):
      // Names are in the files; without any, only those are read that are wanted.
      let saysNames = place.format == .docker || place.format == .bundle
      for entry in names(in: directory) where saysNames || isWanted(entry) {
        id = entry
        go(step, entry, directory)
      }
    case UInt8(ascii: "?"): for entry in names(in: directory) { go(step, entry, directory) }
    case UInt8(ascii: "+"):
      for entry in names(in: directory) where entry.bytes.ends("-containers") {
        go(step, entry, directory)
      }
    case UInt8(ascii: "*"):
      let outer = space
      for entry in names(in: directory) {
        space = "\(outer)/\(entry)"
        go(step, entry, directory)
      }
      space = outer
    default: go(step, ByteString(part), directory)
    }
  }

  /// Goes one step on. What cannot be read is passed over; the others may be.
  @inline(never)
  private func go(_ step: Int, _ name: ByteString, _ directory: borrowing TrustedDirectory) {
    do throws(Errno) {
      if step + 1 < way.count {
        walk(step + 1, try TrustedDirectory(name, in: directory))
      } else {
        take(try directory.read(name))
      }
    } catch { note(error) }
  }

  @inline(never)
  private func names(in directory: borrowing TrustedDirectory) -> [ByteString] {
    do throws(Errno) { return try directory.names() } catch { note(error) }
    return []
  }

  private func note(_ error: Errno) {
    if unreadable == nil, error == .accessDenied || error == .notPermitted {
      unreadable = place.engine
    }
  }

  /// Takes in one file.
  private func take(_ file: TrustedFile) {
    if place.format == .storage {
      for one in Candidate.all(inStorage: file.content, place.engine, space, search.text) {
        add(one)
      }
      return
    }
    // Docker keeps a namespace of its own in containerd.
    let engine = space == "/moby" ? ContainerEngine.docker : place.engine
    let isNamed = place.format == .id
    if isNamed { id = ByteString(file.content.prefix { !isWhiteSpace($0) }) }
    if place.format == .machine { id = name }
    let candidate = Candidate(engine, id, in: space, named: isNamed ? name : "")
    (candidate.modified, candidate.boot) = (file.modified, file.boot)
    if candidate.read(file.content, place.format) { add(candidate) }
  }

  private func isWanted(_ id: ByteString) -> Bool {
    takesAll || search.matches(id) || found.contains { $0.id == id }
  }

  private func add(_ candidate: Candidate) {
    guard candidate.name == search.text || isWanted(candidate.id), !candidate.id.isEmpty else {
      return
    }
    for known in found where known.takeIn(candidate) { return }
    found.append(candidate)
  }
}
