import Answers
import Bytes
import Kernel
import Launch
import Nsenter
import Options

// What the programs say and do in the same way. Each returns the exit status it leads to.

extension Diagnostic {
  /// Writes a program's help.
  /// - Parameter manual: the page that it names, where it is another than usual.
  func writeHelp<ID>(of table: OptionTable<ID>, manual: StaticString? = nil) -> Int32 {
    writeOutput(table.usageText(program: program, manual: manual, version: Version.unyoke))
  }

  /// Writes which release a program stands in for.
  func writeVersion() -> Int32 { writeOutput(Version.compatibilityLine(program: program)) }

  /// Says which word of the command line is wrong, and where to find help.
  func refuse<ID>(_ fault: UsageError, in table: OptionTable<ID>) -> Int32 {
    complain(fault, in: table)
    return 1
  }

  /// Says what is wrong with the command line.
  func refuse(_ sentence: ByteString) -> Int32 {
    complain(sentence)
    return 1
  }

  /// Carries out a plan. Returns where the program was not started by this very process.
  /// - Parameters:
  ///   - program: the name to be started by again, where that is needed.
  ///   - files: what was opened for it.
  ///   - context: the SELinux context that was set for its program.
  ///   - trouble: what is known of the command line, for whoever has to say why it failed.
  func launch(
    _ plan: LaunchPlan, as program: ByteString, files: consuming HeldFiles = HeldFiles(),
    context: ByteString? = nil, trouble: @escaping (LaunchFailure) -> Trouble
  ) -> Int32 {
    do throws(LaunchFailure) {
      try plan.protection.apply(as: program, commandLine, context: context)
    } catch {
      report(error, trouble)
      return 1
    }
    if explains { remark(on: plan, trouble(.parentGone).entry) }
    var executor = Executor(
      files: files, report: { self.report($0, trouble) }, finish: { self.finish($0) },
      explain: explains ? { self.tell($0) } : nil)
    return executor.run(plan)
  }

  /// Writes what a plan would do, for people.
  /// - Parameter trouble: what is known of the command line.
  func describe(_ plan: LaunchPlan, _ trouble: (LaunchFailure) -> Trouble) -> Int32 {
    var fails = false
    let lines = plan.describe { part in
      guard explains, let forecast = forecast(part, of: plan, trouble, from: LiveEvidence())
      else { return "" }
      fails = true
      return ": must fail: \(forecast)"
    }
    if explains { remark(on: plan, trouble(.parentGone).entry) }
    let status = writeOutput(lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] })
    return fails ? 1 : status
  }

  /// Says what no step fails of, and the program will.
  private func remark(on plan: LaunchPlan, _ entry: NsenterIntent?) {
    for hint in remarks(on: plan, entry: entry, from: LiveEvidence()) {
      tell("hint: \(hint.sentence)")
    }
  }

  /// Says what stopped a launch, and why. Called in the process that met it.
  private func report(_ failure: LaunchFailure, _ trouble: (LaunchFailure) -> Trouble) {
    complain(failure)
    advise(trouble(failure))
  }
}
