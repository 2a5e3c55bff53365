import Bytes
import Testing

@testable import Filters

/// Expressions without columns, and what the original makes of them.
struct ConstantTests {
  @Test(arguments: [
    ("1 == 1", "true"),
    ("1 == 2", "false"),
    ("1 == 1 == 1", "true"),
    ("2 == 2 == 2", "true"),
    ("3 > 2 > 1", "false"),
    ("true", "true"),
    ("FALSE or TRUE", "true"),
    ("0", "false"),
    ("0.1", "true"),
    ("\"\"", "false"),
    ("\" \"", "false"),
    ("\"x\"", "true"),
    ("1K == 1024", "true"),
    ("1KiB == 1024", "true"),
    ("1M == 1048576", "true"),
    ("010K == 8K", "true"),
    ("010 == 10", "true"),
    ("18446744073709551616 == 18446744073709551615", "true"),
    ("1 == \"1\"", "true"),
    ("1 == \" 1 \"", "true"),
    ("\"1\" == 1", "true"),
    ("1 == \"x\"", "apply error: Invalid argument"),
    ("1 == \"-1\"", "apply error: Numerical result out of range"),
    ("\"1.0\" == 1.0", "false"),
    ("\"1\" == 1.0", "true"),
    ("1.50 == \"1.5\"", "true"),
    ("1.5 == \"1.5x\"", "apply error: Invalid argument"),
    ("1.5 > 1", "true"),
    ("1 < 1.5", "true"),
    ("1 == 1.0", "true"),
    ("true == 1", "true"),
    ("true == 2", "true"),
    ("1 == true", "true"),
    ("2 == true", "false"),
    ("true == 1.5", "true"),
    ("1.5 == true", "false"),
    ("true == \"yes\"", "true"),
    ("true == \"yak\"", "true"),
    ("true == \"TRUE\"", "true"),
    ("true == \"1\"", "true"),
    ("true == \"2\"", "false"),
    ("false == \"no\"", "true"),
    ("\"true\" == true", "true"),
    ("\"1\" == true", "false"),
    ("\"a\" < \"b\"", "true"),
    ("\"B\" < \"a\"", "true"),
    ("\"a\" == \" a\"", "true"),
    ("\"abc\" =~ \"^a.c$\"", "true"),
    ("\"abc\" !~ \"^a.c$\"", "false"),
    ("\"abc\" =~ \"\"", "true"),
    ("5 =~ \"5\"", "apply error"),
    ("5 == \"5\" =~ \"5\"", "apply error"),
    ("!0", "true"),
    ("!!1", "true"),
    ("not not 1", "true"),
    ("!0 == 1", "true"),
    ("1 == !0", "true"),
    ("!(0 == 1)", "true"),
    ("1 or 0 and 0", "false"),
    ("1 or (0 and 0)", "true"),
    ("0 and 0 or 1", "true"),
    ("0 and 1 == \"x\"", "false"),
    ("1 or 1 == \"x\"", "true"),
    ("1 and 1 == 1", "true"),
    ("1==1and 1==1", "true"),
    ("1andtrue", "parse error: syntax error, unexpected HOLDER, expecting end of file"),
    ("1 eq 1", "true"),
    ("1 Eq 1", "parse error: syntax error, unexpected HOLDER, expecting end of file"),
    ("2 ge 2 and 1 lt 2 and 1 le 1 and 2 gt 1 and 1 ne 2", "true"),
    ("99999999999999999999 > 5", "true"),
    ("15E > 1", "true"),
    ("16E > 1", "parse error: \"16E\" token error: Numerical result out of range"),
    ("08K > 1", "parse error: \"08K\" token error: Invalid argument"),
    ("10KB > 1", "parse error: syntax error, unexpected HOLDER, expecting end of file"),
    // Bytes of no token: the original prints them and goes on.
    ("1.", "parse error: syntax error, unexpected invalid token, expecting end of file"),
    (".5", "parse error: syntax error, unexpected invalid token"),
    ("PID == -1", "parse error: syntax error, unexpected invalid token"),
    ("NS = 5", "parse error: syntax error, unexpected invalid token, expecting end of file"),
    ("\"", "parse error: syntax error, unexpected invalid token"),
    ("", "true"), ("  ", "parse error: syntax error, unexpected end of file"),
    ("(1", "parse error: syntax error, unexpected end of file"),
    ("1)", "parse error: syntax error, unexpected ')', expecting end of file"),
    ("()", "parse error: syntax error, unexpected ')'"), ("((1)) and !(0)", "true"),
    ("1 and", "parse error: syntax error, unexpected end of file"),
    ("1 2", "parse error: syntax error, unexpected NUMBER, expecting end of file"),
    ("(1 2)", "parse error: syntax error, unexpected NUMBER"),
    ("\"a\" =~ \"(\"", "parse error: Unmatched ( or \\("),
    ("\"a\" =~ 5", "parse error: syntax error, unexpected NUMBER, expecting STRING"),
    ("\"a\" =~ PID", "parse error: syntax error, unexpected HOLDER, expecting STRING"),
    ("\"a\" =~ (\"a\")", "parse error: syntax error, unexpected '(', expecting STRING"),
    ("\"a\" =~ \"a\" == true", "true"),
    ("\"\" == \"\"", "true"), ("1 == 1 or 1 == \"x\"", "true"), ("!1 or 1", "true"),
  ])
  func means(expression: String, result: String) {
    #expect(outcome(expression) == result)
  }

  /// However deep, nothing is nested inside.
  @Test func deepExpressions() {
    #expect(
      outcome(String(repeating: "(", count: 60_000))
        == "parse error: syntax error, unexpected end of file")
    let deep = String(repeating: "(", count: 60_000) + "1" + String(repeating: ")", count: 60_000)
    #expect(outcome(deep) == "true")
    #expect(outcome(String(repeating: "!", count: 100_001) + "1") == "false")
    #expect(outcome("1" + String(repeating: " and 1", count: 20_000)) == "true")
  }
}
