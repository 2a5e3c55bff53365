import Bytes
import Testing

@testable import Filters

/// Expressions with columns: types, empty cells, and cells that look like literals.
struct ColumnTests {
  private let row = [
    "PID": "42", "TYPE": "net", "COMMAND": "init case", "NETNSID": "7", "UID": "0",
  ]

  @Test(arguments: [
    ("PID == 42", "true"), ("PID == \"42\"", "true"), ("PID > 41.5", "true"), ("42 == PID", "true"),
    ("TYPE == \"net\"", "true"), ("TYPE =~ \"^n\"", "true"), ("TYPE !~ \"^n\"", "false"),
    ("PID =~ \"^4\"", "true"), ("NETNSID == 7", "true"), ("NETNSID > 10", "false"),
    ("TYPE == 5", "apply error: Invalid argument"), ("UID", "false"), ("PID", "true"),
    ("PID == TYPE", "apply error: Invalid argument"), ("TYPE == PID", "false"),
    ("COMMAND == \"init case\" and PID", "true"), ("not PID", "false"),
  ])
  func comparesAsTheOtherSideIs(expression: String, result: String) {
    #expect(outcome(expression, row) == result)
  }

  /// An empty cell is no value, until it is converted.
  @Test(arguments: [
    ("PID", "false"), ("PID == 0", "false"), ("PID != 0", "false"), ("PID == \"0\"", "true"),
    ("PID < 0.5", "true"), ("PID == false", "true"), ("TYPE == \"\"", "false"),
    ("TYPE != \"\"", "true"), ("TYPE < \"\"", "true"), ("TYPE == COMMAND", "true"),
    ("TYPE =~ \"^$\"", "true"), ("PID =~ \"^0$\"", "true"), ("TYPE == 0", "false"),
    ("not PID", "true"),
  ])
  func emptyCells(expression: String, result: String) {
    #expect(outcome(expression) == result)
  }

  @Test func cellsAreReadLikeLiterals() {
    #expect(outcome("COMMAND == \"a b\"", ["COMMAND": "\"a b\""]) == "true")
    #expect(outcome("COMMAND == \"a\"", ["COMMAND": "'a"]) == "true")
    #expect(outcome("COMMAND == \"a\"", ["COMMAND": " a\t"]) == "true")
    #expect(outcome("COMMAND == \"\"", ["COMMAND": "'"]) == "true")
    #expect(outcome("PID == 5", ["PID": "x"]) == "apply error: Invalid argument")
  }

  @Test func namesAreKeptAsTheyAreSpelled() throws {
    let filter = try Filter("PID == 1 or pid == 2 or PID == 3 and a.b%c:d/e-f", TestLibrary())
    #expect(filter.names == ["PID", "pid", "a.b%c:d/e-f"])
  }
}
