import Bytes
import Capabilities
import Kernel
import Namespaces
import Options
import Privs

/// `unyoke privs [--json] [PID]`, and what the programs say about privileges.
enum PrivilegesCommand {
  /// The capabilities that the running kernel knows, one a line.
  static var capabilityList: [UInt8] {
    CapabilitySet.known.capabilities.flatMap {
      $0.name.bytes + [UInt8(ascii: "\n")]
    }
  }

  /// - Parameter words: the command line after `privs`.
  static func run(_ words: [ByteString], _ diagnostic: Diagnostic) -> Int32 {
    let scan = OptionScanner.scan(words, table: privsOptions, operands: .anywhere)
    var isJSON = false
    for event in scan.events {
      switch event.id {
      case .help:
        return diagnostic.writeOutput(
          privsOptions.usageText(program: diagnostic.program, version: Version.unyoke))
      case .json: isJSON = true
      }
    }
    guard let operands = diagnostic.operands(of: scan, in: privsOptions) else { return 1 }
    if operands.count > 1 {
      diagnostic.complain("one process at a time, but '\(operands[1])' is a second one")
      diagnostic.writeError(diagnostic.helpHint)
      return 1
    }
    let report: PrivilegeReport
    do throws(Refusal) { report = try examine(operands.first) } catch {
      diagnostic.complain(error.sentence)
      return 1
    }
    return diagnostic.writeOutput(isJSON ? report.json : report.text)
  }

  private struct Refusal: Error {
    let sentence: ByteString
  }

  private static func examine(_ operand: ByteString?) throws(Refusal) -> PrivilegeReport {
    var process = Calls.ownProcess
    if let operand {
      guard let number = try? NumberGrammar.strictUnsigned(operand),
        let id = Int32(exactly: number), id > 0
      else {
        throw Refusal(sentence: "not a process id: '\(operand)'")
      }
      process = ProcessID(id)
    }
    let path: ByteString = operand == nil ? "/proc/self" : "/proc/\(process.number)"
    let content: [UInt8]
    let namespace: PrivilegeReport.UserNamespace
    do throws(Errno) {
      // Both are read below one directory: it cannot become another process's.
      let directory = try DirectoryHandle(path)
      // The longest line names at most 65,536 groups.
      content = try directory.openFile("status").readAll(limit: 1 << 20)
      namespace = userNamespace(below: directory)
    } catch {
      if operand != nil, error == .noEntry || error == .noProcess {
        throw Refusal(sentence: "there is no process \(process.number)")
      }
      throw Refusal(sentence: "cannot read \(path)/status: \(error.text)")
    }
    var securebits: Securebits?
    if process == Calls.ownProcess {
      do throws(Errno) { securebits = try OwnCapabilities.securebits() } catch {
        throw Refusal(sentence: "cannot read the securebits: \(error.text)")
      }
    }
    return PrivilegeReport(
      process: process, status: ProcessStatus(content), securebits: securebits,
      userNamespace: namespace)
  }

  private static func userNamespace(
    below directory: borrowing DirectoryHandle
  ) -> PrivilegeReport.UserNamespace {
    do throws(Errno) {
      let namespace = try directory.openNamespace("ns/user")
      return .found(
        inode: try namespace.inode(), owner: try namespace.creator())
    } catch {
      return .refused(error)
    }
  }
}
