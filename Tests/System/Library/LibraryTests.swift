import Glibc
import Harness
import ProjectFiles
import Testing

/// What the C floor knows of locales, characters and numbers, compiled with musl and with glibc: what
/// the two say must be the same (D-253 names what is not).
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(
    if: findTool("musl-gcc") != nil && findTool("gcc") != nil, "needs musl-gcc (musl-tools) and gcc"
  ),
  .enabled(
    if: findTool("localedef") != nil && access("/usr/share/i18n/charmaps", R_OK) == 0,
    "needs the package locales"))
struct LibraryTests {
  @Test(arguments: [("characters", 3), ("numbers", 3), ("locales", 552), ("archive", 552)])
  func bothLibrariesSayTheSame(question: String, comparisons: Int) {
    let outcome = Place.sandbox.run(
      "sh \(projectRoot)/Tests/System/Library/library.sh \(question) \(projectRoot)", as: .root,
      name: Place.uniqueName("library"), timeLimit: 180)
    #expect(outcome.stderrText.isEmpty)
    #expect(outcome.stdoutText == "\(comparisons)\n")
  }
}
