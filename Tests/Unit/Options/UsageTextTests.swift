import Testing

@testable import Options

struct UsageTextTests {
  @Test func layout() {
    let text = String(decoding: sampleTable.usageText(program: "frob", version: "7"), as: UTF8.self)
    #expect(
      text == """

        Usage:
         frob [options]

        A sample.

        Options:
         -m, --mount[=<file>]      a
                                     b
         --mount-proc[=<dir>]      proc

         -S, --setuid <uid>        user
         -f, --fork                fork
         -h, --help                help

        Extensions of unyoke 7:
        \t--mount-everything-there-is <x>
                                   x

        For more details see sample(1).

        """)
  }
}
