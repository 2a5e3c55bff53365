import Bytes
import Testing

@testable import Tables

/// Cells that hold lists: whatever an item holds, it stays one item.
struct ListTests {
  private static let items: [[ByteString]] = [
    [], ["a"], ["a", "b"], ["a,b", "c"], ["a\nb", "c"], ["a\\nb", "c\\"], ["\\", "\n", ","],
    ["\\\n\\n"],
  ]

  @Test(arguments: items) func itemsComeBack(items: [ByteString]) {
    #expect(Table.cell(of: items).items.map { ByteString($0) } == items)
  }

  private func table(isWrapped: Bool) -> Table {
    var table = Table([
      TableColumn("N", alignment: .right, isNumber: true),
      TableColumn("BY", isWrapped: isWrapped, isList: true), TableColumn("LAST"),
    ])
    table.add(Table.Row(["1", Table.cell(of: ["fd:1/2", "m:/a,b\nc\\d"]), "x"]))
    table.add(Table.Row(["2", Table.cell(of: []), "y"]))
    return table
  }

  private func plain(isWrapped: Bool) -> String {
    String(
      decoding: table(isWrapped: isWrapped).plainText(
        hasHeading: true, width: nil, .ascii, CSample()), as: UTF8.self)
  }

  @Test func wrapped() {
    #expect(
      plain(isWrapped: true) == """
        N BY            LAST
        1 fd:1/2        x
          m:/a,b\\x0ac\\d 
        2               y

        """)
  }

  @Test func inOneLine() {
    #expect(
      plain(isWrapped: false) == """
        N BY                      LAST
        1 fd:1/2,m:/a\\x2cb\\x0ac\\d x
        2                         y

        """)
  }

  @Test func raw() {
    let text = table(isWrapped: false).rawText(
      hasHeading: false, symbols: .ascii, measure: CSample())
    #expect(
      String(decoding: text, as: UTF8.self) == "1 fd:1/2,m:/a\\x2cb\\x0ac\\x5cd x\n2  y\n")
  }

  @Test func json() {
    let text = table(isWrapped: true).json(named: "t", layout: .lines)
    #expect(
      String(decoding: text, as: UTF8.self) == """
        {"n":1,"by":["fd:1/2","m:/a,b\\nc\\\\d"],"last":"x"}
        {"n":2,"by":[],"last":"y"}

        """)
  }
}
