// A program that lists namespaces by the library, and prints the listing as JSON: listing [WORD...]
import Foundation
import NamespaceInventory

var request = NamespaceListing.Request()
for word in CommandLine.arguments.dropFirst() {
  switch word {
  case "--folder": request.acceptsFolder = true
  case "--members": request.includesMembers = true
  case "--holders": request.includesAllHolders = true
  default: request.root = ByteString(word) ?? ""
  }
}
do throws(NamespaceListingError) {
  let listing = try NamespaceListing.take(request)
  FileHandle.standardOutput.write((try? JSONEncoder().encode(listing)) ?? Data())
  print()
} catch {
  print("error: \(error)")
  exit(1)
}
