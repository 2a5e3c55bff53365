// swift-tools-version: 6.2
// The code of README.md and of the articles, as a package that knows nothing but the products.
import PackageDescription

let package = Package(
  name: "plain",
  dependencies: [.package(name: "unyoke", path: "../../..")],
  targets: [
    .executableTarget(
      name: "README", dependencies: [.product(name: "Namespaces", package: "unyoke")]),
    .executableTarget(
      name: "Inventory", dependencies: [.product(name: "NamespaceInventory", package: "unyoke")]),
  ]
    + ["GettingStarted", "Threads", "FromC"].map {
      .executableTarget(
        name: $0, dependencies: [.product(name: "Namespaces", package: "unyoke")])
    }
)
