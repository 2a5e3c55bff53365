import Testing

/// Each step that a launch can have is stopped by a row of the fault matrix, and each row that names
/// a step has it in its plan.
@Suite(.enabled(if: canSandbox, needsRoot)) struct StepRowTests {
  @Test func everyStepHasARow() {
    let rows =
      FaultTests.faults + NsenterFaultTests.faults + NsenterUserFaultTests.faults
      + PrivilegeFaultTests.faults + SupervisionFaultTests.faults
    let held = Set(rows.compactMap { $0.step?.row })
    #expect(StepRow.allCases.filter { !held.contains($0) } == [])
  }

  @Test(arguments: FaultTests.faults + PrivilegeFaultTests.faults)
  func unsharePlansTheStep(fault: Fault) { fault.expectStep(of: "unshare") }

  @Test(arguments: NsenterFaultTests.faults)
  func nsenterPlansTheStep(fault: Fault) {
    fault.expectStep(of: "nsenter", before: NsenterFaultTests.target, after: NsenterFaultTests.end)
  }

  @Test(arguments: NsenterUserFaultTests.faults)
  func nsenterPlansTheStepForAUserNamespace(fault: Fault) {
    fault.expectStep(
      of: "nsenter", before: NsenterUserFaultTests.target, after: NsenterUserFaultTests.end)
  }
}
