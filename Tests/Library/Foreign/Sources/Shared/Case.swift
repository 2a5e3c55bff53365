/// What the program `alone` can be asked for. Its name is the word on the command line.
public enum Case: String, CaseIterable, Sendable {
  // A function in the child.
  case functionRuns, functionThrows, functionStatus, functionKilled, functionNested, outputOnce
  case hookThrows, childKilledInHook, parentKilledInHook, parentWithThreadsKilled
  // Id maps.
  case mapsRefused, strangersNumber, foreignProc, forgottenChild
  // The caller's own state.
  case closedStandardStreams, ignoredEnd, handlers, interruptedWait, endWithParent
  case ownNamespaces, enterAlone, clocks, clocksOnThread, clocksRefused, executeFails
  // What somebody tries who knows how it is made.
  case sourcesNotOpen, flagsOfClone, waitInHook, executeLeaks, falseProc, othersFile, oneThreadAgain
  // Limits and rights.
  case namespaceLimit, descriptorLimit, processLimit, plainRefusals
  // How long it lasts.
  case rounds

  /// Whether the case runs Swift in a child, or needs a process with one thread for another reason.
  public var needsOneThread: Bool {
    switch self {
    case .closedStandardStreams, .ignoredEnd, .interruptedWait, .executeFails, .descriptorLimit,
      .sourcesNotOpen, .flagsOfClone, .executeLeaks, .processLimit, .plainRefusals,
      .rounds:
      false
    default: true
    }
  }

  /// Whether ThreadSanitizer stands in the way: it has a thread of its own beside the first other one, which makes one thread
  /// two; and it does not know of children that were made without it, and that have threads.
  public var sparesThreadSanitizer: Bool {
    self == .oneThreadAgain || self == .parentWithThreadsKilled
  }

  /// Whether the case is about what a user without rights may not do.
  public var isForPlainUser: Bool { self == .processLimit || self == .plainRefusals }
}
