import Bytes
import Kernel
import NamespaceValues

/// Scans processes, one after the other. A scan changes nothing but what it returns: scans of different
/// processes do not depend on each other. What it needs in between is kept from one to the next, so that
/// a plain process takes no memory: of musl each allocation that is given back at once may be a mapping.
final class ProcessScan {
  let context: ScanContext
  /// Room for the entries of the folders of a process.
  let entries = EntryBuffer(capacity: 16384)
  /// What is known of the processes before it. That only spares questions: the inventory is the same
  /// however much of them is known.
  let known: ScanKnowledge
  let inquiry: NamespaceInquiry
  var findings = ProcessFindings()
  /// Its sockets that are still to be asked.
  var unaskedSockets: [ProcessFindings.HeldFile] = []

  /// - Parameter known: what was found of processes before those that are scanned, in /proc.
  init(_ context: ScanContext, knowing known: ScanKnowledge) {
    (self.context, self.known) = (context, known)
    inquiry = NamespaceInquiry(context, knowing: known)
  }

  /// Looks at a process.
  /// - Parameters:
  ///   - entry: its directory below /proc.
  ///   - found: gets what is found, in the room that earlier findings took.
  func scan(_ entry: NumberedEntry, into found: inout ProcessFindings) {
    swap(&findings, &found)
    findings.begin(ProcessID(Int32(clamping: entry.number)))
    inquiry.found.removeAll()
    unaskedSockets.removeAll(keepingCapacity: true)
    scan(entry)
    swap(&findings.namespaces, &inquiry.found)
    swap(&findings, &found)
  }

  var request: InventoryRequest { context.request }
  var process: ProcessID { findings.record.process }

  private func scan(_ entry: NumberedEntry) {
    // Everything is read through the open directory: it is this process's for as long as it is
    // open, whoever gets the number next.
    do throws(Errno) {
      scan(in: try context.proc.openDirectory(entry))
      // These take room for descriptors, so the directory is closed.
      scanSockets()
    } catch {
      inquiry.found.giveUpIfExhausted(error, "\(request.root)/\(entry.number)")
    }
  }

  private func scan(in directory: consuming DirectoryHandle) {
    var isDescribed = false
    if !context.isRealProc {
      guard describe(directory) else { return }
      isDescribed = true
    }
    // Whoever looks for one namespace looks at the others for what they keep only.
    let onlyKind = known.looksAtDescriptors ? nil : context.seeker?.kind ?? known.onlyKind
    for (kind, link) in zip(context.kinds, context.linkNames) where onlyKind ?? kind == kind {
      guard let number = number(of: link, directory) else {
        if inquiry.found.fault != nil { return }
        continue
      }
      if let seeker = context.seeker, seeker.mayBe(number, kind) {
        seek(number, kind, directory, seeker)
        if seeker.isDone { return }
        // Not taken down, so that it is looked for elsewhere too: it may have been opened too late.
        guard seeker.isKnownAsAnother(number) else { continue }
      }
      // Only those that stand for a namespace cost more than its name.
      if !isDescribed, request.members == nil,
        request.wantsAllMembers || known.isFirst(process, in: number)
      {
        guard describe(directory) else { return }
        isDescribed = true
      }
      let membership = membership(number, kind, directory)
      findings.memberships.append(membership)
      if inquiry.found.fault != nil { return }
    }
    let isMember = findings.memberships.contains { $0.number == request.members }
    findings.isListed = isMember && (isDescribed || describe(directory))
    guard known.looksAtDescriptors else { return }
    scanDescriptors(in: directory)
    scanTasks(in: directory)
    if request.discovery.contains(.foreignMount) {
      findings.mountNamespace = number(of: NamespaceKind.mount.linkName, directory)
    }
  }

  /// Opens a namespace of the process that may be the one that is looked for, once.
  private func seek(
    _ number: UInt64, _ kind: NamespaceKind, _ directory: borrowing DirectoryHandle,
    _ seeker: NamespaceSeeker
  ) {
    if seeker.isKnownAsAnother(number) { return }
    do throws(Errno) {
      // Between the link and this the process may have gone elsewhere: what is open decides.
      let file = try directory.openGivenNamespace(kind.linkName)
      if seeker.accepts(file) {
        seeker.keep(file)
      } else {
        seeker.passOver(file)
      }
    } catch {
      giveUpIfExhausted(error, at: kind.linkName)
    }
  }

  /// Reads what rows show of a process; false where there is no such process any more.
  private func describe(_ directory: borrowing DirectoryHandle) -> Bool {
    do throws(Errno) {
      if request.wantsUsers { findings.record.user = try directory.facts().user }
      if request.wantsParentProcesses || !context.isRealProc {
        let text = try directory.openFile("stat").read(atMost: 8192)
        guard let status = ProcessStat(text) else { return false }
        (findings.record.process, findings.record.parent) = (status.process, status.parent)
      }
      #if !hasFeature(Embedded)
        if request.wantsCommands {
          findings.record.command = try ProcessCommand.text(in: directory)
        }
      #endif
      return true
    } catch {
      giveUpIfExhausted(error, at: "stat")
      return false
    }
  }

  /// The number of a namespace of a process, by its link; nil where there is none or it may not be
  /// seen.
  private func number(
    of name: ByteString, _ directory: borrowing DirectoryHandle
  ) -> UInt64? {
    do throws(Errno) {
      // The text of the link costs the kernel less than the file that it leads to.
      if context.isRealProc, let number = try directory.readLink(name, { bracketedNumber($0) }) {
        return number
      }
    } catch {
      if !error.isRefusal {
        giveUpIfExhausted(error, at: name)
        return nil
      }
    }
    do throws(Errno) { return try directory.facts(of: name).inode } catch {
      giveUpIfExhausted(error, at: name)
      // /proc may be mounted so that it hides processes. But where even one's own cannot be
      // looked at it is a filter, and a listing of nothing would look whole.
      if error.isRefusal, context.areNamespacesRefused {
        inquiry.found.fault = .read("\(context.path(of: process))/\(name)", error)
      }
      return nil
    }
  }

  /// Asks what is wanted of a namespace that the process is in, if it was not asked before.
  private func membership(
    _ number: UInt64, _ kind: NamespaceKind, _ directory: borrowing DirectoryHandle
  ) -> ProcessFindings.Membership {
    var membership = ProcessFindings.Membership(kind: kind, number: number)
    guard known.asks(member: number, kind, hasProbed: findings.hasProbed) else { return membership }
    findings.hasProbed = true
    do throws(Errno) {
      let file = try directory.openGivenNamespace(kind.linkName)
      // The process may have gone elsewhere meanwhile; then the next one that is there is asked.
      guard try file.inode() == number else { return membership }
      membership.relations = inquiry.relations(
        of: file, kind, &membership.unknown, isMember: true)
    } catch {
      if error == .accessDenied { membership.relations = NamespaceRelations() }
      giveUpIfExhausted(error, at: kind.linkName)
    }
    return membership
  }

  /// Gives up the scan of the machine where what follows would not be true.
  /// - Parameter name: what could not be read, below the process's directory.
  @inline(never)
  func giveUpIfExhausted(_ error: Errno, at name: ByteString) {
    // The path takes memory, and what is merely refused is so for each link of each process.
    guard error.isExhaustion else { return }
    inquiry.found.giveUpIfExhausted(error, "\(context.path(of: process))/\(name)")
  }
}
