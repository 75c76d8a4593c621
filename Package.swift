// swift-tools-version: 6.2
import PackageDescription

// The rooms, in the order that a document walks through them. A room may import only the rooms
// named beside it, and those all stand before it in this list; LayoutTests holds it to that.
let package = Package(
  name: "winnow",
  products: [
    .executable(name: "winnow", targets: ["winnow"]),
    .executable(name: "winnow-clean", targets: ["WinnowWorker"]),
    .executable(name: "winnow-train", targets: ["WinnowTrain"]),
    .executable(name: "winnow-bench", targets: ["WinnowBenchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "CLinux"),
    .systemLibrary(name: "CInotifyTools", providers: [.apt(["libinotifytools0-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CUchardet",
      pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"])]
    ),
    .target(name: "WinnowIO", dependencies: ["CLinux"]),
    .target(name: "WinnowWork", dependencies: ["WinnowIO"]),
    .target(name: "WinnowFormats", dependencies: ["WinnowIO", "CZlib", "CZstd"]),
    .target(name: "WinnowWatch", dependencies: ["CInotifyTools", "WinnowIO"]),
    .target(name: "WinnowQueue", dependencies: ["WinnowIO", "WinnowWatch"]),
    .target(name: "WinnowText", dependencies: ["CUchardet"]),
    .target(name: "WinnowTOML", dependencies: [.product(name: "TOMLKit", package: "TOMLKit")]),
    .target(name: "WinnowClean", dependencies: ["WinnowTOML", "WinnowText"]),
    .target(name: "WinnowNames", dependencies: ["WinnowTOML", "WinnowText"]),
    .target(
      name: "WinnowRecord",
      dependencies: [
        "WinnowText", "WinnowNames", .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "WinnowPipeline",
      dependencies: [
        "WinnowIO", "WinnowFormats", "WinnowTOML", "WinnowText", "WinnowClean", "WinnowNames",
        "WinnowRecord",
      ]
    ),
    .target(
      name: "WinnowStore",
      dependencies: [
        "WinnowIO", "WinnowFormats", "WinnowRecord", "CZstd",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .target(
      name: "WinnowService",
      dependencies: [
        "WinnowIO", "WinnowWork", "WinnowWatch", "WinnowQueue", "WinnowText", "WinnowClean",
        "WinnowNames",
        "WinnowRecord", "WinnowPipeline", "WinnowStore",
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    .target(
      name: "WinnowCommand",
      dependencies: [
        "WinnowIO", "WinnowWork", "WinnowFormats", "WinnowClean", "WinnowPipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "WinnowWorker",
      dependencies: [
        "WinnowPipeline", "WinnowCommand",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // It goes to machines of which nothing is known but their kernel.
      linkerSettings: [.unsafeFlags(["-static-executable"], .when(configuration: .release))]
    ),
    .executableTarget(
      name: "winnow",
      dependencies: [
        "WinnowClean", "WinnowPipeline", "WinnowCommand", "WinnowService",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "WinnowTrain",
      dependencies: [
        "WinnowText", "WinnowClean",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "WinnowBenchmarks",
      dependencies: [
        "WinnowIO", "WinnowText", "WinnowClean", "WinnowNames", "WinnowRecord", "WinnowStore",
        "WinnowPipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(name: "LayoutTests"),
    .testTarget(name: "WinnowIOTests", dependencies: ["WinnowIO"]),
    .testTarget(name: "WinnowWorkTests", dependencies: ["WinnowWork", "WinnowIO"]),
    .testTarget(
      name: "WinnowFormatsTests",
      dependencies: ["WinnowFormats", "WinnowIO", "CZlib", "CZstd"]
    ),
    .testTarget(name: "WinnowWatchTests", dependencies: ["WinnowWatch", "WinnowIO"]),
    .testTarget(
      name: "WinnowQueueTests",
      dependencies: ["WinnowQueue", "WinnowWatch", "WinnowIO"]
    ),
    .testTarget(name: "WinnowTOMLTests", dependencies: ["WinnowTOML"]),
    .testTarget(name: "WinnowTextTests", dependencies: ["WinnowText"]),
    .testTarget(
      name: "WinnowCleanTests",
      dependencies: ["WinnowClean", "WinnowTOML", "WinnowText"],
      exclude: ["Golden", "Model/features.json"]
    ),
    .testTarget(
      name: "WinnowNamesTests",
      dependencies: ["WinnowNames", "WinnowText"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "WinnowTrainTests",
      dependencies: ["WinnowTrain", "WinnowClean", "WinnowText"]
    ),
    .testTarget(
      name: "WinnowBenchmarksTests",
      dependencies: ["WinnowBenchmarks", "WinnowPipeline", "WinnowClean", "WinnowNames"]
    ),
    .testTarget(name: "WinnowRecordTests", dependencies: ["WinnowRecord", "WinnowText"]),
    .testTarget(
      name: "WinnowStoreTests",
      dependencies: ["WinnowStore", "WinnowIO", "WinnowRecord"]
    ),
    .testTarget(
      name: "WinnowServiceTests",
      dependencies: [
        "winnow", "WinnowWorker", "WinnowPipeline", "WinnowService", "WinnowStore", "WinnowRecord",
        "WinnowNames", "WinnowText",
        "WinnowIO", "WinnowWatch", "WinnowQueue",
      ],
      exclude: ["Fixtures"]
    ),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)

// What is fuzzed: `make fuzz` links it with libFuzzer, and the tests run what fuzzing has found.
let fuzzed: [Target.Dependency] = [
  "WinnowIO", "WinnowFormats", "WinnowTOML", "WinnowText", "WinnowClean", "WinnowNames",
  "WinnowRecord", "WinnowPipeline",
]
package.targets.append(
  Context.environment["WINNOW_FUZZ"] != nil
    ? .executableTarget(
      name: "WinnowFuzz",
      dependencies: fuzzed,
      path: "Tests/WinnowFuzz",
      exclude: ["Corpus", "SeedTests.swift", "Seeds", "corpus.sh", "fuzz.sh", "words.dict"]
    )
    : .testTarget(
      name: "WinnowFuzzTests",
      dependencies: fuzzed,
      path: "Tests/WinnowFuzz",
      exclude: ["Corpus", "Fuzz.swift", "Seeds", "corpus.sh", "fuzz.sh", "words.dict"]
    )
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
