import Foundation
import Harness
import ProjectFiles
import Testing

/// The manual pages as people see them, on a terminal of 80 columns.
struct ManualLayoutTests {
  static let pages = ["unshare.1", "nsenter.1", "nsls.8", "unyoke.1"]

  private func source(_ page: String) -> String { projectText("man/\(page)") }

  /// The lines of a page as a formatter sets them, without bold type and blanks around them.
  private func lines(_ page: String, _ formatter: [String]) -> [String] {
    let file = "\(projectRoot)/man/\(page)"
    let outcome = spawn(
      ["/bin/sh", "-c", "\"$@\" | col -bx", "sh"] + formatter + [file],
      environment: ["PATH=/usr/bin:/bin", "MANWIDTH=80", "LC_ALL=C", "MAN_KEEP_FORMATTING="])
    return outcome.stdoutText.components(separatedBy: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private func check(_ page: String, _ formatter: [String]) {
    let lines = lines(page, formatter)
    let examples = source(page).split(separator: "\n").filter { $0.hasPrefix(".Dl ") }
      .map { $0.dropFirst(4).replacingOccurrences(of: "\\e", with: "\\") }
    #expect(!examples.isEmpty)
    for example in examples { #expect(lines.contains(example), "\(formatter[0]) wraps it") }
    // Header and footer say whose page it is.
    #expect(lines.first?.contains("unyoke") == true, "\(lines.first ?? "")")
    #expect(lines.first?.contains("BSD") == false)
    #expect(lines.last?.hasPrefix("unyoke \(version)") == true, "\(lines.last ?? "")")
  }

  private var version: String {
    let text = projectText("Sources/Personalities/Version.swift")
    return text.components(separatedBy: "unyoke: StaticString { \"").last?
      .components(separatedBy: "\"").first ?? ""
  }

  @Test(.enabled(if: findTool("mandoc") != nil, "mandoc is not installed"), arguments: pages)
  func byMandoc(page: String) { check(page, ["mandoc", "-T", "ascii", "-O", "width=80"]) }

  @Test(
    .enabled(if: findTool("man") != nil && findTool("groff") != nil, "man is not installed"),
    arguments: pages)
  func byMan(page: String) { check(page, ["man", "-l"]) }
}
