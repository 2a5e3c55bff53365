import Bytes
import Fixtures
import Options
import Testing

@testable import Nsls

/// What the table says about pairs of options is what they do.
struct RelationTests {
  /// What a command line is read as; nil when it is refused.
  private func result(_ words: [ByteString]) -> String? {
    var intent: NslsIntent
    let lists: Bool
    switch try? NslsAction.read(words) {
    case .list(let found): (intent, lists) = (found, true)
    case .listColumns(let found): (intent, lists) = (found, false)
    default: return nil
    }
    intent.seen = []
    var text = "\(lists)"
    dump(intent, to: &text)
    return text
  }

  @Test func tableAndParserAgree() {
    let samples: [String: [ByteString]] = [
      "output": ["NS", "PID"], "filter": ["PID", "UID"], "type": ["net", "pid"],
      "tree": ["parent", "process"], "discover": ["fd", "task"],
    ]
    let observed = ObservedRelations(nslsOptions, nslsRelations, samples: samples, result: result)
    let stated = nslsOptions.stated(nslsRelations)
    #expect(stated.exclusive == observed.exclusive)
    #expect(stated.replacing == observed.replacing)
    #expect(stated.implied == observed.implied)
    #expect(stated.repeatable == observed.repeatable)
    #expect(observed.exclusive.contains("json raw"))
  }

  @Test func optionsThatGoWithNoOperand() {
    for spec in nslsOptions.original + nslsOptions.extensions {
      let values = ["output": "NS", "filter": "PID", "type": "net", "discover": "fd"]
      var word: ByteString = "--\(spec.long)"
      if case .required = spec.argument {
        word = "\(word)=\(ByteString((values["\(spec.long)"] ?? "1").utf8))"
      }
      let isRefused = result([word]) != nil && result([word, "5"]) == nil
      #expect(isRefused == nslsRelations.withoutOperand.contains(spec.id), "\(spec.long)")
    }
  }
}
