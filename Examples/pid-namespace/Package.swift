// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "pid-namespace",
  // Elsewhere: .package(url: "https://…/unyoke", .upToNextMinor(from: "0.1.0")).
  dependencies: [.package(name: "unyoke", path: "../..")],
  targets: [
    .executableTarget(
      name: "pid-namespace", dependencies: [.product(name: "Namespaces", package: "unyoke")])
  ]
)
