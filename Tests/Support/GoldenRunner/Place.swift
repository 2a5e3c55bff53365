import Harness

/// A sandbox, or what a plain user has in its stead, with a subject in front of PATH.
struct Place {
  let runner: Runner
  private let sandbox: Sandbox?

  init(_ options: CommandLineOptions, subject: String) throws {
    let reachable = options.libraryFolder ?? ""
    if isRoot {
      let sandbox = try Sandbox(tools: [(options.program, subject)], reachable: reachable)
      self.sandbox = sandbox
    } else {
      sandbox = nil
      try PlainPlace.shared.install(options.program, subject)
    }
    runner = Runner(
      sandbox: sandbox, program: options.program, frame: try frame(of: options.program),
      locale: options.locale)
  }

  func close() {
    if let sandbox { sandbox.close() } else { PlainPlace.shared.remove() }
  }
}
