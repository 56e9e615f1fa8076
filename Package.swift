// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "postmortem",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Postmortems", targets: ["Postmortems"]),
        .executable(name: "postmortem", targets: ["PostmortemCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries, each imported by one Swift target.
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
            ]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        // The vocabulary, and what several capabilities read with.
        .target(name: "Reports"),
        .target(name: "Compression", dependencies: ["CZlib"]),
        .target(name: "Markup", dependencies: ["CCMarkGFM", "Yams"]),
        .target(name: "TemplateLibrary", plugins: ["EmbedTexts"]),
        .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["TextEmbedder"]),
        .executableTarget(name: "TextEmbedder"),

        // Capabilities: each imports the vocabulary, none a sibling.
        .target(name: "Ingestion", dependencies: ["Reports", "Markup", "Compression", "CCurl", "CLibXML2"]),
        .target(
            name: "SearchIndex",
            dependencies: ["Reports", "Compression", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "Classification", dependencies: ["Reports"], plugins: ["EmbedTexts"]),
        // Measures the rules and learns their weights; no part of the product.
        .executableTarget(name: "FactorTraining", dependencies: ["Classification", "Reports"]),
        .target(
            name: "Authoring",
            dependencies: [
                "Reports", "Markup", "TemplateLibrary", .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .target(
            name: "SiteGeneration",
            dependencies: ["Reports", "TemplateLibrary", .product(name: "Mustache", package: "swift-mustache")]),

        // Where they meet, and the command line over it.
        .target(
            name: "Postmortems",
            dependencies: [
                "Reports", "Markup", "TemplateLibrary", "Ingestion", "SearchIndex", "Classification", "Authoring",
                "SiteGeneration",
            ]),
        .executableTarget(
            name: "PostmortemCLI",
            dependencies: [
                "Postmortems", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        .target(name: "TestSupport", dependencies: ["Reports"], path: "Tests/TestSupport"),
        .executableTarget(
            name: "ReaderFuzzer", dependencies: ["Ingestion", "Compression", "TestSupport"], path: "Tests/ReaderFuzzer"),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "TestSupport"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "Compression", "TemplateLibrary", "TestSupport"]),
        .testTarget(
            name: "IngestionTests", dependencies: ["Ingestion", "Compression", "TestSupport"],
            exclude: ["HTML/Pages"]),
        .testTarget(
            name: "SearchIndexTests", dependencies: ["SearchIndex", "TestSupport"], exclude: ["queries.json"]),
        .testTarget(name: "ClassificationTests", dependencies: ["Classification", "TestSupport"]),
        .testTarget(name: "AuthoringTests", dependencies: ["Authoring", "TestSupport"]),
        .testTarget(name: "SiteGenerationTests", dependencies: ["SiteGeneration", "TestSupport"]),
        .testTarget(name: "PostmortemsTests", dependencies: ["Postmortems", "TestSupport"]),
        .testTarget(name: "CommandTests", dependencies: ["PostmortemCLI", "Postmortems", "TestSupport"]),
        .testTarget(name: "CorpusTests", dependencies: ["Postmortems", "Markup", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
