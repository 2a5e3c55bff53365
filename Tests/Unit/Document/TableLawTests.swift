import Check
import LaunchOptions
import MultiCall
import Nsenter
import Nsls
import Options
import Privs
import Testing
import Unshare

/// What holds for every option table, whatever is in it: an option that is left out of the help, has
/// a name twice or offers a word that a shell would take apart is found here.
struct TableLawTests {
  @Test func unshareKeepsThem() { check(unshareOptions, "unshare") }
  @Test func nsenterKeepsThem() { check(nsenterOptions, "nsenter") }
  @Test func nslsKeepsThem() {
    check(nslsOptions, "nsls")
    everyOptionHasASpec(NslsOption.allCases, nslsOptions, "nsls")
  }
  @Test func privsKeepsThem() {
    check(privsOptions, "unyoke privs")
    everyOptionHasASpec(PrivsOption.allCases, privsOptions, "unyoke privs")
  }
  @Test func checkKeepsThem() {
    check(checkOptions, "unyoke check")
    everyOptionHasASpec(CheckOption.allCases, checkOptions, "unyoke check")
  }
  @Test func unyokeKeepsThem() {
    check(unyokeOptions, "unyoke")
    everyOptionHasASpec(UnyokeOption.allCases, unyokeOptions, "unyoke")
    let words = unyokePrograms.words.map { "\($0.name)" }
    #expect(Set(words).count == words.count && words.allSatisfy(isShellWord))
    #expect(words == Personality.allCases.map { "\($0.name)" } + ["privs", "check"])
  }
  /// The same in both programs, each of them under all of its names.
  @Test func sharedOptionsAreInBoth() {
    for option in LaunchOption.allCases {
      #expect(unshareOptions.extensions.contains { $0.id == .launch(option) }, "\(option)")
      #expect(nsenterOptions.extensions.contains { $0.id == .launch(option) }, "\(option)")
    }
  }

  private func everyOptionHasASpec<ID>(_ ids: [ID], _ table: OptionTable<ID>, _ program: String) {
    for id in ids {
      let specs = (table.original + table.extensions).filter { $0.id == id }
      #expect(!specs.isEmpty, "\(program): \(id) has no entry")
    }
  }

  private func check<ID>(_ table: OptionTable<ID>, _ program: String) {
    let all = table.original + table.extensions
    let names = all.map { "\($0.long)" }
    #expect(Set(names).count == names.count, "\(program): a name stands twice")
    let letters = all.compactMap(\.short)
    #expect(Set(letters).count == letters.count, "\(program): a letter stands twice")

    // An original option has one entry, and one place in the help.
    for spec in table.original {
      #expect(table.original.filter { $0.id == spec.id }.count == 1, "\(program): --\(spec.long)")
      let places = table.helpGroups.joined().filter { $0 == spec.id }.count
      #expect(places == 1, "\(program): --\(spec.long) stands \(places) times in the help")
    }
    for id in table.helpGroups.joined() {
      #expect(table.originalSpec(of: id) != nil, "\(program): the help names \(id)")
    }
    // No letter, since those of the original are its own to give.
    for spec in table.extensions {
      #expect(spec.short == nil, "\(program): --\(spec.long) is short")
      #expect(
        table.originalSpec(of: spec.id) == nil, "\(program): --\(spec.long) is the original's")
    }
    for spec in all { checkEntry(spec, program) }
  }

  private func checkEntry<ID>(_ spec: OptionSpec<ID>, _ program: String) {
    let name = "\(program): --\(spec.long)"
    #expect(isShellWord("\(spec.long)"), "\(name)")
    #expect(!"\(spec.help)".isEmpty, "\(name) is not described")
    for line in "\(spec.help)".split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(!line.isEmpty && line.last != " ", "\(name): a blank line, or blanks at its end")
    }
    var placeholder: StaticString?
    switch spec.argument {
    case .none: break
    case .optional(let text), .attached(let text), .required(let text): placeholder = text
    }
    if let placeholder {
      #expect(!"\(placeholder)".isEmpty, "\(name) has a value without a name")
    } else if case .nothing = spec.completion {
      #expect(spec.notation == nil, "\(name) takes no value")
    } else {
      Issue.record("\(name) takes no value and completes one")
    }
    switch spec.completion {
    case .words(let words), .eachWord(let words), .commaWords(let words), .changes(let words):
      for word in words { #expect(isShellWord("\(word)"), "\(name): \(word)") }
      #expect(Set(words.map { "\($0)" }).count == words.count, "\(name): a word stands twice")
    default: break
    }
  }

  /// Nothing in it that any of the three shells would take apart or expand.
  private func isShellWord(_ word: String) -> Bool {
    !word.isEmpty && word.first != "-"
      && word.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || $0 == "-" || $0 == "_" || $0 == "+"
      }
  }
}
