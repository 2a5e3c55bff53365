@testable import Options

/// A small table with every kind of option.
enum SampleOption: Equatable, Sendable {
  case help, mount, mountProc, net, setuid, fork, extra
}

let sampleTable = OptionTable<SampleOption>(
  original: [
    OptionSpec(.help, short: "h", long: "help", help: "help"),
    OptionSpec(.mount, short: "m", long: "mount", argument: .optional("<file>"), help: "a\nb"),
    OptionSpec(.mountProc, long: "mount-proc", argument: .optional("<dir>"), help: "proc"),
    OptionSpec(.net, short: "n", long: "net", argument: .attached("<file>"), help: "net"),
    OptionSpec(.setuid, short: "S", long: "setuid", argument: .required("<uid>"), help: "user"),
    OptionSpec(.fork, short: "f", long: "fork", help: "fork"),
  ],
  extensions: [
    OptionSpec(.extra, long: "mount-everything-there-is", argument: .required("<x>"), help: "x")
  ],
  helpGroups: [[.mount, .mountProc], [.setuid, .fork, .help]],
  helpLayout: HelpLayout(column: 27, longOnlyIndent: " ", breaksLongLines: true),
  synopsis: "[options]", purpose: "A sample.", manual: "sample(1)")
