import Bytes
import Kernel
import Namespaces

// The processes: which namespaces they are in.

extension Scan {
  /// Looks at every process, in the order of /proc.
  func scanProcesses() throws(InventoryFault) {
    forgetMembers()
    knowsProcesses = false
    do throws(Errno) {
      // The second time it is opened anew, which starts from its beginning.
      if hasScanned {
        try scanProcesses(in: try proc.openDirectory("."))
      } else {
        hasScanned = true
        try scanProcesses(in: proc)
      }
    } catch {
      throw .read("/proc", error)
    }
    if let fault { throw fault }
    knowsProcesses = true
  }

  private func scanProcesses(in folder: borrowing DirectoryHandle) throws(Errno) {
    try folder.forEachNumber(in: processEntries) { entry in
      if fault == nil, entry.mayBeDirectory { scanProcess(entry) }
    }
  }

  private func scanProcess(_ entry: NumberedEntry) {
    // Everything is read through the open directory: it is this process's for as long as it is
    // open, whoever gets the number next.
    do throws(Errno) {
      let process = scanProcess(
        ProcessID(Int32(clamping: entry.number)), try proc.openDirectory(entry))
      // These take room for descriptors, so the directory is closed.
      if let process { scanSockets(of: process) }
    } catch {
      giveUpIfExhausted(error, "/proc/\(entry.number)")
    }
  }

  /// - Returns: the process whose sockets are to be looked at.
  private func scanProcess(
    _ process: ProcessID, _ directory: consuming DirectoryHandle
  ) -> ProcessID? {
    var record = ProcessRecord(process: process)
    var isDescribed = false
    if !isRealProc {
      guard describe(&record, directory) else { return nil }
      isDescribed = true
    }
    var isMember = false
    ownNumbers.removeAll(keepingCapacity: true)
    for (kind, link) in zip(kinds, linkNames) {
      guard let number = number(of: link, record.process, directory) else {
        if fault != nil { return nil }
        continue
      }
      ownNumbers.append(number)
      let place = place(of: number, adding: kind)
      if number == request.members { isMember = true }
      let representative = namespaces[place].representative
      let isFirst = representative.map { record.process.number < $0.process.number } ?? true
      if isFirst {
        // Only those that stand for a namespace cost more than its name.
        if !isDescribed, request.members == nil {
          guard describe(&record, directory) else { return nil }
          isDescribed = true
        }
        change(place) { $0.representative = record }
      }
      change(place) {
        $0.memberCount += 1
        $0.ways.insert(.process)
        if record.process == request.task { $0.hasTask = true }
      }
      examineMember(place, kind, record.process, directory)
      if fault != nil { return nil }
    }
    if isMember, isDescribed || describe(&record, directory) { add(member: record) }
    guard looksAtDescriptors else { return nil }
    scanDescriptors(of: record.process, directory)
    scanTasks(of: record.process, directory)
    if request.discovery.contains(.foreignMount),
      let number = number(of: NamespaceKind.mount.linkName, process, directory)
    {
      note(mountNamespace: number, of: record.process)
    }
    return record.process
  }

  /// Reads what rows show of a process; false where there is no such process any more.
  private func describe(
    _ record: inout ProcessRecord, _ directory: borrowing DirectoryHandle
  ) -> Bool {
    do throws(Errno) {
      if request.wantsUsers { record.user = try directory.facts().user }
      if request.wantsParentProcesses || !isRealProc {
        let text = try directory.openFile("stat").read(atMost: 8192)
        guard let status = ProcessStat(text) else { return false }
        (record.process, record.parent) = (status.process, status.parent)
      }
      return true
    } catch {
      giveUpIfExhausted(error, "/proc/\(record.process.number)/stat")
      return false
    }
  }

  /// The number of a namespace of a process, by its link; nil where there is none or it may not be
  /// seen.
  private func number(
    of name: ByteString, _ process: ProcessID, _ directory: borrowing DirectoryHandle
  ) -> UInt64? {
    let path: ByteString = "/proc/\(process.number)/\(name)"
    do throws(Errno) {
      // The text of the link costs the kernel less than the file behind it.
      if isRealProc, let number = bracketedNumber(try directory.linkText(of: name)) {
        return number
      }
    } catch {
      if !error.isRefusal {
        giveUpIfExhausted(error, path)
        return nil
      }
    }
    do throws(Errno) { return try directory.facts(of: name).inode } catch {
      giveUpIfExhausted(error, path)
      // /proc may be mounted so that it hides processes. But where even one's own cannot be
      // looked at it is a filter, and a listing of nothing would look whole.
      if error.isRefusal, Self.areNamespacesRefused { fault = .read(path, error) }
      return nil
    }
  }

  /// Asks what is wanted of a namespace, through the first process that is in it. The kernel is
  /// asked once in any case, so that one that knows nothing of namespaces is noticed.
  private func examineMember(
    _ place: Int, _ kind: NamespaceKind, _ process: ProcessID,
    _ directory: borrowing DirectoryHandle
  ) {
    let namespace = namespaces[place]
    if namespace.isRelated, isRealProc { return }
    // With the members of one namespace alone in mind, the others matter for their ancestors only.
    let isOther =
      request.members.map { $0 != namespace.number } ?? false
      && !(looksAtDescriptors && request.discovery.contains(.ancestor))
    let isAsked =
      !isRealProc || !isOther && (request.wantsRelations || kind == .network && networkIDs != nil)
    guard isAsked || !hasProbed else { return }
    hasProbed = true
    do throws(Errno) {
      let file = try directory.openNamespace(kind.linkName)
      // The process may have gone elsewhere meanwhile; then the next one that is there is asked.
      guard try file.inode() == namespace.number else { return }
      let relations = relations(of: file, kind, isMember: true)
      let networkID = networkID(of: file, kind)
      if namespace.isRelated { return }
      change(place) {
        ($0.parentNumber, $0.ownerNumber) = (relations.parent, relations.owner)
        $0.networkID = networkID
        $0.isRelated = true
      }
    } catch {
      if error == .accessDenied { change(place) { $0.isRelated = true } }
      giveUpIfExhausted(error, "/proc/\(process.number)/\(kind.linkName)")
    }
  }

  /// A process may end, or be hidden, at any time: that says nothing about the others. But when
  /// this process has no descriptors or no memory left, nothing that follows would be true.
  func giveUpIfExhausted(_ error: Errno, _ path: ByteString) {
    if error.isExhaustion { fault = .read(path, error) }
  }
}

extension NamespaceKind {
  /// The link below a process's directory.
  var linkName: ByteString { "ns/\(name)" }
}
