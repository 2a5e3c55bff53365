// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "holders",
  // Elsewhere: .package(url: "https://…/unyoke", .upToNextMinor(from: "0.1.0")).
  dependencies: [.package(name: "unyoke", path: "../..")],
  targets: [
    .executableTarget(
      name: "holders", dependencies: [.product(name: "NamespaceInventory", package: "unyoke")])
  ]
)
