import Foundation

/// The top folder of the project, without a slash at its end: the one above this file that holds
/// Package.swift.
public let projectRoot: String = {
  var folder = URL(fileURLWithPath: #filePath)
  repeat {
    folder.deleteLastPathComponent()
    let package = folder.appendingPathComponent("Package.swift").path
    if FileManager.default.fileExists(atPath: package) { return folder.path }
  } while folder.path != "/"
  fatalError("the sources that this was built from are gone: \(#filePath)")
}()

/// What a file of the project says, the file being named from the top; nothing where there is none.
public func projectText(_ path: String) -> String {
  (try? String(contentsOfFile: "\(projectRoot)/\(path)", encoding: .utf8)) ?? ""
}
