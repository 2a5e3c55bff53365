import Bytes
import NamespaceValues

/// What a scan may know beforehand: what was found so far, to be read only.
struct ScanKnowledge {
  private let builder: InventoryBuilder

  init(_ builder: InventoryBuilder) { self.builder = builder }

  /// Whether descriptors, sockets, threads and mounts are looked at.
  var looksAtDescriptors: Bool { builder.looksAtDescriptors }
  /// Whether requests of namespaces were tried on this process's own.
  var hasTriedRequests: Bool { builder.hasTriedRequests }
  /// Whether copies of descriptors were tried on this process's own.
  var hasTriedCopies: Bool { builder.hasTriedCopies }

  /// Whether a namespace was found.
  func contains(_ number: UInt64) -> Bool { builder.place(of: number) != nil }

  /// Whether a namespace was examined through an open descriptor, and its ancestors with it.
  func isExamined(_ number: UInt64) -> Bool {
    builder.place(of: number).map { builder.namespaces[$0].isExamined } ?? false
  }

  /// Whether a namespace is of a kind that is not looked at.
  func isUnwanted(_ number: UInt64) -> Bool { builder.unwanted[number] != nil }

  /// Whether a namespace that a descriptor stands for has to be examined.
  func needsLook(_ number: UInt64) -> Bool { !isUnwanted(number) && !isExamined(number) }

  /// Whether one more descriptor of a namespace says nothing new.
  func isKnownByDescriptor(_ number: UInt64) -> Bool {
    if isUnwanted(number) { return true }
    guard let place = builder.place(of: number) else { return false }
    let namespace = builder.namespaces[place]
    return namespace.isExamined && namespace.ways.contains(.descriptor)
  }

  /// Whether a socket was asked.
  func isKnown(socket: UInt64) -> Bool { builder.sockets[socket] != nil }

  /// Whether a namespace above another one needs no look any more. While processes are scanned only
  /// those count that were examined: as in the original, the ancestors of what is held are listed
  /// although it has processes.
  func isKnown(_ number: UInt64) -> Bool {
    isUnwanted(number) || (builder.knowsProcesses ? contains(number) : isExamined(number))
  }

  /// The kind of the namespace whose members are wanted and nothing else, once it is known.
  var onlyKind: NamespaceKind? {
    // Of files in a folder in the place of /proc two kinds may have one number.
    guard let number = builder.request.members, builder.isRealProc, !looksAtDescriptors,
      let place = builder.place(of: number)
    else { return nil }
    return builder.namespaces[place].kind
  }

  /// Whether a process would stand for a namespace it is in.
  func isFirst(_ process: ProcessID, in number: UInt64) -> Bool {
    guard let place = builder.place(of: number),
      let first = builder.namespaces[place].representative
    else { return true }
    return process.number < first.process.number
  }

  /// Whether a namespace is to be asked through a process that is in it. The kernel is asked once in
  /// any case, so that one that knows nothing of namespaces is noticed.
  /// - Parameter hasProbed: that was done by now.
  func asks(member number: UInt64, _ kind: NamespaceKind, hasProbed: Bool = false) -> Bool {
    if !builder.isRealProc { return true }
    if let place = builder.place(of: number), builder.namespaces[place].isRelated { return false }
    if !builder.hasProbed, !hasProbed { return true }
    let request = builder.request
    // With the members of one namespace alone in mind, the others matter for their ancestors only.
    if let wanted = request.members, wanted != number,
      !(looksAtDescriptors && request.discovery.contains(.ancestor))
    {
      return false
    }
    return request.wantsRelations || request.wantsNamespaceIDs
      || kind == .network && builder.asksNetworkIDs
  }
}
