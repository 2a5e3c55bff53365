import Bytes
import Filters
import NamespaceValues
import Options
import Survey

extension NslsIntent {
  /// Applies one option.
  /// - Returns: what nsls does if the option ends the reading.
  mutating func apply(_ event: OptionEvent<NslsOption>) throws(NslsError) -> NslsAction? {
    let value = event.value ?? ""
    // Each once more for what excludes it, whatever it does.
    seen.append(event.id)
    switch event.id {
    case .help: return .help
    case .version: return .version
    case .json:
      try exclude(.json, .raw)
      format = .json
    case .raw:
      try exclude(.raw, .json)
      format = .raw
      isUnwrapped = true
    case .list: isList = true
    case .noHeadings: hasHeading = false
    case .output: columnList = value
    case .outputAll: hasAllColumns = true
    case .persistent:
      try exclude(.persistent, .task)
      isPersistentOnly = true
    case .task:
      try exclude(.task, .persistent)
      task = try process(value)
    case .filter: filter = try parsed(value)
    case .noTruncate: isUncut = true
    case .noWrap: isUnwrapped = true
    case .type:
      guard let kind = NamespaceKind(named: value) else { throw .unknownKind(value) }
      kinds.formUnion(NamespaceSet(kind))
    case .tree: tree = try relation(event.value)
    case .listColumns: listsColumns = true
    case .holders: holders = try held(value)
    case .discover: discovery = try DiscoveryList.discovery(value)
    }
    return nil
  }

  /// Refuses an option after the one that it excludes.
  private func exclude(_ option: NslsOption, _ other: NslsOption) throws(NslsError) {
    if seen.contains(other) { throw .exclusive(other, option) }
  }

  /// A number as the operand is one, `KIND:[NUMBER]`, or an id after a colon.
  private func held(_ text: ByteString) throws(NslsError) -> Held {
    if let namespace = NamespaceNumber(text) {
      return Held(text: text, sought: .number(namespace.number), kind: namespace.kind)
    }
    let isID = text.hasPrefix(":")
    do throws(NumberFault) {
      let number = try NumberGrammar.strictUnsigned(isID ? text.dropFirst(1) : text)
      return Held(text: text, sought: isID ? .id(number) : .number(number), kind: nil)
    } catch {
      throw .namespace(text, error)
    }
  }

  private func process(_ text: ByteString) throws(NslsError) -> ProcessID {
    do throws(NumberFault) {
      let number = try NumberGrammar.strictSigned(text)
      guard let process = Int32(exactly: number), process > 0 else { throw .outOfRange }
      return ProcessID(process)
    } catch {
      throw .process(text, error)
    }
  }

  private func parsed(_ text: ByteString) throws(NslsError) -> Filter<CLibrary> {
    do throws(FilterError) { return try Filter(text, CLibrary()) } catch {
      throw .filter(text, error)
    }
  }

  /// `owner` where nothing is said; one `=` in front is dropped.
  private func relation(_ text: ByteString?) throws(NslsError) -> Tree {
    guard let text else { return .owner }
    let name = withoutEquals(text)
    if name == "owner" { return .owner }
    if name == "parent" { return .parent }
    if name == "process" { return .process }
    throw .unknownTree(name)
  }
}

/// The value of --discover.
enum DiscoveryList {
  private static let words: [(StaticString, Discovery)] = [
    ("proc", .process), ("fd", .descriptor), ("socket", .socket), ("mount", .mount),
    ("task", .task), ("children", .children), ("mount-all", [.mount, .foreignMount]),
    ("ancestor", .ancestor), ("all", .all),
  ]

  /// The ways that a list names; a + in front adds to the usual ones.
  static func discovery(_ list: ByteString) throws(NslsError) -> Discovery {
    let isAddition = list.hasPrefix("+")
    var found: Discovery = isAddition ? .usual : []
    let names = list.bytes.dropFirst(isAddition ? 1 : 0).split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    for name in names.map({ ByteString($0) }) {
      guard let (_, way) = words.first(where: { name == $0.0 }) else {
        throw .unknownDiscovery(name)
      }
      found.formUnion(way)
    }
    return found
  }
}
