public import Bytes
public import Host
public import Survey
import Tables
public import Targets

/// A listing of an inventory: relates, selects, filters and lays out.
public struct NslsReport {
  /// What is said on standard error beside it, in this order.
  public private(set) var warnings: [ByteString] = []

  private let intent: NslsIntent
  private let table: Table
  private let environment: (ByteString) -> ByteString?
  private let width: Int?

  /// Makes the rows. Of processes it reads the command lines, where they are shown.
  /// - Parameters:
  ///   - inventory: what `intent.takeInventory` found.
  ///   - intent: finished.
  ///   - environment: environ(7), by name.
  ///   - groupNames: what control groups say of processes; called only where a column needs it.
  ///   - width: what standard output is.
  /// - Throws: what is wrong with the filter, or that there is no namespace to be listed.
  public init(
    _ inventory: Inventory, _ intent: NslsIntent,
    environment: @escaping (ByteString) -> ByteString?,
    groupNames: @escaping () -> GroupNames?, width: StreamWidth
  ) throws(NslsError) {
    self.intent = intent
    self.environment = environment
    self.width = Self.columns(of: width, environment)
    let columns = FilterColumns(printed: intent.columns, filter: intent.filter)
    warnings = inventory.unknownQuestions.map { $0.sentence }

    if let held = intent.holders {
      table = try HolderRows(inventory, held, intent).table
    } else if let number = intent.listedNamespace {
      guard let place = inventory.place(of: number) else {
        throw .noSuchNamespace(number)
      }
      try columns.check()
      let namespace = inventory.namespaces[place]
      let members = inventory.members
      var rows = ProcessRows(
        namespace, members, isTree: intent.tree == .process,
        Rows(columns, intent, groupNames: groupNames) { members.map { $0.user } })
      try rows.make()
      table = rows.rows.table
    } else {
      try columns.check()
      let namespaces = inventory.namespaces
      var rows = NamespaceRows(
        inventory, intent,
        Rows(columns, intent, groupNames: groupNames) {
          namespaces.map { $0.representative?.user ?? $0.creator }
        })
      try rows.make()
      table = rows.rows.table
    }
  }

  /// Makes what goes to standard output.
  /// - Parameter take: called with one piece of it after the other.
  public func write(_ take: @escaping ([UInt8]) -> Void) {
    Self.write(
      table, named: intent.holders == nil ? "namespaces" : "holders", intent, environment,
      width: width, take)
  }

  /// The columns that there are, for --list-columns.
  /// - Parameter take: called with one piece of the list after the other.
  public static func writeColumnList(
    _ intent: NslsIntent, environment: (ByteString) -> ByteString?,
    _ take: @escaping ([UInt8]) -> Void
  ) {
    let columns = intent.discovery == nil ? NslsColumn.original : NslsColumn.listed
    var intent = intent
    intent.hasHeading = false
    write(
      NslsColumn.description(of: columns), named: "lsns-columns", intent, environment, width: nil,
      take)
  }

  private static func write(
    _ table: Table, named name: ByteString, _ intent: NslsIntent,
    _ environment: (ByteString) -> ByteString?, width: Int?, _ take: @escaping ([UInt8]) -> Void
  ) {
    let symbols = Locale.isUTF8 ? TreeSymbols.unicode : .ascii
    switch intent.format {
    case .json: table.writeJSON(named: name, layout: layout(environment), take)
    case .raw:
      table.writeRaw(
        hasHeading: intent.hasHeading, symbols: symbols, measure: LocaleMeasure(), take)
    case .plain:
      table.writePlain(
        hasHeading: intent.hasHeading, width: width, symbols: symbols, measure: LocaleMeasure(),
        take)
    }
  }

  private static func layout(_ environment: (ByteString) -> ByteString?) -> JSONLayout {
    guard let value = environment("LIBSMARTCOLS_JSON") else { return .pretty }
    if value == "compact" { return .compact }
    return value == "lines" ? .lines : .pretty
  }

  /// How wide lines may be. A terminal that does not say is asked for by COLUMNS; nothing else is.
  private static func columns(
    of width: StreamWidth, _ environment: (ByteString) -> ByteString?
  ) -> Int? {
    switch width {
    case .unlimited: return nil
    case .terminal(let columns?): return columns
    case .terminal(nil):
      guard let value = environment("COLUMNS") else { return 80 }
      guard let number = try? NumberGrammar.strictSigned(value), number > 0,
        number <= Int64(Int32.max)
      else { return 80 }
      return Int(number)
    }
  }
}
