import Glibc

/// The program under test.
public enum Subject {
  /// The top folder of the project.
  public static let projectRoot: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  /// The release binary: what UNYOKE_UNDER_TEST names, or where `make release` puts it.
  public static var binary: String {
    getenv("UNYOKE_UNDER_TEST").map { String(cString: $0) }
      ?? "\(projectRoot)/.build-static/unyoke"
  }
}
