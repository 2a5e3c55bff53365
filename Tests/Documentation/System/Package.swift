// swift-tools-version: 6.2
// The code of the article about swift-system and swift-subprocess: with the trait.
import PackageDescription

let package = Package(
  name: "system",
  dependencies: [
    .package(name: "unyoke", path: "../../..", traits: ["SwiftSystem"]),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    .executableTarget(
      name: "Values",
      dependencies: [
        .product(name: "Namespaces", package: "unyoke"),
        .product(name: "NamespacesSystem", package: "unyoke"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .executableTarget(
      name: "WithSubprocess",
      dependencies: [
        .product(name: "Namespaces", package: "unyoke"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
  ]
)
