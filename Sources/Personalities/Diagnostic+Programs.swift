import Answers
import Bytes
import Kernel
import Launch
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
  /// - Parameter status: who is told so too.
  func refuse<ID>(
    _ fault: UsageError, in table: OptionTable<ID>, telling status: StatusRequest = StatusRequest()
  ) -> Int32 {
    status.tellRefusal(fault.sentence, hint: nil)
    complain(fault, in: table)
    return 1
  }

  /// Says what is wrong with the command line.
  func refuse(_ sentence: ByteString) -> Int32 {
    complain(sentence)
    return 1
  }

  /// Says what is wrong with the command line, and to a person why, as far as that can be found out.
  /// - Parameters:
  ///   - lines: what belongs to it, after the first line.
  ///   - status: who is told so too.
  ///   - ending: the exit status.
  func refuse(
    _ sentence: ByteString, _ trouble: Trouble, lines: [ByteString] = [],
    telling status: StatusRequest = StatusRequest(), ending: Int32 = 1
  ) -> Int32 {
    complain(sentence)
    for line in lines { complain(line) }
    status.tellRefusal(sentence, hint: advise(trouble), status: ending)
    return ending
  }

  /// Carries out a plan. Returns where the program was not started by this very process.
  /// - Parameters:
  ///   - program: the name to be started by again, where that is needed.
  ///   - files: what was opened for it.
  ///   - context: the SELinux context that was set for its program.
  ///   - circumstances: what is known of the command line, for whoever has to say why it failed.
  func launch(
    _ plan: LaunchPlan, as program: ByteString, files: consuming HeldFiles = HeldFiles(),
    context: ByteString? = nil, _ circumstances: Circumstances
  ) -> Int32 {
    do throws(LaunchFailure) {
      try plan.protection.apply(as: program, commandLine, context: context)
    } catch {
      let hint = report(error, circumstances)
      plan.fork?.supervision?.status?.tellRefusal(error.sentence ?? "", hint: hint)
      return 1
    }
    if explains { remark(on: circumstances) }
    var executor = Executor(
      files: files, report: { self.report($0, circumstances) }, finish: { self.finish($0) },
      explain: explains ? { self.tell($0) } : nil)
    return executor.run(plan)
  }

  /// Writes what a plan would do, for people.
  /// - Parameter circumstances: what is known of the command line.
  func describe(_ plan: LaunchPlan, _ circumstances: Circumstances) -> Int32 {
    var fails = false
    var text: [UInt8] = []
    for line in plan.lines {
      text += line.text.bytes
      if explains, let forecast = forecast(line.part, circumstances, from: LiveEvidence()) {
        fails = true
        let verdict: ByteString = ": must fail: \(forecast)"
        text += verdict.bytes
      }
      text.append(UInt8(ascii: "\n"))
    }
    if explains {
      if !fails { text += literalBytes("no step is known to have to fail\n") }
      remark(on: circumstances)
    }
    let status = writeOutput(text)
    return fails ? 1 : status
  }

  /// Says what no step fails of, and the program will.
  private func remark(on circumstances: Circumstances) {
    for hint in remarks(on: circumstances, from: LiveEvidence()) { tell(hint) }
  }

  /// Says what stopped a launch, and why. Called in the process that met it.
  /// - Returns: the first hint that was given.
  private func report(_ failure: LaunchFailure, _ circumstances: Circumstances) -> ByteString? {
    complain(failure)
    return advise(Trouble(.launch(failure), circumstances))
  }
}
