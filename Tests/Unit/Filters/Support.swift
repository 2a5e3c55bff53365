import Bytes
import Foundation
import Glibc

@testable import Filters

/// The C library, as the program will use it.
struct TestLibrary: FilterLibrary {
  final class Compiled {
    var expression = regex_t()
    deinit { regfree(&expression) }
  }

  func float(_ text: ByteString) -> Double? {
    text.withCString { start in
      var end: UnsafeMutablePointer<CChar>?
      let value = strtod(start, &end)
      return text.isEmpty || end?.pointee != 0 ? nil : value
    }
  }
  func text(of float: Double) -> ByteString { ByteString(String(format: "%g", float).utf8) }
  func compile(_ pattern: ByteString) throws(PatternFault) -> Compiled {
    let compiled = Compiled()
    let code = pattern.withCString { regcomp(&compiled.expression, $0, REG_EXTENDED | REG_NOSUB) }
    guard code != 0 else { return compiled }
    var message = [CChar](repeating: 0, count: 200)
    regerror(code, &compiled.expression, &message, message.count)
    throw PatternFault(message.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) })
  }
  func matches(_ pattern: Compiled, _ text: ByteString) -> Bool {
    text.withCString { regexec(&pattern.expression, $0, 0, nil, 0) == 0 }
  }
  func isAffirmative(_ text: ByteString) -> Bool {
    text.byte(at: 0) == UInt8(ascii: "y") || text.byte(at: 0) == UInt8(ascii: "Y")
  }
}

/// What a filter makes of one row whose columns are given by name; those in `numbers` hold numbers.
func outcome(_ expression: String, _ row: [String: String] = [:]) -> String {
  let numbers = ["NS", "NPROCS", "PID", "PPID", "UID", "PNS", "ONS"]
  do throws(FilterError) {
    let filter = try Filter(ByteString(expression.utf8), TestLibrary())
    let names = filter.names.map { String(decoding: $0.bytes, as: UTF8.self) }
    do throws(FilterApplyError) {
      return try filter.accepts(
        cell: { ByteString((row[names[$0]] ?? "").utf8) }, isNumber: { numbers.contains(names[$0]) }
      )
        ? "true" : "false"
    } catch {
      switch error {
      case .badNumber(.outOfRange): return "apply error: Numerical result out of range"
      case .badNumber(.invalid): return "apply error: Invalid argument"
      case .patternNeedsText: return "apply error"
      case .patternFailed(let text):
        return "apply error: \(String(decoding: text.bytes, as: UTF8.self))"
      }
    }
  } catch {
    switch error {
    case .unexpected(let token, let isAfterAll):
      let name = String(decoding: token.bytes, as: UTF8.self)
      return "parse error: syntax error, unexpected \(name)"
        + (isAfterAll ? ", expecting end of file" : "")
    case .badNumber(let token, let fault):
      let text = String(decoding: token.bytes, as: UTF8.self)
      let reason = fault == .outOfRange ? "Numerical result out of range" : "Invalid argument"
      return "parse error: \"\(text)\" token error: \(reason)"
    case .badPattern(let text): return "parse error: \(String(decoding: text.bytes, as: UTF8.self))"
    case .patternIsNoString(let token):
      let name = String(decoding: token.bytes, as: UTF8.self)
      return "parse error: syntax error, unexpected \(name), expecting STRING"
    }
  }
}
