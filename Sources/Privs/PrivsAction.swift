public import Bytes
public import NamespaceValues
import Options

/// What a command line of `unyoke privs` asks for.
public enum PrivsAction: Equatable, Sendable {
  case help
  /// What a process may do; nil stands for this one, and so for what it starts.
  case report(of: ProcessID?, asJSON: Bool)
}

extension PrivsAction {
  /// Reads the words after `privs`. Options may follow the process.
  public static func read(_ words: [ByteString]) throws(PrivsError) -> PrivsAction {
    var isJSON = false
    do throws(PrivsError) {
      return try privsOptions.read(words, operands: .anywhere) {
        event throws(PrivsError) -> PrivsAction? in
        switch event.id {
        case .help: return .help
        case .json: isJSON = true
        }
        return nil
      } complete: { operands throws(PrivsError) in
        if operands.count > 1 { throw .secondProcess(operands[1]) }
        return .report(of: try operands.first.map(process), asJSON: isJSON)
      }
    } catch {
      // A negative number looks like letters of options.
      if case .usage(.invalidShort(let letter)) = error, decimalValue(letter) != nil,
        let word = words.first(where: { $0.hasPrefix("-") && $0.byte(at: 1) == letter })
      {
        throw .notAProcess(word)
      }
      throw error
    }
  }

  private static func process(_ word: ByteString) throws(PrivsError) -> ProcessID {
    guard let number = try? NumberGrammar.strictUnsigned(word), let id = Int32(exactly: number),
      id > 0
    else { throw .notAProcess(word) }
    return ProcessID(id)
  }
}
