import Bytes
import Survey
import Testing

@testable import Nsls

/// The command line, and what has to be looked at for it.
struct IntentTests {
  /// What a command line is read as.
  private func intent(_ words: String) throws -> NslsIntent {
    guard case .list(let intent) = try action(words) else { throw NoListing() }
    return intent
  }

  private func action(_ words: String) throws(NslsError) -> NslsAction {
    try NslsAction.read(words.split(separator: " ").map { ByteString($0.utf8) })
  }

  /// A command line lists something else than namespaces.
  private struct NoListing: Error {}

  private func message(_ words: String) -> String {
    do throws(NslsError) {
      _ = try action(words)
      return "accepted"
    } catch {
      return error.sentences.map { String(decoding: $0.bytes, as: UTF8.self) }
        .joined(separator: "\n")
    }
  }

  @Test(arguments: [
    ("-J -r", "options --json and --raw cannot be combined"),
    ("-r -n -J", "options --raw and --json cannot be combined"),
    ("-P -p x", "options --persistent and --task cannot be combined"),
    ("-p x -P", "invalid PID argument: 'x'"),
    ("-p 0", "invalid PID argument: '0': Numerical result out of range"),
    ("-p 1 5", "--task is mutually exclusive with <namespace>"),
    ("-p 1 x", "--task is mutually exclusive with <namespace>"),
    ("-t net,pid", "unknown namespace type: net,pid"),
    ("-t NET", "unknown namespace type: NET"),
    ("--tree==x", "unknown tree type: x"),
    ("--tree===x", "unknown tree type: =x"),
    ("-o NS,foo,PID", "unknown column: foo,PID"),
    ("-o NS,", "unknown column: NS,"),
    ("-o ,NS", "empty column name in ',NS'"),
    ("-o NS,,PID", "empty column name in 'NS,,PID'"),
    ("-o +", "no column names given"),
    ("--output=", "no column names given"),
    ("-Q =", "failed to parse \"=\": syntax error, unexpected invalid token"),
    ("--discover=fd,x", "unknown way to discover namespaces: 'x'"),
    ("--discover=", "unknown way to discover namespaces: ''"),
    ("--discover=fd,", "unknown way to discover namespaces: ''"),
    ("-J -J -l -T", "accepted"),
    ("-o +pid,HELDBY", "accepted"), ("-o heldby", "accepted"),
    ("-o unit,CGROUP,+container", "unknown column: +container"), ("-Q CONTAINER", "accepted"),
    ("--discover=+task", "accepted"),
  ])
  func saysWhatIsWrong(words: String, sentence: String) { #expect(message(words) == sentence) }

  @Test func refusesMoreThan26Columns() throws {
    let many = Array(repeating: "PID", count: 26).joined(separator: ",")
    #expect(message("-o \(many)") == "accepted")
    #expect(
      message("-o \(many),PID") == "too many columns specified, the limit is 26 columns")
  }

  @Test func choosesColumns() throws {
    #expect(try intent("").columns.count == 6)
    #expect(try intent("-t uts -t net").columns.contains(.mountPoints))
    #expect(!(try intent("-t uts").columns.contains(.mountPoints)))
    #expect(try intent("5 -t net").columns == [.process, .parentProcess, .user, .command])
    #expect(try intent("0").columns == [.process, .parentProcess, .user, .command])
    #expect(try intent("--output-all").columns == NslsColumn.original)
    #expect(try intent("-o +uid").columns.last == .userID)
  }

  @Test func choosesTheTree() throws {
    #expect(try intent("").tree == .process)
    #expect(try intent("-l").tree == nil)
    #expect(try intent("-l -T").tree == .owner)
    #expect(try intent("--output-all").tree == nil)
    #expect(try intent("--output-all 5").tree == .process)
    #expect(try intent("-Tparent -T=process").tree == .process)
  }

  /// No cost is paid for what is neither printed nor filtered.
  @Test func looksOnlyAtWhatIsShown() throws {
    func request(_ words: String) throws -> InventoryRequest {
      let intent = try intent(words)
      let columns = FilterColumns(printed: intent.columns, filter: intent.filter)
      return intent.request(columns.all)
    }
    let plain = try request("-l -o NS")
    #expect(!plain.wantsUsers && !plain.wantsParentProcesses && !plain.wantsRelations)
    #expect(!plain.wantsNetworkIDs && !plain.wantsMountPoints && !plain.wantsHolders)
    #expect(try request("-l -o NS -Q uid>5").wantsUsers)
    #expect(try request("-l -o NS -Q ppid").wantsParentProcesses)
    #expect(try request("-l -o NS -Q ONS").wantsRelations)
    #expect(try request("-l -o NS -Q netnsid").wantsNetworkIDs)
    #expect(try request("-l -o NSFS").wantsMountPoints)
    #expect(try request("").wantsParentProcesses)
    #expect(!(try request("-o NS").wantsParentProcesses))
    #expect(try request("-p 1").wantsProcessesOnly)
    #expect(!(try request("-p 1 -T").wantsProcessesOnly))
    #expect(try request("-T").wantsAncestors)
    #expect(!(try request("-T 5").wantsAncestors))
  }

  @Test func readsWaysToDiscover() throws {
    #expect(try intent("").discovery == nil)
    #expect(try intent("--discover=fd,task").discovery == [.descriptor, .task])
    #expect(try intent("--discover=+task").discovery == [.usual, .task])
    #expect(try intent("--discover=all").discovery == .all)
  }
}
