import Harness
import Testing

/// A program that lists for as long as it runs, and in many threads.
@Suite(.enabled(if: canSandbox, needsRoot)) struct ListingManyTests {
  /// A leak of one descriptor each time ends a service within the day.
  @Test func aThousandListingsLeaveNoDescriptor() {
    let outcome = ListingPlace.run("\"$LISTING\" --again-and-again")
    #expect(outcome.stderrText.isEmpty)
    #expect(outcome.stdoutText == "0\n")
  }

  /// No listing takes what another one has open for held: somebody would look for who holds it.
  @Test func manyAtOnceSeeNothingOfEachOther() {
    let outcome = ListingPlace.run(
      """
      for i in 1 2 3 4 5 6 7 8 9 10; do unshare -u sleep 1000 & A=$!; waitcomm $A sleep; done
      taskset -pc \(Processors.allowed.map { "\($0)" }.joined(separator: ",")) $$ >taskset
      "$LISTING" --holders --at-once
      """)
    #expect(outcome.stderrText.isEmpty)
    #expect(outcome.stdoutText == "200 0\n")
  }
}
