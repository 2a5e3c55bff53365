/// What differs between two results, for people.
enum Difference {
  /// Nil when they are the same.
  static func text(
    _ expected: GoldenCase.Result, _ found: GoldenCase.Result,
    names: (String, String) = ("expected", "found")
  ) -> String? {
    if expected == found { return nil }
    func show(_ result: GoldenCase.Result) -> String {
      String(decoding: GoldenWriter.result(result, prefix: "    "), as: UTF8.self)
    }
    return "  \(names.0):\n\(show(expected))  \(names.1):\n\(show(found))"
  }
}
