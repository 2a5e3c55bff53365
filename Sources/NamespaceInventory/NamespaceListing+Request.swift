public import Bytes
public import NamespaceValues
import Survey

extension NamespaceListing {
  /// What a listing looks for.
  public struct Request: Equatable, Sendable {
    /// Where proc(5) is mounted, an absolute path. It may be that of another PID namespace: then the numbers
    /// of processes are those that they have there.
    public var root: ByteString = "/proc"
    /// `root` may be a folder that only looks like proc(5), made for a test: with `self/mountinfo`, and for
    /// each process `PID/stat` and links to namespaces in `PID/ns`. Whatever its links lead to is opened and read, so it must be
    /// of somebody trusted.
    public var acceptsFolder = false
    /// The kinds that are looked at.
    public var kinds = NamespaceSet.all
    /// Where namespaces without processes are looked for. One that was found in none of these ways is left
    /// out.
    public var discovery = Set(NamespaceDiscovery.allCases)
    /// `ListedNamespace.members`.
    public var includesMembers = false
    /// `ListedProcess.command`, /proc/PID/cmdline.
    public var includesCommands = true
    /// `ListedNamespace.holders` has all of them; otherwise the first of each way, which is much less where
    /// processes have thousands of sockets.
    public var includesAllHolders = false

    /// Everything that `nsls --discover=all --output-all` shows, in /proc.
    public init() {}

    func inventoryRequest(own: ByteString) -> InventoryRequest {
      var request = InventoryRequest()
      (request.root, request.own) = (root, own)
      request.kinds = kinds
      request.discovery = Discovery(discovery)
      (request.wantsUsers, request.wantsParentProcesses) = (true, true)
      (request.wantsRelations, request.wantsNetworkIDs) = (true, kinds.contains(.network))
      (request.wantsMountPoints, request.wantsHolders) = (true, true)
      request.wantsAllMembers = includesMembers
      request.wantsAllHolders = includesAllHolders
      request.wantsCommands = includesCommands
      request.provesNumbers = true
      return request
    }
  }
}
