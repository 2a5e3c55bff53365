import CKernel
import GlibcCharacters

/// Calls a function in a locale of glibc's, for this thread only.
func inLocale<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result? {
  guard let before = glibc_enter_locale(name) else { return nil }
  defer { glibc_leave_locale(before) }
  return try body()
}

/// Whether the C library of this machine is the one that the tables of characters and the corpus of
/// patterns are taken from: others have other versions of Unicode, and other faults.
let isRecordedGlibc =
  String(cString: glibc_version()) == String(cString: uy_character_version())
