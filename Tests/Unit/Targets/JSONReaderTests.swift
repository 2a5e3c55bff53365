import Bytes
import Testing

@testable import Targets

/// The reader of state files. What a hostile file tries: to say something though it is no JSON, to exhaust the
/// stack, to end a name early.
struct JSONReaderTests {
  /// What a text says, each value as PATH=VALUE; nil where it is no JSON.
  static func values(_ text: String) -> [String]? {
    var reader = JSONReader(Array(text.utf8))
    var found: [String] = []
    while reader.next() {
      let path = String(decoding: reader.path, as: UTF8.self).replacing("\n", with: "/").replacing(
        "\t", with: "[]")
      let value =
        reader.text.map { "'\(String(decoding: $0.bytes, as: UTF8.self))'" }
        ?? reader.number.map { "\($0)" } ?? "?"
      found.append("\(reader.element)\(path)=\(value)")
    }
    return reader.isWhole ? found : nil
  }

  @Test(
    arguments: [
      (
        #"{"a": 1, "b": {"c": "x", "d": [2, 3, {"e": true}]}, "f": null}"#,
        ["0/a=1", "1/b/c='x'", "1/b/d[]=2", "1/b/d[]=3", "1/b/d[]/e=?", "2/f=?"]
      ),
      (
        #"[{"id":"x","names":["a","b"]},{},{"id":"y"}]"#,
        ["0[]/id='x'", "0[]/names[]='a'", "0[]/names[]='b'", "2[]/id='y'"]
      ),
      ("[]", []), ("{}", []), (" \t\r\n5 ", ["0=5"]), (#""x""#, ["0='x'"]), ("[[],[[]]]", []),
      (
        "[0, -1, 1.5, 1e3, 18446744073709551615, 18446744073709551616, 1E+2, -0]",
        ["0[]=0", "1[]=?", "2[]=?", "3[]=?", "4[]=18446744073709551615", "5[]=?", "6[]=?", "7[]=?"]
      ),
      // One with escapes is no name that is looked for.
      (
        #"["\u0041", "\"\\\/\b\f\n\r\t", "a\u0000b", "\ud83d\ude00"]"#,
        ["0[]=?", "1[]=?", "2[]=?", "3[]=?"]
      ),
      (#"{"\u0061": 1, "a\nb": 2}"#, ["0/\u{2f}=1", "1/\u{2f}=2"]),
    ] as [(String, [String])]) func sound(_ row: (String, [String]))
  {
    #expect(Self.values(row.0) == row.1, "\(row.0)")
  }

  @Test(arguments: [
    "", " ", "{", "}", "[", "]", "{]", "[}", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}",
    "{\"a\":1,}",
    "{a:1}", "{\"a\" 1}", "{1:2}", "01", "-", "+1", "1.", ".5", "1e", "1e+", "0x1", "tru", "nul",
    "True",
    "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"a\nb\"", "\"\u{1}\"", "1 1", "{} {}",
    "[1]]",
    "{\"a\":1}x", "nullx", "{\"pid\": 1, \"pid\"", "\u{feff}{}",
  ]) func malformed(_ text: String) {
    #expect(Self.values(text) == nil, "\(text)")
  }

  /// As deep as it may be, and one more; and so deep that a recursive reader would die.
  @Test func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    }
    #expect(Self.values(nested(64))?.count == 1)
    #expect(Self.values(nested(65)) == nil)
    #expect(Self.values(nested(1_000_000)) == nil)
    #expect(Self.values(String(repeating: "{\"a\":", count: 1_000_000)) == nil)
  }

  /// Every beginning of a file, and every file with one byte changed, is read to an end.
  @Test func mutations() {
    let file = Array(
      #"{"id":"rb","init_process_pid":42,"x":[{"y":"\u0041"},1.5e3],"init_process_start":7}"#.utf8)
    for end in file.indices {
      let candidate = Candidate(.runc, "rb")
      #expect(!candidate.read(Array(file[..<end]), .runc))
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var changed = file
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let candidate = Candidate(.runc, "rb")
      if candidate.read(changed, .runc) { #expect(candidate.process >= 0, "\(changed)") }
    }
  }
}
