import Classification
import Foundation
import Reports

/// `FactorTraining measure|train LABELS CORPUS [--dev FILE] [--cues FOLDER] [--write FILE]`
///
/// Prints what the rules find in the labelled passages of the folder LABELS and in the reports of CORPUS and FILE;
/// `train` also writes the learned weights. FOLDER is read for tables instead of those built in.
let arguments = Array(CommandLine.arguments.dropFirst())

func option(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

guard arguments.count >= 3, ["measure", "train"].contains(arguments[0]) else {
    print("usage: FactorTraining measure|train LABELS CORPUS [--dev FILE] [--cues FOLDER] [--write FILE]")
    exit(2)
}
let sources = TrainingSources(labels: arguments[1], corpus: arguments[2], dev: option("--dev"))
let trainer =
    try option("--cues").map { folder in
        FactorTrainer(
            tables: try TrainingSources.tables(
                ["Class", "Scope", "People", "Automation", "AI", "Change", "Load", "Surroundings", "Defence"],
                in: folder),
            frames: try TrainingSources.tables(
                [
                    "FrameClass", "PeopleFrame", "AIFrame", "ChangeFrame", "SurroundingsFrame", "DefenceFrame",
                    "Account", "ChangeAccount", "DefenceAccount",
                ], in: folder
            ))
    } ?? FactorTrainer()
for fault in trainer.faults { print("unreadable: \(fault)") }
let run = TrainingRun(trainer: trainer, sources: sources, isVerbose: arguments.contains("--verbose"))
let model: String
do {
    try run.measurePassages()
    model = try run.learn()
} catch {
    FileHandle.standardError.write(Data("FactorTraining: \(error)\n".utf8))
    exit(2)
}
if arguments[0] == "train", let file = option("--write") {
    try (model + "\n").write(toFile: file, atomically: true, encoding: .utf8)
}
// A file to be tried with `postmortem classify --candidate` before it is adopted.
if let file = option("--model"), let candidate = ModelFile(text: model) {
    try (candidate.json.text + "\n").write(toFile: file, atomically: true, encoding: .utf8)
}
