import Foundation

/// What a run of the built binary gave back.
public struct CommandRun: Equatable, Sendable {
    public var status: Int32
    public var output: String
    public var errors: String

    /// The lines of standard output as JSON objects.
    public var objects: [[String: Any]] {
        output.split(separator: "\n").compactMap {
            (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
        }
    }

    /// The built `postmortem`, found beside the test bundle.
    public static var binary: URL {
        let debug = Checkout.root.appending(path: ".build/debug/postmortem")
        guard let named = ProcessInfo.processInfo.environment["POSTMORTEM_BINARY"] else { return debug }
        return URL(filePath: named)
    }

    /// Runs `postmortem` and waits. Proxies and authorities of this machine don't count, only those of `environment`.
    ///
    /// - Parameters:
    ///   - input: What it reads from standard input; nothing when `nil`.
    ///   - folder: Its current folder.
    public static func postmortem(
        _ arguments: [String], input: Data? = nil, in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> CommandRun {
        let network = Dictionary(uniqueKeysWithValues: networkVariables.map { ($0, "") })
        return try run(
            binary, arguments, input: input, in: folder, environment: network.merging(environment) { $1 })
    }

    private static let networkVariables = [
        "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR", "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy",
        "ALL_PROXY", "no_proxy", "NO_PROXY",
    ]

    /// Runs any program and waits; see ``postmortem(_:input:in:environment:)``.
    public static func run(
        _ program: URL, _ arguments: [String], input: Data? = nil, in folder: URL? = nil,
        environment: [String: String] = [:]
    ) throws -> CommandRun {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: a pipe that nobody empties would block a talkative command.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        func file(_ name: String, _ content: Data = Data()) throws -> URL {
            let url = scratch.appending(path: name)
            try content.write(to: url)
            return url
        }
        let output = try file("output")
        let errors = try file("errors")
        process.standardInput = try FileHandle(forReadingFrom: file("input", input ?? Data()))
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return CommandRun(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}
