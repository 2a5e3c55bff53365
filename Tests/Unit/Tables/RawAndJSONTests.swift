import Bytes
import Testing

@testable import Tables

struct RawAndJSONTests {
  private var family: Table {
    table(
      [Sample.ns, Sample.command],
      [
        (["4026531838", "init case"], nil), (["4026532177", ""], 0), (["4026532178", "x"], nil),
      ])
  }

  private func json(_ table: Table, _ layout: JSONLayout) -> String {
    String(decoding: table.json(named: "namespaces", layout: layout), as: UTF8.self)
  }

  @Test func pretty() {
    #expect(
      json(family, .pretty) == """
        {
           "namespaces": [
              {
                 "ns": 4026531838,
                 "command": "init case",
                 "children": [
                    {
                       "ns": 4026532177,
                       "command": null
                    }
                 ]
              },{
                 "ns": 4026532178,
                 "command": "x"
              }
           ]
        }

        """)
    #expect(json(Table([Sample.ns]), .pretty) == "{\n   \"namespaces\": [\n\n   ]\n}\n")
  }

  @Test func compactAndLines() {
    let child = "\"children\":[{\"ns\":4026532177,\"command\":null}]"
    #expect(
      json(family, .compact) == """
        {"namespaces":[
        {"ns":4026531838,"command":"init case",\(child)},
        {"ns":4026532178,"command":"x"}
        ]}

        """)
    #expect(
      json(family, .lines) == """
        {"ns":4026531838,"command":"init case",\(child)}
        {"ns":4026532178,"command":"x"}

        """)
    #expect(json(Table([Sample.ns]), .compact) == "{\"namespaces\":[\n]}\n")
    #expect(json(Table([Sample.ns]), .lines).isEmpty)
  }

  /// Up and down by several levels, with siblings at each.
  @Test func deepTrees() {
    let deep = table(
      [Sample.command],
      [(["a"], nil), (["b"], 0), (["c"], 1), (["d"], 1), (["e"], 0), (["f"], nil)])
    let c = "{\"command\":\"c\"},{\"command\":\"d\"}"
    let b = "{\"command\":\"b\",\"children\":[\(c)]},{\"command\":\"e\"}"
    #expect(
      json(deep, .lines) == "{\"command\":\"a\",\"children\":[\(b)]}\n{\"command\":\"f\"}\n")
    #expect(
      plain(deep, hasHeading: false, unicode: false)
        == "a\n|-b\n| |-c\n| `-d\n`-e\nf\n")
  }

  @Test func jsonEscapes() {
    let one = table([Sample.user], [(["\"\\\u{8}\t\n\u{c}\r\u{1b}/\u{7f}é"], nil)])
    #expect(
      json(one, .lines)
        == "{\"user\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u001b/\\u007fé\"}\n")
    // Whoever chooses a command line may choose CSI in one character.
    let controls = table([Sample.user], [(["\u{9b}2J\u{80}\u{9f}\u{a0}"], nil)])
    #expect(json(controls, .lines) == "{\"user\":\"\\u009b2J\\u0080\\u009f\u{a0}\"}\n")
    for bytes: [UInt8] in [[0xc2], [0xc2, 0x61], [0xc2, 0xc2, 0xa0], [0x9b]] {
      var one = Table([Sample.user])
      one.add(Table.Row([ByteString(bytes)]))
      #expect(one.json(named: "x", layout: .lines).contains(bytes))
    }
    var invalid = Table([Sample.user])
    invalid.add(Table.Row([ByteString([0xff])]))
    #expect(invalid.json(named: "x", layout: .lines).contains(0xff))
  }

  /// isprint(3) decides, and in a single-byte locale it knows more than ASCII.
  @Test func rawInASingleByteLocale() {
    var one = Table([Sample.type])
    one.add(Table.Row([ByteString([0xe9, 0x20, 0xff, 0x85, 0x78])]))
    #expect(
      one.rawText(hasHeading: false, symbols: .ascii, measure: Latin1Sample())
        == [0xe9] + Array(#"\x20"#.utf8) + [0xff] + Array("\\x85x\n".utf8))
  }

  @Test func raw() {
    let text = family.rawText(hasHeading: true, symbols: .unicode, measure: UTF8Sample())
    #expect(
      String(decoding: text, as: UTF8.self) == """
        NS COMMAND
        4026531838 init\\x20case
        4026532177 \\xe2\\x94\\x94\\xe2\\x94\\x80
        4026532178 x

        """)
    let odd = table([Sample.type, Sample.user, Sample.nsfs], [(["a\\b", "", "é\t\n"], nil)])
    #expect(
      String(
        decoding: odd.rawText(hasHeading: false, symbols: .ascii, measure: CSample()), as: UTF8.self
      )
        == "a\\x5cb  \\xc3\\xa9\\x09\\x0a\n")
  }

  /// What only a filter needs is nowhere to be seen, not even by its separator.
  @Test func hiddenColumns() {
    var hidden = Sample.pid
    hidden.isHidden = true
    let one = table([Sample.type, hidden, Sample.user], [(["net", "12345", "root"], nil)])
    #expect(plain(one, hasHeading: false, unicode: false) == "net   root\n")
    #expect(json(one, .lines) == "{\"type\":\"net\",\"user\":\"root\"}\n")
    #expect(
      String(
        decoding: one.rawText(hasHeading: true, symbols: .ascii, measure: CSample()), as: UTF8.self)
        == "TYPE USER\nnet root\n")
  }

  /// A user makes the tree deep: a process below a process, hundreds of times. The text grows with
  /// the square of that, but is never in memory as a whole.
  @Test func comesInPieces() {
    var deep = Table([TableColumn("NS", isTree: true), TableColumn("COMMAND")])
    for row in 0..<800 { deep.add(Table.Row(["1", "a"], parent: row == 0 ? nil : row - 1)) }
    var sizes: [[Int]] = []
    for write in [
      { deep.writeJSON(named: "x", layout: .pretty, $0) },
      { deep.writeRaw(hasHeading: true, symbols: .ascii, measure: CSample(), $0) },
      {
        deep.writePlain(
          hasHeading: true, width: nil, symbols: .ascii, measure: CSample(), $0)
      },
    ] as [(@escaping ([UInt8]) -> Void) -> Void] {
      var pieces: [Int] = []
      write { pieces.append($0.count) }
      sizes.append(pieces)
    }
    for pieces in sizes {
      #expect(pieces.reduce(0, +) > 500_000)
      #expect(pieces.allSatisfy { $0 < 98_304 && $0 > 0 })
    }
  }
}
