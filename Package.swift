// swift-tools-version: 6.2
import PackageDescription

/// One list for every target: what would be a warning elsewhere is an error here.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "snowline",
    products: [
        .executable(name: "deploy", targets: ["Deploy"]),
        .executable(name: "IngestLambda", targets: ["IngestLambda"]),
        .library(name: "InfraDSL", targets: ["InfraDSL"]),
        .library(name: "InfraDSLTesting", targets: ["InfraDSLTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        // System libraries: a module map and a shim each, imported by exactly one Swift file.
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Shared by the generator and the function; no Foundation.
        .systemLibrary(name: "CByteScan"),
        .target(name: "DataContract", dependencies: ["CByteScan"], swiftSettings: strict),
        .target(name: "Compression", dependencies: ["CZlib"], swiftSettings: strict),
        .target(name: "FileValidation", dependencies: ["Compression", "DataContract"], swiftSettings: strict),
        .target(name: "SnowflakeSQL", swiftSettings: strict),
        .target(name: "CloudAPI", dependencies: ["CCurl", "COpenSSL"], swiftSettings: strict),
        // Credentials as people have them. Apart from CloudAPI: the function needs none of it.
        .target(name: "CloudCredentials", dependencies: ["CloudAPI"], swiftSettings: strict),

        // The datasets themselves: what the stacks make tables of and the function validates against.
        .target(
            name: "Contracts", dependencies: ["DataContract"], path: "stacks/contracts", swiftSettings: strict),

        // The DSL: pure and synchronous.
        .target(
            name: "CloudFormation",
            exclude: ["Schemas"],
            swiftSettings: strict
        ),
        .target(
            name: "InfraDSL",
            dependencies: ["CYAML", "CloudFormation", "DataContract", "SnowflakeSQL"],
            swiftSettings: strict
        ),
        // For tests of stacks: what a template holds, asked by type.
        .target(name: "InfraDSLTesting", dependencies: ["InfraDSL", "CloudFormation"], swiftSettings: strict),
        .target(
            name: "Stacks",
            dependencies: ["InfraDSL", "CloudFormation", "Contracts", "DataContract"],
            path: "stacks",
            exclude: ["contracts"],
            swiftSettings: strict
        ),

        // What runs: the deployer and the function.
        .target(name: "CloudFormationGenerator", swiftSettings: strict),
        .executableTarget(
            name: "Deploy",
            dependencies: [
                "CloudAPI",
                "CloudFormation",
                "CloudFormationGenerator",
                "Compression",
                "Contracts",
                "DataContract",
                "FileValidation",
                "InfraDSL",
                "CloudCredentials",
                "Stacks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "IngestLambda",
            dependencies: ["CloudAPI", "Contracts", "DataContract", "FileValidation", "SnowflakeSQL"],
            swiftSettings: strict
        ),

        // What the benchmarks time.
        .executableTarget(
            name: "ValidateFile",
            dependencies: ["Contracts", "DataContract", "FileValidation"],
            path: "Benchmarks/Validate",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "SynthBenchmark", dependencies: ["InfraDSL"], path: "Benchmarks/SynthBenchmark",
            swiftSettings: strict),

        .target(name: "TestSupport", dependencies: ["CloudAPI"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "DataContractTests", dependencies: ["Contracts", "DataContract"], swiftSettings: strict),
        .testTarget(name: "CompressionTests", dependencies: ["Compression"], swiftSettings: strict),
        .testTarget(name: "SnowflakeSQLTests", dependencies: ["SnowflakeSQL"], swiftSettings: strict),
        .testTarget(name: "CloudAPITests", dependencies: ["CloudAPI", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CloudCredentialsTests",
            dependencies: ["CloudCredentials", "CloudAPI", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CloudFormationTests",
            dependencies: ["CloudFormation", "CloudFormationGenerator"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "InfraDSLTests",
            dependencies: ["InfraDSL", "CloudFormation", "DataContract"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "StacksTests",
            dependencies: ["Stacks", "InfraDSL", "InfraDSLTesting", "CloudFormation"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DeployTests",
            dependencies: [
                "Contracts", "DataContract", "Deploy", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Screens"], swiftSettings: strict),
        .testTarget(
            name: "IngestLambdaTests",
            dependencies: ["Contracts", "DataContract", "IngestLambda", "TestSupport"],
            swiftSettings: strict
        ),
    ]
)
