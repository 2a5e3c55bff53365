import Bytes
import Kernel
import NamespaceValues

/// What is the same for every process of a scan, found out once before the first; never changed.
final class ScanContext {
  let request: InventoryRequest
  /// Who looks for one namespace; nil where all are taken down.
  let seeker: NamespaceSeeker?
  /// The kinds that are looked at, in the order of the listing.
  let kinds: [NamespaceKind]
  /// The links of these kinds, made once: they are read for each process.
  let linkNames: [ByteString]
  let descriptorFolder: ByteString = "fd"
  let proc: DirectoryHandle
  /// /proc is what it is named after. Otherwise (a folder that was mounted over it) nothing is taken
  /// for granted, and every file is read.
  let isRealProc: Bool
  /// The device of nsfs; nil where it is not known, and then no descriptor is recognized.
  let namespaceDevice: UInt64?
  /// Who tells the ids of network namespaces, where they are wanted.
  let networkIDs: NetworkIDs?

  /// Throws where nothing can be found at all.
  init(
    _ asked: InventoryRequest, seeking seeker: NamespaceSeeker? = nil
  ) throws(InventoryFault) {
    var request = asked
    self.seeker = seeker
    kinds = request.visitedKinds
    linkNames = kinds.map { $0.linkName }
    do throws(Errno) { proc = try DirectoryHandle(given: request.root) } catch {
      throw .read(request.root, error)
    }
    do throws(Errno) { isRealProc = try proc.fileSystemType() == .proc } catch {
      throw .read(request.root, error)
    }
    if request.provesNumbers, !(isRealProc && Self.numbersAsWeDo(proc)) {
      request.discovery.remove(.socket)
    }
    self.request = request
    do throws(Errno) {
      namespaceDevice =
        request.wantsProcessesOnly ? nil : try Self.deviceOfNamespaces(request.own)
    } catch {
      throw .read("\(request.own)/ns", error)
    }
    // No socket, no ids: the column stays empty, unless it is a filter that wants it so.
    do throws(Errno) { networkIDs = request.wantsNetworkIDs ? try NetworkIDs() : nil } catch {
      if error.isRefusal { throw .read("network namespace ids", error) }
      networkIDs = nil
    }
  }

  /// Throws where a filter lets nobody look at namespace files: then none would be found.
  private static func deviceOfNamespaces(_ own: ByteString) throws(Errno) -> UInt64? {
    for kind in listingOrder {
      do throws(Errno) {
        return try FileFacts(of: "\(own)/\(kind.linkName)").device
      } catch {
        if error.isRefusal { throw error }
      }
    }
    return nil
  }

  /// Whether this process may not even look at its own namespaces.
  var areNamespacesRefused: Bool {
    do throws(Errno) { _ = try Self.deviceOfNamespaces(request.own) } catch { return true }
    return false
  }

  /// The directory of a process, for messages and for what can only be named by a path.
  func path(of process: ProcessID) -> ByteString { "\(request.root)/\(process.number)" }
}

extension NamespaceKind {
  /// The link below a process's directory.
  var linkName: ByteString { "ns/\(name)" }
}
