import Glibc
import Harness
import Testing

/// What the caller's language changes, beside the installed originals. Whoever sets LANGUAGE must not
/// put words into messages that scripts read.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(
    if: findTool("localedef") != nil && findTool("msgfmt") != nil && findTool("lsns") != nil,
    "needs localedef, msgfmt and the original lsns"),
  .enabled(if: access("/usr/share/i18n/charmaps", R_OK) == 0, "needs the package locales"))
struct LanguageTests {
  /// Makes a locale in `loc`.
  private static func locale(_ name: String, _ characters: String) -> String {
    "mkdir -p loc; localedef -i \(name) -f \(characters) loc/\(name).\(characters) 2>/dev/null\n"
      // The shell's own library may not find it.
      + "{ export LOCPATH=$PWD/loc LC_ALL=\(name).\(characters); } 2>/dev/null\n"
  }

  /// D-61, and that the originals do translate.
  @Test(arguments: [
    ("nsenter", "-u/nowhere true", "cannot open /nowhere: No such file or directory"),
    (
      "unshare", "-R /nowhere true",
      "cannot change root directory to '/nowhere': No such file or directory"
    ),
    ("lsns", "-t nothing", "unknown namespace type: nothing"),
  ])
  func messagesStayEnglish(program: String, words: String, sentence: String) {
    let outcome = Place.run(
      Self.locale("en_US", "ISO-8859-1") + """
        exec 2>&1
        LANGUAGE=de /usr/bin/\(program) \(words); LANGUAGE=de \(program) \(words)
        """,
      setup: [
        """
        mount -t tmpfs none /usr/share/locale; mkdir -p /usr/share/locale/de/LC_MESSAGES
        cat >po <<'.'
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8\\n"
        msgid "cannot open %s"
        msgstr "NICHT OFFEN %s"
        msgid "cannot change root directory to '%s'"
        msgstr "KEINE WURZEL %s"
        msgid "unknown namespace type: %s"
        msgstr "UNBEKANNT %s"
        .
        sed -i 's/^ *//' po
        msgfmt -o /usr/share/locale/de/LC_MESSAGES/util-linux.mo po
        sed 's/cannot open %s/No such file or directory/; s/NICHT OFFEN %s/NICHTS/; 5,$d' po >libc
        msgfmt -o /usr/share/locale/de/LC_MESSAGES/libc.mo libc
        """
      ])
    let lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    let isTranslated = ["NICHT", "KEINE WURZEL", "UNBEKANNT"].contains {
      lines.first?.contains($0) == true
    }
    #expect(isTranslated, "the original is not: \(lines)")
    // The C library's words are in a catalogue of their own.
    #expect(!sentence.contains("No such") || lines.first?.hasSuffix(": NICHTS") == true)
    #expect(lines.last == "\(program): \(sentence)")
  }

  /// D-252: a name that is no ASCII, in the character sets that the machine has; D-253: a binary without
  /// glibc shows those other than UTF-8 as in the locale C.
  @Test(arguments: [("en_US", "ISO-8859-1"), ("ja_JP", "EUC-JP"), ("", "")])
  func namesAreTheOriginals(name: String, characters: String) {
    let outcome = Jail.run(
      """
      \(name.isEmpty ? "export LC_ALL=C.UTF-8" : Self.locale(name, characters))
      for word in 'na\\303\\257ve' 'na\\357ve \\001\\177\\200\\237\\240\\255' \
        'na\\245\\341ve\\216\\261 \\217\\260\\241 \\244\\242'; do
        unshare -u bash -c 'exec -a "$1" sleep 1000' - "$(printf "$word")" &
        # The kernel sets the command line after the name.
        until [ "$(cat /proc/$!/comm)" = sleep ] && [ "$(tail -c 5 /proc/$!/cmdline | tr -d '\\0')" ]; do
          sleep 0.02
        done
      done
      shown() {
        if [ $LC_ALL = C.UTF-8 ] || grep -q ld-linux "$(command -v lsns)"; then "$@"; else LC_ALL=C "$@"; fi
      }
      for options in -l -J '-l --output NS,COMMAND,TYPE'; do
        shown /usr/bin/lsns -n -t uts $options >theirs; lsns -n -t uts $options >ours
        sed 's,/usr/bin/,,' theirs | cmp - ours; wc -l <ours
      done
      """, locale: "C")
    #expect(outcome.stderrText.isEmpty)
    let counts = outcome.stdoutText.split(separator: "\n").compactMap { Int($0) }
    #expect(counts.count == 3 && counts.allSatisfy { $0 >= 4 }, "\(outcome.stdoutText)")
  }
}
