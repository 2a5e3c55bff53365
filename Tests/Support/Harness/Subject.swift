import Glibc
import ProjectFiles

/// The program under test.
public enum Subject {
  /// The release binary: what UNYOKE_UNDER_TEST names, or where `make release` puts it.
  public static var binary: String {
    getenv("UNYOKE_UNDER_TEST").map { String(cString: $0) }
      ?? "\(projectRoot)/.build-static/unyoke"
  }
}
