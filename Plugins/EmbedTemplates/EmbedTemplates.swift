import Foundation
import PackagePlugin

/// Compiles `Templates/` into `TemplateLibrary`, so that a binary finds its templates wherever it is moved.
@main
struct EmbedTemplates: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let templates = context.package.directoryURL.appending(path: "Templates")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
        let embedder = try context.tool(named: "TemplateEmbedder")
        return [
            .buildCommand(
                displayName: "Embedding Templates/",
                executable: embedder.url,
                arguments: [templates.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: try files(below: templates),
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
