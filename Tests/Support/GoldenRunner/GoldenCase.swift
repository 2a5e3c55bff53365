import Harness

/// One recorded command line. The format is described in Tests/Golden/README.md.
struct GoldenCase: Equatable {
  /// What a command line printed and how its shell ended.
  struct Result: Equatable {
    var stdout: [UInt8] = []
    var stderr: [UInt8] = []
    /// As a shell shows it.
    var status = ""
  }

  var name = ""
  var user = Sandbox.User.root
  var needs: [Need] = []
  var tools: [String] = []
  /// util-linux 2.38.1 gives another result.
  var differsIn2381 = false
  /// The original leaves a blocked process behind.
  var leavesProcess = false
  /// The case copies the program to where no shared library is, so an original that loads some
  /// from its unpacked folder cannot run there.
  var needsOwnLoader = false
  /// The number in docs/deviations.md; `theirs` is then the original's result.
  var deviation: String?
  /// The original has no such option.
  var isOursOnly = false
  /// The number of the issue without which ours cannot pass.
  var pending: String?
  /// The columns of a terminal that stdout is; nil for a pipe.
  var terminal: Int?
  var note: String?
  var setup: [String] = []
  /// Run before and after the command, in its own shell and by its own user.
  var before: [String] = []
  var after: [String] = []
  var command = ""
  /// What is expected of ours.
  var ours = Result()
  /// What the original did, where that differs.
  var theirs: Result?

  /// Where it stands, for messages.
  var file = ""
  var line = 0
}
