import Foundation
import PackagePlugin

/// Compiles the texts of a folder into the target that needs them, so that a binary finds them wherever it is moved.
@main
struct EmbedTexts: BuildToolPlugin {
    /// Where each target's texts stand in the package.
    private static let folders = ["TemplateLibrary": "Templates", "Classification": "Corpus/weights"]

    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let name = Self.folders[target.name] else {
            Diagnostics.error("no folder of texts is named for the target \(target.name)")
            return []
        }
        let folder = context.package.directoryURL.appending(path: name)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
        let embedder = try context.tool(named: "TextEmbedder")
        return [
            .buildCommand(
                displayName: "Embedding \(name)/",
                executable: embedder.url,
                arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: try files(below: folder),
                outputFiles: [output])
        ]
    }

    private func files(below folder: URL) throws -> [URL] {
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        return walk.compactMap { $0 as? URL }
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .sorted { $0.path() < $1.path() }
    }
}
